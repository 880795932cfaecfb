import Terminal
import TestSupport
import Testing

@testable import Reader

/// Every view at three sizes, as text and as the look of its cells.
@Suite struct GoldenScreenTests {
  static let sizes = [(120, 36), (80, 24), (40, 20)]

  static let screens: [(name: String, keys: String)] = [
    ("read", ""),
    ("read-article", "<tab><tab><tab>n"),
    ("read-actor", "<tab>j<tab>"),
    ("read-all-quotes", "<tab><tab>A"),
    ("read-zoomed", "<tab><tab><tab>z"),
    ("compare", "c"),
    ("compare-only", "co]"),
    ("compare-three", "c+"),
    ("matrix", "3"),
    ("timeline", "4j"),
    ("differences", "5j"),
    ("agreements", "5<tab>j"),
    ("omissions", "5<tab><tab>j"),
    ("facets", "5F"),
    ("timeline-actor", "<tab>j4"),
    ("read-hidden", "H<tab>H"),
    ("search", "/cranes"),
    ("filter", "<tab>fbra"),
    ("palette", ":dir"),
    ("help", "?"),
    ("reason", "<tab><tab>jK"),
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
