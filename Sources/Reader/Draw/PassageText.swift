import Dossier
import Terminal

/// Writes a passage of a document into a rectangle, wrapped; of a long one, what stands around the words that matter.
enum PassageText {
  /// Columns that the marks of what is left out take before the text and after it.
  private static let margins = 3

  /// - Parameters:
  ///   - place: an offset that is shown in any case.
  ///   - style: how parts of a row look.
  /// - Returns: the rows taken.
  @discardableResult
  static func draw(
    _ text: SourceText, _ span: Span, around place: Int, _ rect: Rect, into grid: inout CellGrid,
    style: (inout StyledText) -> Void
  ) -> Int {
    guard rect.rows > 0 else { return 0 }
    let rows = Self.rows(text, span, columns: rect.columns)
    let lit = rows.lastIndex { $0.start <= place } ?? 0
    let first = rows.count <= rect.rows ? 0 : min(max(0, lit - (rect.rows - 1) / 2), rows.count - rect.rows)
    let shown = rows[first..<min(rows.count, first + rect.rows)]
    for (offset, wrapped) in shown.enumerated() {
      var styled = StyledText(text, Span(wrapped.start, max(wrapped.start, wrapped.end)), base: .plain)
      style(&styled)
      let row = rect.row + offset
      if first > 0, offset == 0 { grid.write("…", at: Position(row: row, column: rect.column), style: .quiet) }
      let used = styled.draw(
        at: Position(row: row, column: rect.column + 2), maxColumns: rect.columns - margins, into: &grid)
      if offset == shown.count - 1, first + shown.count < rows.count {
        grid.write("…", at: Position(row: row, column: rect.column + 2 + used), style: .quiet)
      }
    }
    return shown.count
  }

  /// Writes a passage after its label on the same row; of one that does not fit, the words from shortly before `place` on.
  /// - Returns: the rows taken.
  static func draw(
    _ text: SourceText, _ span: Span, after label: (text: String, style: Style), around place: Int, _ rect: Rect,
    into grid: inout CellGrid, style: (inout StyledText) -> Void
  ) -> Int {
    guard rect.rows > 0 else { return 0 }
    let indent =
      1
      + grid.write(
        label.text, at: Position(row: rect.row, column: rect.column), style: label.style, maxColumns: rect.columns / 2,
        overflow: .ellipsis)
    var rows = Self.rows(text, span, columns: rect.columns, indent: indent)
    let isCut = rows.count > rect.rows && rows[rect.rows - 1].end <= place
    if isCut {
      let start = Self.wordStart(before: place - rect.columns * (rect.rows - 1) / 3, in: text, within: span)
      rows = Self.rows(text, Span(start, Int(span.end)), columns: rect.columns, indent: indent + 2)
      grid.write("…", at: Position(row: rect.row, column: rect.column + indent), style: .quiet)
    }
    let shown = rows.prefix(rect.rows)
    for (offset, wrapped) in shown.enumerated() {
      var styled = StyledText(text, Span(wrapped.start, max(wrapped.start, wrapped.end)), base: .plain)
      style(&styled)
      let column = rect.column + (offset > 0 ? 2 : isCut ? indent + 2 : indent)
      let row = rect.row + offset
      let used = styled.draw(at: Position(row: row, column: column), maxColumns: rect.endColumn - column, into: &grid)
      if offset == shown.count - 1, shown.count < rows.count {
        grid.write("…", at: Position(row: row, column: min(rect.endColumn - 1, column + used)), style: .quiet)
      }
    }
    return shown.count
  }

  /// Rows of which the first begins after `indent` columns, the others after two.
  private static func rows(_ text: SourceText, _ span: Span, columns: Int, indent: Int) -> [WrappedRow] {
    let end = Int(span.end)
    let first = TextWrapper(columns: columns - indent - 1).row(of: text.bytes, at: Int(span.start), end: end)
    guard first.next < end else { return [first] }
    return [first] + TextWrapper(columns: columns - margins).rows(of: text.bytes, in: first.next..<end)
  }

  /// The first letter of a word at or after `place`.
  private static func wordStart(before place: Int, in text: SourceText, within span: Span) -> Int {
    var start = max(Int(span.start), place)
    while start > Int(span.start), text.bytes[start - 1] != 0x20, text.bytes[start - 1] != 0x0A { start -= 1 }
    return start
  }

  /// The rows that a passage takes when nothing of it is left out.
  static func rows(_ text: SourceText, _ span: Span, columns: Int) -> [WrappedRow] {
    TextWrapper(columns: max(1, columns - margins)).rows(of: text.bytes, in: span.range)
  }
}
