import Language

extension PronounResolver {
  /// The one place, body or group that a neuter or plural pronoun can plainly stand for: the first in its own sentence, else
  /// the subject of the sentence before.
  func thing(_ pronoun: Pronoun, _ state: PronounState) -> Anchor? {
    let sentence = Int(text.sentenceOf[pronoun.token])
    let quotation = text.quotation(at: pronoun.token)?.statement
    if pronoun.form == .subject, case .it = pronoun.person, text.tokens[pronoun.token].relation == .expl { return nil }
    var own: Anchor?
    var before: Anchor?
    for anchor in state.seen.reversed() {
      if sentence - anchor.sentence > 1 { break }
      if anchor.isPerson || anchor.kind == .other { continue }
      // *The Holms* are many.
      if case .it = pronoun.person, NameGatherer.isFamily(anchor.tokens, in: text) { continue }
      if let quotation, anchor.quotation != quotation, anchor.sentence != sentence { continue }
      if quotation == nil, anchor.quotation != nil { continue }
      if anchor.sentence == sentence {
        guard anchor.role == .subject || anchor.role == .possessor else { continue }
        if let own, own.actor != anchor.actor { return nil }
        own = anchor
      } else if anchor.role == .subject, before == nil {
        before = anchor
      }
    }
    return own ?? (pronoun.form == .subject || pronoun.form == .possessive ? before : nil)
  }
}
