import Dossier
import Query
import Terminal
import TestSupport
import Testing

@testable import Reader

@Suite struct SearchTests {
  @Test func theStripFollowsToThePlaceFound() {
    var reader = ReaderHarness()
    let before = reader.state.difference
    reader.press("/turned away<enter>")
    #expect(reader.state.difference.map { reader.state.dossier[$0].kind } == .number)
    reader.press("<esc>/turned away<esc>")
    #expect(reader.state.search == nil && reader.state.difference != before)
    var other = ReaderHarness()
    other.press("/turned away<esc>")
    #expect(other.state.difference == before, "what a search showed on the way is as it was")
  }

  @Test func searchFollowsTheLettersAndEscapeReturns() {
    var reader = ReaderHarness()
    let before = reader.screen
    reader.press("/promised")
    #expect(reader.state.document?.index == 2)
    reader.press("<esc>")
    #expect(reader.screen == before)
  }

  @Test func aSearchWithoutHitSaysSo() {
    var reader = ReaderHarness()
    reader.press("/zebra<enter>")
    #expect(reader.foot.contains("“zebra” is in none of the articles"))
    #expect(reader.state.search == nil)
  }

  @Test func theWayBackFromASearchIsOneKey() {
    var reader = ReaderHarness()
    reader.press("j/promised<enter><C-o>")
    #expect(reader.state.document?.index == 1)
  }

  @Test func aQueryWithSpeakerFindsStatements() {
    var reader = ReaderHarness()
    reader.press("/by:brandt safe<enter>")
    #expect(reader.foot.contains("1/1 in 1 of 3 articles"))
    #expect(reader.state.document?.index == 1)
  }

  @Test func aMistakeIsShownInItsPlaceAndKeepsThePrompt() throws {
    var reader = ReaderHarness()
    reader.press("/bye:brandt<enter>")
    #expect(reader.foot.contains("did you mean by:?"))
    #expect(reader.state.layers.count == 1)
    let styles = (1..<12).map { reader.state.screen()[35, $0].style.role == .warning }
    // The slash, then the field with its colon.
    #expect(styles == [false] + [Bool](repeating: true, count: 4) + [Bool](repeating: false, count: 6))
    reader.press("<C-u>/<backspace>by:brandt<enter>")
    #expect(reader.state.layers.isEmpty && reader.state.search != nil)
  }

  /// What Enter would say is said, and quietly.
  @Test func whatIsStillTypedIsNoMistake() {
    var reader = ReaderHarness()
    reader.press("/by:")
    #expect(reader.foot.contains("by: takes a name"))
    #expect(!(0..<120).contains { reader.state.screen()[35, $0].style.role == .warning })
    reader.press("brandt (safe OR")
    #expect(reader.foot.contains("in 1 of 3"))
  }

  @Test(arguments: [
    ("\"unclosed", "second \""), ("(cranes OR", "between two things"), ("near:5", "two words"),
    ("kind:", "kind: takes"), ("by:", "a name"), ("cranes AND", "between two things"),
    ("date:2024..2022", "runs backwards"),
  ]) func enterOnAnUnfinishedQuerySaysSoAndKeepsIt(_ query: String, _ words: String) {
    for open in ["/", "f"] {
      var reader = ReaderHarness()
      reader.press(open + query)
      /// Whether the last line, or that above it, warns.
      func warns() -> Bool {
        let screen = reader.state.screen()
        return (0..<120).contains { screen[35, $0].style.role == .warning || screen[34, $0].style.role == .warning }
      }
      #expect(!warns())
      reader.press("<enter>")
      #expect(reader.screen.contains(words) && warns(), "\(reader.screen)")
      #expect(reader.foot.contains(query) && reader.state.layers.count == 1)
      // The list of hits waits for a query too.
      reader.press("<C-t>")
      #expect(reader.state.layers.count == 1)
      reader.press("<backspace>")
      #expect(!warns())
    }
  }

  @Test func theListOfHitsLeadsToThePlace() {
    var reader = ReaderHarness()
    reader.press("/cranes<enter>L")
    #expect(reader.shows("Places with “cranes”") && reader.shows("1/3"))
    reader.press("<down><down>")
    #expect(reader.shows("Coast Wire · wire · line 3"))
    reader.press("<enter>")
    #expect(reader.state.layers.isEmpty && reader.state.search?.current == 2 && reader.state.document?.index == 1)
    reader.press("<C-o>")
    #expect(reader.state.document?.index == 0)
  }

  @Test func theListOfHitsIsNarrowedByTyping() {
    var reader = ReaderHarness()
    reader.press("/cranes<enter>Lwire")
    #expect(reader.shows("1/1 of 3") && reader.shows("Coast Wire · wire · line 3"))
    reader.press("<enter>")
    #expect(reader.state.search?.current == 2 && reader.state.document?.index == 1)
    reader.press("Lzebra")
    #expect(reader.shows("No place found has these words") && reader.shows("0/0 of 3"))
    reader.press("<enter>")
    #expect(reader.state.layers.count == 1)
    reader.press("<C-u><home><enter>")
    #expect(reader.state.layers.isEmpty && reader.state.search?.current == 0)
  }

  @Test func theCountTellsWhereThePersonIs() {
    var reader = ReaderHarness()
    reader.press("9g/cranes<enter>n")
    #expect(reader.foot.contains("2/3 in 2"), "\(reader.foot)")
    reader.press("<C-o>")
    #expect(reader.foot.contains("/cranes  3 in 2 of 3 articles"))
    reader.press("nnn")
    #expect(reader.foot.contains("3/3 in 2"))
    reader.press("gN")
    #expect(reader.foot.contains("2/3 in 2"), "\(reader.foot)")
  }

