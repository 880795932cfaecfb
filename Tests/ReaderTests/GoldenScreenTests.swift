import Terminal
import TestSupport
import Testing

@testable import Reader

/// Every view at three sizes, as text and as the look of its cells.
@Suite struct GoldenScreenTests {
  static let sizes = [(120, 36), (80, 24), (40, 20)]

  static let screens: [(name: String, keys: String)] = [
    ("read", ""),
    ("read-article", "6<tab><tab><tab>n"),
    ("read-actor", "6<tab>j<tab>"),
    ("read-all-quotes", "6<tab><tab>A"),
    ("read-zoomed", "6<tab><tab><tab>z"),
    ("compare", "c"),
    ("compare-only", "co]"),
    ("compare-three", "c+"),
    ("matrix", "3"),
    ("timeline", "4j"),
    ("differences", "5j"),
    ("agreements", "5<tab>j"),
    ("omissions", "5<tab><tab>j"),
    ("facets", "5F"),
    ("timeline-actor", "6<tab>j4"),
    ("read-hidden", "6H<tab>H"),
    ("search", "/cranes"),
    ("filter", "6<tab>fbra"),
    ("palette", ":dir"),
    ("help", "?"),
    ("reason", "6<tab><tab>jK"),
  ]

  @Test(arguments: screens.indices) func screenLooksAsRecorded(_ index: Int) {
    let (name, keys) = Self.screens[index]
    for (columns, rows) in Self.sizes {
      var reader = ReaderHarness(columns: columns, rows: rows)
      reader.press(keys)
      let grid = reader.state.screen()
      let styles = grid.styleText { Role.names[Int($0.rawValue)] }
      GoldenFile.expect(grid.plainText, matches: "\(name)-\(columns)x\(rows)")
      if columns == 120 { GoldenFile.expect(styles, matches: "\(name)-\(columns)x\(rows)-styles") }
    }
  }

  @Test func tooSmallAScreenSaysSo() {
    let reader = ReaderHarness(columns: 39, rows: 12)
    #expect(reader.shows("needs 40×10"))
  }
}
