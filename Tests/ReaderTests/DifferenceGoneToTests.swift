import Dossier
import Terminal
import TestSupport
import Testing

@testable import Reader

/// Which difference a step goes to, where it is shown, and what is done with it there.
@Suite struct DifferenceGoneToTests {
  /// Under a pane it may be cut; by itself it has the whole screen.
  @Test func theDifferenceCanHaveTheWholeOfASmallScreen() {
    var reader = ReaderHarness(columns: 80, rows: 24)
    reader.press("n")
    let under = reader.state.layout.content(of: .strip)?.rows ?? 0
    reader.press("0")
    #expect(reader.state.pane == .strip && (reader.state.layout.content(of: .strip)?.rows ?? 0) > under)
    let first = reader.state.difference
    reader.press("n")
    #expect(reader.state.pane == .strip && reader.state.difference != first)
  }

  @Test(arguments: [(80, 24), (60, 20), (40, 10)])
  func aSmallScreenBeginsWithTheArticleAndGoesToTheWords(_ columns: Int, _ rows: Int) throws {
    var reader = ReaderHarness(columns: columns, rows: rows)
    #expect(reader.state.pane == .article && reader.shows("Harbour talks end with a promise"))
    reader.press("6n")
    let difference = try #require(reader.state.difference)
    #expect(reader.state.pane == .article && reader.state.isAtDifference)
    let cursor = reader.state.places[reader.state.document?.index ?? 0]?.cursor
    #expect(reader.state.dossier[difference].sides.contains { Int($0.passage.span.start) == cursor })
  }

  @Test func theFirstStepGoesToTheStrongest() throws {
    var dossier = SampleDossier().dossier
    // The article that is opened first has none of the contradictions.
    dossier.events.reverse()
    var reader = ReaderHarness(dossier: dossier)
    let ranked = reader.state.lists.visible.ranked
    #expect(reader.state.document?.index == 2 && reader.state.difference != ranked.first, "what is offered is another")
    reader.press("n")
    #expect(reader.state.difference == ranked.first)
  }

  @Test func theFirstOfAnAgreementIsTheFirstThatIsShown() {
    var dossier = SampleDossier().dossier
    dossier.agreements[0].claim = dossier.agreements[0].passages[1]
    var reader = ReaderHarness(dossier: dossier)
    reader.press("5<tab><enter>")
    #expect(reader.state.document == dossier.agreements[0].passages[0].document)
  }

  @Test func theViewOfTwoArticlesOpensAtTheDifferenceOneStandsAt() throws {
    var (one, other) = (ReaderHarness(), ReaderHarness())
    one.press("nn2")
    other.press("nnc")
    let difference = try #require(other.state.differenceAtCursor)
    #expect(one.state.differenceAtCursor == difference && one.state.compare == other.state.compare)
  }

  @Test func afterAStepTheCopyIsOfTheDifference() throws {
    var reader = ReaderHarness()
    reader.press("ny")
    let copied = reader.effects.compactMap { if case .copy(let text) = $0 { text } else { nil } }
    #expect(copied.first?.contains("“The cranes are safe” — Ada Quill") == true)
    #expect(copied.first?.contains("(contradiction: ") == true)
  }

  /// No mark is added to what the article has, and none stands in its like.
  @Test func whatIsCopiedIsTheArticlesOwn() throws {
    var dossier = SampleDossier().dossier
    let passage = Passage(
      document: Document.ID(0), span: SampleDossier().span("The mayor called the talks “open", in: 0))
    dossier.disagreements[0].left.passage = passage
    var reader = ReaderHarness(dossier: dossier)
    reader.press("ny")
    let copied = reader.effects.compactMap { if case .copy(let text) = $0 { text } else { nil } }
    #expect(copied.first?.contains("Lorne Gazette: The mayor called the talks “open — ") == true, "\(copied)")
  }
}
