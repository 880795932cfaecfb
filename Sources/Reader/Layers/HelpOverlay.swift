import Query
import Terminal

/// What the keys do here, made from the action table; typing narrows it and finds what is done elsewhere, Enter takes it.
enum HelpOverlay {
  /// One entry, or a heading.
  struct Line {
    var keys: String
    var text: String
    var style: Style
    /// What it is about; `nil` for what no key does.
    var action: Action?

    /// Whether it is none to stand on.
    var isHeading: Bool { text.isEmpty || style == .title }
  }

  static func rect(in state: ReaderState) -> Rect {
    Overlay.centred(columns: 84, rows: state.rows - 1, in: state)
  }

  // MARK: What it says

  static func lines(_ text: String, in state: ReaderState) -> [Line] {
    let here = Reach(state.pane)
    let wanted = Folding.fold(text)
    var (valid, elsewhere): ([Action], [Action]) = ([], [])
    for action in ActionTable.actions where fits(action, wanted, in: state) {
      let isHere = action.reach.contains(here) && !action.yields(state)
      if isHere || !action.reach.isDisjoint(with: .typing) { valid.append(action) } else { elsewhere.append(action) }
    }
    var lines: [Line] = []
    for group in Action.Group.allCases {
      lines += section(group.rawValue, valid.filter { $0.group == group }.map { line($0, in: state) })
    }
    // Without words it is of the keys here; whoever looks for something is told where it is.
    if !wanted.isEmpty { lines += section("Elsewhere", elsewhere.map { line($0, in: state) }) }
    lines += section("Marks", marks(state).filter { wanted.isEmpty || holds($0, wanted) })
    lines += section("Searching and filtering", queries.filter { wanted.isEmpty || holds($0, wanted) })
    return Array(lines.dropFirst())
  }

  private static func fits(_ action: Action, _ wanted: String, in state: ReaderState) -> Bool {
    wanted.isEmpty || PaletteOverlay.folded(action).contains(wanted)
      || Folding.fold(keys(action, state)).contains(wanted)
  }

  private static func holds(_ line: Line, _ wanted: String) -> Bool {
    Folding.fold("\(line.keys) \(line.text)").contains(wanted)
  }

  private static func line(_ action: Action, in state: ReaderState) -> Line {
    let isForTyping = action.reach.isDisjoint(with: .views)
    let why = isForTyping ? nil : state.whyNot(action)
    let isHere = action.reach.contains(Reach(state.pane))
    let text = why.map { "\(action.name) — \(isHere ? "not now: " : "")\($0)" } ?? action.name
    return Line(keys: keys(action, state), text: text, style: why == nil ? .plain : .quiet, action: action)
  }

  /// Lines under a heading, after a blank one.
  private static func section(_ title: String, _ lines: [Line]) -> [Line] {
    guard !lines.isEmpty else { return [] }
    return [Line(keys: "", text: "", style: .plain), Line(keys: "", text: title, style: .title)] + lines
  }

  private static func keys(_ action: Action, _ state: ReaderState) -> String {
    state.keys[action.id].map(\.name).joined(separator: " ")
  }

  /// What the marks mean.
  private static func marks(_ state: ReaderState) -> [Line] {
    let step = state.hint(.nextDifference)
    return [
      Line(keys: "≠", text: "contradiction: both cannot be true at the same time", style: Style(.contradiction)),
      Line(keys: "~", text: "tension: both can be true, yet pull against each other", style: Style(.tension)),
      Line(keys: "◐", text: "framing: the same thing in opposed words", style: Style(.framing)),
      Line(keys: "↝", text: "shift: the same holder said otherwise at another time", style: Style(.shift)),
      Line(keys: "", text: "\(step) goes through them in this order, of each the surest first", style: .quiet),
      Line(keys: "“ » ‘", text: "direct speech, reported speech, words held at a distance", style: .plain),
      Line(
        keys: "○ ≈ = ↳", text: "only here, told by both, the same words in both, from elsewhere in it", style: .plain),
      Line(
        keys: "✓ ✗ ?", text: "you accepted it, rejected it, are unsure; what is rejected is not counted", style: .plain),
      Line(
        keys: "✎ # ◆ ±", text: "your note, tag, bookmark, correction; ✎2 in the first line counts all", style: .plain),
      Line(keys: "┃ │", text: "beside the text: the selected difference goes on, another does", style: .plain),
      Line(keys: "▎", text: "beside the text: the selected quote", style: .plain),
      Line(keys: "⋯", text: "what is not article is folded here", style: .plain),
      Line(keys: "43 %", text: "over an article: how much of it stands above the last line shown", style: .plain),
      Line(keys: "!", text: "the text itself looks damaged", style: .plain),
    ]
  }

