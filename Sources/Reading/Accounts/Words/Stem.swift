/// Brings derivations of one root together: *negotiate* and *negotiation*, *ready* and *readiness*.
///
/// A light suffix stripper in the manner of Porter (1980), made for lemmas; it errs towards joining.
enum Stem {
  private static let suffixes: [[UInt8]] = [
    "ization", "isation", "ational", "fulness", "iveness", "ousness", "ability", "ibility", "ation", "ition", "ingly",
    "ance", "ence", "ancy", "ency", "able", "ible", "ness", "ment", "ship", "ious", "ally", "edly", "ity", "ive",
    "ion", "ism", "ist", "ing", "ful", "ous", "ate", "ize", "ise", "ial", "ed", "al", "er", "or", "ly", "ic", "es",
  ].map { Array($0.utf8) }

  /// Common words of the news that a stripped ending would join with others: *policy* is no *police*, *party* no *part*.
  private static let whole: Set<String> = [
    "policy", "party", "county", "authority", "community", "university", "generation", "importance", "personnel",
    "property",
  ]

  /// The stem of a lower-case lemma; words of fewer than five letters stay whole. Cost: linear in its length.
  static func of(_ lemma: String) -> String {
    var bytes = Array(lemma.utf8)
    guard bytes.count >= 5, !whole.contains(lemma), bytes.allSatisfy({ (0x61...0x7A).contains($0) }) else {
      return lemma
    }
    for _ in 0..<2 {
      for suffix in suffixes where bytes.count - suffix.count >= 4 && bytes.suffix(suffix.count).elementsEqual(suffix) {
        bytes.removeLast(suffix.count)
        break
      }
    }
    // A final s, then e, y or i, then a doubled consonant, carry no meaning of their own.
    if bytes.count > 4, bytes.last == 0x73, bytes[bytes.count - 2] != 0x73 { bytes.removeLast() }
    if bytes.count > 3, let last = bytes.last, last == 0x65 || last == 0x79 || last == 0x69 { bytes.removeLast() }
    if bytes.count > 4, let last = bytes.last, last == bytes[bytes.count - 2], last != 0x73, last != 0x6C {
      bytes.removeLast()
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
