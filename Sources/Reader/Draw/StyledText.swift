import Dossier
import Terminal

/// Writes a span of a document whose parts look different.
struct StyledText {
  let text: SourceText
  let span: Span
  private var styles: [Style]

  /// - Parameter base: how it looks where nothing else is said.
  init(_ text: SourceText, _ span: Span, base: Style) {
    self.text = text
    self.span = Span(min(Int(span.start), text.count), min(Int(span.end), text.count))
    styles = [Style](repeating: base, count: self.span.count)
  }

  /// Changes how the part that `other` covers looks.
  mutating func restyle(_ other: Span, _ change: (inout Style) -> Void) {
    let start = max(span.start, other.start)
    let end = min(span.end, other.end)
    guard start < end else { return }
    for index in Int(start - span.start)..<Int(end - span.start) { change(&styles[index]) }
  }

  /// Writes it on one row.
  /// - Returns: the cells taken.
  @discardableResult
  func draw(at position: Position, maxColumns: Int, into grid: inout CellGrid) -> Int {
    var column = position.column
    var start = 0
    while start < styles.count {
      var end = start + 1
      while end < styles.count, styles[end] == styles[start] || text.bytes[Int(span.start) + end] & 0xC0 == 0x80 {
        end += 1
      }
      column += grid.write(
        text.bytes, in: Int(span.start) + start..<Int(span.start) + end,
        at: Position(row: position.row, column: column),
        style: styles[start], maxColumns: position.column + maxColumns - column, isQuoted: true)
      start = end
    }
    return column - position.column
  }
}