  /// What a query can say, from the parser's own table.
  private static let queries: [Line] =
    QueryOperator.all.map { Line(keys: $0.form, text: "\($0.meaning): \($0.example)", style: .plain) }
    + [Line(keys: "", text: QueryOperator.note, style: .quiet)]

  // MARK: How it stands

  /// One row of the screen: a part of a line.
  struct Row {
    /// Its line, by number.
    var line: Int
    var keys = ""
    var text = ""
    var isFirst = false
  }

  /// Cells of the keys, with the room after them.
  private static func keyWidth(_ rect: Rect) -> Int { rect.columns < 60 ? 12 : 18 }

  /// The lines, wrapped: keys that are longer than their column have a row of their own.
  static func wrapped(_ lines: [Line], in state: ReaderState) -> [Row] {
    let rect = rect(in: state)
    var rows: [Row] = []
    for (index, line) in lines.enumerated() {
      let indent = line.keys.isEmpty ? 1 : keyWidth(rect)
      let texts = TextWrapper(columns: max(1, rect.columns - indent - 5)).lines(of: line.text)
      let isLong = DisplayWidth.of(line.keys) > keyWidth(rect) - 2
      if isLong { rows.append(Row(line: index, keys: line.keys, isFirst: true)) }
      for (number, text) in texts.enumerated() {
        let isFirst = number == 0 && !isLong
        rows.append(Row(line: index, keys: isFirst ? line.keys : "", text: text, isFirst: isFirst))
      }
    }
    return rows
  }

  /// The rows to move in: one stands on the first of a line, and sees all of it, with the heading above the first.
  static func rows(_ lines: [Line], in state: ReaderState) -> LayerRows {
    let rows = wrapped(lines, in: state)
    var (tallest, height) = (1, 0)
    for row in rows {
      height = row.isFirst ? 1 : height + 1
      tallest = max(tallest, height)
    }
    return LayerRows(
      count: rows.count, height: PickerBox.height(rect(in: state)), tallest: tallest,
      canStand: { rows[$0].isFirst && !lines[rows[$0].line].isHeading },
      span: { row in
        guard rows.indices.contains(row) else { return row..<row + 1 }
        var (start, end) = (row, row + 1)
        while end < rows.count, rows[end].line == rows[row].line { end += 1 }
        while start > 0, lines[rows[start - 1].line].isHeading { start -= 1 }
        return start..<end
      })
  }

  static func draw(_ state: ReaderState, _ picker: Picker, into grid: inout CellGrid) {
    let rect = rect(in: state)
    let lines = lines(picker.text, in: state)
    let rows = wrapped(lines, in: state)
    let (take, move, leave) = (
      state.hint(.confirm), state.hint(.previousRow) + state.hint(.nextRow), state.hint(.escape)
    )
    let box = PickerBox(
      rect: rect, title: "Keys in \(state.pane.title)",
      trailing: ["type to narrow · \(move) · \(take) takes it · \(leave)", "\(take) takes it · \(leave)"],
      label: "\(state.hint(.help)) ", empty: "No key does that. \(state.hint(.erase)) widens the search.")
    let selected = rows.indices.contains(picker.place.selected) ? rows[picker.place.selected].line : nil
    box.draw(picker, Self.rows(lines, in: state), into: &grid) { index, place, grid in
      let row = rows[index]
      draw(row, lines[row.line], place, rect, into: &grid)
      if row.line == selected, !row.isFirst { grid.restyle(place) { $0 = Style(.text, [.reverse, .bold]) } }
    }
  }

  private static func draw(_ row: Row, _ line: Line, _ place: Rect, _ rect: Rect, into grid: inout CellGrid) {
    let start = place.column + 1
    if line.style == .title {
      grid.write(line.text, at: Position(row: place.row, column: start), style: .title)
      return
    }
    grid.write(
      row.keys, at: Position(row: place.row, column: start + 1), style: .key, maxColumns: place.columns - 3,
      overflow: .ellipsis)
    let indent = line.keys.isEmpty ? 1 : keyWidth(rect)
    grid.write(
      row.text, at: Position(row: place.row, column: start + indent), style: line.style,
      maxColumns: place.columns - indent - 2, overflow: .ellipsis)
  }
}

extension ReaderState {
  /// Opens the help at its first line.
  mutating func openHelp() {
    layers.append(.help(Picker()))
    movePicker(by: 0)
  }

  /// Does what the selected line of the help is about.
  mutating func confirmHelp(_ picker: Picker) -> [Effect] {
    let lines = HelpOverlay.lines(picker.text, in: self)
    let rows = HelpOverlay.wrapped(lines, in: self)
    guard rows.indices.contains(picker.place.selected) else { return [] }
    let line = lines[rows[picker.place.selected].line]
    guard let action = line.action else {
      message = "\(line.keys.isEmpty ? "This" : line.keys) is explained here; no key does it"
      return []
    }
    return call(action)
  }
}
