import Dossier
import Terminal

/// The last line: what has just happened, or what the keys do here.
enum KeyBar {
  static func draw(_ state: ReaderState, _ rect: Rect, into grid: inout CellGrid) {
    var column = 1
    if let message = state.message {
      grid.write(
        message, at: Position(row: rect.row, column: column), style: Style(.bar, .bold), maxColumns: rect.columns - 2,
        overflow: .ellipsis)
      return
    }
    if let search = state.search {
      let text = SearchWording.status(search, of: state.dossier.documents.count)
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

  /// Keys and words of the actions that can be done now; `help` and `quit` are never crowded out.
  static func entries(_ state: ReaderState) -> [(key: String, word: String)] {
    let able = ActionTable.valid(in: state).filter { $0.bar != nil && $0.disabled(state) == nil }
    let lasting = able.filter { $0.id == .help || $0.id == .quit }
    let rest = able.filter { $0.id != .help && $0.id != .quit && ($0.id != .escape || state.hasSomethingToPeel) }
    let first = state.columns < 60 ? 1 : 3
    let ordered = rest.prefix(first) + lasting.prefix(1) + rest.dropFirst(first) + lasting.dropFirst(1)
    return ordered.compactMap { action in
      guard let key = state.keys[action.id].first, let word = action.bar else { return nil }
      return (key.name, word)
    }
  }
}
