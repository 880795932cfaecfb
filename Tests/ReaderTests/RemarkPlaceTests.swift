import Dossier
import Query
import Terminal
import Testing

@testable import Reader

/// Where what a person adds shows, and where it does not.
@Suite struct RemarkPlaceTests {
  @Test func aNoteOnADifferenceShowsAtBothItsPassages() throws {
    var reader = ReaderHarness(columns: 80, rows: 24)
    reader.press("n")
    let difference = try #require(reader.state.selectedDifference)
    let sides = reader.state.dossier[difference].sides
    reader.press("mcheck the month<enter>")
    for side in sides {
      #expect(reader.state.remarks.glyph(on: side.passage) == "✎")
      #expect(reader.state.remarks.count(in: side.passage.document) == 1)
    }
    /// Rows that show the note, the first and the last line aside.
    func marked() -> Int { reader.screen.split(separator: "\n").dropFirst().dropLast().count { $0.contains("✎") } }
    #expect(marked() > 0, "in the text")
    for key in ["8", "6", "c", "5", "4"] {
      reader.press(key)
      #expect(marked() > 0, "after \(key)")
    }
    reader.press("a")
    #expect(marked() > 0 || reader.shows("✓"))
    reader.press("1")
    #expect(reader.state.remarks.count(in: sides[0].passage.document) == 1)
    reader.press("uu")
    #expect(!reader.shows("✎"))
  }

  @Test func aCorrectionShowsWhereItWasMadeAndIsFound() throws {
    var reader = ReaderHarness()
    reader.press("<tab>jR<C-u>Ada the Elder<enter>")
    #expect(reader.shows("Ada the Elder ±"))
    reader.press("K")
    #expect(reader.shows("± your name of an actor: Ada the Elder"))
    reader.press("<esc>fis:corrected<enter>")
    #expect(reader.state.lists.actors.count == 1)
    reader.press("<esc><esc><tab>jSBell<enter>")
    let statement = try #require(reader.state.statement)
    let passage = reader.state.passage(of: statement)
    #expect(reader.state.remarks.glyph(on: passage) == "±")
    reader.press("K")
    #expect(reader.shows("± your corrected speaker"))
    reader.press("<esc>Afis:corrected<enter>")
    #expect(reader.state.lists.quotes == [statement])
    reader.press("<esc>uu")
    #expect(!reader.shows("±"))
  }

  @Test func aRejectedDifferenceDoesNotShineInTheText() throws {
    var reader = ReaderHarness()
    reader.press("n")
    let difference = try #require(reader.state.selectedDifference)
    #expect(reader.state.dossier[difference].relation == .contradiction)
    /// Whether its words are lit where it is not selected.
    func shines() -> Bool {
      var state = reader.state
      state.difference = nil
      let passage = state.dossier[difference].left.passage
      var text = StyledText(state.dossier[passage.document].text, passage.span, base: .plain)
      ArticlePane.light(state, passage.document, passage.span, in: &text)
      var grid = CellGrid(columns: 200, rows: 1)
      text.draw(at: Position(row: 0, column: 0), maxColumns: 200, into: &grid)
      return (0..<200).contains { grid[0, $0].style.role == .contradiction }
    }
    #expect(shines())
    reader.press("r")
    #expect(reader.state.remarks[.difference(difference)]?.verdict == .rejected && !shines())
    reader.press("u")
    #expect(shines())
  }

  @Test func aNoteOnAnActorIsOnNobodysQuote() throws {
    var reader = ReaderHarness()
    reader.press("<tab>jmwho is she<enter>")
    let actor = try #require(reader.state.actor)
    let mark = try #require(reader.state.remarks.marks.first)
    #expect(mark.actor == actor && reader.state.dossier[mark.passage] == reader.state.dossier[actor].name)
    #expect(reader.state.lists.actorMarks[actor].count == 1)
    reader.press("A<tab>fis:noted<enter>")
    #expect(reader.state.lists.quotes.isEmpty)
    reader.press("<esc>3")
    #expect(reader.screen.split(separator: "\n").contains { $0.contains("\(reader.state.dossier[actor].name) ✎") })
  }

  @Test(arguments: ["1", "1<tab><tab>", "4"]) func nothingIsAddedToWhatAFilterHides(_ opening: String) {
    var reader = ReaderHarness()
    reader.press(opening + "jfzzzz<enter>")
    #expect(reader.shows("Nothing here matches"))
    for key in ["m", "#", "B", "y", "S", "K"] {
      reader.press(key)
      #expect(reader.state.layers.isEmpty && reader.state.remarks.placed.isEmpty, "\(key)")
    }
    #expect(!reader.effects.contains { if case .copy = $0 { true } else { false } })
  }

  @Test func aSearchFindsWhatWasCorrected() throws {
    var reader = ReaderHarness()
    reader.press("<tab><tab>jSBell<enter>")
    let statement = try #require(reader.state.statement)
    reader.press("/is:corrected<enter>")
    #expect(reader.state.search?.hits.map(\.span) == [reader.state.dossier[statement].span])
  }

  @Test func aVerdictOnADifferenceIsNoneOnAnOmission() {
    var reader = ReaderHarness()
    reader.press("5gajajaja<tab><tab>")
    #expect(!reader.shows("✓○"))
  }
}
