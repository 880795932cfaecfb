import Dossier
import Language
import Testing

@testable import Reading

/// Which statements have a row of their own.
@Suite struct StatementsListingTests {
  private static func context(_ words: String) -> StatementContext {
    let text = SourceText(words)
    return StatementContext(
      text: Analyser().analyse(text, blocks: [text.lineSpan(1)]),
      document: Document(id: Document.ID(0), path: "a", name: "a", text: text))
  }

  private func isListed(
    _ words: String, in sentence: String, cue: String, _ kind: Statement.Cue.Kind = .asserts, speaker: String? = nil
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
        cue: Statement.Cue(span: span(cue), kind: kind), confidence: 1, basis: "")
    ]
    StatementListing.mark(&statements, in: Self.context(sentence))
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

  @Test(
    arguments: [
      ("Holm was declared the winner.", "the winner", "declared", .asserts, nil, false),
      ("Holm was said to have won.", "to have won", "said", .asserts, nil, true),
      ("Asked whether it was safe, Holm smiled.", "whether it was safe", "Asked", .asks, nil, false),
      ("“Yes,” Holm said of the ferry.", "the ferry", "said", .asserts, "Holm", false),
      ("Holm said of the ferry that it sinks.", "that it sinks", "said", .asserts, "Holm", true),
      ("Holm warned of floods.", "floods", "warned", .warns, "Holm", true),
    ] as [(String, String, String, Statement.Cue.Kind, String?, Bool)])
  func whatNobodySays(
    _ sentence: String, _ words: String, _ cue: String, _ kind: Statement.Cue.Kind, _ speaker: String?, _ listed: Bool
  ) {
    #expect(isListed(words, in: sentence, cue: cue, kind, speaker: speaker) == listed)
  }

  @Test(arguments: [("“The Lorne Morning Show”", false), ("“so-called peace”", true), ("“Peace”", true)])
  func theNameOfAThing(_ words: String, _ listed: Bool) {
    var statements = [
      Statement(
        id: Statement.ID(0), document: Document.ID(0), span: Span(0, words.utf8.count), kind: .scare, confidence: 1,
        basis: "")
    ]
    StatementListing.mark(&statements, in: Self.context("\(words) was on."))
    #expect(statements[0].isListed == listed)
  }

  @Test func whoIsExpectedToActIsShownWithWhat() {
    let words = "The pier is expected to close."
    let cue = Statement.Cue(span: Span(12, 20), kind: .believes)
    var statements = [(Span(0, 8), nil), (Span(21, 29), Statement.ID(0))].enumerated().map { id, half in
      Statement(
        id: Statement.ID(id), document: Document.ID(0), span: half.0, kind: .indirect, cue: cue, confidence: 1,
        basis: "",
        continues: half.1)
    }
    StatementListing.mark(&statements, in: Self.context(words))
    #expect(statements.map(\.isListed) == [true, false])
  }

  @Test func aSecondHalfIsShownWithTheFirst() {
    let words = "The pier, Holm said, was open. Which, Holm said, was odd."
    let text = SourceText(words)
    func statement(_ id: Int, _ span: Span, continues: Int? = nil) -> Statement {
      Statement(
        id: Statement.ID(id), document: Document.ID(0), span: span, kind: .indirect, confidence: 1, basis: "",
        continues: continues.map { Statement.ID($0) })
    }
    var statements = [
      statement(0, Span(0, 8)), statement(1, Span(21, 29), continues: 0), statement(2, Span(31, 36)),
      statement(3, Span(49, 56), continues: 2),
    ]
    StatementListing.mark(&statements, in: Self.context(words))
    #expect(statements.map(\.isListed) == [true, false, false, true])
    let document = Document(id: Document.ID(0), path: "a", name: "a", text: text)
    let dossier = Dossier(documents: [document], statements: statements)
    #expect(statements.map { dossier.row(of: $0.id).index } == [0, 0, 2, 3])
    #expect(dossier.words(of: statements[0]) == "The pier … was open")
  }
}
