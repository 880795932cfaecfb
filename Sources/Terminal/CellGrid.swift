/// A rectangle of cells: what `draw` fills and ncurses carries to the screen. Touches no terminal.
///
/// Text enters cells only through `Sanitiser`, so that nothing from a document reaches the terminal raw.
public struct CellGrid: Sendable, Hashable {
  public let columns: Int
  public let rows: Int
  /// Row by row.
  public private(set) var cells: [Cell]
  /// Where the cursor stands, or `nil` to hide it.
  public var cursor: Position?

  public init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
    cells = Array(repeating: Cell(), count: max(0, columns) * max(0, rows))
  }

  public subscript(row: Int, column: Int) -> Cell {
    get { cells[row * columns + column] }
    set { cells[row * columns + column] = newValue }
  }

  /// All of it.
  public var bounds: Rect { Rect(row: 0, column: 0, rows: rows, columns: columns) }
}

/// One cell: a grapheme that starts here, or the right half of a wide one before it.
public struct Cell: Sendable, Hashable {
  /// Sanitised, of width `width`; empty for the right half of a wide grapheme.
  public var text: String
  /// 1 or 2; 0 for the right half of a wide grapheme.
  public var width: UInt8
  public var style: Style

  public init(text: String = " ", width: UInt8 = 1, style: Style = .plain) {
    self.text = text
    self.width = width
    self.style = style
  }
}

/// A place on the grid, from 0.
public struct Position: Sendable, Hashable {
  public var row: Int
  public var column: Int

  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// A rectangle on the grid.
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
}
