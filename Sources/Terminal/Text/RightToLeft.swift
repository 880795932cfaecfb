/// Keeps right-to-left text from moving what stands beside it.
///
/// A terminal that orders text by the Unicode bidirectional algorithm takes a line of the screen for one paragraph, and
/// would carry numbers, frames and the text of other panes along with a Hebrew or Arabic word. A left-to-right mark on
/// either side of each run holds it in its place; it takes no cell.
enum RightToLeft {
  static let mark: Unicode.Scalar = "\u{200E}"

  /// Columns of `row` after whose cells a mark is to stand; none where nothing is written from right to left.
  ///
  /// A run ends at a letter of another direction, at a frame, and at two blanks; what else stands between two words of it
  /// belongs to it, so that they keep their order.
  /// - Complexity: O(*n*)
  static func marks(in row: ArraySlice<Cell>) -> [Int] {
    guard row.contains(where: isRightToLeft) else { return [] }
    var marks: [Int] = []
    var last: Int?
    var blanks = 0
    for (column, cell) in row.enumerated() {
      if isRightToLeft(cell) {
        if last == nil, column > 0 {
          let isHalf = row[row.startIndex + column - 1].width == 0
          marks.append(column - (isHalf ? 2 : 1))
        }
        last = column
        blanks = 0
      } else if let end = last {
        blanks = cell.grapheme.ascii == 0x20 ? blanks + 1 : 0
        guard blanks > 1 || isBoundary(cell) else { continue }
        marks.append(end)
        last = nil
      }
    }
    if let last { marks.append(last) }
    return marks
  }

  /// Whether a cell begins with a letter of a script that is written from right to left.
  private static func isRightToLeft(_ cell: Cell) -> Bool {
    // No such letter stands before U+0590.
    guard cell.grapheme.ascii == nil, let scalar = cell.grapheme.base, scalar.value >= 0x0590 else { return false }
    switch scalar.value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
      return scalar.properties.isAlphabetic
    default: return false
    }
  }

  private static func isBoundary(_ cell: Cell) -> Bool {
    guard let scalar = cell.grapheme.base else { return false }
    return scalar.properties.isAlphabetic || (0x2500...0x259F).contains(scalar.value)
  }
}
