import Query
import Terminal

/// What the keys do here, made from the action table; typing narrows it.
enum HelpOverlay {
  struct Line {
    var keys: String
    var text: String
    var style: Style
  }

  static func rect(in state: ReaderState) -> Rect {
    Overlay.centred(columns: 84, rows: state.rows - 1, in: state)
  }

  static func lines(_ text: String, in state: ReaderState) -> [Line] {
    let here = Reach(state.pane)
    let wanted = Folding.fold(text)
    let valid = ActionTable.actions.filter { action in
      let isHere = action.reach.contains(here) || !action.reach.isDisjoint(with: .typing)
      return isHere && (wanted.isEmpty || Folding.fold("\(action.name) \(keys(action, state))").contains(wanted))
    }
    var lines: [Line] = []
    for group in Action.Group.allCases {
      let actions = valid.filter { $0.group == group }
      guard !actions.isEmpty else { continue }
      if !lines.isEmpty { lines.append(Line(keys: "", text: "", style: .plain)) }
      lines.append(Line(keys: "", text: group.rawValue, style: .title))
      for action in actions {
        let why = action.disabled(state)
        lines.append(
          Line(
            keys: keys(action, state), text: why.map { "\(action.name) — not now: \($0)" } ?? action.name,
            style: why == nil ? .plain : .quiet))
      }
    }
    return lines
      + [section("Marks", marks, wanted), section("Searching and filtering", queries, wanted)].flatMap { $0 }
  }

  /// Lines under a heading, those that have the wanted words.
  private static func section(_ title: String, _ lines: [Line], _ wanted: String) -> [Line] {
    let found = lines.filter { wanted.isEmpty || Folding.fold("\($0.keys) \($0.text)").contains(wanted) }
    guard !found.isEmpty else { return [] }
    return [Line(keys: "", text: "", style: .plain), Line(keys: "", text: title, style: .title)] + found
  }

  private static func keys(_ action: Action, _ state: ReaderState) -> String {
    state.keys[action.id].map(\.name).joined(separator: " ")
  }

  /// What the marks mean.
  private static let marks: [Line] = [
    Line(keys: "≠", text: "contradiction: both cannot be true at the same time", style: Style(.contradiction)),
    Line(keys: "~", text: "tension: both can be true, yet pull against each other", style: Style(.tension)),
    Line(keys: "◐", text: "framing: the same thing in opposed words", style: Style(.framing)),
    Line(keys: "↝", text: "shift: the same holder said otherwise at another time", style: Style(.shift)),
    Line(keys: "“ »", text: "direct speech, reported speech", style: .plain),
    Line(keys: "○ ≈ =", text: "left out by the other article, told by both, the same words in both", style: .plain),
    Line(keys: "!", text: "the text itself looks damaged", style: .plain),
  ]

  /// What a query can say, from the parser's own table.
  private static let queries: [Line] =
    QueryOperator.all.map { Line(keys: $0.form, text: "\($0.meaning): \($0.example)", style: .plain) }
    + [Line(keys: "", text: QueryOperator.note, style: .quiet)]

  static func draw(_ state: ReaderState, _ picker: Picker, into grid: inout CellGrid) {
    let rect = rect(in: state)
    Overlay.frame(
      rect, title: "Keys in \(state.pane.title)",
      trailing: "type to narrow · \(state.hint(.previousRow))\(state.hint(.nextRow)) · \(state.hint(.escape))",
      into: &grid)
    let lines = lines(picker.text, in: state)
    let height = max(0, rect.rows - 3)
    let top = min(picker.top, max(0, lines.count - height))
    let keyWidth = 18
    for (offset, line) in lines.dropFirst(top).prefix(height).enumerated() {
      let row = rect.row + 2 + offset
      let start = rect.column + 2
      if line.style == .title {
        grid.write(line.text, at: Position(row: row, column: start), style: .title)
        continue
      }
      grid.write(line.keys, at: Position(row: row, column: start + 1), style: .key, maxColumns: keyWidth - 2)
      let indent = line.keys.isEmpty ? 1 : keyWidth
      grid.write(
        line.text, at: Position(row: row, column: start + indent), style: line.style,
        maxColumns: rect.columns - indent - 4, overflow: .ellipsis)
    }
    if lines.isEmpty {
      let line = Position(row: rect.row + 2, column: rect.column + 2)
      grid.write(
        "No key here does that. \(state.hint(.erase)) widens the search.", at: line, style: .quiet,
        maxColumns: rect.columns - 4)
    }
    let inner = Rect(row: rect.row + 2, column: rect.column, rows: height, columns: rect.columns)
    ListDrawing.more(above: top, below: lines.count - top - height, inner, into: &grid)
    Overlay.drawInput(
      "\(state.hint(.help)) ", picker.text, at: Position(row: rect.row + 1, column: rect.column + 2),
      room: rect.columns - 4, into: &grid)
  }
}
