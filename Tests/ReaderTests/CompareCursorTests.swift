import Dossier
import Terminal
import TestSupport
import Testing

@testable import Reader

/// What is done in Compare is done on the line of the cursor, which is always in view.
@Suite struct CompareCursorTests {
  /// The row of the screen that the cursor stands on: the only one with its sign.
  private func cursorRow(_ reader: ReaderHarness) throws -> (row: Int, words: String) {
    let rows = reader.screen.split(separator: "\n", omittingEmptySubsequences: false)
    let found = rows.indices.filter { rows[$0].contains("▸") }
    try #require(found.count == 1, "one cursor\n\(reader.screen)")
    return (found[0], String(rows[found[0]]))
  }

  @Test(arguments: [(120, 36), (120, 18), (80, 24), (80, 12), (40, 20), (40, 10)])
  func theCursorIsInViewWhateverMovesIt(_ columns: Int, _ rows: Int) throws {
    var reader = ReaderHarness(columns: columns, rows: rows)
    reader.press("2")
    for key in [
      "j", "j", "<pgdn>", "]", "]", "[", "G", "k", "<pgup>", "<C-d>", "<C-u>", "g", "x", "o", "]", "o", "<tab>",
    ] {
      reader.press(key)
      let cursor = try cursorRow(reader)
      #expect(reader.state.screen().cursor?.row == cursor.row, "after \(key)")
    }
  }

  @Test func theCursorGoesThroughTheWholePageLineByLine() throws {
    var reader = ReaderHarness(columns: 80, rows: 14)
    reader.press("2")
    var words: [String] = []
    for _ in 0..<200 where words.count < 2 || words[words.count - 1] != words[words.count - 2] {
      words.append(try cursorRow(reader).words)
      reader.press("j")
    }
    #expect(words.contains { $0.contains("Harbour talks end") } && words.last?.contains("February") == true)
    reader.press("g")
    #expect(try cursorRow(reader).words == words[0])
  }

  @Test func whereNothingPartsANoteIsOnThePassage() throws {
    var reader = ReaderHarness()
    reader.press("2g")
    let passage = try #require(reader.state.passageAtCursor)
    #expect(reader.state.selectedDifference == nil)
    reader.press("mto be checked<enter>y")
    #expect(reader.state.remarks.marks.map(\.passage) == [passage] && reader.shows("✎"))
    #expect(
      reader.effects.contains { effect in
        if case .copy(let words) = effect { words.contains(reader.state.dossier[passage]) } else { false }
      })
  }

  @Test func everyKeyActsOnTheLineOfTheCursor() throws {
    var reader = ReaderHarness()
    reader.press("n2g")
    #expect(reader.state.difference != nil && reader.state.selectedDifference == nil)
    for key in ["a", "r", "s"] {
      reader.press(key)
      #expect(reader.foot.contains("there is no difference on this line · ] goes to the next"), "\(key)")
      #expect(reader.state.layers.isEmpty && reader.state.remarks.placed.isEmpty)
    }
    reader.press("K")
    #expect(reader.shows("Why it stands here") && reader.shows(" 2: “Harbour talks end with a promise”"))
    reader.press("<esc>]]")
    let second = try #require(reader.state.selectedDifference)
    #expect(try cursorRow(reader).words.contains("tension · stance"))
    reader.press("a")
    #expect(reader.state.remarks[.difference(second)]?.verdict == .accepted && reader.state.remarks.remarks.count == 1)
    reader.press("K")
    #expect(reader.shows("~ tension · stance"))
    reader.press("<esc>m")
    #expect(reader.foot.contains("Note on difference 3 of 5 · Ada Quill / Tomas Brandt:"))
  }

  @Test func enterOpensWhatTheCursorStandsOn() throws {
    var reader = ReaderHarness()
    reader.press("2G<enter>")
    #expect(reader.state.view == .read && reader.state.document == Document.ID(1))
    let place = try #require(reader.state.places[1])
    #expect(reader.state.dossier.documents[1].text[Span(place.cursor, place.cursor + 10)] == "The strike")
  }

  @Test func theEditorOpensTheArticleOfTheCursor() {
    var reader = ReaderHarness()
    reader.press("2Gv")
    #expect(reader.effects.contains(.edit(path: "news/wire.txt", line: 5)))
    reader.press("y")
    #expect(reader.foot.contains("“The strike of the dockers began in February.”"))
  }

  @Test func theCounterTellsOfTheLineOfTheCursor() {
    var reader = ReaderHarness()
    reader.press("2")
    #expect(reader.shows(" 4 differences ") && !reader.shows("of 4 differences"))
    for number in 1...4 {
      reader.press("]")
      #expect(reader.shows(" \(number) of 4 differences "))
    }
    reader.press("]")
    #expect(reader.shows(" 1 of 4 differences ") && reader.foot.contains("From the first again"))
    reader.press("[")
    #expect(reader.shows(" 4 of 4 differences ") && reader.foot.contains("From the last again"))
    reader.press("x")
    #expect(reader.shows(" 4 of 4 differences "))
  }

  @Test func aClickPutsTheCursorThere() throws {
    var reader = ReaderHarness()
    reader.press("2")
    _ = reader.state.handle(.mouse(Mouse(kind: .press, position: Position(row: 8, column: 70))))
    #expect(try cursorRow(reader).row == 8 && reader.state.compare?.side == 1)
  }

  /// What stands on the cursor's line comes back to its row when the window has its old size again.
  @Test(arguments: ["6<tab><tab>jjjjjj", "c+jjjjjjjjjjjjjjjjjjjjj", "c<pgdn>jj", "c]]]", "8jjj"])
  func sizesComeAndGo(_ keys: String) {
    var reader = ReaderHarness(columns: 120, rows: 18)
    reader.press(keys)
    let before = reader.screen
    for (columns, rows) in [(80, 24), (40, 20), (80, 10), (64, 40), (120, 18)] { reader.resize(columns, rows) }
    #expect(reader.screen == before)
  }
}
