import Dossier
import Terminal

extension CellGrid {
  /// Writes what was said on one row, cut with `…`; the words that attribute it from within are a quiet `…`.
  mutating func write(_ statement: Statement, of dossier: Dossier, at position: Position, maxColumns: Int) {
    let text = dossier[statement.document].text
    let end = position.column + maxColumns
    var column = position.column
    for span in dossier.spans(of: statement) {
      if column > position.column {
        guard end - column > 4 else { return }
        column += write(" … ", at: Position(row: position.row, column: column), style: .quiet)
      }
      column += write(
        line: text, statement.withoutMarks(span, in: text), at: Position(row: position.row, column: column),
        maxColumns: end - column)
    }
  }
}

extension Statement {
  /// A part of its words without the marks of a direct quotation, which the glyph before it says, and without the comma
  /// before the closing one.
  fileprivate func withoutMarks(_ span: Span, in text: SourceText) -> Span {
    guard kind == .direct else { return span }
    var words = text.bytes[span.range]
    guard let marks = Self.marks.first(where: { words.starts(with: $0.opening.utf8) }) else { return span }
    words.removeFirst(marks.opening.utf8.count)
    for end in [marks.closing, ","] where words.reversed().starts(with: end.utf8.reversed()) {
      words.removeLast(end.utf8.count)
    }
    return words.isEmpty ? span : Span(words.startIndex, words.endIndex)
  }

  private static let marks: [(opening: String, closing: String)] = [
    ("“", "”"), ("\"", "\""), ("«", "»"), ("„", "“"), ("‘", "’"), ("'", "'"),
  ]
}
