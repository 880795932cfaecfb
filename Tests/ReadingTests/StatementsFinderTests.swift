import Dossier
import Language
import Testing

@testable import Reading

/// Statements and speakers of invented sentences, one kind of wording each.
@Suite struct StatementsFinderTests {
  private struct Found: Equatable, CustomStringConvertible {
    var words: String
    var speaker: String?
    var kind: Statement.Kind
    var description: String { "\(kind) \(speaker ?? "–"): \(words)" }
  }

  private func read(_ text: String) -> (source: SourceText, statements: [Statement]) {
    let source = SourceText(text)
    let spans = source.lineStarts.indices.map { source.trimmed(source.lineSpan($0 + 1)) }.filter { !$0.isEmpty }
    let document = Document(
      id: Document.ID(0), path: "-", name: "-", text: source, blocks: spans.map { Block(span: $0, kind: .paragraph) })
    return (source, StatementFinder().statements(in: Analyser().analyse(source, blocks: spans), of: document))
  }

  private func found(_ text: String) -> [Found] {
    let (source, statements) = read(text)
    return statements.map { statement in
      Found(
        words: source[statement.span], speaker: statement.speaker?.mention.map { source[$0] }, kind: statement.kind)
    }
  }

  @Test(arguments: [
    ("“The harbour will reopen in May,” Maria Lund said on Monday.", "Maria Lund"),
    ("“The harbour will reopen in May,” said Maria Lund.", "Maria Lund"),
    ("“The harbour will reopen in May,” said Maria Lund, who runs the port.", "Maria Lund"),
    (
      "Maria Lund, head of the port since 2011 and a former captain, said: “The harbour will reopen in May.”",
      "Maria Lund"
    ),
    ("Maria Lund told reporters, “The harbour will reopen in May.”", "Maria Lund"),
    ("“The harbour will reopen in May,” she added.", "she"),
    ("“The harbour will reopen in May,” the ministry said in a statement.", "the ministry"),
  ])
  func speakerOfAQuotation(_ text: String, _ speaker: String) throws {
    let statement = try #require(found(text).first { $0.kind == .direct })
    #expect(statement.words.contains("The harbour will reopen in May"))
    #expect(statement.speaker == speaker)
  }

  @Test func anonymousSpeaker() throws {
    let text = "“The deal fell apart within an hour,” said one former executive who asked not to be named."
    let speaker = try #require(found(text).first?.speaker)
    #expect(speaker.contains("executive"))
  }

  @Test(arguments: [
    ("The vote, Mayor Anna Holm told reporters, was a mistake.", ["The vote", "was a mistake"]),
    ("The plan, according to Peter Holm, will cost $5 million.", ["The plan", "will cost $5 million"]),
    ("LORNE — The fire, Peter Holm said, began in the kitchen.", ["The fire", "began in the kitchen"]),
    ("“We are sorry,” Anna Holm said, “but nothing can be done.”", ["“We are sorry,”", "“but nothing can be done.”"]),
  ])
  func aSentenceAttributedFromWithin(_ text: String, _ halves: [String]) {
    let (source, statements) = read(text)
    #expect(statements.map { source[$0.span] } == halves)
    #expect(statements.map(\.continues) == [nil, Statement.ID(0)])
    #expect(Set(statements.map { $0.speaker?.mention }).count == 1)
  }

  @Test(arguments: [
    ("More work will be needed, General Peter Holm assessed on Sunday.", "More work will be needed", "Holm"),
    ("The firm gave $4 million to the league, port records show.", "The firm gave $4 million to the league", "records"),
    (
      "The daily reported that Peter Holm, who is ill, opposes the meeting.",
      "that Peter Holm, who is ill, opposes the meeting", "daily"
    ),
    ("Anna Holm has made clear that she expects to win.", "that she expects to win", "Holm"),
    (
      "The officials made clear Monday they have no plans to spend money.", "they have no plans to spend money",
      "officials"
    ),
    ("Anna Holm’s argument that the pier was safe fell flat.", "that the pier was safe", "Holm"),
    (
      "Anna Holm said his critics “seem to think that the pier can wait.”",
      "his critics “seem to think that the pier can wait", "Holm"
    ),
  ])
  func whatOnlyTheGrammarAttributes(_ text: String, _ words: String, _ speaker: String) throws {
    let all = found(text)
    let statement = try #require(all.first { $0.words.hasPrefix(words) }, "\(all)")
    #expect(statement.speaker?.contains(speaker) == true)
  }

