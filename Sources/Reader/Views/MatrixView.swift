import Dossier
import Terminal

/// Who gets to speak: actors by sources, in each cell the statements and the strongest difference.
enum MatrixView {
  /// Lines over the rows: the names of the sources, and how much each carries.
  static let headings = 2
  private static let cellWidth = 11

  static func heading(_ state: ReaderState) -> (title: String, trailing: String) {
    let filter = ListDrawing.filterText(state, .matrix)
    guard let actor = state.matrix.actor, let document = state.matrix.document else {
      return ("Who gets to speak" + filter, "")
    }
    return (
      "Who gets to speak" + filter,
      "\(state.dossier[actor].name) in \(state.dossier[document].label): \(Wording.count(cell(state, actor, document).statements, "statement"))"
    )
  }

  private static func nameWidth(_ rect: Rect) -> Int { min(26, max(14, rect.columns / 4)) }

  /// Columns of sources that fit.
  static func columnsShown(_ rect: Rect, of state: ReaderState) -> Int {
    max(1, (rect.columns - nameWidth(rect) - 7) / cellWidth)
  }

  private static func cell(_ state: ReaderState, _ actor: Actor.ID, _ document: Document.ID) -> MatrixCell {
    state.lists.cells[MatrixPlace(actor: actor, document: document)] ?? MatrixCell()
  }

  static func draw(_ state: ReaderState, _ rect: Rect, into grid: inout CellGrid) {
    guard !state.lists.matrix.isEmpty else {
      let why = ["No statement has a known speaker, so nobody stands here.", "1 goes back to Read."]
      ListDrawing.draw(notice: ListDrawing.emptiness(state, .matrix, otherwise: why), rect, into: &grid)
      return
    }
    let shown = columnsShown(rect, of: state)
    let sources = Array(state.index.sourceOrder.dropFirst(state.matrix.left).prefix(shown))
    drawHeadings(state, sources, rect, into: &grid)
    let rows = Rect(
      row: rect.row + headings, column: rect.column, rows: rect.rows - headings, columns: rect.columns)
    let top = state.tops[.matrix] ?? 0
    for offset in 0..<rows.rows where top + offset < state.lists.matrix.count {
      let actor = state.lists.matrix[top + offset]
      drawRow(state, actor, sources, rows.row + offset, rows, into: &grid)
    }
    ListDrawing.more(above: top, below: state.lists.matrix.count - top - rows.rows, rows, into: &grid)
  }

  private static func drawHeadings(
    _ state: ReaderState, _ sources: [Document.ID], _ rect: Rect, into grid: inout CellGrid
  ) {
    let totals = state.dossier.documents.map { state.index.statementsOfDocument[$0.id.index].count }
    let largest = totals.max() ?? 0
    let name = nameWidth(rect)
    if state.matrix.left > 0 { grid.write("←", at: Position(row: rect.row, column: rect.column + name), style: .key) }
    for (number, id) in sources.enumerated() {
      let column = rect.column + name + 1 + number * cellWidth
      let isSelected = id == state.matrix.document
      grid.write(
        state.dossier[id].label, at: Position(row: rect.row, column: column), style: isSelected ? .title : .plain,
        maxColumns: cellWidth - 1, overflow: .ellipsis)
      let bar = Wording.bar(totals[id.index], of: largest)
      grid.write(
        "\(bar) \(totals[id.index])", at: Position(row: rect.row + 1, column: column), style: .quiet,
        maxColumns: cellWidth - 1)
    }
    let end = rect.column + name + 1 + sources.count * cellWidth
    grid.write("all", at: Position(row: rect.row, column: end), style: .quiet)
    if state.matrix.left + sources.count < state.index.sourceOrder.count {
      grid.write("→", at: Position(row: rect.row, column: end - 1), style: .key)
    }
  }

  private static func drawRow(
    _ state: ReaderState, _ actor: Actor.ID, _ sources: [Document.ID], _ row: Int, _ rect: Rect,
    into grid: inout CellGrid
  ) {
    let isSelected = actor == state.matrix.actor
    let name = nameWidth(rect)
    if isSelected { grid.write("▸", at: Position(row: row, column: rect.column), style: .focusedFrame) }
    grid.write(
      state.dossier[actor].name, at: Position(row: row, column: rect.column + 1),
      style: Style(.text, isSelected ? .bold : []), maxColumns: name - 1, overflow: .ellipsis)
    for (number, id) in sources.enumerated() {
      let column = rect.column + name + 1 + number * cellWidth
      let found = Self.cell(state, actor, id)
      let statements = found.statements
      let place = Rect(row: row, column: column, rows: 1, columns: cellWidth - 2)
      grid.write(
        statements == 0 ? "·" : "\(statements)", endingAt: column + 3, row: row, after: column,
        style: statements == 0 ? .quiet : Style(.text, .bold))
      if let relation = found.strongest {
        grid.write(
          relation.glyph, at: Position(row: row, column: column + 4),
          style: Style(relation.role, relation == .contradiction ? .bold : []))
      }
      if isSelected, id == state.matrix.document {
        grid.restyle(place) { $0.attributes.insert([.reverse, .bold]) }
      }
    }
    let total = state.index.statementsOfActor[actor.index].count
    grid.write(
      "\(total)", at: Position(row: row, column: rect.column + name + 1 + sources.count * cellWidth), style: .quiet)
  }
}
