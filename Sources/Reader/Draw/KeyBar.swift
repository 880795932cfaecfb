import Dossier
import Terminal

/// The last line: what has just happened, or what the keys do here.
enum KeyBar {
  static func draw(_ state: ReaderState, _ rect: Rect, into grid: inout CellGrid) {
    guard state.message == nil else { return }
    var column = 1
    if let text = status(state) {
      column += grid.write(
        text, at: Position(row: rect.row, column: column), style: Style(.hit, .bold), maxColumns: rect.columns - 2,
        overflow: .ellipsis)
      column += 2
    }
    for entry in entries(state) {
      let width = DisplayWidth.of(entry.key) + 1 + DisplayWidth.of(entry.word)
      guard column + width < rect.columns else { continue }
      column += grid.write(entry.key, at: Position(row: rect.row, column: column), style: .key) + 1
      column += grid.write(entry.word, at: Position(row: rect.row, column: column), style: .quiet) + 2
    }
  }

  /// Rows that what has just happened may take.
  private static let messageRows = 2

  /// Says what has just happened; what is longer than the line takes the row above it too.
  static func drawMessage(_ state: ReaderState, _ rect: Rect, into grid: inout CellGrid) {
    guard let message = state.message else { return }
    let room = max(1, rect.columns - 2)
    let lines = TextWrapper(columns: room).lines(of: Sanitiser.line(message), atMost: messageRows)
    for (offset, line) in lines.enumerated() {
      let row = rect.row - lines.count + 1 + offset
      grid.fill(Rect(row: row, column: rect.column, rows: 1, columns: rect.columns))
      grid.write(
        line, at: Position(row: row, column: 1), style: Style(.bar, .bold), maxColumns: room, overflow: .ellipsis)
    }
  }

  /// What goes on for longer than a key: words that are being selected, a search.
  private static func status(_ state: ReaderState) -> String? {
    if let selected = state.selectedText {
      return Wording.count(state.dossier[selected].split(whereSeparator: \.isWhitespace).count, "word") + " selected"
    }
    // The list of the places found says itself which it is at.
    if case .hits = state.layers.last { return nil }
    guard let search = state.search else { return nil }
    // Where room is short, the keys that go on with it matter more than how many articles it is in.
    return state.columns < 60 && state.layers.isEmpty
      ? SearchWording.shortStatus(search) : SearchWording.status(search, of: state.dossier.documents.count)
  }

  /// What can be done with selected words.
  private static let selecting: [(id: ActionID, word: String)] = [
    (.note, "note"), (.tag, "tags"), (.copy, "copy"), (.selectText, "other end"), (.escape, "back"), (.help, "help"),
  ]

  /// Keys and words of the actions that can be done now; `help` and `quit` are never crowded out.
  static func entries(_ state: ReaderState) -> [(key: String, word: String)] {
    if state.isSelecting {
      return selecting.compactMap { entry in state.keys[entry.id].first.map { ($0.name, entry.word) } }
    }
    var rest: [(key: String, word: String)] = []
    var lasting: [(key: String, word: String)] = []
    let reach = state.reach
    for (action, key, word) in state.keys.bar
    where action.reach.contains(reach) && !action.yields(state) && action.disabled(state) == nil {
      switch action.id {
      case .help, .quit: lasting.append((key, word))
      case .escape where !state.hasSomethingToPeel: continue
      // A search is on the bar already.
      case .filter where !state.pane.isList: continue
      default: rest.append((key, word))
      }
    }
    let first = state.columns < 60 ? 1 : 3
    return Array(rest.prefix(first) + lasting.prefix(1) + rest.dropFirst(first) + lasting.dropFirst(1))
  }
}
