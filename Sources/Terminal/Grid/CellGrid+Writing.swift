extension CellGrid {
  /// What to do with text that is wider than its place.
  public enum Overflow: Sendable {
    /// Cut it between graphemes.
    case clip
    /// Cut it and end with `…`.
    case ellipsis
  }

  /// Writes `text` on one row, sanitised: tabs become spaces, every other control a visible mark.
  ///
  /// What lies outside the grid is clipped on every side, and a wide grapheme is never cut in half.
  ///
  /// - Parameters:
  ///   - position: where the first cell goes; it may lie outside.
  ///   - maxColumns: cells that may be taken at most.
  /// - Returns: the cells that were taken from `position`, what was clipped on the left included.
  @discardableResult
  public mutating func write(
    _ text: some StringProtocol, at position: Position, style: Style = .plain, maxColumns: Int = .max,
    overflow: Overflow = .clip
  ) -> Int {
    write(
      Array(text.utf8), in: nil, at: position, style: style, maxColumns: maxColumns, overflow: overflow)
  }

  /// Writes the UTF-8 `bytes` of `range` on one row, as `write(_:at:style:maxColumns:overflow:)` does; invalid
  /// sequences become U+FFFD.
  /// - Parameter isQuoted: whether they are somebody else's words, which stay as they are where frames and marks are
  ///   replaced.
  @discardableResult
  public mutating func write(
    _ bytes: [UInt8], in range: Range<Int>?, at position: Position, style: Style = .plain, maxColumns: Int = .max,
    tabWidth: Int = Sanitiser.defaultTabWidth, overflow: Overflow = .clip, isQuoted: Bool = false
  ) -> Int {
    let range = (range ?? 0..<bytes.count).clamped(to: 0..<bytes.count)
    guard position.row >= 0, position.row < rows, position.column < columns else { return 0 }
    var limit = min(max(0, maxColumns), columns.subtractingClamped(position.column))
    var isCut = false
    if overflow == .ellipsis, limit > 0, !fits(bytes, in: range, limit, tabWidth) {
      isCut = true
      limit -= 1
    }
    var used = 0
    var index = range.lowerBound
    while index < range.upperBound, used < limit {
      let plain = putPlain(
        bytes, in: index..<min(range.upperBound, index + limit - used), end: range.upperBound, row: position.row,
        column: position.column + used, style: style)
      if plain > 0 {
        index += plain
        used += plain
        continue
      }
      let glyph = Glyph(in: bytes, at: index, end: range.upperBound, column: used, tabWidth: tabWidth)
      if glyph.form == .blank {
        let blanks = min(glyph.width, limit - used)
        for offset in 0..<blanks {
          put(.blank, width: 1, row: position.row, column: position.column + used + offset, style: style)
        }
        used += blanks
      } else {
        guard used + glyph.width <= limit else { break }
        if glyph.width > 0 {
          put(
            glyph.grapheme(in: bytes, from: index), width: glyph.width, row: position.row,
            column: position.column + used, style: style, isQuoted: isQuoted && glyph.form == .verbatim)
        }
        used += glyph.width
      }
      index = glyph.end
    }
    if isCut {
      put(Self.ellipsis, width: 1, row: position.row, column: position.column + used, style: style)
      used += 1
    }
    return used
  }

  /// Fills `rect` with `character`, blank unless given; a wide or unprintable one counts as blank.
  public mutating func fill(_ rect: Rect, _ style: Style = .plain, character: Character = " ") {
    let sanitised = Sanitiser.line(String(character))
    fill(rect, DisplayWidth.of(sanitised) == 1 ? Grapheme(sanitised.unicodeScalars) : .blank, style)
  }

  /// Fills `rect` with a sanitised grapheme one cell wide.
  mutating func fill(_ rect: Rect, _ grapheme: Grapheme, _ style: Style) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    let cell = Cell(grapheme, width: 1, style: style)
    for row in area.row..<area.endRow {
      // Only at the edges can half of a wide grapheme be left.
      put(grapheme, width: 1, row: row, column: area.column, style: style)
      put(grapheme, width: 1, row: row, column: area.endColumn - 1, style: style)
      for column in area.column..<area.endColumn { self[row, column] = cell }
    }
  }

  /// Changes the style of every cell of `rect` and leaves the text.
  public mutating func restyle(_ rect: Rect, _ change: (inout Style) -> Void) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    for row in area.row..<area.endRow {
      for column in area.column..<area.endColumn {
        change(&self[row, column].style)
      }
    }
  }

  /// Copies `source` with its upper left cell at `position`; a wide grapheme that is cut becomes a blank.
  public mutating func draw(_ source: CellGrid, at position: Position) {
    for row in 0..<source.rows {
      for column in 0..<source.columns {
        let cell = source[row, column]
        guard cell.width > 0 else { continue }
        put(
          cell.grapheme, width: Int(cell.width), row: position.row.addingClamped(row),
          column: position.column.addingClamped(column), style: cell.style, isQuoted: cell.isQuoted)
      }
    }
  }

  /// Puts one sanitised grapheme, and blanks what is left of a wide one that it covers in part.
  mutating func put(
    _ grapheme: Grapheme, width: Int, row: Int, column: Int, style: Style, isQuoted: Bool = false
  ) {
    guard row >= 0, row < rows, column < columns, column.addingClamped(width) > 0 else { return }
    guard column >= 0, column + width <= columns else {
      // Half of a wide grapheme would show.
      put(.blank, width: 1, row: row, column: max(0, column), style: style)
      return
    }
    if self[row, column].width == 0 { self[row, column - 1].blank() }
    if self[row, column + width - 1].width == 2 { self[row, column + width].blank() }
    self[row, column] = Cell(grapheme, width: UInt8(width), style: style, isQuoted: isQuoted)
    if width == 2 { self[row, column + 1] = Cell(.none, width: 0, style: style) }
  }

  /// Puts printable ASCII over narrow cells, as far as both go: nearly all text is that, and needs no second look.
  /// - Parameter end: where the text ends; a mark that stands there belongs to the letter before it.
  /// - Returns: the bytes taken, a cell each.
  private mutating func putPlain(
    _ bytes: [UInt8], in range: Range<Int>, end: Int, row: Int, column: Int, style: Style
  ) -> Int {
    guard column >= 0 else { return 0 }
    let start = row * columns + column
    var count = 0
    for index in range {
      guard Glyph.isPlain(bytes, at: index, end: end), cells[start + count].width == 1 else { break }
      cells[start + count] = Cell(Grapheme(ascii: bytes[index]), width: 1, style: style)
      count += 1
    }
    return count
  }

  private func fits(_ bytes: [UInt8], in range: Range<Int>, _ limit: Int, _ tabWidth: Int) -> Bool {
    // Nothing but a tab has more cells than bytes.
    if range.count <= limit, !bytes[range].contains(0x09) { return true }
    var column = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let glyph = Glyph(in: bytes, at: index, end: range.upperBound, column: column, tabWidth: tabWidth)
      column += glyph.width
      if column > limit { return false }
      index = glyph.end
    }
    return true
  }

  private static let ellipsis = Grapheme(CollectionOfOne("…"))
}

extension Cell {
  fileprivate mutating func blank() {
    grapheme = .blank
    width = 1
  }
}
