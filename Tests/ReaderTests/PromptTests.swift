import Dossier
import Terminal
import TestSupport
import Testing

@testable import Reader

/// Typing in prompts: where keys go, what is kept, what is said beside the line.
@Suite struct PromptTests {
  private func reader(_ keys: String, columns: Int = 120, rows: Int = 36) -> ReaderHarness {
    var reader = ReaderHarness(columns: columns, rows: rows)
    reader.press(keys)
    return reader
  }

  @Test func theMiddleOfALineCanBeChanged() {
    let reader = reader("5jmask gain<C-left>a<C-a>to <C-e>!<enter>")
    #expect(reader.state.remarks.placed.map(\.annotation.content) == [.note("to ask again!")])
  }

  @Test(arguments: ["/", "5jm", "5j#", "f", ":", "?", "5F"]) func theCursorStandsWhereLettersGo(_ opening: String) {
    var reader = reader(opening + "abc")
    let end = reader.state.screen().cursor
    reader.press("<left><left>")
    #expect(reader.state.screen().cursor?.column == end.map { $0.column - 2 })
    #expect(reader.state.line?.text == "abc" && reader.state.line?.cursor == 1)
  }

  @Test(arguments: [600, 20_000]) func aLongPasteIsTakenWhole(_ count: Int) {
    var reader = reader("5jm")
    let words = String(repeating: "word ", count: count / 5)
    _ = reader.state.handle(.paste(words))
    reader.press("<enter>")
    #expect(reader.state.remarks.placed.map(\.annotation.content) == [.note(words)])
  }

  @Test func aPasteThatDoesNotFitIsRefusedAndNotCut() {
    var reader = reader("5jmmy ")
    _ = reader.state.handle(.paste(String(repeating: "a", count: ReaderState.longestLine)))
    #expect(reader.shows("Not pasted: it has 100000 characters, and there is room for 99997"))
    #expect(reader.state.line?.text == "my ")
  }

  @Test func whatEnterWouldSayIsSaidWhileOneTypes() {
    #expect(reader("/((cranes").foot.contains("this parenthesis is not closed"))
    #expect(reader("/date:2016..2010").foot.contains("the range runs backwards; did you mean date:2010..2016?"))
    let narrow = reader("/date:2016..2010", columns: 40, rows: 20)
    #expect(narrow.shows("the range runs backwards"), "above the line where it has no room in it")
    #expect(reader("/cranes by:").foot.contains("by: takes a name"))
  }

  @Test func movingInASearchLeavesThePlaceThatWasPicked() {
    let reader = reader("/cranes<down><left><C-a>")
    #expect(reader.state.search?.current == 1)
  }

  @Test(arguments: ["<C-u>", "<C-w>", "<C-k>", "<del>", "<left>", "<C-e>"])
  func noKeyOfALineClosesAnEmptyPrompt(_ key: String) {
    let reader = reader("5jm" + key + "a")
    #expect(reader.state.line?.text == "a" && reader.state.remarks.placed.isEmpty)
  }

  @Test(arguments: ["/", "5jm", "f", ":", "?", "5F", "<tab>jK", "5je", "/cranes<enter>L"])
  func controlCClosesWhatLiesOverTheView(_ keys: String) {
    var reader = reader(keys)
    #expect(!reader.state.layers.isEmpty)
    reader.press("<C-c>")
    #expect(reader.state.layers.isEmpty && reader.effects.isEmpty)
    reader.press("<C-c>")
    #expect(reader.effects == [.quit])
  }

  @Test func whatWasTypedComesBack() {
    var reader = reader("5jmfirst<enter>jmsecond<enter>jm")
    reader.press("dra<up>")
    #expect(reader.state.line?.text == "second")
    reader.press("<C-p>")
    #expect(reader.state.line?.text == "first")
    reader.press("<down><C-n>")
    #expect(reader.state.line?.text == "dra")
    // What was given up is not lost, and other prompts have their own.
    reader.press("ft<C-c>m<up>")
    #expect(reader.state.line?.text == "draft")
    reader.press("<esc>#<up>")
    #expect(reader.state.line?.isEmpty == true)
  }

