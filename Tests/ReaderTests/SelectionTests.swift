import Dossier
import Testing

@testable import Reader

/// What is done goes to what the person has in front of them.
@Suite struct SelectionTests {
  @Test func comparingShowsTheDifferenceThatIsSelected() throws {
    var reader = ReaderHarness()
    reader.press("5g")
    for _ in reader.state.lists.accounts {
      reader.press("n")
      let difference = try #require(reader.state.selectedDifference)
      reader.press("c")
      let shown = Set(try #require(reader.state.compare).documents)
      #expect(shown == Set(reader.state.dossier[difference].sides.map(\.passage.document)))
      #expect(reader.state.difference == difference)
      reader.press("5")
    }
  }

  @Test(arguments: ["<enter>", "c"]) func anOmissionIsComparedAtItsPassage(_ key: String) throws {
    var reader = ReaderHarness(columns: 80, rows: 12)
    reader.press("5<tab><tab>" + key)
    let compare = try #require(reader.state.compare)
    #expect(Set(compare.documents) == [Document.ID(0), Document.ID(1)])
    #expect(reader.shows("shook hands"))
  }

  @Test func theReasonOfAnAgreementOrOmissionIsGiven() {
    var reader = ReaderHarness()
    reader.press("5<tab>K")
    #expect(reader.shows("= Agreement") && reader.shows("2 sources that do not copy each other"))
    reader.press("<esc><tab>K")
    #expect(reader.shows("○ Omission") && reader.shows("shook hands") && reader.shows("Confidence: 0.71"))
  }

  @Test func aVerdictGoesToTheDifferenceThatWasGoneTo() throws {
    var reader = ReaderHarness()
    reader.press("n")
    let difference = try #require(reader.state.difference)
    reader.press("a")
    #expect(reader.state.remarks[.difference(difference)]?.verdict == .accepted)
    reader.press("s")
    #expect(reader.state.remarks[.difference(difference)]?.verdict == .unsure)
    reader.press("ja")
    #expect(
      reader.state.remarks[.difference(difference)]?.verdict == .unsure && reader.shows("n goes to a difference first"))
  }

  @Test func aCopyIsOfWhatTheCursorStandsIn() throws {
    var reader = ReaderHarness()
    reader.press("<tab><tab>j9g")
    reader.press("jjy")
    let copied = reader.effects.compactMap { effect -> String? in
      if case .copy(let text) = effect { text } else { nil }
    }
    let words = try #require(copied.last)
    #expect(words.hasPrefix("“LORNE, 3 March 2024") && words.hasSuffix("news/gazette.txt:3"))
  }

  /// The words of a report are the article's, not the speaker's.
  @Test func aReportIsCitedAsTheArticles() {
    var reader = ReaderHarness()
    reader.press("8/would return<enter><esc>9y")
    let copied = reader.effects.compactMap { effect -> String? in
      if case .copy(let text) = effect { text } else { nil }
    }
    let words = "that the dockers would return to work once the cranes had been inspected"
    let citation = "Lorne Gazette, 3 Mar 2024, news/gazette.txt:5"
    #expect(copied == ["Tomas Brandt, in the words of Lorne Gazette: \(words) — \(citation)"])
  }

  /// Corrections may be laid on another thread, and come between two keys.
  @Test func aCorrectedSpeakerLeavesTheListAtOnce() throws {
    var reader = ReaderHarness()
    reader.state.correctsAside = true
    reader.press("7j<enter>")
    let before = reader.state.lists.quotes
    reader.press("SBrandt<enter>")
    let laid = reader.state.takeCorrection()
    reader.state.finish(try #require(laid).done())
    #expect(reader.state.lists.quotes.count == before.count - 1)
    reader.press("u")
    let undone = reader.state.takeCorrection()
    reader.state.finish(try #require(undone).done())
    #expect(reader.state.lists.quotes == before)
  }

  @Test func nothingHiddenStaysSelected() throws {
    var reader = ReaderHarness()
    reader.press("5bg")
    let below = try #require(reader.state.dossier.disagreements.first { $0.confidence < reader.state.dossier.bar })
    for _ in reader.state.lists.accounts where reader.state.selectedDifference != below.id { reader.press("j") }
    #expect(reader.state.selectedDifference == below.id)
    reader.press("b")
    let selected = try #require(reader.state.selectedDifference)
    #expect(reader.state.lists.accounts.contains(.difference(selected)))
  }

  @Test(arguments: [("5<tab>y", 2), ("5<tab><tab>y", 1)]) func whatIsListedCanBeCopied(_ keys: String, _ places: Int) {
    var reader = ReaderHarness()
    reader.press(keys)
    let copied = reader.effects.compactMap { effect -> String? in
      if case .copy(let text) = effect { text } else { nil }
    }
    #expect(copied.count == 1 && copied[0].split(separator: "news/").count == places + 1)
  }

  @Test func goingAroundASearchIsSaid() throws {
    var reader = ReaderHarness()
    reader.press("/cranes<enter>N")
    #expect(reader.foot.contains("From the last again"))
    reader.press("n")
    #expect(reader.foot.contains("From the first again"))
    reader.press("n")
    #expect(!reader.foot.contains("again"))
  }

  @Test func saysWhereTheMarksOfAnArticleBeginAnew() {
    var reader = ReaderHarness()
    reader.press("9g")
    let count = reader.state.index.marks[0].sides.entries.count
    for _ in 0..<count { reader.press("]") }
    reader.press("]")
    #expect(reader.foot.contains("From the first again"))
    reader.press("[")
    #expect(reader.foot.contains("From the last again"))
  }
}
