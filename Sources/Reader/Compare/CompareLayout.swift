import Dossier
import Terminal

/// A comparison wrapped to a width.
struct CompareLayout: Sendable {
  struct Piece: Sendable, Hashable {
    var span: Span
    var cell: Comparison.Cell
    var isFirst: Bool
  }

  enum Content: Sendable {
    case pieces([Piece?])
    /// A line of the reason why the row above parts; `offset` is that of its first letter in the whole reason.
    case reason(Disagreement.ID, String, offset: Int)
    case blank
  }

  struct Line: Sendable {
    var row: Int
    var content: Content
  }

  /// Columns of a side's gutter: the line number, the mark, a space.
  static let gutter = 6
  /// Below this width the sides stand one under another.
  static let narrowest = 66

  let comparison: Comparison
  let lines: [Line]
  /// Columns of one side, gutter included.
  let sideWidth: Int
  let isInterleaved: Bool
  /// The differences in order, each with the lines of its reason.
  let differences: [(id: Disagreement.ID, reason: Range<Int>)]

  init(_ comparison: Comparison, _ dossier: Dossier, columns: Int, differencesOnly: Bool) {
    self.comparison = comparison
    let count = comparison.documents.count
    isInterleaved = columns < Self.narrowest * max(2, count) / 2
    sideWidth = isInterleaved ? columns : (columns - (count - 1)) / count
    let texts = comparison.documents.map { dossier[$0].text }
    let wrapper = TextWrapper(columns: max(4, sideWidth - Self.gutter - 1))
    let reasonWrapper = TextWrapper(columns: max(4, columns - 8))
    var lines: [Line] = []
    var differences: [(id: Disagreement.ID, reason: Range<Int>)] = []
    for (number, row) in comparison.rows.enumerated() {
      if differencesOnly, row.differences.isEmpty { continue }
      let pieces = row.cells.enumerated().map { column, cell -> [Piece] in
        guard let cell else { return [] }
        return wrapper.rows(of: texts[column].bytes, in: cell.span.range).enumerated().map { index, wrapped in
          Piece(span: Span(wrapped.start, max(wrapped.start, wrapped.end)), cell: cell, isFirst: index == 0)
        }
      }
      if isInterleaved {
        for (column, side) in pieces.enumerated() {
          for piece in side {
            lines.append(Line(row: number, content: .pieces((0..<count).map { $0 == column ? piece : nil })))
          }
        }
      } else {
        for index in 0..<(pieces.map(\.count).max() ?? 0) {
          lines.append(Line(row: number, content: .pieces(pieces.map { index < $0.count ? $0[index] : nil })))
        }
      }
      for id in row.differences {
        let reason = Self.reason(dossier[id], dossier)
        let bytes = Array(reason.utf8)
        let first = lines.count
        for wrapped in reasonWrapper.rows(of: bytes) {
          let words = String(decoding: bytes[wrapped.range], as: UTF8.self)
          lines.append(Line(row: number, content: .reason(id, words, offset: wrapped.start)))
        }
        differences.append((id, first..<lines.count))
      }
      if !row.differences.isEmpty || differencesOnly { lines.append(Line(row: number, content: .blank)) }
    }
    self.lines = lines
    self.differences = differences
  }

  private static func reason(_ difference: Disagreement, _ dossier: Dossier) -> String {
    "\(difference.relation.rawValue) · \(difference.kind.rawValue) · \(Wording.time(difference.time)) · "
      + "\(Percent.text(difference.confidence)): \(dossier.because(difference))"
  }

  /// The first line of a row, or of the next that is shown. Cost: O(log n).
  func line(ofRow row: Int) -> Int {
    let first = lines.partitioningIndex { $0.row >= row }
    return min(first, max(0, lines.count - 1))
  }

  /// The line of a place; where that is not shown, the first of its row or of the next that is. Cost: that of the row.
  func line(of place: ComparePlace) -> Int {
    let first = line(ofRow: place.row)
    var found = first
    for line in lines.indices[first...].prefix(while: { lines[$0].row == place.row }) where holds(place.part, line) {
      found = line
    }
    return found
  }

  /// Whether a line is that of a part of its row, or stands before it in the same part.
  private func holds(_ part: ComparePlace.Part, _ line: Int) -> Bool {
    switch (part, lines[line].content) {
    case (.text(let column, let offset), .pieces(let pieces)):
      pieces.indices.contains(column) && pieces[column].map { $0.span.start <= offset } ?? false
    case (.reason(let wanted, let offset), .reason(let id, _, let start)): id == wanted && start <= offset
    default: false
    }
  }

  /// What stands on a line, of its sides rather `side`; `nil` for a blank one.
  func place(atLine line: Int, side: Int) -> ComparePlace? {
    let row = lines[line].row
    switch lines[line].content {
    case .pieces(let pieces):
      let column = pieces.indices.contains(side) && pieces[side] != nil ? side : pieces.firstIndex { $0 != nil }
      guard let column, let piece = pieces[column] else { return nil }
      return ComparePlace(row: row, part: .text(column: column, offset: piece.span.start))
    case .reason(let id, _, let offset): return ComparePlace(row: row, part: .reason(id, offset: offset))
    case .blank: return nil
    }
  }
}
