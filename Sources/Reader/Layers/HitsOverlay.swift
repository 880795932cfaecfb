import Dossier
import Query
import Terminal

/// The places that a search found, a line each with what stands around it, and the paragraph of the selected one.
enum HitsOverlay {
  /// Rows of the paragraph under the list.
  private static let contextRows = 5

  private static func rect(in state: ReaderState) -> Rect {
    Overlay.centred(columns: 110, rows: state.rows - 1, in: state)
  }

  /// Whether there is room for the paragraph.
  private static func hasContext(_ rect: Rect) -> Bool { rect.rows >= contextRows * 3 }

  /// Places shown at once.
  static func listRows(in state: ReaderState) -> Int {
    let rect = rect(in: state)
    return max(1, rect.rows - 3 - (hasContext(rect) ? contextRows + 1 : 0))
  }

  static func draw(_ state: ReaderState, _ list: HitList, into grid: inout CellGrid) {
    guard let search = state.search else { return }
    let rect = rect(in: state)
    let selected = list.picker.place.selected
    let number = list.rows.isEmpty ? 0 : selected + 1
    let all = list.rows.count == search.hits.count ? "" : " of \(search.hits.count)"
    Overlay.frame(
      rect, title: "Places with “\(Sanitiser.line(search.query.text))”", trailing: "\(number)/\(list.rows.count)\(all)",
      into: &grid)
    let height = listRows(in: state)
    let inner = Rect(row: rect.row + 2, column: rect.column, rows: height, columns: rect.columns)
    let top = list.picker.place.shownTop(in: LayerRows(count: list.rows.count, height: height))
    for (offset, row) in list.rows.dropFirst(top).prefix(height).enumerated() {
      let line = Rect(row: inner.row + offset, column: rect.column + 1, rows: 1, columns: rect.columns - 2)
      drawRow(state, search.hits[row], line, into: &grid)
      if top + offset == selected { ListDrawing.mark(line, isMeant: true, into: &grid) }
    }
    if list.rows.isEmpty {
      let notice = "No place found has these words. \(state.hint(.erase)) widens the search."
      ListDrawing.draw(
        notice: [notice], Rect(row: inner.row, column: inner.column + 1, rows: height, columns: inner.columns - 2),
        into: &grid)
    } else if hasContext(rect), list.rows.indices.contains(selected) {
      drawContext(state, search.hits[list.rows[selected]], rect, into: &grid)
    }
    ListDrawing.more(above: top, below: list.rows.count - top - height, inner, into: &grid)
    Overlay.drawInput(
      "", list.picker.line, at: Position(row: rect.row + 1, column: rect.column + 2), room: rect.columns - 4,
      into: &grid)
  }

  /// The line of a text that a place found stands in.
  static func paragraph(of hit: Hit, in text: SourceText) -> Span {
    text.trimmed(text.lineSpan(text.line(at: Int(hit.span.start))))
  }

  private static func drawRow(_ state: ReaderState, _ hit: Hit, _ line: Rect, into grid: inout CellGrid) {
    let document = state.dossier[hit.document]
    let text = document.text
    let names = min(18, line.columns / 4)
    grid.write(
      document.label, at: Position(row: line.row, column: line.column + 1), style: .quiet, maxColumns: names,
      overflow: .ellipsis)
    let number = text.line(at: Int(hit.span.start))
    let start = line.column + names + 7
    grid.write("\(number)", endingAt: start - 1, row: line.row, after: line.column + names + 1, style: .quiet)
    let paragraph = paragraph(of: hit, in: text)
    let room = max(1, line.endColumn - start - 1)
    let from = text.excerptStart(in: paragraph, around: Int(hit.span.start), room: room)
    var column = start
    if from > Int(paragraph.start) {
      column += grid.write("…", at: Position(row: line.row, column: column), style: .quiet)
    }
    var styled = StyledText(text, Span(from, min(Int(paragraph.end), from + room * 4)), base: .plain)
    ArticlePane.lightHits(state, hit.document, styled.span, in: &styled)
    let end = line.endColumn - 1
    let isCut = DisplayWidth.of(text.bytes, in: styled.span.range) > end - column
    styled.draw(
      at: Position(row: line.row, column: column), maxColumns: end - column - (isCut ? 1 : 0), into: &grid)
    if isCut { grid.write("…", at: Position(row: line.row, column: end - 1), style: .quiet) }
  }

  private static func drawContext(_ state: ReaderState, _ hit: Hit, _ rect: Rect, into grid: inout CellGrid) {
    let text = state.dossier[hit.document].text
    let rule = rect.endRow - contextRows - 2
    let place = "\(Wording.source(state.dossier[hit.document])) · line \(text.line(at: Int(hit.span.start)))"
    grid.rule(
      row: rule, of: rect, title: place, trailing: "\(state.hint(.confirm)) takes it", style: .frame,
      titleStyle: .title)
    let paragraph = paragraph(of: hit, in: text)
    // A paragraph may be a whole book: what is far from the place is not wrapped.
    let reach = rect.columns * contextRows * 4
    let from =
      Int(hit.span.start) - Int(paragraph.start) > reach
      ? text.wordStart(from: Int(hit.span.start) - reach / 2) : Int(paragraph.start)
    let rows = TextWrapper(columns: rect.columns - 4).rows(
      of: text.bytes, in: from..<min(Int(paragraph.end), from + reach * 2))
    let at = rows.firstIndex { Int(hit.span.start) < $0.end } ?? 0
    let first = max(0, min(at - contextRows / 2, rows.count - contextRows))
    for (offset, row) in rows.dropFirst(first).prefix(contextRows).enumerated() {
      var styled = StyledText(text, Span(row.start, max(row.start, row.end)), base: .plain)
      ArticlePane.light(state, hit.document, styled.span, in: &styled)
      styled.draw(
        at: Position(row: rule + 1 + offset, column: rect.column + 2), maxColumns: rect.columns - 4, into: &grid)
    }
  }
}
