import Dossier

/// What is selected, by its own words and places instead of numbers: it is found again in a dossier that was read anew.
struct Selection {
  private let actor: String?
  private let statement: Passage?
  private let difference: [Passage]?
  private let leftDifference: [Passage]?
  private let matrixActor: String?
  private let timeline: Passage?
  /// The rows on the screen of what is selected in each list.
  private let rows: [Pane: Int]

  init(_ state: ReaderState) {
    let dossier = state.dossier
    func passage(_ id: Statement.ID) -> Passage { Passage(document: dossier[id].document, span: dossier[id].span) }
    actor = state.actor.map { dossier[$0].name }
    matrixActor = state.matrix.actor.map { dossier[$0].name }
    statement = state.statement.map(passage)
    func passages(_ id: Disagreement.ID) -> [Passage] { dossier[id].sides.map(\.passage) }
    difference = state.difference.map(passages)
    leftDifference = state.leftDifference.map(passages)
    timeline = if case .statement(let id) = state.timeline.selected { passage(id) } else { nil }
    var rows: [Pane: Int] = [:]
    for pane in Pane.allCases where pane.isList {
      if let row = state.selectedRow(of: pane) { rows[pane] = row - (state.tops[pane] ?? 0) }
    }
    self.rows = rows
  }

  /// Selects in `state` what was selected before, as far as its dossier holds it. Cost: one pass over its marks.
  func restore(in state: inout ReaderState) {
    let dossier = state.dossier
    func actor(_ name: String?) -> Actor.ID? { name.flatMap { name in dossier.actors.first { $0.name == name }?.id } }
    func statement(_ passage: Passage?) -> Statement.ID? {
      guard let passage else { return nil }
      let found = state.index.marks[passage.document.index].statements.overlapping(passage.span)
      return found.first { $0.span == passage.span }?.value
    }
    state.actor = actor(self.actor)
    state.matrix.actor = actor(matrixActor)
    state.statement = statement(self.statement)
    state.timeline.selected = statement(timeline).map(TimelineRow.statement)
    func difference(_ sides: [Passage]?) -> Disagreement.ID? {
      sides.flatMap { sides in dossier.disagreements.first { $0.sides.map(\.passage) == sides }?.id }
    }
    state.difference = difference(self.difference)
    state.leftDifference = difference(leftDifference)
    state.accounts.selected = state.difference.map { [.differences: .difference($0)] } ?? [:]
    state.jumps.forgetMarks()
  }

  /// Scrolls every list so that what is selected stands on the row of the screen where it stood.
  func scroll(_ state: inout ReaderState) {
    for (pane, row) in rows {
      if let now = state.selectedRow(of: pane) { state.tops[pane] = max(0, now - row) }
    }
  }
}
