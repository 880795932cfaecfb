import Terminal

/// A passage of explanation.
enum PopupOverlay {
  private static func width(in state: ReaderState) -> Int { min(96, state.columns - (state.columns > 60 ? 8 : 0)) }

  /// The lines, wrapped.
  private static func rows(_ popup: Popup, in state: ReaderState) -> [String] {
    let wrapper = TextWrapper(columns: max(1, width(in: state) - 4))
    return popup.lines.flatMap(wrapper.lines)
  }

  /// The last line that can stand at the top.
  static func lastTop(_ popup: Popup, in state: ReaderState) -> Int {
    max(0, rows(popup, in: state).count - (state.rows - 3))
  }

  static func draw(_ state: ReaderState, _ popup: Popup, into grid: inout CellGrid) {
    let rows = rows(popup, in: state)
    let rect = Overlay.centred(columns: width(in: state), rows: min(rows.count + 2, state.rows - 1), in: state)
    Overlay.frame(rect, title: popup.title, trailing: state.hint(.escape), into: &grid)
    let height = rect.rows - 2
    let top = min(popup.top, max(0, rows.count - height))
    for (offset, line) in rows.dropFirst(top).prefix(height).enumerated() {
      grid.write(
        line, at: Position(row: rect.row + 1 + offset, column: rect.column + 2), maxColumns: rect.columns - 4)
    }
    let inner = Rect(row: rect.row + 1, column: rect.column, rows: height, columns: rect.columns)
    ListDrawing.more(above: top, below: rows.count - top - height, inner, into: &grid)
  }
}
