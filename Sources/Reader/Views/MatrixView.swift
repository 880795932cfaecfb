import Dossier
import Terminal

/// Who gets to speak: actors by sources, in each cell the statements and the strongest difference.
enum MatrixView {
  /// Lines over the rows: the names of the sources, and how much each carries.
  static let headings = 2
  /// Columns of a cell, from the number alone to one with a bar.
  private static let cellWidths = 7...16
  /// Columns at the right for what an actor says in all.
  private static let total = 6
  /// Columns of a cell that the number and the mark take; the bar has the rest.
  private static let number = 6

  static func heading(_ state: ReaderState) -> (title: String, trailing: String) {
    let known = state.lists.attributed
    let all = state.index.statements.count
    let share =
      known < all && state.columns >= Layout.wideColumns ? " · \(known) of \(all) quotes have a known speaker" : ""
    let title = "Who gets to speak" + share + ListDrawing.filterText(state, .matrix)
    guard let actor = state.matrix.actor, let document = state.matrix.document else { return (title, "") }
    let count = Wording.count(cell(state, actor, document).statements, "quote")
    return (title, "\(state.index.shortNames[actor.index]) in \(state.dossier[document].label): \(count)")
  }

  private static func nameWidth(_ rect: Rect) -> Int { min(26, max(12, rect.columns / 4)) }

  /// Columns for the cells.
  private static func room(_ rect: Rect) -> Int { rect.columns - nameWidth(rect) - 1 - total }

  /// Columns of one cell: as many as the sources leave each, so that bars can be told apart.
  private static func cellWidth(_ rect: Rect, of state: ReaderState) -> Int {
    let share = room(rect) / max(1, state.lists.columns.count)
    return min(max(cellWidths.lowerBound, share), cellWidths.upperBound)
  }

  /// Columns of sources that fit.
  static func columnsShown(_ rect: Rect, of state: ReaderState) -> Int {
    max(1, room(rect) / cellWidth(rect, of: state))
  }

  /// The source at a column of the screen; `nil` beside the cells.
  static func source(at column: Int, _ rect: Rect, of state: ReaderState) -> Document.ID? {
    let offset = column - rect.column - nameWidth(rect) - 1
    let number = offset / cellWidth(rect, of: state)
    guard offset >= 0, number < columnsShown(rect, of: state) else { return nil }
    return state.lists.columns.dropFirst(state.matrix.left + number).first
  }

  private static func cell(_ state: ReaderState, _ actor: Actor.ID, _ document: Document.ID) -> MatrixCell {
    state.lists.cells[MatrixPlace(actor: actor, document: document)] ?? MatrixCell()
  }

  static func draw(_ state: ReaderState, _ rect: Rect, into grid: inout CellGrid) {
    guard !state.lists.matrix.isEmpty else {
      let why = [
        "No statement has a known speaker, so nobody stands here.", "\(state.hint(.viewRead)) goes back to Read.",
      ]
      ListDrawing.draw(notice: ListDrawing.emptiness(state, .matrix, otherwise: why), rect, into: &grid)
      return
    }
    let shown = columnsShown(rect, of: state)
    let sources = Array(state.lists.columns.dropFirst(state.matrix.left).prefix(shown))
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
    let totals = sources.map { state.index.statementsOfDocument[$0.index].count }
    let name = nameWidth(rect)
    let width = cellWidth(rect, of: state)
    let names = Wording.apart(sources.map { state.dossier[$0].label }, columns: width - 1)
    if width > Self.number + 1 {
      let scale = ["all quotes, own scale", "own scale"].first { DisplayWidth.of($0) < name } ?? ""
      grid.write(scale, at: Position(row: rect.row + 1, column: rect.column + 1), style: .quiet)
    }
    if state.matrix.left > 0 { grid.write("←", at: Position(row: rect.row, column: rect.column + name), style: .key) }
    for (number, id) in sources.enumerated() {
      let column = rect.column + name + 1 + number * width
      let isSelected = id == state.matrix.document
      grid.write(
        names[number], at: Position(row: rect.row, column: column), style: isSelected ? .title : .plain,
        maxColumns: width - 1, overflow: .ellipsis)
      grid.write(
        "\(totals[number])", endingAt: column + 3, row: rect.row + 1, after: column, style: .quiet)
      let bar = Wording.wideBar(totals[number], of: state.lists.mostStatements, columns: width - Self.number - 1)
      grid.write(bar, at: Position(row: rect.row + 1, column: column + Self.number), style: .quiet)
    }
    let end = rect.column + name + 1 + sources.count * width
    grid.write("all", endingAt: end + 4, row: rect.row, after: end, style: .quiet)
    if state.matrix.left + sources.count < state.lists.columns.count {
      grid.write("→", at: Position(row: rect.row, column: end - 1), style: .key)
    }
  }

  private static func drawRow(
    _ state: ReaderState, _ actor: Actor.ID, _ sources: [Document.ID], _ row: Int, _ rect: Rect,
    into grid: inout CellGrid
  ) {
    let isSelected = actor == state.matrix.actor
    let name = nameWidth(rect)
    let width = cellWidth(rect, of: state)
    if isSelected { grid.write("▸", at: Position(row: row, column: rect.column), style: .focusedFrame) }
    let full = state.dossier[actor].name
    let glyph = Remarks.glyph(of: state.lists.actorMarks[actor])
    let room = name - (glyph == nil ? 1 : 3)
    let used = grid.write(
      DisplayWidth.of(full) <= room ? full : state.index.shortNames[actor.index],
      at: Position(row: row, column: rect.column + 1), style: Style(.text, isSelected ? .bold : []),
      maxColumns: room, overflow: .ellipsis)
    if let glyph { grid.write(glyph, at: Position(row: row, column: rect.column + 2 + used), style: .key) }
    for (number, id) in sources.enumerated() {
      let column = rect.column + name + 1 + number * width
      let found = Self.cell(state, actor, id)
      let statements = found.statements
      grid.write(
        statements == 0 ? "·" : "\(statements)", endingAt: column + 3, row: row, after: column,
        style: statements == 0 ? .quiet : Style(.text, .bold))
      if let relation = found.strongest {
        grid.write(
          relation.glyph, at: Position(row: row, column: column + 4),
          style: Style(relation.role, relation == .contradiction ? .bold : []))
      }
      if found.hasRemark { grid.write("✎", at: Position(row: row, column: column + Self.number - 1), style: .key) }
      let bar = Wording.wideBar(statements, of: state.lists.mostInCell, columns: width - Self.number - 1)
      grid.write(bar, at: Position(row: row, column: column + Self.number), style: Style(.quote))
      if isSelected, id == state.matrix.document {
        grid.restyle(Rect(row: row, column: column, rows: 1, columns: Self.number - 1)) {
          $0.attributes.insert([.reverse, .bold])
        }
      }
    }
    let total = state.index.statementsOfActor[actor.index].count
    let end = rect.column + name + 1 + sources.count * width
    grid.write("\(total)", endingAt: end + 4, row: row, after: end, style: .quiet)
  }
}
