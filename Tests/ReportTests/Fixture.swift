import Dossier

/// A dossier made by hand: two articles, one hostile, with something of everything.
enum Fixture {
  static let dossier: Dossier = {
    let first = document(
      0, "Harbour opens\n“We are ready,” Ada Marsh said.\nIt is <b>early</b> & *late*.", outlet: "Tide")
    let second = document(1, "Harbour stays shut\nThe mayor is unwilling to act.\n", outlet: nil)
    let marsh = Actor(
      id: Actor.ID(0), name: "Ada Marsh", kind: .person,
      aliases: [.init(text: "Ada Marsh", count: 1), .init(text: "The mayor", count: 1)],
      roles: [.init(text: "mayor", passage: passage(second, "mayor"))],
      mentions: [
        Mention(document: first.id, span: passage(first, "Ada Marsh").span, kind: .name, basis: "name"),
        Mention(document: second.id, span: passage(second, "The mayor").span, kind: .title, basis: "role"),
      ])
    let quote = passage(first, "“We are ready,”")
    let statement = Statement(
      id: Statement.ID(0), document: first.id, span: quote.span, kind: .direct,
      speaker: .init(mention: passage(first, "Ada Marsh").span, actor: marsh.id),
      cue: .init(span: passage(first, "said").span, kind: .asserts), confidence: 0.97, basis: "subject of said")
    let shut = passage(second, "The mayor is unwilling to act.")
    func disagreement(_ index: Int, _ confidence: Double) -> Disagreement {
      Disagreement(
        id: Disagreement.ID(index), relation: .contradiction, kind: .stance,
        left: .init(passage: quote, statement: statement.id, actor: marsh.id), right: .init(passage: shut),
        time: .same, reason: Reason("ready against unwilling"),
        evidence: [
          .init(left: passage(first, "ready").span, right: passage(second, "unwilling").span, relation: "opposed")
        ], confidence: confidence)
    }
    return Dossier(
      documents: [first, second],
      events: [
        Event(id: Event.ID(0), label: "harbour", date: PartialDate(month: 8, day: 1), documents: [first.id, second.id])
      ],
      actors: [marsh], statements: [statement], disagreements: [disagreement(0, 0.86), disagreement(1, 0.2)],
      agreements: [
        Agreement(
          claim: shut, passages: [shut, quote], independentSources: 2, confidence: 0.71,
          because: "they share “pier”, and none denies it or counts otherwise",
          evidence: [[passage(second, "mayor").span], []])
      ],
      omissions: [
        Omission(present: passage(first, "It is <b>early</b> & *late*."), missingFrom: second.id, confidence: 0.6)
      ])
  }()

  private static func document(_ index: Int, _ text: String, outlet: String?) -> Document {
    let source = SourceText(text)
    var blocks: [Block] = []
    for line in 1...source.lineStarts.count {
      let span = source.trimmed(source.lineSpan(line))
      if !span.isEmpty { blocks.append(Block(span: span, kind: line == 1 ? .title : .paragraph)) }
    }
    return Document(
      id: Document.ID(index), path: "in/\(index).txt", name: "\(index)", text: source, title: blocks[0].span,
      source: outlet.map { Source(name: $0, basis: .list, span: nil) }, blocks: blocks)
  }

  private static func passage(_ document: Document, _ words: String) -> Passage {
    let needle = Array(words.utf8)
    let bytes = document.text.bytes
    let start = bytes.indices.first { bytes[$0...].starts(with: needle) }
    guard let start else { preconditionFailure("\(words) is not in the fixture") }
    return Passage(document: document.id, span: Span(start, start + needle.count))
  }
}
