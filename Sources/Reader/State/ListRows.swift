import Dossier

/// One row of the Sources pane.
enum SourceRow: Hashable, Sendable {
  case event(Event.ID)
  case document(Document.ID)

  var document: Document.ID? {
    if case .document(let id) = self { id } else { nil }
  }
}

/// One row of the Timeline.
enum TimelineRow: Hashable, Sendable {
  case date(PartialDate?)
  case statement(Statement.ID)
  case shift(Disagreement.ID)
}

/// One cell of the Matrix: an actor in a source.
struct MatrixPlace: Hashable, Sendable {
  var actor: Actor.ID
  var document: Document.ID
}

/// What a cell of the Matrix says: how many statements, and the strongest difference among them.
struct MatrixCell: Hashable, Sendable {
  var statements = 0
  var strongest: Disagreement.Relation?
  /// Whether the person added something to one of the statements.
  var hasRemark = false
}
