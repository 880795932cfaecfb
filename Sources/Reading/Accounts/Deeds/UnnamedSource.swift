/// What is told of a source that has no name: *who spoke on condition of anonymity because they were not authorized to
/// discuss it*. It says nothing of the matter, and stands in half of all articles.
enum UnnamedSource {
  private static let permitted: Set<String> = ["authorize", "authorise", "permit", "allow", "authorized", "authorised"]
  private static let talk: Set<String> = ["speak", "comment", "discuss", "talk"]

  /// The words of it, from the relative pronoun, conjunction or comma that opens it to the next comma or the end; empty where there
  /// is none. Cost: linear in the words.
  static func words(in words: [Claim.Word]) -> Range<Int> {
    guard let mark = words.indices.first(where: { isMark($0, in: words) }) else { return 0..<0 }
    let start = words[..<mark].lastIndex { $0.norm == "who" || $0.norm == "," || $0.norm == "speaking" } ?? mark
    let end = words[mark...].firstIndex { $0.norm == "," || $0.norm == "." } ?? words.count
    return start..<end
  }

  private static func isMark(_ index: Int, in words: [Claim.Word]) -> Bool {
    if words[index].norm == "anonymity" { return true }
    guard permitted.contains(words[index].lemma), words[index].isNegated else { return false }
    return words[index...].dropFirst().prefix(4).contains { talk.contains($0.lemma) }
  }
}
