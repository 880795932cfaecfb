/// A place on the grid, from 0.
public struct Position: Sendable, Hashable {
  public var row: Int
  public var column: Int

  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// A rectangle on the grid; it may lie partly or wholly outside.
public struct Rect: Sendable, Hashable {
  public var row: Int
  public var column: Int
  public var rows: Int
  public var columns: Int

  public init(row: Int, column: Int, rows: Int, columns: Int) {
    self.row = row
    self.column = column
    self.rows = max(0, rows)
    self.columns = max(0, columns)
  }

  public var isEmpty: Bool { rows == 0 || columns == 0 }

  /// Row after the last.
  public var endRow: Int { row.addingClamped(rows) }
  /// Column after the last.
  public var endColumn: Int { column.addingClamped(columns) }

  /// What both cover; empty where they do not meet.
  public func intersection(_ other: Rect) -> Rect {
    let top = max(row, other.row)
    let left = max(column, other.column)
    return Rect(
      row: top, column: left,
      rows: min(endRow, other.endRow).subtractingClamped(top),
      columns: min(endColumn, other.endColumn).subtractingClamped(left))
  }

  /// What is left when `count` cells are taken from every side.
  public func inset(by count: Int = 1) -> Rect {
    Rect(
      row: row.addingClamped(count), column: column.addingClamped(count),
      rows: rows.subtractingClamped(count.addingClamped(count)),
      columns: columns.subtractingClamped(count.addingClamped(count)))
  }

  public func contains(_ position: Position) -> Bool {
    position.row >= row && position.row < endRow && position.column >= column && position.column < endColumn
  }
}

extension Int {
  func addingClamped(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? (other > 0 ? .max : .min) : sum
  }

  func subtractingClamped(_ other: Int) -> Int {
    let (difference, overflow) = subtractingReportingOverflow(other)
    return overflow ? (other > 0 ? .min : .max) : difference
  }
}
