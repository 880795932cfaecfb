import Dossier

/// What a query is asked about: the words of one row and what its fields hold.
struct Facts {
  var text: String
  var by: [String] = []
  var sources: [String] = []
  var kinds: [String] = []
  var marks: [String] = []
  var date: PartialDate?
}

extension Dossier {
  /// When a document was published, else the date of its event.
  func date(of document: Document.ID) -> PartialDate? {
    let document = self[document]
    return document.published?.date ?? document.event.flatMap { self[$0].date }
  }

  /// Who holds a side: the actor, or the reporter.
  func holder(of side: Disagreement.Side) -> String {
    side.actor.map { self[$0].name } ?? "reporter"
  }

  /// Who says a statement: the actor, else the words that name the speaker, else a dash.
  func speaker(of statement: Statement) -> String {
    guard let speaker = statement.speaker else { return "—" }
    return speaker.actor.map { self[$0].name } ?? speaker.mention.map { self[statement.document].text[$0] } ?? "—"
  }

  /// All that an actor is called.
  fileprivate func names(of actor: Actor) -> [String] {
    [actor.name] + actor.aliases.map(\.text) + actor.roles.map(\.text)
  }

  /// A document's outlet, short name, and path.
  fileprivate func names(of document: Document) -> [String] {
    [document.label, document.name, document.path]
  }
}

extension ReaderState {
  /// Who says a statement, in few letters.
  func shortSpeaker(of statement: Statement) -> String {
    statement.speaker?.actor.map { index.shortNames[$0.index] } ?? dossier.speaker(of: statement)
  }

  func facts(of id: Document.ID) -> Facts {
    let document = dossier[id]
    let title = document.title.map { document.text[$0] } ?? ""
    let event = document.event.map { dossier[$0].label } ?? ""
    return Facts(
      text: "\(document.label) \(document.name) \(title) \(event)", sources: dossier.names(of: document),
      marks: marks(lists.ofDocument.indices.contains(id.index) ? lists.ofDocument[id.index] : RelationCounts()),
      date: dossier.date(of: id))
  }

  func facts(of actor: Actor) -> Facts {
    Facts(
      text: dossier.names(of: actor).joined(separator: " "), by: dossier.names(of: actor), kinds: [actor.kind.rawValue],
      marks: marks(lists.ofActor.indices.contains(actor.id.index) ? lists.ofActor[actor.id.index] : RelationCounts()))
  }

  func facts(of id: Statement.ID) -> Facts {
    let statement = dossier[id]
    let document = dossier[statement.document]
    let speaker = statement.speaker?.actor.map { dossier[$0] }
    let cue = statement.cue.map { document.text[$0.span] } ?? ""
    return Facts(
      text: "\(speaker?.name ?? "") \(document.text[statement.span]) \(cue)",
      by: speaker.map { dossier.names(of: $0) } ?? [], sources: dossier.names(of: document),
      kinds: [statement.kind.rawValue] + (statement.kind == .direct ? [] : ["reported"])
        + (statement.cue.map { [$0.kind.rawValue] } ?? []),
      marks: lists.ofStatement[id].map { [$0.rawValue] } ?? [], date: dossier.date(of: statement.document))
  }

  func facts(of id: Disagreement.ID) -> Facts {
    let difference = dossier[id]
    let actors = difference.sides.compactMap(\.actor).map { dossier[$0] }
    let documents = difference.sides.map { dossier[$0.passage.document] }
    let remark = remarks[id]
    let holders = actors.map(\.name).joined(separator: " ")
    let passages = difference.sides.map { dossier[$0.passage] }.joined(separator: " ")
    return Facts(
      text: """
        \(difference.relation.rawValue) \(difference.kind.rawValue) \(holders) \
        \(documents.map(\.label).joined(separator: " ")) \(documents.map(\.name).joined(separator: " ")) \
        \(passages) \(difference.because) \(remark?.note ?? "")
        """,
      by: actors.flatMap { dossier.names(of: $0) }, sources: documents.flatMap { dossier.names(of: $0) },
      kinds: [difference.kind.rawValue],
      marks: [difference.relation.rawValue, difference.time.rawValue, difference.scope.rawValue]
        + (remark?.verdict.map { [$0.rawValue] } ?? ["open"]) + (remark?.note.isEmpty == false ? ["noted"] : []),
      date: dossier.date(of: difference.left.passage.document))
  }

  func facts(ofAgreement agreement: Agreement) -> Facts {
    let documents = agreement.passages.map { dossier[$0.document] }
    return Facts(
      text: dossier[agreement.claim] + " " + documents.map(\.label).joined(separator: " "),
      sources: documents.flatMap { dossier.names(of: $0) })
  }

  func facts(ofOmission omission: Omission) -> Facts {
    let documents = [dossier[omission.present.document], dossier[omission.missingFrom]]
    return Facts(
      text: dossier[omission.present] + " " + documents.map(\.label).joined(separator: " "),
      sources: documents.flatMap { dossier.names(of: $0) })
  }

  private func marks(_ counts: RelationCounts) -> [String] {
    Disagreement.Relation.allCases.filter { counts[$0] > 0 }.map(\.rawValue)
  }
}
