import Terminal

/// What the differences can be narrowed to, with how many have it; what is chosen is ticked.
enum FacetOverlay {
  private static let groupWidth = 11

  static func rect(in state: ReaderState) -> Rect {
    Overlay.centred(columns: 60, rows: min(24, state.rows - 2), in: state)
  }

  /// The first row shown, so that the selected one is.
  static func top(of picker: Picker, in state: ReaderState) -> Int {
    let height = max(1, rect(in: state).rows - 3)
    if picker.selected < picker.top { return picker.selected }
    return picker.selected >= picker.top + height ? picker.selected - height + 1 : picker.top
  }

  static func draw(_ state: ReaderState, _ facets: FacetPicker, into grid: inout CellGrid) {
    let rect = rect(in: state)
    let found = facets.matches
    let shown = Wording.count(state.rowCount(of: .differences), "difference")
    Overlay.frame(
      rect, title: "Narrow to · \(shown)", trailing: "\(state.hint(.confirm)) picks · \(state.hint(.escape))",
      into: &grid)
    let top = top(of: facets.picker, in: state)
    for offset in 0..<max(0, rect.rows - 3) where top + offset < found.count {
      let line = Rect(row: rect.row + 2 + offset, column: rect.column + 1, rows: 1, columns: rect.columns - 2)
      let isFirst = offset == 0 || found[top + offset - 1].group != found[top + offset].group
      drawRow(state, found[top + offset], isFirst, line, into: &grid)
      if top + offset == facets.picker.selected { ListDrawing.mark(line, hasFocus: true, into: &grid) }
    }
    if found.isEmpty {
      let line = Position(row: rect.row + 2, column: rect.column + 2)
      grid.write(
        "Nothing of that name. \(state.hint(.erase)) widens the search.", at: line, style: .quiet,
        maxColumns: rect.columns - 4)
    }
    Overlay.drawInput(
      "", facets.picker.text, at: Position(row: rect.row + 1, column: rect.column + 2), room: rect.columns - 4,
      into: &grid)
  }

  private static func drawRow(
    _ state: ReaderState, _ facet: Facet, _ isFirst: Bool, _ line: Rect, into grid: inout CellGrid
  ) {
    if isFirst {
      grid.write(facet.group.rawValue, at: Position(row: line.row, column: line.column + 1), style: .quiet)
    }
    let column = line.column + 1 + groupWidth
    if state.isChosen(facet) { grid.write("✓", at: Position(row: line.row, column: column), style: .key) }
    let end = grid.write(
      "\(facet.count)", endingAt: line.endColumn - 1, row: line.row, after: column + 4, style: .quiet)
    grid.write(
      facet.label, at: Position(row: line.row, column: column + 2), maxColumns: end - column - 3, overflow: .ellipsis)
  }
}
