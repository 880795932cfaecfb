/// A rectangle of cells: what `draw` fills and ncurses carries to the screen. Touches no terminal.
///
/// Text enters cells only through `Sanitiser`, so that nothing from a document reaches the terminal raw. A place
/// outside the grid reads as a blank and takes nothing, so drawing needs no checks of its own.
public struct CellGrid: Sendable, Hashable {
  public let columns: Int
  public let rows: Int
  /// Row by row.
  public internal(set) var cells: [Cell]
  /// Where the cursor stands, or `nil` to hide it.
  public var cursor: Position?

  public init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
    cells = Array(repeating: Cell(), count: max(0, columns) * max(0, rows))
  }

  /// One cell. Setting it directly is for blanks and restyling: `write` keeps wide graphemes whole.
  public subscript(row: Int, column: Int) -> Cell {
    get { contains(row, column) ? cells[row * columns + column] : Cell() }
    set { if contains(row, column) { cells[row * columns + column] = newValue } }
  }

  /// All of it.
  public var bounds: Rect { Rect(row: 0, column: 0, rows: rows, columns: columns) }

  func contains(_ row: Int, _ column: Int) -> Bool {
    row >= 0 && row < rows && column >= 0 && column < columns
  }
}
