extension CellGrid {
  /// Draws a frame with round corners along the edge of `rect`, and words in its upper edge, as `caption` writes them.
  /// - Parameter titleStyle: that of the words; the frame's own where `nil`.
  public mutating func box(
    _ rect: Rect, title: String = "", trailing: String = "", style: Style = .plain, titleStyle: Style? = nil
  ) {
    guard !rect.intersection(bounds).isEmpty else { return }
    guard rect.rows >= 2, rect.columns >= 2 else {
      fill(rect, style)
      return
    }
    edge(rect.row, rect, left: "╭", right: "╮", style)
    edge(rect.endRow - 1, rect, left: "╰", right: "╯", style)
    let inner = Rect(row: rect.row + 1, column: rect.column, rows: rect.rows - 2, columns: rect.columns)
    let shown = inner.intersection(bounds)
    for row in shown.row..<shown.endRow {
      put(Self.side, width: 1, row: row, column: rect.column, style: style)
      put(Self.side, width: 1, row: row, column: rect.endColumn - 1, style: style)
    }
    caption(row: rect.row, of: rect, title, trailing: trailing, style: titleStyle ?? style)
  }

  /// Draws a rule over `row` of the frame `rect`, joined to its sides, and words in it, as `caption` writes them.
  public mutating func rule(
    row: Int, of rect: Rect, title: String = "", trailing: String = "", style: Style = .plain,
    titleStyle: Style? = nil
  ) {
    guard !rect.intersection(bounds).isEmpty, row >= rect.row, row < rect.endRow, rect.columns >= 2 else { return }
    edge(row, rect, left: "├", right: "┤", style)
    caption(row: row, of: rect, title, trailing: trailing, style: titleStyle ?? style)
  }

  /// Writes words into an edge or a rule of the frame `rect`.
  /// - Parameters:
  ///   - title: stands at the left.
  ///   - trailing: stands at the right, as far as there is room beside the title.
  public mutating func caption(
    row: Int, of rect: Rect, _ title: String = "", trailing: String = "", style: Style = .plain
  ) {
    // A corner, and a blank on either side.
    let room = rect.columns - 4
    guard room > 0 else { return }
    let used = title.isEmpty ? 0 : label(title, Position(row: row, column: rect.column + 1), room, style)
    guard !trailing.isEmpty else { return }
    let width = DisplayWidth.of(trailing)
    guard width + used + 2 <= room else { return }
    label(trailing, Position(row: row, column: rect.endColumn - width - 3), width, style)
  }

  private static let side = Grapheme(CollectionOfOne("│"))
  private static let line = Grapheme(CollectionOfOne("─"))

  private mutating func edge(_ row: Int, _ rect: Rect, left: Unicode.Scalar, right: Unicode.Scalar, _ style: Style) {
    fill(Rect(row: row, column: rect.column, rows: 1, columns: rect.columns), Self.line, style)
    put(Grapheme(CollectionOfOne(left)), width: 1, row: row, column: rect.column, style: style)
    put(Grapheme(CollectionOfOne(right)), width: 1, row: row, column: rect.endColumn - 1, style: style)
  }

  /// Writes ` text ` and returns the cells of it all.
  @discardableResult
  private mutating func label(_ text: String, _ position: Position, _ room: Int, _ style: Style) -> Int {
    let start = Position(row: position.row, column: position.column + 1)
    put(.blank, width: 1, row: position.row, column: position.column, style: style)
    let used = write(text, at: start, style: style, maxColumns: room, overflow: .ellipsis)
    put(.blank, width: 1, row: position.row, column: start.column + used, style: style)
    return used + 2
  }
}
