import Terminal

/// A box over the view.
enum Overlay {
  /// Blanks a rectangle and frames it.
  static func frame(_ rect: Rect, title: String, trailing: String, into grid: inout CellGrid) {
    grid.fill(rect)
    grid.box(rect, title: title, trailing: trailing, style: .focusedFrame, titleStyle: .title)
    grid.cursor = nil
  }

  /// A centred rectangle of at most the given size, that leaves the key bar free.
  static func centred(columns: Int, rows: Int, in state: ReaderState) -> Rect {
    let width = min(columns, state.columns)
    let height = min(rows, state.rows - 1)
    return Rect(
      row: max(0, (state.rows - 1 - height) / 3), column: (state.columns - width) / 2, rows: height, columns: width)
  }

  /// Draws a line that is being typed, with the cursor at its end; of a long one the end is shown.
  static func drawInput(_ label: String, _ text: String, at position: Position, room: Int, into grid: inout CellGrid) {
    let used = grid.write(label, at: position, style: .key, maxColumns: room)
    var shown = Sanitiser.line(text)
    while DisplayWidth.of(shown) > max(1, room - used - 1), !shown.isEmpty { shown.removeFirst() }
    let width = grid.write(
      shown, at: Position(row: position.row, column: position.column + used), style: Style(.text, .bold),
      maxColumns: max(0, room - used))
    grid.cursor = Position(row: position.row, column: position.column + used + width)
  }
}

/// A passage of explanation.
enum PopupOverlay {
  private static func width(in state: ReaderState) -> Int { min(96, state.columns - (state.columns > 60 ? 8 : 0)) }

  /// The lines, wrapped.
  private static func rows(_ popup: Popup, in state: ReaderState) -> [String] {
    let wrapper = TextWrapper(columns: max(1, width(in: state) - 4))
    return popup.lines.flatMap { line in
      let bytes = Array(line.utf8)
      return wrapper.rows(of: bytes).map { String(decoding: bytes[$0.range], as: UTF8.self) }
    }
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

/// The line at the foot of the screen where a search, a filter or a note is typed.
enum PromptLine {
  static func draw(_ state: ReaderState, _ prompt: Prompt, into grid: inout CellGrid) {
    let row = state.rows - 1
    grid.fill(Rect(row: row, column: 0, rows: 1, columns: state.columns))
    let (label, tail) = wording(state, prompt)
    let width = DisplayWidth.of(tail)
    let room = state.columns - 2 - (width < state.columns / 2 ? width + 2 : 0)
    Overlay.drawInput(label, prompt.text, at: Position(row: row, column: 1), room: room, into: &grid)
    if room < state.columns - 2 {
      grid.write(tail, at: Position(row: row, column: state.columns - width - 1), style: .quiet)
    }
  }

  private static func wording(_ state: ReaderState, _ prompt: Prompt) -> (label: String, tail: String) {
    switch prompt.purpose {
    case .search:
      let label = state.hint(.search)
      if prompt.text.isEmpty { return (label, "words to find in all articles") }
      return (label, state.search.map(SearchWording.count) ?? "in no article")
    case .filter(let pane):
      let hint = "words  by:  in:  kind:  is:  -not  OR"
      return ("\(pane.title): ", prompt.text.isEmpty ? hint : Wording.count(state.rowCount(of: pane), "row"))
    case .note: return ("Note: ", "\(state.hint(.confirm)) keeps · \(state.hint(.escape)) leaves as it was")
    }
  }
}
