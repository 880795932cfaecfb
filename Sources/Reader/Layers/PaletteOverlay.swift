import Query
import Terminal

/// All actions by name, narrowed as one types: the key typed, names that begin so, words that begin so, parts of words, and
/// where none of these fits, letters in order.
enum PaletteOverlay {
  /// All actions whose name fits, the nearest first; of those that are equally near, and of those that hold the words, what
  /// cannot be done from the view under the palette comes last.
  ///
  /// Where none fits, the word may have been typed with the keys of another alphabet.
  static func matches(_ text: String, in state: ReaderState) -> [Action] {
    let found = ranked(text, in: state)
    return found.isEmpty ? KeyLayouts.latin(text).map { ranked($0, in: state) } ?? [] : found
  }

  private static func ranked(_ text: String, in state: ReaderState) -> [Action] {
    let wanted = Folding.fold(text)
    let weakest = 4
    var nearest: [[Action]] = Array(repeating: [], count: weakest + 1)
    var barred = nearest
    for action in ActionTable.actions where action.id != .palette {
      let isItsKey = state.keys[action.id].contains { $0.name == text }
      guard let tier = wanted.isEmpty || isItsKey ? 0 : tier(of: folded(action), action.id, wanted) else { continue }
      if state.whyNot(action) == nil { nearest[tier].append(action) } else { barred[tier].append(action) }
    }
    let likely = (nearest[..<1] + barred[..<1] + nearest[1..<weakest] + barred[1..<weakest]).flatMap { $0 }
    return likely.isEmpty ? nearest[weakest] + barred[weakest] : likely
  }

  /// The names of all actions as they are searched.
  private static let folded = Dictionary(
    uniqueKeysWithValues: ActionTable.actions.map { ($0.id, Folding.fold("\($0.name) \($0.id.rawValue)")) })

  /// The name of an action as it is searched, with the one that a configuration file has for it.
  static func folded(_ action: Action) -> String { folded[action.id] ?? "" }

  /// How well a folded name fits, 0 the best; `nil` where it does not.
  private static func tier(of name: String, _ id: ActionID, _ wanted: String) -> Int? {
    if id.rawValue == wanted { return 0 }
    if name.hasPrefix(wanted) || id.rawValue.hasPrefix(wanted) { return 1 }
    if name.contains(" " + wanted) { return 2 }
    if name.contains(wanted) { return 3 }
    return holds(name, inOrder: wanted) ? 4 : nil
  }

  private static func holds(_ name: String, inOrder letters: String) -> Bool {
    var rest = Substring(letters)
    for letter in name where letter == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }

  static func rect(in state: ReaderState) -> Rect {
    Overlay.centred(columns: 72, rows: min(20, state.rows - 2), in: state)
  }

  static func draw(_ state: ReaderState, _ picker: Picker, into grid: inout CellGrid) {
    let rect = rect(in: state)
    let found = matches(picker.text, in: state)
    let box = PickerBox(
      rect: rect, title: "Actions", trailing: ["\(state.hint(.confirm)) takes it · \(state.hint(.escape))"],
      label: "\(state.hint(.palette)) ", empty: "No action is called that. \(state.hint(.erase)) widens the search.")
    box.draw(picker, LayerRows(count: found.count, height: PickerBox.height(rect)), into: &grid) { index, line, grid in
      drawRow(state, found[index], line, into: &grid)
    }
  }

  private static func drawRow(_ state: ReaderState, _ action: Action, _ line: Rect, into grid: inout CellGrid) {
    let why = state.whyNot(action)
    let keys = state.keys[action.id].prefix(2).map(\.name).joined(separator: " ")
    let end = grid.write(keys, endingAt: line.endColumn - 1, row: line.row, after: line.column + 10, style: .key)
    let text = why.map { "\(action.name) — \($0)" } ?? action.name
    grid.write(
      text, at: Position(row: line.row, column: line.column + 2), style: why == nil ? .plain : .quiet,
      maxColumns: end - line.column - 4, overflow: .ellipsis)
  }
}
