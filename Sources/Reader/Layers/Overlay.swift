import Terminal

/// A box over the view.
enum Overlay {
  /// Blanks a rectangle and frames it.
  static func frame(_ rect: Rect, title: String, trailing: String, into grid: inout CellGrid) {
    grid.fill(rect)
    grid.box(rect, title: title, trailing: trailing, style: .focusedFrame, titleStyle: .title)
    grid.cursor = nil
  }

  /// A centred rectangle of at most the given size, that leaves the key bar free.
  static func centred(columns: Int, rows: Int, in state: ReaderState) -> Rect {
    let width = min(columns, state.columns)
    let height = min(rows, state.rows - 1)
    return Rect(
      row: max(0, (state.rows - 1 - height) / 3), column: (state.columns - width) / 2, rows: height, columns: width)
  }

  /// Draws a line that is being typed, with the cursor in its place; `…` stands where a long one is cut.
  /// - Parameter wrong: characters to mark as not understood.
  static func drawInput(
    _ label: String, _ line: LineEditor, at position: Position, room: Int, wrong: Range<Int> = 0..<0,
    into grid: inout CellGrid
  ) {
    let used = grid.write(label, at: position, style: .key, maxColumns: room)
    let room = max(0, room - used)
    let start = position.column + used
    let window = line.window(columns: room)
    var column = start
    if window.isCutBefore {
      column += grid.write("…", at: Position(row: position.row, column: column), style: .quiet, maxColumns: room)
    }
    let shown = window.range
    grid.write(
      line.shown(shown), at: Position(row: position.row, column: column), style: Style(.text, .bold),
      maxColumns: max(0, start + room - column))
    let wrong = wrong.clamped(to: shown)
    grid.restyle(
      Rect(
        row: position.row, column: column + line.width(shown.lowerBound..<wrong.lowerBound), rows: 1,
        columns: line.width(wrong))
    ) { $0 = Style(.warning, [.bold, .underline]) }
    if window.isCutAfter {
      grid.write(
        "…", at: Position(row: position.row, column: column + line.width(shown)), style: .quiet,
        maxColumns: max(0, start + room - column - line.width(shown)))
    }
    grid.cursor = Position(row: position.row, column: start + window.cursorColumn)
  }
}
