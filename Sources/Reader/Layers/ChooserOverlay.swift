import Terminal

/// Things to choose one from, narrowed as one types.
enum ChooserOverlay {
  static func draw(_ state: ReaderState, _ chooser: Chooser, into grid: inout CellGrid) {
    let rect = PaletteOverlay.rect(in: state)
    let found = chooser.matches
    Overlay.frame(rect, title: chooser.title, trailing: trailing(state, chooser), into: &grid)
    let picker = chooser.picker
    let top = PaletteOverlay.top(of: picker, in: state)
    let height = max(0, rect.rows - 3)
    for offset in 0..<height where top + offset < found.count {
      let line = Rect(row: rect.row + 2 + offset, column: rect.column + 1, rows: 1, columns: rect.columns - 2)
      let row = found[top + offset]
      let end = grid.write(
        row.detail, endingAt: line.endColumn - 1, row: line.row, after: line.column + 10, style: .quiet)
      grid.write(
        row.text, at: Position(row: line.row, column: line.column + 2), maxColumns: end - line.column - 4,
        overflow: .ellipsis)
      if top + offset == picker.selected { ListDrawing.mark(line, hasFocus: true, into: &grid) }
    }
    if found.isEmpty {
      grid.write(
        emptiness(state, chooser), at: Position(row: rect.row + 2, column: rect.column + 2), style: .quiet,
        maxColumns: rect.columns - 4, overflow: .ellipsis)
    }
    let inner = Rect(row: rect.row + 2, column: rect.column, rows: height, columns: rect.columns)
    ListDrawing.more(above: top, below: found.count - top - height, inner, into: &grid)
    Overlay.drawInput(
      "› ", picker.text, at: Position(row: rect.row + 1, column: rect.column + 2), room: rect.columns - 4, into: &grid)
  }

  private static func trailing(_ state: ReaderState, _ chooser: Chooser) -> String {
    let (take, leave) = (state.hint(.confirm), state.hint(.escape))
    return switch chooser.purpose {
    case .added: "\(take) goes there · \(state.hint(.remove)) takes it away · \(leave)"
    case .merge, .split, .speaker, .export: "\(take) takes it · \(leave)"
    }
  }

  private static func emptiness(_ state: ReaderState, _ chooser: Chooser) -> String {
    switch chooser.purpose {
    case .speaker: "\(state.hint(.confirm)) takes “\(chooser.picker.text)” for a new actor."
    case .merge, .split, .export, .added: "Nothing here is called that. \(state.hint(.erase)) widens the search."
    }
  }
}
