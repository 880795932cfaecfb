import Dossier
import Language
import Testing

@testable import Reading

/// What a cue tells about whether it was said, and cues that only the grammar shows.
@Suite struct StatementsCueTests {
  private func read(_ words: String) -> (source: SourceText, statements: [Statement]) {
    let source = SourceText(words)
    let blocks = [Block(span: Span(0, source.count), kind: .paragraph)]
    let document = Document(id: Document.ID(0), path: "-", name: "-", text: source, blocks: blocks)
    return (
      source, StatementFinder().statements(in: Analyser().analyse(source, blocks: blocks.map(\.span)), of: document)
    )
  }

  @Test(arguments: [
    ("Holm has never said she would support the bill.", Statement.Cue.Status.notSaid, "has never said"),
    ("Dorn would not confirm the reported links.", .notSaid, "would not confirm"),
    ("The Times did not report that Berg was leaving.", .notSaid, "did not report"),
    ("Neither Holm nor Berg acknowledged that the pier was unsafe.", .notSaid, "Neither Holm nor Berg acknowledged"),
    ("No officials said that the pier was safe.", .notSaid, "No officials said"),
    ("No member of the whole town council said that the pier was safe.", .notSaid, "not said"),
    ("Holm did not confirm or deny that the pier was safe.", .notSaid, "deny"),
    ("Holm left without saying that the pier was safe.", .notSaid, "without saying"),
    ("Holm is likely to argue that the pier is safe.", .open, "likely to argue"),
    ("Berg may ask whether the pier is safe.", .open, "may ask"),
    ("If Holm says that the pier is safe, ships will come.", .open, "If Holm says"),
    ("Holm wants to tell the council that the pier is safe.", .open, "wants to tell"),
    ("Holm said that the pier was not safe.", .said, "said"),
    ("Holm said she did not believe that the pier was safe.", .said, "said"),
    ("Holm not only said that the pier was safe.", .said, "said"),
    ("Holm had to admit that the pier was unsafe.", .said, "admit"),
    ("Berg went on to say that the pier was safe.", .said, "say"),
    ("Holm would later say that the pier was safe.", .said, "say"),
  ]) func whetherItWasSaid(_ text: String, _ status: Statement.Cue.Status, _ words: String) throws {
    let (source, statements) = read(text)
    let cue = try #require(statements.first?.cue)
    #expect(cue.status == status)
    let shown = cue.words(in: source)
    #expect(status == .said || words == "deny" ? shown.hasSuffix(words) : shown == words)
  }

  @Test(arguments: [
    ("Holm maintained that the pier was safe.", "Holm"),
    ("The judge found that Dorn had lied.", "The judge"),
    ("Holm made clear that she would stay.", "Holm"),
    ("Dorn testified that the pier had been closed.", "Dorn"),
    ("Dorn testified in the civil case that the pier had been closed.", "Dorn"),
  ]) func aClauseWithThatIsSaid(_ text: String, _ speaker: String) throws {
    let (source, statements) = read(text)
    let statement = try #require(statements.first)
    #expect(source[statement.span].hasPrefix("that "))
    #expect(statement.speaker?.mention.map { source[$0] } == speaker)
  }

  @Test(arguments: ["It appeared that the pier was safe.", "Assuming that the pier was safe, ships came."])
  func aClauseOfNobodyIsNotSaid(_ text: String) {
    #expect(!read(text).statements.contains { $0.speaker != nil })
  }

  @Test(arguments: [
    ("“The pier was built in a day,” Strand marveled.", "Strand"),
    ("“We will not leave,” snapped Dorn.", "Dorn"),
  ]) func anyVerbThatACommaJoinsTellsTheSpeaker(_ text: String, _ speaker: String) throws {
    let (source, statements) = read(text)
    #expect(statements.first?.speaker?.mention.map { source[$0] } == speaker)
  }

  @Test func whoeverStandsAfterToldIsTold() throws {
    let (source, statements) = read("“He is the boss of the port!” his mother told Norburg Post columnist Anna Holm.")
    #expect(statements.first?.speaker?.mention.map { source[$0] } == "his mother")
  }

  /// Two sayings of one sentence share it.
  @Test func whatIsAddedLeavesTheRestToWhatWasSaid() {
    let (source, statements) = read("Anna Holm said she is troubled by the case, adding that it was very sad.")
    #expect(statements.map { source[$0.span] } == ["she is troubled by the case", "that it was very sad"])
  }
}
