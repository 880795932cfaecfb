import Dossier
import Testing

@testable import Reading

/// Which statements have a row of their own.
@Suite struct StatementsListingTests {
  private func isListed(
    _ words: String, in sentence: String, cue: String, speaker: String? = nil
  ) -> Bool {
    func span(_ words: String) -> Span {
      let range = sentence.ranges(of: words)[0]
      let start = sentence.utf8.distance(from: sentence.startIndex, to: range.lowerBound)
      return Span(start, start + words.utf8.count)
    }
    var statements = [
      Statement(
        id: Statement.ID(0), document: Document.ID(0), span: span(words), kind: .indirect,
        speaker: speaker.map { Statement.Speaker(mention: span($0), actor: nil) },
        cue: Statement.Cue(span: span(cue), kind: .asserts), confidence: 1, basis: "")
    ]
    StatementListing.mark(&statements, in: SourceText(sentence))
    return statements[0].isListed
  }

  /// What stands for what is told elsewhere has no row of its own.
  @Test(arguments: [("which", false), ("This", false), ("no", true), ("which he paid", true)])
  func aPronounAlone(_ words: String, _ listed: Bool) {
    #expect(isListed(words, in: "\(words), Holm denied", cue: "denied", speaker: "Holm") == listed)
  }

  @Test(
    arguments: [
      ("The minister was asked to leave.", "The minister", "asked", nil, false),
      ("The minister was asked by Holm to leave.", "The minister", "asked", "Holm", true),
      ("The pier would be closed, it was reported.", "The pier would be closed", "reported", nil, true),
      ("The minister asked that it be closed.", "it be closed", "asked", nil, true),
    ] as [(String, String, String, String?, Bool)])
  func whoIsOnlySpokenTo(
    _ sentence: String, _ words: String, _ cue: String, _ speaker: String?, _ listed: Bool
  ) {
    #expect(isListed(words, in: sentence, cue: cue, speaker: speaker) == listed)
  }

  @Test func aSecondHalfIsShownWithTheFirst() {
    let text = SourceText("The pier, Holm said, was open. Which, Holm said, was odd.")
    func statement(_ id: Int, _ span: Span, continues: Int? = nil) -> Statement {
      Statement(
        id: Statement.ID(id), document: Document.ID(0), span: span, kind: .indirect, confidence: 1, basis: "",
        continues: continues.map { Statement.ID($0) })
    }
    var statements = [
      statement(0, Span(0, 8)), statement(1, Span(21, 29), continues: 0), statement(2, Span(31, 36)),
      statement(3, Span(49, 56), continues: 2),
    ]
    StatementListing.mark(&statements, in: text)
    #expect(statements.map(\.isListed) == [true, false, false, true])
    let document = Document(id: Document.ID(0), path: "a", name: "a", text: text)
    let dossier = Dossier(documents: [document], statements: statements)
    #expect(statements.map { dossier.row(of: $0.id).index } == [0, 0, 2, 3])
    #expect(dossier.words(of: statements[0]) == "The pier … was open")
  }
}
