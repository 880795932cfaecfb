internal import Language

/// Reads shares told in words: *half of the sales*, *a third of voters*, *one in five*. They are percentages like others.
enum ProportionReader {
  /// - Parameter index: where the words may begin.
  /// - Returns: the share, in percent; `nil` where none begins here.
  static func proportion(in words: Words, at index: Int, within tokens: Range<Int>) -> Quantity? {
    fraction(words, index, tokens) ?? ratio(words, index, tokens) ?? everyNth(words, index, tokens)
  }

  /// *Half of it*, *a third of it*, *two-thirds of it*.
  private static func fraction(_ words: Words, _ index: Int, _ tokens: Range<Int>) -> Quantity? {
    func norm(_ place: Int) -> String { tokens.contains(place) ? words[place].norm : "" }
    if norm(index) == "half" {
      guard ["of", "the", "its", "his", "her", "their", "all"].contains(norm(index + 1)) else { return nil }
      return share(1, of: 2, index..<index + 1)
    }
    let count = ["a": 1.0, "one": 1, "two": 2, "three": 3, "four": 4][norm(index)]
    let noun = ["-", "‑"].contains(norm(index + 1)) ? index + 2 : index + 1
    guard let count, let whole = wholes[norm(noun)], norm(noun + 1) == "of" else { return nil }
    return share(count, of: whole, index..<noun + 1)
  }

  /// *One in five pupils*, not *one in five days*.
  private static func ratio(_ words: Words, _ index: Int, _ tokens: Range<Int>) -> Quantity? {
    guard index + 2 < tokens.upperBound, words[index + 1].norm == "in",
      let part = FigureReader.plain(words[index].norm), let whole = FigureReader.plain(words[index + 2].norm),
      part > 0, part < whole, whole <= 100
    else { return nil }
    if index + 3 < tokens.upperBound, QuantityLexicon.isTime(words.lemma(index + 3)) { return nil }
    return share(part, of: whole, index..<index + 3)
  }

  /// *Every second employee*, not *every second day*.
  private static func everyNth(_ words: Words, _ index: Int, _ tokens: Range<Int>) -> Quantity? {
    guard index + 2 < tokens.upperBound, words[index].norm == "every", let whole = ranks[words[index + 1].norm],
      words[index + 2].tag == .noun, !QuantityLexicon.isTime(words.lemma(index + 2))
    else { return nil }
    return share(1, of: whole, index..<index + 2)
  }

  private static let ranks: [String: Double] = [
    "second": 2, "other": 2, "third": 3, "fourth": 4, "fifth": 5, "tenth": 10,
  ]

  private static func share(_ part: Double, of whole: Double, _ tokens: Range<Int>) -> Quantity {
    let value = 100 * part / whole
    return Quantity(
      low: value, high: value, bound: .about, unit: "percent", counted: nil, tokens: tokens, phrase: tokens)
  }

  private static let wholes: [String: Double] = [
    "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5, "fifths": 5,
    "sixth": 6, "eighth": 8, "tenth": 10, "tenths": 10,
  ]
}
