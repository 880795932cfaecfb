import Dossier
import Ingest
import Reading
import Terminal
import Query
import TestSupport
import Testing

@testable import Reader

/// Panes that follow each other, places that are kept, and results that come later.
@Suite struct LinkedPaneTests {
  /// Who picks an actor sees that there is more, and by which key.
  @Test func theQuotesOfOneActorSayHowManyThereAreElsewhere() {
    var reader = ReaderHarness()
    reader.press("7j<enter>")
    #expect(reader.shows("1 of 3 here, 5 in all: A"))
    reader.press("A")
    #expect(reader.shows("1 of 5") && !reader.shows("in all"))
  }

  @Test func pickingAnActorFiltersQuotesAndLightsMentions() {
    var reader = ReaderHarness()
    reader.press("<tab>j")
    #expect(reader.state.lists.quotes.allSatisfy { reader.state.dossier[$0].speaker?.actor?.index == 0 })
    let styles = reader.state.screen().styleText { Role.names[Int($0.rawValue)] }
    #expect(styles.contains("mention bold+underline"))
  }

  @Test func openingAnActorGoesToTheArticleThatQuotesThem() {
    var reader = ReaderHarness()
    reader.press("7fmigly<enter>j<enter>")
    #expect(reader.state.pane == .quotes && reader.state.document?.index == 2)
    #expect(reader.state.selectedRow(of: .quotes) == 0 && reader.foot.contains("is quoted in letter first"))
  }

  @Test func whoSpeaksHereIsOfferedFirstAsSpeaker() {
    var reader = ReaderHarness()
    reader.press("6jj8jS")
    guard case .chooser(let chooser) = reader.state.layers.last else { return #expect(Bool(false)) }
    #expect(chooser.rows.map(\.text) == ["nobody", "Ada Quill", "Jan Śmigły", "Tomas Brandt", "harbour office"])
  }

  @Test func pickingAStatementMovesTheText() {
    var reader = ReaderHarness(columns: 120, rows: 18)
    reader.press("<tab><tab>G")
    #expect(reader.shows("The mayor called the talks"))
  }

  @Test func theStripFollowsTheCursor() {
    var reader = ReaderHarness()
    reader.press("<tab><tab><tab>Gk")
    #expect(reader.state.difference.map { reader.state.dossier[$0].kind } == .wording)
  }

  @Test func theStripShowsNothingThatTheQuoteIsNotIn() throws {
    var reader = ReaderHarness()
    reader.press("na8")
    var kinds: Set<Bool> = []
    for _ in reader.state.lists.quotes {
      let statement = try #require(reader.state.statement)
      let sides = reader.state.difference.map { reader.state.dossier[$0].sides }
      #expect(sides.map { $0.contains { $0.statement == statement } } ?? true)
      #expect(reader.shows("The quote that is selected is in no difference.") == (sides == nil))
      kinds.insert(sides == nil)
      reader.press("j")
    }
    #expect(kinds == [true, false])
  }

  @Test func afterAQuoteInNoneTheNextDifferenceIsTheOneAfterTheLast() throws {
    var reader = ReaderHarness()
    let ranked = reader.state.lists.visible.ranked
    let without = try #require(
      reader.state.dossier.statements.first { reader.state.lists.visible.ofStatement[$0.id] == nil }?.id)
    reader.press("nn")
    #expect(reader.state.difference == ranked[1])
    reader.state.pick(statement: without)
    #expect(reader.state.difference == nil)
    reader.press("n")
    #expect(reader.state.difference == ranked[2])
  }

  @Test(arguments: [":zzz", "ezzz"]) func whatMatchesNothingStaysToBeMended(_ keys: String) {
    var reader = ReaderHarness()
    reader.press(keys + "<enter>")
    #expect(reader.state.layers.count == 1 && reader.shows("zzz"))
    reader.press("<backspace><backspace><backspace><enter>")
    #expect(!reader.shows("zzz"))
  }

  @Test func aPaneThatIsHiddenIsShownByItsKey() {
    var reader = ReaderHarness()
    reader.press("7H")
    #expect(reader.state.layout.content(of: .actors) == nil)
    reader.press("37")
    #expect(reader.state.layout.content(of: .actors) != nil && reader.state.pane == .actors)
  }

