import Dossier
import Query
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
  /// - Parameter wrong: characters to mark as not understood.
  static func drawInput(
    _ label: String, _ text: String, at position: Position, room: Int, wrong: Range<Int> = 0..<0,
    into grid: inout CellGrid
  ) {
    let used = grid.write(label, at: position, style: .key, maxColumns: room)
    let whole = Array(text)
    var first = 0
    while first < whole.count, Self.width(whole[first...]) > max(1, room - used - 1) { first += 1 }
    let start = Position(row: position.row, column: position.column + used)
    let width = grid.write(
      Sanitiser.line(String(whole[first...])), at: start, style: Style(.text, .bold), maxColumns: max(0, room - used))
    let wrong = wrong.clamped(to: first..<whole.count)
    grid.restyle(
      Rect(
        row: start.row, column: start.column + Self.width(whole[first..<wrong.lowerBound]), rows: 1,
        columns: Self.width(whole[wrong]))
    ) { $0 = Style(.warning, [.bold, .underline]) }
    grid.cursor = Position(row: position.row, column: position.column + used + width)
  }
}

extension Overlay {
  private static func width(_ characters: ArraySlice<Character>) -> Int {
    DisplayWidth.of(Sanitiser.line(String(characters)))
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
    let problem = prompt.shownProblem
    let complaint = prompt.refusal ?? problem?.description
    let (label, hint) = wording(state, prompt)
    let typed = DisplayWidth.of(label) + DisplayWidth.of(prompt.text)
    // A complaint gets the room that the text leaves; a hint steps back for the text.
    let most = complaint == nil ? state.columns / 2 : max(state.columns / 2, state.columns - typed - 5)
    let tail = complaint ?? hint
    let width = min(DisplayWidth.of(tail), most)
    let isShown = complaint != nil || width < most
    let room = state.columns - 2 - (isShown ? width + 2 : 0)
    Overlay.drawInput(
      label, prompt.text, at: Position(row: row, column: 1), room: room, wrong: problem?.range ?? 0..<0, into: &grid)
    guard isShown else { return }
    grid.write(
      tail, at: Position(row: row, column: state.columns - width - 1), style: complaint == nil ? .quiet : .warning,
      maxColumns: width, overflow: .ellipsis)
  }

  /// ` on the difference`, where there is room: what is added is to go where the person means it to.
  private static func name(of subject: RemarkSubject, in state: ReaderState) -> String {
    state.columns >= 60 ? " on \(state.name(of: subject))" : ""
  }

  private static func wording(_ state: ReaderState, _ prompt: Prompt) -> (label: String, tail: String) {
    let keeping = "\(state.hint(.confirm)) keeps · \(state.hint(.escape)) leaves as it was"
    switch prompt.purpose {
    case .search:
      let label = state.hint(.search)
      if prompt.text.isEmpty { return (label, "words to find in all articles") }
      let articles = state.dossier.documents.count
      return (label, state.search.map { SearchWording.count($0, of: articles) } ?? "")
    case .filter(let pane):
      let hint = "words  by:  in:  kind:  is:  -not  OR"
      return ("\(pane.title): ", prompt.text.isEmpty ? hint : Wording.count(state.rowCount(of: pane), "row"))
    case .note(let subject): return ("Note\(name(of: subject, in: state)): ", keeping)
    case .tags(let subject): return ("Tags\(name(of: subject, in: state)): ", "blanks between · \(keeping)")
    case .actorName: return ("Name: ", keeping)
    case .outlet: return ("Source: ", keeping)
    case .export: return ("Write to: ", ".md .html .csv .json .txt say the form · \(state.hint(.escape)) leaves it")
    case .overwrite(_, let path):
      return ("\(Sanitiser.line(path)) is there already. Replace it? yes or no: ", "\(state.hint(.escape)) leaves it")
    }
  }
}