  @Test func anEmptySearchHasWhatWasSoughtBefore() {
    var reader = reader("/cranes<enter>/quay<enter>/<up><up>")
    #expect(reader.state.line?.text == "cranes" && reader.state.search?.hits.count == 3)
    reader.press("s<backspace>")
    let before = reader.state.search?.current
    reader.press("<down>")
    #expect(reader.state.line?.text == "cranes" && reader.state.search?.current != before, "hits are picked from")
  }

  @Test func commasPartTags() {
    #expect(ReaderState.tags(in: " #energy  policy, quay,, #quay ,") == ["energy policy", "quay"])
    var reader = reader("5j#")
    #expect(reader.foot.contains("commas between tags"))
    reader.press("energy policy, quay")
    #expect(reader.foot.contains("2 tags, commas between"))
    reader.press("<enter>#")
    #expect(reader.state.line?.text == "energy policy, quay, ")
    reader.press("port<enter>")
    #expect(reader.foot.contains("Tagged energy policy, quay, port"))
    reader.press("ftag:policy<enter>")
    #expect(reader.state.lists.accounts.count == 1)
  }

  @Test(arguments: [(120, 36), (80, 24), (40, 20)]) func theHintOfTagsIsSeen(_ columns: Int, _ rows: Int) {
    #expect(reader("5j#", columns: columns, rows: rows).foot.contains("commas between tags"))
  }

  @Test(arguments: [
    ("foo:bar", "no field is called foo:", "a word with a colon goes in quotes"),
    ("kind:foo", "“foo” is nothing that kind: knows", "place"),
  ]) func aMistakeIsReadWhole(_ query: String, _ wrong: String, _ end: String) {
    for (columns, rows) in [(80, 24), (40, 20)] {
      let screen = reader("/\(query)", columns: columns, rows: rows).screen
      let words = screen.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(words.contains(wrong), "\(columns)×\(rows)")
      #expect(words.contains(end), "\(columns)×\(rows)\n\(screen)")
    }
  }

  @Test func theCountOfHitsStaysWhileTyping() {
    let reader = reader("/cranes OR quay OR harbour OR letter OR wire OR", columns: 40, rows: 20)
    let total = reader.state.search?.hits.count ?? 0
    #expect(total > 1 && reader.foot.contains("  1/\(total)") && reader.foot.contains("…"), "\(reader.foot)")
  }

  @Test func aQuestionThatIsLongStandsAboveItsAnswer() {
    var reader = reader("", columns: 40, rows: 20)
    reader.state.askToOverwrite(.everything, path: "a-name-that-is-long-enough-to-fill-the-row.md")
    reader.press("ye")
    #expect(reader.foot.contains("› ye") && reader.shows("yes or no"))
  }

  @Test func nothingIsDoneThatCannotBeSeen() throws {
    var reader = reader("n")
    reader.resize(20, 5)
    reader.press("ajmx<enter>")
    _ = reader.state.handle(.paste("a"))
    reader.resize(120, 36)
    #expect(reader.state.remarks.placed.isEmpty && reader.state.layers.isEmpty)
    reader.press("m")
    reader.resize(20, 5)
    reader.press("no")
    #expect(reader.state.line?.isEmpty == true)
    reader.press("<C-c>q")
    #expect(reader.effects == [.quit], "what is typed is left, then the program")
  }

  @Test(arguments: [(20, 8, "needs 40×10, is 20×8"), (12, 3, "needs 40×10"), (30, 12, "needs 40×10; this is 30×12")])
  func aScreenThatIsTooSmallSaysHowLargeItIsToBe(_ columns: Int, _ rows: Int, _ words: String) {
    #expect(reader("", columns: columns, rows: rows).state.screen().text(row: 0).contains(words))
  }
}
