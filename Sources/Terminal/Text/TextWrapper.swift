/// One row of wrapped text, as offsets into its bytes.
public struct WrappedRow: Sendable, Hashable {
  /// UTF-8 offset of its first byte.
  public let start: Int
  /// Offset after its last byte that is shown; the spaces at which it was wrapped are left out.
  public let end: Int
  /// Offset at which the next row begins.
  public let next: Int
  /// Cells that it takes.
  public let columns: Int

  public init(start: Int, end: Int, next: Int, columns: Int) {
    self.start = start
    self.end = end
    self.next = next
    self.columns = columns
  }

  public var range: Range<Int> { start..<end }
}

/// Wraps UTF-8 text at words to a number of columns. Nothing is lost: a word that is too long is broken.
///
/// Line feeds, carriage returns and their pair end a row. A row may also end after a hyphen or a dash between letters,
/// and between wide characters. Widths are those of the sanitised text, so that a row is shown as it was measured by
/// `CellGrid.write`.
public struct TextWrapper: Sendable, Hashable {
  /// Cells in a row, at least 1; only a wide character in a row of 1 goes beyond.
  public let columns: Int
  /// Distance of tab stops from the start of the row.
  public let tabWidth: Int

  public init(columns: Int, tabWidth: Int = Sanitiser.defaultTabWidth) {
    self.columns = max(1, columns)
    self.tabWidth = tabWidth
  }

  /// The rows of `bytes` within `range`; an empty range gives one empty row, and so does an empty line.
  ///
  /// Wrap a long text paragraph by paragraph as it comes into view.
  ///
  /// - Complexity: O(*n*)
  public func rows(of bytes: [UInt8], in range: Range<Int>? = nil) -> [WrappedRow] {
    let range = (range ?? 0..<bytes.count).clamped(to: 0..<bytes.count)
    var rows: [WrappedRow] = []
    var start = range.lowerBound
    while true {
      let row = self.row(of: bytes, at: start, end: range.upperBound)
      rows.append(row)
      guard row.next < range.upperBound else { return rows }
      start = row.next
    }
  }

  /// The row that begins at `start`, with nothing beyond `end` read.
  ///
  /// - Complexity: O(*columns*), and the blanks at which it is wrapped.
  public func row(of bytes: [UInt8], at start: Int, end: Int) -> WrappedRow {
    let end = min(end, bytes.count)
    var index = max(0, start)
    let start = index
    var column = 0
    // The last place where the row may end: what is shown before it, and where the next row begins.
    var breakEnd = start
    var breakNext = start
    var breakColumn = 0
    var inBlanks = false
    while index < end {
      let byte = bytes[index]
      if byte == 0x0A || byte == 0x0D {
        let pair = byte == 0x0D && index + 1 < end && bytes[index + 1] == 0x0A
        let next = index + (pair ? 2 : 1)
        return inBlanks
          ? WrappedRow(start: start, end: breakEnd, next: next, columns: breakColumn)
          : WrappedRow(start: start, end: index, next: next, columns: column)
      }
      let glyph = Glyph(in: bytes, at: index, end: end, column: column, tabWidth: tabWidth)
      if byte == 0x20 || byte == 0x09 {
        if !inBlanks {
          breakEnd = index
          breakColumn = column
          inBlanks = true
        }
        column += glyph.width
        index = glyph.end
        breakNext = index
        continue
      }
      if column + glyph.width > columns, index > start {
        if breakEnd > start {
          return WrappedRow(start: start, end: breakEnd, next: breakNext, columns: breakColumn)
        }
        return inBlanks
          ? WrappedRow(start: start, end: start, next: index, columns: 0)
          : WrappedRow(start: start, end: index, next: index, columns: column)
      }
      inBlanks = false
      column += glyph.width
      index = glyph.end
      if glyph.width == 2 || (index < end && Self.isBreak(in: bytes, after: index - 1, start: start, end: end)) {
        breakEnd = index
        breakNext = index
        breakColumn = column
      }
    }
    return inBlanks
      ? WrappedRow(start: start, end: breakEnd, next: end, columns: breakColumn)
      : WrappedRow(start: start, end: max(start, end), next: max(start, end), columns: column)
  }

  /// The cells, from 0, that `range` of the text takes in `row`, or `nil` where nothing of it is shown there.
  ///
  /// Ends that fall inside a glyph are moved outward. Use it to mark a span on a row that has been written.
  public func columns(of range: Range<Int>, in row: WrappedRow, of bytes: [UInt8]) -> Range<Int>? {
    guard range.lowerBound < row.end, range.upperBound > row.start, row.end <= bytes.count else { return nil }
    var first: Int?
    var column = 0
    var index = row.start
    while index < row.end, index < range.upperBound {
      let glyph = Glyph(in: bytes, at: index, end: row.end, column: column, tabWidth: tabWidth)
      if first == nil, glyph.end > range.lowerBound { first = column }
      column += glyph.width
      index = glyph.end
    }
    guard let first, first < column else { return nil }
    return first..<column
  }

  /// The UTF-8 offset of the glyph at `column` of `row`; the end of the row where it is shorter.
  public func offset(atColumn column: Int, in row: WrappedRow, of bytes: [UInt8]) -> Int {
    var current = 0
    var index = row.start
    let end = min(row.end, bytes.count)
    while index < end {
      let glyph = Glyph(in: bytes, at: index, end: end, column: current, tabWidth: tabWidth)
      current += glyph.width
      if current > column { return index }
      index = glyph.end
    }
    return row.end
  }

  /// Whether a row may end after the character that ends at `last`: a hyphen or a dash between letters.
  @inline(__always)
  private static func isBreak(in bytes: [UInt8], after last: Int, start: Int, end: Int) -> Bool {
    let byte = bytes[last]
    if byte == 0x2D {
      return last > start && isLetter(bytes[last - 1]) && isLetter(bytes[last + 1])
    }
    // U+2013 and U+2014.
    guard byte == 0x93 || byte == 0x94, last >= start + 3 else { return false }
    return bytes[last - 1] == 0x80 && bytes[last - 2] == 0xE2 && isLetter(bytes[last - 3]) && isLetter(bytes[last + 1])
  }

  /// Letters of ASCII, and everything beyond ASCII.
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
  }
}
