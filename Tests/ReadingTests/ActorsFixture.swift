import Dossier
import Language
import Reading
import Testing

/// Texts with names marked by hand, so that actor finding is tested apart from the name finder: `[PER Ann Lee] met [ORG Acme].`
struct ActorsFixture {
  var documents: [Document] = []
  var texts: [AnalysedText] = []
  var statements: [Statement] = []

  /// - Parameter marked: one text each; a line is a paragraph.
  init(_ marked: String...) {
    for text in marked { add(text) }
  }

  private mutating func add(_ marked: String) {
    var plain: [UInt8] = []
    var spans: [(span: Span, kind: Name.Kind)] = []
    var rest = Substring(marked)
    while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
      plain += rest[..<open].utf8
      let inside = rest[rest.index(after: open)..<close].split(separator: " ", maxSplits: 1)
      guard inside.count == 2, let kind = Name.Kind(rawValue: String(inside[0])) else {
        Issue.record("bad mark in \(marked)")
        return
      }
      let start = plain.count
      plain += inside[1].utf8
      spans.append((Span(start, plain.count), kind))
      rest = rest[rest.index(after: close)...]
    }
    plain += rest.utf8
    let text = SourceText(validUTF8: plain)
    let blocks = (1...text.lineStarts.count).map { text.trimmed(text.lineSpan($0)) }.filter { !$0.isEmpty }
    var analysed = Analyser().analyse(text, blocks: blocks)
    analysed.names = spans.map { span, kind in
      let tokens = analysed.tokens.indices.filter { analysed.tokens[$0].span.overlaps(span) }
      return Name(span: span, tokens: (tokens.first ?? 0)..<((tokens.last ?? -1) + 1), kind: kind, confidence: 0.9)
    }
    let id = Document.ID(documents.count)
    documents.append(
      Document(
        id: id, path: "\(documents.count)", name: "\(documents.count)", text: text,
        blocks: blocks.map { Block(span: $0, kind: .paragraph) }))
    texts.append(analysed)
    statements += StatementFinder().statements(in: analysed, of: documents[id.index]).map { statement in
      var statement = statement
      statement.id = Statement.ID(statements.count + statement.id.index)
      return statement
    }
  }

  /// The actors of the texts.
  func actors() -> [Actor] { ActorFinder().actors(in: texts, of: documents, statements: statements) }

  /// The dossier with actors and linked speakers.
  func dossier() -> Dossier {
    var dossier = Dossier(documents: documents, actors: actors(), statements: statements)
    SpeakerLinker().link(&dossier)
    return dossier
  }

  /// The actor with a mention that reads so, in a text.
  func actor(_ words: String, in document: Int = 0, occurrence: Int = 0) -> Actor? {
    let all = actors()
    let found = all.flatMap { actor in actor.mentions.map { (actor, $0) } }
      .filter { $0.1.document.index == document && documents[document].text[$0.1.span] == words }
      .sorted { $0.1.span < $1.1.span }
    return found.indices.contains(occurrence) ? found[occurrence].0 : nil
  }
}
