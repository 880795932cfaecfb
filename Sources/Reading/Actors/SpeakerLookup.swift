import Dossier
import Language

/// The actors that speak the statements of one text, while actors are still being found.
struct SpeakerLookup {
  private let text: ActorText
  private let speakers: [Int: Int]

  /// - Parameter references: of the text, in order.
  init(_ references: [Reference], in text: ActorText, statements: [Statement], isPerson: (Int) -> Bool) {
    self.text = text
    let mentions = references.map { Mention(document: text.document, span: $0.span, kind: $0.kind, basis: $0.basis) }
    var speakers: [Int: Int] = [:]
    for quoted in text.quoted where speakers[quoted.statement] == nil {
      guard let span = statements[quoted.statement].speaker?.mention,
        let found = SpeakerMention.index(
          of: span, among: mentions, in: text.analysed.text, isPerson: { isPerson(references[$0].actor) })
      else { continue }
      speakers[quoted.statement] = references[found].actor
    }
    self.speakers = speakers
  }

  /// The speaker of a statement, by its index in the dossier.
  func actor(_ statement: Int) -> Int? { speakers[statement] }

  /// "I" and "we" inside quotation marks.
  func firstPersons() -> [Reference] {
    var found: [Reference] = []
    guard !speakers.isEmpty else { return found }
    for token in text.tokens.indices where text.key(token).utf8.count <= 9 {
      guard let pronoun = Pronoun(text, token), case .speaker = pronoun.person, let quoted = text.quotation(at: token),
        let speaker = speakers[quoted.statement]
      else { continue }
      found.append(
        Reference(
          tokens: token..<(token + 1), span: text.tokens[token].span, actor: speaker, kind: .pronoun,
          basis: "speaker of the quotation"))
    }
    return found
  }
}
