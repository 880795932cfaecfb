/// A part of a dossier that a person takes away on its own.
public enum Excerpt: Hashable, Sendable {
  case difference(Disagreement.ID)
  /// What an actor is said to have said.
  case statements(of: Actor.ID)
  /// Where two or three documents part, and what they share.
  case comparison([Document.ID])
  case everything
}

extension Excerpt {
  /// Whether it holds a disagreement.
  public func holds(_ disagreement: Disagreement) -> Bool {
    switch self {
    case .difference(let id): disagreement.id == id
    case .statements(let actor): disagreement.left.actor == actor || disagreement.right.actor == actor
    case .comparison(let documents):
      documents.contains(disagreement.left.passage.document) && documents.contains(disagreement.right.passage.document)
    case .everything: true
    }
  }

  /// Whether a report of it shows a disagreement: one above the bar, or the one that is asked for.
  public func shows(_ disagreement: Disagreement, of dossier: Dossier) -> Bool {
    holds(disagreement) && (disagreement.confidence >= dossier.bar || self == .difference(disagreement.id))
  }

  /// What it is called at its head; `nil` for all there is.
  public func title(in dossier: Dossier) -> String? {
    switch self {
    case .difference(let id):
      let labels = dossier[id].sides.map { dossier[$0.passage.document].label }
      let places = labels[0] == labels[1] ? "within \(labels[0])" : "between \(labels[0]) and \(labels[1])"
      return "a \(dossier[id].relation.rawValue) \(places)"
    case .statements(let actor): return "what \(dossier[actor].name) says"
    case .comparison(let documents): return "\(documents.map { dossier[$0].label }.joined(separator: " and ")) compared"
    case .everything: return nil
    }
  }

  /// Whether it holds a statement.
  public func holds(_ statement: Statement, of dossier: Dossier) -> Bool {
    switch self {
    case .difference(let id): [dossier[id].left.statement, dossier[id].right.statement].contains(statement.id)
    case .statements(let actor): statement.speakers.contains(actor)
    case .comparison(let documents): documents.contains(statement.document)
    case .everything: true
    }
  }

  /// What was added to its passages: of a disagreement to those that part, else anywhere in its documents.
  public func marks(of annotated: AnnotatedDossier) -> [AnnotatedDossier.Mark] {
    let dossier = annotated.dossier
    guard case .difference(let id) = self else {
      let ids = Set(documents(of: dossier).map(\.id))
      return annotated.marks.filter { ids.contains($0.passage.document) }
    }
    let sides = [dossier[id].left.passage, dossier[id].right.passage]
    return annotated.marks.filter { mark in
      sides.contains { $0.document == mark.passage.document && $0.span.overlaps(mark.passage.span) }
    }
  }

  /// Whether it holds an agreement: one that at least two of its documents share.
  public func holds(_ agreement: Agreement) -> Bool {
    switch self {
    case .difference, .statements: false
    case .comparison(let documents):
      Set(agreement.passages.map(\.document)).intersection(documents).count > 1
    case .everything: true
    }
  }

  /// Whether a report of it shows an agreement: one above the bar.
  public func shows(_ agreement: Agreement, of dossier: Dossier) -> Bool {
    holds(agreement) && agreement.confidence >= dossier.bar
  }

  /// Whether it holds an omission.
  public func holds(_ omission: Omission) -> Bool {
    switch self {
    case .difference, .statements: false
    case .comparison(let documents):
      documents.contains(omission.present.document) && documents.contains(omission.missingFrom)
    case .everything: true
    }
  }

  /// The documents that it is taken from, in the dossier's order.
  public func documents(of dossier: Dossier) -> [Document] {
    let wanted: Set<Document.ID>
    switch self {
    case .difference(let id):
      wanted = [dossier[id].left.passage.document, dossier[id].right.passage.document]
    case .statements(let actor):
      let said = dossier.statements.filter { $0.speakers.contains(actor) }.map(\.document)
      let parted = dossier.disagreements.filter(holds).flatMap {
        [$0.left.passage.document, $0.right.passage.document]
      }
      wanted = Set(said + parted)
    case .comparison(let documents): wanted = Set(documents)
    case .everything: return dossier.documents
    }
    return dossier.documents.filter { wanted.contains($0.id) }
  }
}
