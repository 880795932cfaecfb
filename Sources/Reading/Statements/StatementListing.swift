import Dossier

/// Which statements have a row of their own: no verbatim repeat, no second half of a sentence whose first half has one, no
/// pronoun alone, as the *which* of *charges which he denies*, that stands for what is told elsewhere, and not the subject of
/// what nobody is said to have done, as *the minister* of *the minister was asked to leave*.
enum StatementListing {
  /// Sets `isListed` of the statements of one document.
  /// - Precondition: statements are in reading order, `id` counts from 0, and repeats are known.
  static func mark(_ statements: inout [Statement], in text: SourceText) {
    for index in statements.indices {
      let statement = statements[index]
      let isSecondHalf = statement.continues.map { statements[$0.index].isListed } ?? false
      statements[index].isListed =
        statement.duplicateOf == nil && !isSecondHalf && !isPronoun(statement, in: text)
        && !isPassiveSubject(statement, in: text)
    }
  }

  private static func isPronoun(_ statement: Statement, in text: SourceText) -> Bool {
    statement.span.count <= 5 && pronouns.contains(text[statement.span].lowercased())
  }

  private static func isPassiveSubject(_ statement: Statement, in text: SourceText) -> Bool {
    guard statement.speaker == nil, statement.kind == .indirect, let cue = statement.cue,
      statement.span.end < cue.span.start, cue.span.start - statement.span.end < near
    else { return false }
    // What is said in a whole clause is told, whoever says it: *The pier would be closed, it was reported*.
    let between = text[Span(start: statement.span.end, end: cue.span.start)].split(whereSeparator: \.isWhitespace)
    return between.last.map { passives.contains($0.lowercased()) } ?? false
      && !between.contains { $0.contains(",") || $0.lowercased() == "it" }
  }

  /// So many bytes stand at most between the subject and its verb.
  private static let near = 40
  private static let passives: Set<String> = ["is", "are", "was", "were", "be", "been", "being", "got"]
  private static let pronouns: Set<String> = [
    "which", "this", "that", "it", "who", "whom", "what", "these", "those", "so", "them",
  ]
}
