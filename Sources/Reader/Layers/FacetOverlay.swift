import Terminal

/// What the open list of the Differences view can be narrowed to, with how many have it; what is chosen is ticked.
enum FacetOverlay {
  private static let groupWidth = 11

  static func rect(in state: ReaderState) -> Rect {
    Overlay.centred(columns: 60, rows: min(24, state.rows - 2), in: state)
  }

  static func draw(_ state: ReaderState, _ facets: FacetPicker, into grid: inout CellGrid) {
    let rect = rect(in: state)
    let found = facets.matches
    let shown = Wording.count(state.rowCount(of: .differences), state.accounts.section.one)
    let box = PickerBox(
      rect: rect, title: "Narrow to · \(shown)",
      trailing: ["\(state.hint(.confirm)) takes it · \(state.hint(.escape))"],
      label: "", empty: "Nothing of that name. \(state.hint(.erase)) widens the search.")
    let rows = LayerRows(count: found.count, height: PickerBox.height(rect))
    let top = facets.picker.place.shownTop(in: rows)
    box.draw(facets.picker, rows, into: &grid) { index, line, grid in
      let isFirst = index == top || found[index - 1].group != found[index].group
      drawRow(state, found[index], isFirst, line, into: &grid)
    }
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
