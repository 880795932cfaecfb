import Dossier
import Terminal

/// Statements by date, of one actor or of all; shifts of position stand out.
enum TimelineView {
  static func heading(_ state: ReaderState) -> (title: String, trailing: String) {
    let who = state.actor.map { state.dossier[$0].name } ?? "everyone"
    let shifts = state.lists.shifts
    return (
      "Timeline · \(who)" + ListDrawing.filterText(state, .timeline),
      shifts > 0 ? "↝ " + Wording.count(shifts, "shift") : "\(state.hint(.nextActor)): next actor"
    )
  }

  static func draw(_ state: ReaderState, _ rect: Rect, into grid: inout CellGrid) {
    guard !state.lists.timeline.isEmpty else {
      let why =
        state.actor.map { actor in
          [
            "\(state.dossier[actor].name) says nothing that was found.",
            "\(state.hint(.nextActor)) goes to the next actor, \(state.hint(.escape)) to everyone.",
          ]
        } ?? ["Nobody says anything that was found.", "\(state.hint(.viewRead)) goes back to Read."]
      ListDrawing.draw(notice: ListDrawing.emptiness(state, .timeline, otherwise: why), rect, into: &grid)
      return
    }
    TimelineChartView.draw(state, rect, into: &grid)
    let headings = TimelineChartView.rows(state, rect)
    let rows = Rect(
      row: rect.row + headings, column: rect.column, rows: rect.rows - headings, columns: rect.columns)
    ListDrawing.draw(state, .timeline, rows, into: &grid) {
      []
    } row: { row, line, grid in
      switch state.lists.timeline[row] {
      case .date(let date): drawDate(state, date, line, into: &grid)
      case .statement(let id): drawStatement(state, state.dossier[id], line, into: &grid)
      case .shift(let id): drawShift(state, id, under: row, line, into: &grid)
      }
    }
  }

  static func name(of date: PartialDate?) -> String {
    guard let date, !Wording.date(date).isEmpty else { return "no date" }
    return Wording.date(date)
  }

  private static func drawDate(
    _ state: ReaderState, _ date: PartialDate?, _ line: Rect, into grid: inout CellGrid
  ) {
    let isKnown = !Wording.date(date).isEmpty
    let remark =
      !isKnown
      ? " · \(state.hint(.dateSource)) in Sources says when an article was published"
      : date?.year == nil ? " · year unknown" : ""
    grid.write(
      "\(name(of: date))\(remark)", at: Position(row: line.row, column: line.column + 1), style: .title,
      maxColumns: line.columns - 2, overflow: .ellipsis)
  }

  private static func drawStatement(
    _ state: ReaderState, _ statement: Statement, _ line: Rect, into grid: inout CellGrid
  ) {
    let document = state.dossier[statement.document]
    var column = line.column + 3
    column += grid.write(
      statement.kind.glyph, at: Position(row: line.row, column: column),
      style: Style(statement.kind == .direct ? .quote : .reported, .bold))
    if let relation = state.lists.visible.ofStatement[statement.id] {
      grid.write(relation.glyph, at: Position(row: line.row, column: column), style: Style(relation.role, .bold))
    }
    if let glyph = state.remarks.glyph(on: Passage(document: statement.document, span: statement.span)) {
      grid.write(glyph, at: Position(row: line.row, column: column + 1), style: .key)
    }
    column += 2
    if state.actor == nil {
      let room = max(8, min(14, line.columns / 5))
      grid.write(
        state.shortSpeaker(of: statement), at: Position(row: line.row, column: column), style: Style(.text, .bold),
        maxColumns: room, overflow: .ellipsis)
      column += room + 1
    }
    let end = grid.write(
      document.label, endingAt: line.endColumn - 1, row: line.row, after: column + 20, style: .quiet)
    grid.write(
      statement, of: state.dossier, at: Position(row: line.row, column: column), maxColumns: end - column - 2)
  }

  /// The other statement first, as that is what tells the shifts of one statement apart where the reason is cut.
  private static func drawShift(
    _ state: ReaderState, _ id: Disagreement.ID, under row: Int, _ line: Rect, into grid: inout CellGrid
  ) {
    let column = line.column + 5
    let difference = state.dossier[id]
    let statement = state.lists.timeline[..<row].last { if case .statement = $0 { true } else { false } }
    let isLeft = difference.left.statement.map(TimelineRow.statement) == statement
    let other = (isLeft ? difference.right : difference.left).passage
    let document = state.dossier[other.document]
    let place = "\(document.label) \(document.text.line(at: Int(other.span.start)))"
    let date = Wording.day(of: other.document, in: state.dossier)
    let words = [place, date, state.dossier.because(difference)].filter { !$0.isEmpty }.joined(separator: " · ")
    grid.write(
      "↝ \(words)", at: Position(row: line.row, column: column), style: Style(.shift, .bold),
      maxColumns: line.endColumn - column - 1, overflow: .ellipsis)
  }
}