  /// Once the articles are read they stand in another order: a search that was begun before follows.
  @Test func aSearchGoesOnWhenTheArticlesAreRead() {
    let read = SeedScreenTests.index
    let unread = DossierIndex(Dossier(documents: read.dossier.documents.map { Document(unread: $0) }), isReading: true)
    #expect(unread.sourceOrder != read.sourceOrder)
    var state = ReaderState(unread, title: "seeds", columns: 100, rows: 30)
    for key in "/ukraine" { _ = state.handle(.key(.character(key))) }
    for key in [Key.enter, .character("n"), .character("L")] { _ = state.handle(.key(key)) }
    let at = state.search.flatMap { search in search.current.map { search.hits[$0] } }
    state.replace(read)
    #expect(state.search?.hits == state.find(Query("ukraine")))
    #expect(at != nil && state.search.flatMap { search in search.current.map { search.hits[$0] } } == at)
    for _ in 0..<3 { _ = state.handle(.key(.down)) }
    _ = state.handle(.key(.enter))
    #expect(state.search?.current != nil && state.layers.isEmpty)
  }

  /// Escape leaves folds and texts as they were, also those that the search came through.
  @Test func aSearchThatIsLeftOpensNoFold() throws {
    var reader = HeadlessReader(SeedScreenTests.index, title: "seeds", columns: 90, rows: 24)
    let before = reader.screen()
    for word in ["ukr", "home", "sanctions"] {
      try reader.press("/" + word)
      #expect(reader.screen() != before)
      try reader.press("<esc>")
      #expect(reader.screen() == before)
    }
  }

  @Test func theFilterOfSourcesKeepsArticlesInWhichSomethingIsFound() {
    var reader = ReaderHarness()
    for (filter, articles) in [("by:brandt", [0, 1]), ("cranes", [0, 1]), ("-cranes", [2]), ("the -cranes", [2])] {
      reader.press("6f" + filter)
      #expect(reader.foot.contains("\(articles.count) article"), "\(filter): \(reader.foot)")
      reader.press("<enter>")
      #expect(reader.state.lists.sources.compactMap(\.document).map(\.index).sorted() == articles, "\(filter)")
      reader.press("<esc>")
    }
  }

  /// Which of those lit is meant is told by its colour also inside what is marked.
  @Test func thePlaceThatOneStandsAtHasItsOwnColour() {
    var reader = ReaderHarness()
    reader.press("/cranes<enter>")
    func roles() -> Set<String> {
      let grid = reader.state.screen()
      return Set(
        grid.styleText { Role.names[Int($0.rawValue)] }.split(separator: "\n").compactMap { line in
          ["current-hit", "hit"].first { line.contains(" \($0) ") }
        })
    }
    #expect(roles() == ["current-hit", "hit"])
    for theme in ReaderThemes.all where !theme.isMonochrome {
      #expect(theme[.currentHit] != theme[.hit], "\(theme.name)")
    }
  }

  @Test func whatCannotBeFoundHereSaysWhere() {
    var reader = ReaderHarness()
    reader.press("/kind:person<enter>")
    #expect(reader.foot.contains("in a filter of the list Actors"))
    reader.press("9F")
    #expect(reader.foot.contains("F works in Differences: narrow by relation"), "\(reader.screen)")
  }

  @Test func theListOpensWhileTyping() {
    var reader = ReaderHarness()
    reader.press("/cranes<C-t><end><esc>")
    #expect(reader.state.layers.isEmpty && reader.state.search?.hits.count == 3)
  }

  @Test(arguments: [
    ("5f", "is:contradiction by:brandt", 1), ("5f", "kind:negation", 1), ("5f", "in:wire -is:contradiction", 2),
    ("<tab>f", "kind:person smigly", 1), ("<tab>f", "quill OR brandt", 2), ("f", "date:2024", 3), ("f", "is:shift", 4),
    ("A<tab><tab>f", "kind:direct by:quill", 3), ("A<tab><tab>f", "in:letter -kind:reported", 2),
    ("4f", "by:brandt date:..2024", 4), ("3f", "quill", 1),
  ]) func filtersNarrowEveryList(_ keys: String, _ query: String, _ count: Int) {
    var reader = ReaderHarness()
    reader.press(keys + query + "<enter>")
    #expect(reader.state.rowCount(of: reader.state.pane) == count)
  }

  @Test func aNoteIsFoundByItsWords() {
    var reader = ReaderHarness()
    reader.press("5jmask again<enter>fnote:again<enter>")
    #expect(reader.state.lists.accounts.count == 1)
    reader.press("<esc>fask is:noted verdict:open<enter>")
    #expect(reader.state.lists.accounts.count == 1)
  }

  @Test func anEmptyFilterResultSaysWhatToTry() {
    var reader = ReaderHarness()
    reader.press("<tab>fzzz<enter>")
    #expect(reader.shows("Nothing here matches “zzz”"))
    reader.press("<esc>")
    #expect(reader.shows("Jan Śmigły"))
  }

  @Test func helpHasEveryOperatorOfTheQueryLanguage() {
    let lines = HelpOverlay.lines("", in: ReaderHarness().state)
    for entry in QueryOperator.all {
      #expect(lines.contains { $0.keys == entry.form && $0.text.hasSuffix(entry.example) })
    }
    #expect(HelpOverlay.lines("near:", in: ReaderHarness().state).contains { $0.keys == "near:5" })
  }
}

extension Document {
  /// A document as it is before anything is read from its text.
  fileprivate init(unread document: Document) {
    self = document
    event = nil
  }
}
