import Query
import Terminal

/// All actions by name, narrowed as one types: names that begin so, words that begin so, parts of words, letters in order.
enum PaletteOverlay {
  /// The actions that can be called from the view under the palette and whose name fits.
  static func matches(_ text: String, in state: ReaderState) -> [Action] {
    let here = Reach(state.pane)
    let actions = ActionTable.actions.filter { $0.reach.contains(here) && !$0.yields(state) && $0.id != .palette }
    let wanted = Folding.fold(text)
    guard !wanted.isEmpty else { return actions }
    let names = actions.map { Folding.fold("\($0.name) \($0.id.rawValue)") }
    var nearest: [[Action]] = [[], [], [], []]
    for (action, name) in zip(actions, names) {
      if let tier = tier(of: name, action.id, wanted) { nearest[tier].append(action) }
    }
    return nearest.flatMap { $0 }
  }

  /// How well a folded name fits, 0 the best; `nil` where it does not.
  private static func tier(of name: String, _ id: ActionID, _ wanted: String) -> Int? {
    if name.hasPrefix(wanted) || id.rawValue.hasPrefix(wanted) { return 0 }
    if name.contains(" " + wanted) { return 1 }
    if name.contains(wanted) { return 2 }
    return holds(name, inOrder: wanted) ? 3 : nil
  }

  private static func holds(_ name: String, inOrder letters: String) -> Bool {
    var rest = Substring(letters)
    for letter in name where letter == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }

  static func rect(in state: ReaderState) -> Rect {
    Overlay.centred(columns: 72, rows: min(20, state.rows - 2), in: state)
  }

  /// The first row shown, so that the selected one is.
  static func top(of picker: Picker, in state: ReaderState) -> Int {
    let height = max(1, rect(in: state).rows - 3)
    if picker.selected < picker.top { return picker.selected }
    return picker.selected >= picker.top + height ? picker.selected - height + 1 : picker.top
  }

  /// The number of the action that stands at a place; `nil` where none does.
  static func row(at position: Position, _ picker: Picker, in state: ReaderState) -> Int? {
    let rect = rect(in: state)
    let rows = Rect(row: rect.row + 2, column: rect.column, rows: rect.rows - 3, columns: rect.columns)
    guard rows.contains(position) else { return nil }
    let row = top(of: picker, in: state) + position.row - rows.row
    return row < matches(picker.text, in: state).count ? row : nil
  }

  static func draw(_ state: ReaderState, _ picker: Picker, into grid: inout CellGrid) {
    let rect = rect(in: state)
    let found = matches(picker.text, in: state)
    Overlay.frame(
      rect, title: "Actions", trailing: "\(state.hint(.confirm)) does it · \(state.hint(.escape))", into: &grid)
    let top = top(of: picker, in: state)
    for offset in 0..<max(0, rect.rows - 3) where top + offset < found.count {
      let action = found[top + offset]
      let line = Rect(row: rect.row + 2 + offset, column: rect.column + 1, rows: 1, columns: rect.columns - 2)
      drawRow(state, action, line, into: &grid)
      if top + offset == picker.selected { ListDrawing.mark(line, hasFocus: true, into: &grid) }
    }
    if found.isEmpty {
      let line = Position(row: rect.row + 2, column: rect.column + 2)
      grid.write(
        "No action is called that. \(state.hint(.erase)) widens the search.", at: line, style: .quiet,
        maxColumns: rect.columns - 4)
    }
    Overlay.drawInput(
      "\(state.hint(.palette)) ", picker.text, at: Position(row: rect.row + 1, column: rect.column + 2),
      room: rect.columns - 4, into: &grid)
  }

  private static func drawRow(_ state: ReaderState, _ action: Action, _ line: Rect, into grid: inout CellGrid) {
    let why = action.disabled(state)
    let keys = state.keys[action.id].prefix(2).map(\.name).joined(separator: " ")
    let end = grid.write(keys, endingAt: line.endColumn - 1, row: line.row, after: line.column + 10, style: .key)
    let text = why.map { "\(action.name) — \($0)" } ?? action.name
    grid.write(
      text, at: Position(row: line.row, column: line.column + 2), style: why == nil ? .plain : .quiet,
      maxColumns: end - line.column - 4, overflow: .ellipsis)
  }
}
