import Dossier
import Query
import Terminal

/// What all lists share: which rows stand where, how the selected one looks, what an empty one says.
enum ListDrawing {
  /// Draws the rows of a list that are in view.
  /// - Parameter row: writes one row into its rectangle; the mark of the selected one is drawn already.
  static func draw(
    _ state: ReaderState, _ pane: Pane, _ rect: Rect, into grid: inout CellGrid, empty: () -> [String],
    row: (Int, Rect, inout CellGrid) -> Void
  ) {
    let count = state.rowCount(of: pane)
    guard count > 0 else {
      draw(notice: empty(), rect, into: &grid)
      return
    }
    let top = state.tops[pane] ?? 0
    let selected = state.selectedRow(of: pane)
    for offset in 0..<rect.rows where top + offset < count {
      let line = Rect(row: rect.row + offset, column: rect.column, rows: 1, columns: rect.columns)
      row(top + offset, line, &grid)
      if top + offset == selected { mark(line, isMeant: state.pane == pane && !state.meansDifference, into: &grid) }
    }
    more(above: top, below: count - top - rect.rows, rect, into: &grid)
  }

  /// How it looks what keys act on: in one colour, as reversed colours of several roles would flicker.
  static let bar = Style(.text, [.reverse, .bold])

  /// Marks the selected row: by a sign, and reversed where it is what keys act on.
  static func mark(_ line: Rect, isMeant: Bool, into grid: inout CellGrid) {
    grid.write("▸", at: Position(row: line.row, column: line.column), style: .focusedFrame)
    grid.restyle(line) { style in
      if isMeant { style = bar } else { style.attributes.insert(.bold) }
    }
  }

  /// Says at the right edge that there is more.
  static func more(above: Int, below: Int, _ rect: Rect, into grid: inout CellGrid) {
    let column = rect.endColumn - 1
    if above > 0 { grid.write("↑", at: Position(row: rect.row, column: column), style: .key) }
    if below > 0 { grid.write("↓", at: Position(row: rect.endRow - 1, column: column), style: .key) }
  }

  /// Lines that say why there is nothing and what to try, wrapped.
  static func draw(notice lines: [String], _ rect: Rect, into grid: inout CellGrid) {
    let wrapper = TextWrapper(columns: max(1, rect.columns - 2))
    var row = rect.row
    for line in lines {
      let bytes = Array(line.utf8)
      for wrapped in wrapper.rows(of: bytes) where row < rect.endRow {
        grid.write(bytes, in: wrapped.range, at: Position(row: row, column: rect.column + 1), style: .quiet)
        row += 1
      }
    }
  }

  /// Why a list is empty where a filter may be the reason.
  static func emptiness(_ state: ReaderState, _ pane: Pane, otherwise: [String]) -> [String] {
    if let filter = state.filters[pane], !filter.isEmpty {
      let remedy =
        [Pane.actors, .matrix].contains(pane) ? nil : state.index.finder.directory.remedy(for: Query(filter))
      return [
        "Nothing here matches “\(filter)”\(remedy.map { ": \($0)" } ?? "").",
        "\(state.hint(.escape)) takes the filter away, \(state.hint(.filter)) changes it.",
      ]
    }
    if state.index.isReading { return ["Reading…", "What is found appears here."] }
    return state.whyStopped.map { [$0.capitalisedFirst + "."] } ?? otherwise
  }

  /// The filter of a pane for its heading.
  static func filterText(_ state: ReaderState, _ pane: Pane) -> String {
    guard let filter = state.filters[pane], !filter.isEmpty else { return "" }
    return " · \(state.hint(.filter)) “\(filter)”"
  }
}

extension CellGrid {
  /// Writes text that ends before `column`; nothing where it does not fit.
  /// - Returns: the column that it starts at.
  @discardableResult
  mutating func write(_ text: String, endingAt column: Int, row: Int, after least: Int, style: Style) -> Int {
    let start = column - DisplayWidth.of(text)
    guard start >= least else { return column }
    write(text, at: Position(row: row, column: start), style: style)
    return start
  }

  /// Writes a span of a document on one row, its line ends as blanks, cut with `…`.
  /// - Returns: how many columns it took.
  @discardableResult
  mutating func write(line text: SourceText, _ span: Span, at position: Position, maxColumns: Int) -> Int {
    var words: [UInt8] = []
    words.reserveCapacity(span.count)
    var last: UInt8 = 0
    for byte in text.bytes[span.range] {
      if byte != 0x0A || last != 0x0D { words.append(byte == 0x0A || byte == 0x0D ? 0x20 : byte) }
      last = byte
    }
    return write(words, in: nil, at: position, maxColumns: maxColumns, overflow: .ellipsis, isQuoted: true)
  }
}
