import Dossier
import Terminal
import TestSupport
import Testing

@testable import Reader

/// Panes made larger, hidden and dragged; and the way back through views that lie over one another.
@Suite struct ArrangementTests {
  private func rect(_ pane: Pane, _ reader: ReaderHarness) -> Rect? {
    reader.state.layout.visible.first { $0.pane == pane }?.rect
  }

  private func drag(_ reader: inout ReaderHarness, from start: Position, to end: Position) {
    for (kind, place) in [(Mouse.Kind.press, start), (.drag, end), (.release, end)] {
      _ = reader.state.handle(.mouse(Mouse(kind: kind, position: place)))
    }
  }

  /// A strip that has nothing to show leaves the room to the article.
  @Test(arguments: [(120, 36), (80, 24)]) func anEmptyStripIsLow(_ columns: Int, _ rows: Int) {
    var dossier = SampleDossier().dossier
    dossier.disagreements = []
    let (full, empty) = (
      ReaderHarness(columns: columns, rows: rows), ReaderHarness(columns: columns, rows: rows, dossier: dossier)
    )
    #expect(rect(.strip, empty)?.rows == 3 && (rect(.strip, full)?.rows ?? 0) > 3)
    #expect((rect(.article, empty)?.rows ?? 0) > rect(.article, full)?.rows ?? 0)
  }

  @Test func aPaneGrowsAtTheCostOfItsNeighbour() throws {
    var reader = ReaderHarness()
    let (article, quotes) = (try #require(rect(.article, reader)), try #require(rect(.quotes, reader)))
    reader.press("<tab><tab>++")
    #expect(rect(.quotes, reader)?.rows == quotes.rows + 2)
    #expect(rect(.article, reader)?.rows == article.rows - 2)
  }

  @Test func whatCannotGrowAnyMoreShrinksAtOnce() throws {
    var reader = ReaderHarness()
    reader.press("<tab><tab>" + String(repeating: "+", count: 60))
    let most = try #require(rect(.quotes, reader)).rows
    #expect(rect(.article, reader)?.rows == 3)
    reader.press("-")
    #expect(rect(.quotes, reader)?.rows == most - 1)
  }

  @Test func sizesSurviveAScreenThatIsTooSmallForThem() throws {
    var reader = ReaderHarness()
    reader.press("<tab><tab>+++>>")
    let before = reader.state.layout.visible.map(\.rect)
    for size in [(80, 24), (40, 10), (39, 3), (100, 18)] { reader.resize(size.0, size.1) }
    reader.resize(120, 36)
    #expect(reader.state.layout.visible.map(\.rect) == before)
  }

  @Test(arguments: [(120, 36), (80, 24)]) func dividersFollowTheMouse(_ columns: Int, _ rows: Int) throws {
    var reader = ReaderHarness(columns: columns, rows: rows)
    for (divider, rect) in reader.state.layout.dividers {
      let isUpright = divider == .sides
      let end = Position(row: rect.row + (isUpright ? 0 : -2), column: rect.column + (isUpright ? 6 : 0))
      drag(&reader, from: Position(row: rect.row, column: rect.column), to: end)
      let moved = try #require(reader.state.layout.dividers.first { $0.divider == divider }?.rect)
      #expect(moved.row == end.row && (!isUpright || moved.column == end.column), "\(divider)")
      #expect(reader.state.heldDivider == nil)
      reader.state.resetPanes()
    }
  }

  @Test func bothSidesCanBeHidden() {
    var reader = ReaderHarness()
    reader.press("H<tab><tab>")
    #expect(rect(.sources, reader) == nil && rect(.actors, reader) != nil)
    reader.state.readPane = .actors
    reader.press("H")
    #expect(rect(.article, reader)?.columns == 118)
    reader.press("=")
    #expect(rect(.sources, reader) != nil && rect(.actors, reader) != nil)
  }

  @Test func everyViewIsZoomedByItself() {
    var reader = ReaderHarness()
    reader.press("5z")
    #expect(reader.state.layout.context == nil)
    reader.press("4")
    #expect(reader.state.layout.context != nil)
    reader.press("5")
    #expect(reader.state.layout.context == nil)
  }

  @Test func escapeComesBackToTheViewThatWasLeft() {
    var reader = ReaderHarness()
    reader.press("5j<enter>")
    #expect(reader.state.view == .compare)
    reader.press("<enter>")
    #expect(reader.state.view == .read)
    reader.press("<esc>")
    #expect(reader.state.view == .compare)
    reader.press("<esc>")
    #expect(reader.state.view == .differences)
    reader.press("<esc>")
    #expect(reader.state.view == .read)
  }

  @Test func theListOfDifferencesMovesTheText() {
    var reader = ReaderHarness()
    reader.press("5G1")
    let difference = reader.state.difference.map { reader.state.dossier[$0] }
    let documents = difference?.sides.map(\.passage.document) ?? []
    #expect(reader.state.document.map { documents.contains($0) } == true)
  }
}

/// The facets of the differences: they write the filter, and the filter counts.
@Suite struct FacetTests {
  private func kinds(_ reader: ReaderHarness) -> [String] {
    reader.state.lists.accounts.compactMap { account in
      if case .difference(let id) = account { reader.state.dossier[id].kind.rawValue } else { nil }
    }
  }

  @Test func twoOfOneGroupAreAlternativesAndGroupsNarrowEachOther() {
    var reader = ReaderHarness()
    reader.press("5Fcontra<enter><C-u>shift<enter><C-u>kind stance<enter><esc>")
    #expect(reader.state.filters[.differences] == "is:contradiction OR is:shift kind:stance")
    #expect(kinds(reader) == ["stance"])
    reader.press("F<C-u>contra<enter><esc>")
    #expect(reader.state.filters[.differences] == "is:shift kind:stance")
    reader.press("Fshift<enter><C-u>kind stance<enter><esc>")
    #expect(reader.state.filters[.differences] == nil && kinds(reader).count == 5)
  }

  @Test func everyFacetHasAsManyAsItSays() {
    let start = ReaderHarness()
    var reader = start
    reader.press("5")
    for facet in reader.state.facets() {
      var narrowed = reader.state
      narrowed.toggle(facet, among: reader.state.facets())
      #expect(
        narrowed.lists.accounts.count == facet.count || narrowed.bar == reader.state.bar && facet.group == .confidence,
        "\(facet.label)")
    }
  }

  @Test func aVerdictIsAFacet() {
    var reader = ReaderHarness()
    reader.press("5aF")
    #expect(reader.shows("accepted"))
    reader.press("accepted<enter><esc>")
    #expect(kinds(reader).count == 1)
  }
}
