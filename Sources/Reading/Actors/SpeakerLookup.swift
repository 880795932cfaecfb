import Dossier
import Language

/// The actors that speak the statements of one text, while actors are still being found.
struct SpeakerLookup {
  /// Where the text names who speaks.
  struct Turn {
    var token: Int
    /// The direct speech that is ascribed to it.
    var quotations: [Int]
    /// `nil` where the words are a pronoun that is yet to be tied, or nobody known.
    var actor: Int?
  }

  private let text: ActorText
  private let speakers: [Int: Int]
  /// In the order of the text, one for each place.
  let turns: [Turn]

  /// - Parameter references: of the text, in order.
  init(_ references: [Reference], in text: ActorText, statements: [Statement], isPerson: (Int) -> Bool) {
    self.text = text
    let mentions = references.map { Mention(document: text.document, span: $0.span, kind: $0.kind, basis: $0.basis) }
    var speakers: [Int: Int] = [:]
    var turns: [Int: Turn] = [:]
    for statement in text.statements {
      guard let span = statements[statement].speaker?.mention else { continue }
      let token = text.tokens.partitioningIndex { $0.span.end > span.start }
      let found = SpeakerMention.index(
        of: span, among: mentions, in: text.analysed.text, isPerson: { isPerson(references[$0].actor) })
      let quotations = (turns[token]?.quotations ?? []) + (statements[statement].kind == .direct ? [statement] : [])
      turns[token] = Turn(token: token, quotations: quotations, actor: found.map { references[$0].actor })
      speakers[statement] = found.map { references[$0].actor }
    }
    self.speakers = speakers
    self.turns = turns.values.sorted { $0.token < $1.token }
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
