/// Statements as rows of lists show them.
extension Dossier {
  /// The statement that has the row in which another is shown: the one that it repeats or goes on with, else itself.
  public func row(of id: Statement.ID) -> Statement.ID {
    let first = self[id].duplicateOf ?? id
    return self[first].isListed ? first : self[first].continues ?? first
  }

  /// A statement's words in the order of the text: two spans where its cue interrupts them. Cost: O(1).
  public func spans(of statement: Statement) -> [Span] {
    let next = statement.id.index + 1
    guard statements.indices.contains(next), statements[next].continues == statement.id else { return [statement.span] }
    return [statement.span, statements[next].span]
  }

  /// A statement's words, with ` … ` for the cue that interrupts them.
  public func words(of statement: Statement) -> String {
    spans(of: statement).map { self[statement.document].text[$0] }.joined(separator: " … ")
  }
}
