/// Statements as rows of lists show them.
extension Dossier {
  /// The statement that has the row in which another is shown: the one that it repeats or goes on with, else itself.
  public func row(of id: Statement.ID) -> Statement.ID {
    let first = self[id].duplicateOf ?? id
    return self[first].isListed ? first : self[first].continues ?? first
  }

  /// The half of a sentence behind the cue of one whose first half a statement is. Cost: O(1).
  func secondHalf(of id: Statement.ID) -> Statement.ID? {
    let next = id.index + 1
    return statements.indices.contains(next) && statements[next].continues == id ? statements[next].id : nil
  }

  /// A statement's words in the order of the text: two spans where its cue interrupts them. Cost: O(1).
  public func spans(of statement: Statement) -> [Span] {
    [statement.span] + (secondHalf(of: statement.id).map { [self[$0].span] } ?? [])
  }

  /// From a statement's first word to its last, the cue that interrupts it included.
  public func extent(of statement: Statement) -> Span {
    spans(of: statement).dropFirst().reduce(statement.span) { $0.union($1) }
  }

  /// A statement's words, with ` … ` for the cue that interrupts them.
  public func words(of statement: Statement) -> String {
    spans(of: statement).map { self[statement.document].text[$0] }.joined(separator: " … ")
  }
}
