import Language

/// Tells whether two words are spellings of one name.
struct NameSpelling: Sendable {
  private let matcher = NameMatcher()

  /// Spellings of one surname: equal, or one transliteration apart (`lukashenko`, `lukashenka`).
  func same(_ left: String, _ right: String) -> Bool {
    if left == right { return true }
    guard left.utf8.count >= 4, right.utf8.count >= 4, Self.skeleton(left) == Self.skeleton(right) else { return false }
    if left.utf8.count >= 6, right.utf8.count >= 6, Self.distance(left, right, within: 2) != nil { return true }
    let match = matcher.compare(left, right)
    return match.same && match.isSure
  }

  /// Spellings of one given name, a pet form or an initial of it.
  func sameGiven(_ left: String, _ right: String) -> Bool {
    if left == right { return true }
    if left.utf8.count == 1 || right.utf8.count == 1 { return left.utf8.first == right.utf8.first }
    if let gender = Gender.ofGivenName(left), let other = Gender.ofGivenName(right), gender != other { return false }
    if left.utf8.count >= 5, right.utf8.count >= 5, left.utf8.first == right.utf8.first,
      Self.skeleton(left) == Self.skeleton(right),
      Self.distance(left, right, within: 2) != nil
    {
      return true
    }
    let match = matcher.compare(left, right)
    return match.same && match.isSure
  }

  /// Whether two long words are one but for a letter that is not heard: *Terence*, *Terrence*.
  static func isSlip(_ left: String, _ right: String) -> Bool {
    left.utf8.count >= 6 && right.utf8.count >= 6 && left.utf8.count != right.utf8.count
      && skeleton(left) == skeleton(right) && distance(left, right, within: 1) != nil
  }

  /// What transliterations keep of a word: its consonants in coarse classes. Spellings of one name share it, so it serves as a key.
  static func skeleton(_ word: String) -> String {
    var bytes: [UInt8] = []
    var previous: UInt8 = 0
    for byte in word.utf8 {
      let mark: UInt8
      switch byte {
      case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
        UInt8(ascii: "y"),
        UInt8(ascii: "j"), UInt8(ascii: "h"):
        mark = 0
      case UInt8(ascii: "w"), UInt8(ascii: "f"): mark = UInt8(ascii: "v")
      case UInt8(ascii: "c"), UInt8(ascii: "q"), UInt8(ascii: "g"): mark = UInt8(ascii: "k")
      case UInt8(ascii: "x"):
        // "Alexander", "Aleksandr".
        if previous != UInt8(ascii: "k") { bytes.append(UInt8(ascii: "k")) }
        mark = UInt8(ascii: "s")
      case UInt8(ascii: "z"): mark = UInt8(ascii: "s")
      case UInt8(ascii: "t"): mark = UInt8(ascii: "d")
      case UInt8(ascii: "p"): mark = UInt8(ascii: "b")
      default: mark = byte
      }
      if mark != 0, mark != previous || bytes.isEmpty { bytes.append(mark) }
      previous = mark
    }
    // A word of vowels keeps them: "Ui" is not "Ao".
    return bytes.isEmpty ? word : String(decoding: bytes, as: UTF8.self)
  }

  /// Edit distance, if it is at most `limit`.
  static func distance(_ left: String, _ right: String, within limit: Int) -> Int? {
    let (a, b) = (Array(left.utf8), Array(right.utf8))
    guard abs(a.count - b.count) <= limit else { return nil }
    var row = Array(0...b.count)
    for i in 0..<a.count {
      var diagonal = row[0]
      row[0] = i + 1
      for j in 0..<b.count {
        let substituted = diagonal + (a[i] == b[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substituted, min(row[j], row[j + 1]) + 1)
      }
    }
    return row[b.count] <= limit ? row[b.count] : nil
  }
}
