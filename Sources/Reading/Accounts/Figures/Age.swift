internal import Language

/// How old somebody is said to be: *Orlov, 16*, *the 16-year-old Orlov*.
struct Age: Sendable {
  var actor: Int
  var years: Int
  var words: Range<Int>

  /// The ages of known actors among the words.
  static func ages(in words: [Claim.Word]) -> [Age] {
    words.indices.compactMap { index in
      guard let years = years(words[index].norm) else { return nil }
      if let actor = bearer(ofCompound: index, in: words) {
        return Age(actor: actor, years: years, words: index..<index + 5)
      }
      guard let actor = bearer(ofAside: index, in: words) else { return nil }
      return Age(actor: actor, years: years, words: index..<index + 1)
    }
  }

  private static func years(_ norm: String) -> Int? {
    guard (1...3).contains(norm.utf8.count), let years = Int(norm), (1...110).contains(years) else { return nil }
    return years
  }

  /// *Orlov, 16, …*: a figure between commas behind a name.
  private static func bearer(ofAside index: Int, in words: [Claim.Word]) -> Int? {
    guard index > 1, index + 1 < words.count, words[index - 1].norm == ",", let actor = words[index - 2].actor,
      words[index - 2].isName, [",", ".", ")", ";", "was", "of", "who"].contains(words[index + 1].norm)
    else { return nil }
    return actor
  }

  /// *The 16-year-old Orlov*, *Orlov, a 16-year-old*, *the 16-year-old sailor, Orlov*.
  private static func bearer(ofCompound index: Int, in words: [Claim.Word]) -> Int? {
    guard index + 4 < words.count, words[index + 1].norm == "-", words[index + 2].norm == "year",
      words[index + 3].norm == "-", words[index + 4].norm == "old"
    else { return nil }
    if index > 2, ["a", "an", "the"].contains(words[index - 1].norm), words[index - 2].norm == ",",
      let actor = words[index - 3].actor, words[index - 3].isName
    {
      return actor
    }
    var current = index + 4
    for _ in 0..<3 {
      if let actor = words.actor(at: current) { return actor }
      guard let head = words[current].head, [.amod, .compound, .appos, .nummod].contains(words[current].relation)
      else { return nil }
      current = head
    }
    return nil
  }
}
