import Terminal

/// Things to choose one from, narrowed as one types.
enum ChooserOverlay {
  static func draw(_ state: ReaderState, _ chooser: Chooser, into grid: inout CellGrid) {
    let rect = PaletteOverlay.rect(in: state)
    let found = chooser.matches
    let box = PickerBox(
      rect: rect, title: chooser.title, trailing: trailing(state, chooser), label: "› ",
      empty: emptiness(state, chooser))
    box.draw(chooser.picker, LayerRows(count: found.count, height: PickerBox.height(rect)), into: &grid) {
      index, line, grid in
      let row = found[index]
      let end = grid.write(
        row.detail, endingAt: line.endColumn - 1, row: line.row, after: line.column + 10, style: .quiet)
      grid.write(
        row.text, at: Position(row: line.row, column: line.column + 2), maxColumns: end - line.column - 4,
        overflow: .ellipsis)
    }
  }

  private static func trailing(_ state: ReaderState, _ chooser: Chooser) -> [String] {
    let (take, leave) = (state.hint(.confirm), state.hint(.escape))
    return switch chooser.purpose {
    case .added: ["\(take) takes it · \(state.hint(.remove)) removes it · \(leave)", "\(take) · \(leave)"]
    case .actor, .merge, .split, .speaker, .export: ["\(take) takes it · \(leave)"]
    }
  }

  private static func emptiness(_ state: ReaderState, _ chooser: Chooser) -> String {
    switch chooser.purpose {
    case .speaker: "\(state.hint(.confirm)) takes “\(chooser.picker.text)” for a new actor."
    case .actor, .merge, .split, .export, .added:
      "Nothing here is called that. \(state.hint(.erase)) widens the search."
    }
  }
}