  @Test func aParagraphThatIsAnnouncedIsSaid() {
    let announced = found(
      """
      Peter Holm spoke on Friday.
      The governor added:
      It is typical of Roe. She knows nothing of the pier, as you pointed out.
      Anna Roe argued that:
      • the pier was closed in May and never opened
      • the ferry was sold to a friend of the mayor
      The mayor laughed at all of it.
      Read what she said here:
      The ten best piers of the world and how to get there
      """)
    #expect(
      announced.map(\.words) == [
        "It is typical of Roe. She knows nothing of the pier, as you pointed out.",
        "the pier was closed in May and never opened", "the ferry was sold to a friend of the mayor",
      ])
    #expect(announced.map(\.speaker) == ["The governor", "Anna Roe", "Anna Roe"])
  }

  @Test(arguments: [
    ("“We are prepared to wait,” the paper quoted Peter Holm as telling the league.", "Peter Holm"),
    ("“Roe wants to be a tough guy,” Holm shot back.", "Holm"),
  ])
  func speakerWhereTheCueIsSeldomOne(_ text: String, _ speaker: String) {
    #expect(found(text).first?.speaker == speaker)
  }

  @Test func twoSentencesOfOneSpeakerStayTwo() {
    let (_, statements) = read("“We are sorry,” Anna Holm said. “Nothing can be done.”")
    #expect(statements.map(\.continues) == [nil, nil])
  }

  @Test func interruptedQuotationHasOneSpeaker() {
    let statements = found("“We waited all night,” Peter Holm said. “Nobody came to open the gate.”")
    #expect(statements.map(\.speaker) == ["Peter Holm", "Peter Holm"])
    #expect(statements.map(\.kind) == [.direct, .direct])
  }

  @Test func paragraphWithoutSpeakerBelongsToTheOneBefore() {
    let text = """
      “We waited all night,” Peter Holm said.

      “Nobody came to open the gate. We had to climb over the wall and walk home.”
      """
    #expect(found(text).map(\.speaker) == ["Peter Holm", "Peter Holm"])
  }

  @Test(arguments: [
    ("The minister said that the bridge was safe.", "The minister", "the bridge was safe"),
    ("The minister said the bridge was safe.", "The minister", "the bridge was safe"),
    ("The bridge was safe, the minister said.", "the minister", "The bridge was safe"),
    ("The bridge was safe, according to the minister.", "the minister", "The bridge was safe"),
    (
      "According to the minister, the bridge was safe and would open.", "the minister",
      "the bridge was safe and would open"
    ),
  ])
  func reportedSpeech(_ text: String, _ speaker: String, _ words: String) throws {
    let statement = try #require(found(text).first)
    #expect(statement.words.hasSuffix(words))
    #expect(statement.speaker == speaker)
    #expect(statement.kind == .indirect)
  }

  @Test func cueInsideReportedSpeechLeavesTwoParts() {
    let statements = found("The new line, the company said on Friday, would cost twice as much.")
    #expect(statements.map(\.words) == ["The new line", "would cost twice as much"])
    #expect(statements.allSatisfy { $0.speaker == "the company" })
  }

  @Test func mixedSpeech() throws {
    let statement = try #require(
      found("The mayor said the plan was “a gift to speculators” and would be dropped.").first)
    #expect(statement.kind == .mixed)
    #expect(statement.words == "the plan was “a gift to speculators” and would be dropped")
  }

  @Test func cueClasses() throws {
    let cues: [(String, Statement.Cue.Kind)] = [
      ("The minister denied that he had met the firm.", .denies),
      ("The union warned that trains would stop.", .warns),
      ("The coach admitted that the plan had failed.", .agrees),
      ("The party promised that taxes would fall.", .promises),
    ]
    for (text, kind) in cues {
      let statement = try #require(read(text).statements.first, "\(text)")
      #expect(statement.cue?.kind == kind, "\(text)")
    }
  }

  @Test func titlesAndNicknamesAreNoStatements() {
    let statements = found("Carl “The Hammer” Lind moved to Oslo, where the film “A Winter at Sea” was shot in 1998.")
    #expect(statements.allSatisfy { $0.kind == .scare })
  }

  @Test func repeatInOneFileCountsOnce() throws {
    let text = """
      “The harbour will reopen in May,” said Maria Lund.

      Work goes on.

      “The harbour will reopen in May,” said Maria Lund.
      """
    let statements = read(text).statements.filter { $0.kind == .direct }
    #expect(statements.count == 2)
    #expect(statements.first?.duplicateOf == nil)
    #expect(statements.last?.duplicateOf == statements.first?.id)
  }

  @Test func transcript() {
    let text = "HOLM: Did you see the letter?\n\nLUND: I never saw it.\n\nHOLM: Who did?"
    let statements = found(text)
    #expect(statements.map(\.words) == ["Did you see the letter?", "I never saw it.", "Who did?"])
    #expect(statements.map(\.speaker) == ["HOLM", "LUND", "HOLM"])
  }

  @Test func nameSignedBelow() {
    let statements = found("“The harbour belongs to everybody who works in it.”\n\n– Maria Lund, Oslo")
    #expect(statements.first?.speaker == "Maria Lund")
  }

  @Test func nameAtTheEndAfterABareTitle() {
    let text = "“We will not sell the harbour. It is ours.” – President of Norway said on Sunday evening Maria Lund."
    #expect(found(text).first?.speaker == "Maria Lund")
  }

  @Test(arguments: ["together with", "alongside"])
  func announcesFirstWhoStandsInCompany(company: String) {
    let text = "On August 1, Holm, \(company) Lund, delivered joint statements, confirming that the harbour stays shut."
    #expect(found(text).last?.speaker == "Holm")
  }

  @Test func titleGoesWithWhatItIsTheTitleOf() {
    #expect(found("The head of the union said that trains would stop.").first?.speaker == "The head of the union")
  }

  @Test func everyStatementSaysWhy() {
    let text = "“We waited,” Peter Holm said. He added that nobody came. The gate, a guard said, was shut."
    #expect(read(text).statements.allSatisfy { !$0.basis.isEmpty && (0...1).contains($0.confidence) })
  }

  @Test(arguments: [
    "", "\n", "“", "”“”", "said", ": :", "said said said “said” said", "“a” “b” “c” said", "\u{0}“\u{202E}”",
  ])
  func oddTextIsNoHarm(_ text: String) {
    let (source, statements) = read(text)
    #expect(statements.allSatisfy { Int($0.span.end) <= source.count })
  }
}
