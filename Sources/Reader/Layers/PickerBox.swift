import Terminal

/// A box with a line to type on and under it the rows that it narrows.
struct PickerBox {
  var rect: Rect
  var title: String
  /// What the keys do, in the upper edge, the fullest wording first.
  var trailing: [String]
  /// The sign before what is typed.
  var label: String
  /// What is said where nothing is left.
  var empty: String

  /// Where the rows stand.
  static func list(_ rect: Rect) -> Rect {
    Rect(row: rect.row + 2, column: rect.column, rows: max(0, rect.rows - 3), columns: rect.columns)
  }

  /// Rows that are shown at once.
  static func height(_ rect: Rect) -> Int { max(1, list(rect).rows) }

  /// Draws the box and the rows that are in view.
  /// - Parameter row: writes one row into its line.
  func draw(_ picker: Picker, _ rows: LayerRows, into grid: inout CellGrid, row: (Int, Rect, inout CellGrid) -> Void) {
    let room = rect.columns - 6 - DisplayWidth.of(title)
    Overlay.frame(
      rect, title: title, trailing: trailing.first { DisplayWidth.of($0) <= room } ?? "", into: &grid)
    let list = Self.list(rect)
    let top = picker.place.shownTop(in: rows)
    let selected = rows.count > 0 && rows.canStand(picker.place.selected) ? picker.place.selected : nil
    for offset in 0..<list.rows where top + offset < rows.count {
      let line = Rect(row: list.row + offset, column: rect.column + 1, rows: 1, columns: rect.columns - 2)
      row(top + offset, line, &grid)
      if top + offset == selected { ListDrawing.mark(line, isMeant: true, into: &grid) }
    }
    if rows.count == 0 {
      let notice = Rect(row: list.row, column: list.column + 1, rows: list.rows, columns: list.columns - 2)
      ListDrawing.draw(notice: [empty], notice, into: &grid)
    }
    ListDrawing.more(above: top, below: rows.count - top - list.rows, list, into: &grid)
    Overlay.drawInput(
      label, picker.line, at: Position(row: rect.row + 1, column: rect.column + 2), room: rect.columns - 4, into: &grid)
  }
}
