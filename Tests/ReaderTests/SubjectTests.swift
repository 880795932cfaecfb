import Dossier
import Terminal
import TestSupport
import Testing

@testable import Reader

/// What keys act on in the Read view, the difference in the strip or what a list has: it is seen before, and named after.
@Suite struct SubjectTests {
  /// Whether the bar of the list in focus lies over its selected row.
  private func hasBar(_ reader: ReaderHarness) -> Bool {
    guard let rect = reader.state.layout.content(of: reader.state.pane),
      let row = reader.state.selectedRow(of: reader.state.pane)
    else { return false }
    let top = reader.state.tops[reader.state.pane] ?? 0
    return reader.state.screen()[rect.row + row - top, rect.column + 4].style == ListDrawing.bar
  }

  @Test(arguments: ["6", "7", "8"]) func theSignStandsOnWhatIsMeant(_ pane: String) {
    var reader = ReaderHarness()
    reader.press("\(pane)j")
    func hasSign(_ reader: ReaderHarness) -> Bool { DifferenceStrip.heading(reader.state).title.hasPrefix("▸") }
    #expect(hasBar(reader) && !hasSign(reader))
    reader.press("n")
    #expect(!hasBar(reader) && hasSign(reader))
    reader.press("j")
    #expect(hasBar(reader) && !hasSign(reader))
    reader.press("n0")
    #expect(hasSign(reader))
  }

  @Test func whatWasAddedSaysToWhat() {
    var reader = ReaderHarness()
    reader.press("na")
    #expect(reader.foot.contains("Accepted: difference 1 of 5 · Ada Quill / Tomas Brandt · u undoes"))
    reader.press("a")
    #expect(reader.foot.contains("Verdict taken away: difference 1 of 5"))
    reader.press("u")
    #expect(reader.foot.contains("Undone: verdict on difference 1 of 5 · Ada Quill / Tomas Brandt"))
    reader.press("8j#quay<enter>")
    #expect(reader.foot.contains("Tagged quay: the quote in Lorne Gazette"))
    reader.press("B")
    #expect(reader.foot.contains("Bookmarked: the quote in Lorne Gazette"))
  }

  @Test func oneWhoSpeaksTwiceIsNamedWithTheArticles() throws {
    var reader = ReaderHarness()
    let shift = try #require(reader.state.dossier.disagreements.first { $0.relation == .shift }?.id)
    reader.state.show(difference: shift)
    reader.press("m")
    #expect(reader.shows("Note on difference 5 of 5 · Ada Quill · Lorne Gazette / letter:"))
  }

  /// A difference of what reporters tell is in no quote: none stays selected beside it.
  @Test func noQuoteIsSelectedBesideADifferenceThatIsInNone() throws {
    var reader = ReaderHarness()
    let told = try #require(reader.state.dossier.disagreements.first { $0.left.statement == nil }?.id)
    reader.press("8jj")
    #expect(reader.state.statement != nil)
    reader.state.show(difference: told)
    #expect(reader.state.statement == nil && reader.state.selectedRow(of: .quotes) == nil)
    reader.press("j")
    #expect(reader.state.selectedRow(of: .quotes) == 0)
  }

  @Test func theStripFollowsTheTimeline() throws {
    var reader = ReaderHarness()
    reader.press("n4")
    for _ in reader.state.lists.timeline {
      reader.press("j")
      guard case .statement(let id) = reader.state.timeline.selected else { continue }
      let sides = reader.state.difference.map { reader.state.dossier[$0].sides }
      #expect(sides.map { $0.contains { $0.statement == id } } ?? true)
    }
  }

  @Test func aShiftIsJudgedInTheTimelineAndAStatementIsNot() throws {
    var reader = ReaderHarness()
    reader.press("4")
    let shift = try #require(reader.state.lists.timeline.first { if case .shift = $0 { true } else { false } })
    reader.state.pick(timeline: shift)
    reader.press("a")
    #expect(reader.foot.contains("Accepted: difference 5 of 5 · Ada Quill"))
    reader.press("ga")
    #expect(reader.foot.contains("no shift is selected"))
  }

  @Test func selectedWordsAreNamedByThemselves() {
    var reader = ReaderHarness()
    reader.press("9jV<right>m")
    #expect(reader.shows("Note on “"))
    reader.press("x<enter>")
    #expect(reader.foot.contains("” in Lorne Gazette"))
  }

  @Test func whatWasGoneToInTheListOfAdditionsIsMeant() {
    var reader = ReaderHarness()
    reader.press("8jmhere<enter>n'<enter>")
    #expect(reader.state.pane == .article && !reader.state.meansDifference)
    reader.press("m")
    #expect(reader.shows("Note on the quote in Lorne Gazette"))
  }

  @Test func undoingAVerdictGoesToItsDifference() throws {
    var reader = ReaderHarness()
    reader.press("nna")
    let judged = try #require(reader.state.difference)
    reader.press("8gu")
    #expect(reader.state.difference == judged && reader.state.meansDifference)
    reader.press("r")
    #expect(reader.state.remarks[.difference(judged)]?.verdict == .rejected)
  }
}