  @Test func theShiftsOfOneStatementAreToldApart() throws {
    var dossier = SampleDossier().dossier
    let shift = try #require(dossier.disagreements.first { $0.relation == .shift })
    let other = try #require(
      dossier.statements.first { statement in !shift.sides.contains { $0.statement == statement.id } })
    var second = shift
    second.id = Disagreement.ID(dossier.disagreements.count)
    second.right.statement = other.id
    second.right.passage = Passage(document: other.document, span: other.span)
    dossier.disagreements.append(second)
    var reader = ReaderHarness(columns: 80, rows: 24, dossier: dossier)
    reader.press("4z")
    let lines = reader.screen.split(separator: "\n").map { $0.drop { $0 != "↝" } }
    let neighbours = zip(lines, lines.dropFirst()).filter { !$0.isEmpty && !$1.isEmpty }
    #expect(!neighbours.isEmpty && neighbours.allSatisfy { $0 != $1 })
  }

  @Test func enterOnADifferenceOpensBothPassages() {
    var reader = ReaderHarness()
    reader.press("n<backtab><enter>")
    #expect(reader.state.view == .compare)
    #expect(reader.shows("52 ships") && reader.shows("40 ships"))
  }

  @Test func enterInCompareOpensTheFocusedSide() {
    var reader = ReaderHarness()
    reader.press("c<tab><enter>")
    #expect(reader.state.view == .read && reader.state.document?.index == 1)
    reader.press("<C-o>")
    #expect(reader.state.view == .compare)
  }

  @Test func everyArticleKeepsItsPlace() {
    var reader = ReaderHarness()
    reader.press("<tab><tab><tab>jjjj")
    let place = reader.state.places[0]
    reader.press("1<backtab><backtab><backtab>jk345")
    reader.press("1")
    #expect(reader.state.places[0] == place)
  }

  @Test func whatIsReadComesWithoutMovingThePerson() {
    let full = SampleDossier().dossier
    var documents = full.documents
    for index in documents.indices { documents[index].event = nil }
    var reader = ReaderHarness(dossier: Dossier(documents: documents))
    reader.state.index = DossierIndex(Dossier(documents: documents), isReading: true)
    reader.press("<tab><tab><tab>jjjj")
    let place = reader.state.places[0]
    #expect(reader.shows("reading…"))
    reader.state.replace(DossierIndex(full))
    #expect(reader.state.places[0] == place && reader.state.pane == .article)
    #expect(!reader.shows("reading…") && reader.shows("Ada Quill"))
  }

  @Test func escapePeelsOneLayerAtATime() {
    var reader = ReaderHarness()
    reader.press("<tab>jz/cranes<enter>?")
    reader.press("<esc>")
    #expect(reader.state.layers.isEmpty && reader.state.search != nil)
    reader.press("<esc>")
    #expect(reader.state.search == nil && reader.state.isZoomed)
    reader.press("<esc>")
    #expect(!reader.state.isZoomed && reader.state.actor != nil)
    reader.press("<esc>")
    #expect(reader.state.actor == nil)
    reader.press("<esc>")
    #expect(reader.foot.contains("Nothing is open to close"))
  }

  @Test func escapeTakesAwayTheFilterOfAnotherPaneToo() {
    var reader = ReaderHarness()
    reader.press("<tab>fada<enter><tab>fcranes<enter><tab>")
    #expect(reader.state.pane == .article && reader.state.hasSomethingToPeel)
    reader.press("<esc>")
    #expect(reader.state.filters == [.quotes: "cranes"] && reader.foot.contains("Actors: filter taken away"))
    reader.press("<esc>")
    #expect(reader.state.filters.isEmpty)
  }

  @Test func escapeBeginsWithTheFilterOfTheFocusedPane() {
    var reader = ReaderHarness()
    reader.press("<tab>fada<enter><tab>fcranes<enter>z<esc>")
    #expect(reader.state.filters == [.actors: "ada"] && reader.state.isZoomed)
    reader.press("<esc>")
    #expect(reader.state.filters == [.actors: "ada"] && !reader.state.isZoomed)
    reader.press("<esc>")
    #expect(reader.state.filters.isEmpty)
  }

  @Test func aFoldOpensUnderTheCursor() {
    var reader = ReaderHarness()
    reader.press("<tab><tab><tab>g<enter>")
    #expect(reader.shows("Home > News > Harbour"))
  }

  @Test func theReasonNamesTheRuleForAMention() {
    var reader = ReaderHarness()
    reader.press("<tab><tab><tab>lK")
    #expect(reader.shows("is Ada Quill: full name"))
  }

  @Test func aClickSelectsAndASecondOpens() {
    var reader = ReaderHarness()
    let click = Mouse(kind: .press, position: Position(row: 4, column: 5))
    _ = reader.state.handle(.mouse(click))
    #expect(reader.state.document?.index == 1)
    _ = reader.state.handle(.mouse(click))
    #expect(reader.state.pane == .article)
  }

  @Test func pastedTextIsTypedNeverPressed() {
    var reader = ReaderHarness()
    _ = reader.state.handle(.paste("q\nq"))
    #expect(reader.effects.isEmpty)
    reader.press("/")
    _ = reader.state.handle(.paste("the\ncranes"))
    #expect(reader.state.search?.query.text == "the cranes")
  }

  @Test(arguments: [(120, 36), (80, 24), (40, 10)]) func theSeedsAreShownWhole(_ size: (Int, Int)) {
    let documents = Loader().load([Repository.seeds]).documents
    var reader = ReaderHarness(columns: size.0, rows: size.1, dossier: DossierReader().read(documents))
    #expect(reader.state.lists.sources.compactMap(\.document).count == 5)
    reader.press("5j<enter>1n3<enter>4j<enter>/talks<enter>nn<esc>")
    #expect(reader.state.screen().rows == size.1)
  }

  @Test func theMouseWorksInWhatLiesOverTheView() throws {
    var reader = ReaderHarness()
    reader.press(":matrix")
    let rows = reader.screen.split(separator: "\n", omittingEmptySubsequences: false)
    let row = try #require(rows.firstIndex { $0.contains("Matrix: who gets to speak") })
    _ = reader.state.handle(.mouse(Mouse(kind: .press, position: Position(row: row, column: 60))))
    #expect(reader.state.view == .matrix && reader.state.layers.isEmpty)
    reader.press("?")
    let before = reader.screen
    _ = reader.state.handle(.mouse(Mouse(kind: .wheelDown, position: Position(row: 10, column: 60))))
    #expect(reader.screen != before && !reader.state.layers.isEmpty)
    _ = reader.state.handle(.mouse(Mouse(kind: .press, position: Position(row: 10, column: 60))))
    #expect(reader.state.layers.isEmpty)
  }

  /// Whoever has just gone to a difference asks about that, also from the list of sources.
  @Test func theReasonIsThatOfTheDifferenceThatWasGoneTo() {
    var reader = ReaderHarness()
    reader.press("nK")
    #expect(reader.shows("Because:"))
    reader.press("<esc>K")
    #expect(reader.shows("Because:"))
    reader.press("<esc>jK")
    #expect(!reader.shows("Because:") && reader.shows("File:"))
  }

  @Test func aNoteGoesToTheDifferenceThatWasGoneTo() throws {
    var reader = ReaderHarness()
    reader.press("n")
    let difference = try #require(reader.state.difference)
    reader.press("m")
    #expect(reader.shows("Note on difference 1 of 5 · Ada Quill / Tomas Brandt:"))
    reader.press("mine<enter>")
    #expect(reader.state.remarks[.difference(difference)]?.note == "mine")
    reader.press("jm")
    #expect(reader.shows("Note on Coast Wire:"))
    reader.press("its<enter>")
    #expect(reader.state.remarks[.difference(difference)]?.note == "mine")
  }

  @Test func saysWhereTheDifferencesBeginAnew() {
    var reader = ReaderHarness()
    let count = reader.state.lists.visible.ranked.count
    reader.press(String(repeating: "n", count: count))
    #expect(!reader.shows("the last difference"))
    reader.press("n")
    #expect(reader.state.difference == reader.state.lists.visible.ranked.first)
    #expect(reader.shows("From the first again"))
    reader.press("N")
    #expect(reader.shows("From the last again"))
  }

  @Test func theListOfDifferencesHasTheWordsThatClash() throws {
    var reader = ReaderHarness(columns: 90)
    reader.press("5")
    let difference = reader.state.dossier[try #require(reader.state.lists.visible.ranked.first)]
    let evidence = try #require(difference.evidence.first)
    let left = reader.state.dossier[difference.left.passage.document].text[evidence.left]
    #expect(reader.shows("\(left) / "))
  }

  /// What begins with the words that were typed stands before what only holds them.
  @Test func thePaletteHasTheNearestNameFirst() {
    let state = ReaderHarness().state
    func first(_ text: String) -> ActionID? { PaletteOverlay.matches(text, in: state).first?.id }
    #expect(first("note") == .note)
    #expect(first("undo") == .undo)
    #expect(first("zm") == .zoom)
    let words = PaletteOverlay.matches("words", in: state).map(\.id)
    #expect(words.contains(.note))
    #expect(PaletteOverlay.matches("qqq", in: state).isEmpty)
  }
}
