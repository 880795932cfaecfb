/// Where the person stands in a list that lies over the screen.
struct ListPlace: Sendable, Hashable {
  var selected = 0
  var top = 0

  /// Moves by rows and stops at the ends, or goes around them; what is selected stays in view.
  mutating func move(by delta: Int, in rows: LayerRows, goesAround: Bool = false) {
    guard rows.count > 0 else { return }
    let last = rows.count - 1
    let direction = delta < 0 ? -1 : 1
    let wanted = selected + min(max(delta, -rows.count), rows.count)
    let isOver = !(0...last).contains(wanted)
    let from = goesAround && isOver ? (wanted < 0 ? last : 0) : min(max(0, wanted), last)
    let otherwise =
      goesAround
      ? rows.stop(from: direction < 0 ? last : 0, direction) : rows.stop(from: from, -direction)
    selected = rows.stop(from: from, direction) ?? otherwise ?? selected
    top = shownTop(in: rows)
  }

  /// The first row to show so that what is selected is in view.
  func shownTop(in rows: LayerRows) -> Int {
    let span = rows.span(min(selected, max(0, rows.count - 1)))
    let highest = min(span.lowerBound, selected)
    let lowest = max(0, min(span.upperBound - rows.height, selected))
    return max(0, min(max(min(top, highest), lowest), max(highest, lowest)))
  }
}

/// The rows of a list that lies over the screen.
struct LayerRows {
  var count: Int
  /// Rows that are shown at once.
  var height: Int
  /// Rows that the tallest entry takes: a page moves by so many less than are shown, so that the eye keeps its line.
  var tallest = 1
  /// Whether a row can be selected: a heading cannot.
  var canStand: (Int) -> Bool = { _ in true }
  /// The rows that belong to a selected one and are to be in view with it.
  var span: (Int) -> Range<Int> = { $0..<$0 + 1 }

  var page: Int { max(1, height - tallest) }

  /// The first row in a direction, `row` itself included, that can be selected.
  fileprivate func stop(from row: Int, _ direction: Int) -> Int? {
    stride(from: row, through: direction < 0 ? 0 : count - 1, by: direction).first(where: canStand)
  }
}

/// A list that typing narrows.
struct Picker: Sendable {
  var line = LineEditor()
  var place = ListPlace()

  var text: String { line.text }
}
