import Language

/// What the parse says of a candidate and a pronoun.
extension PronounFeatures {
  /// Whether the pronoun begins a clause that tells of the candidate, as in *Holm, who he says failed*, which is never the
  /// candidate's own: 2 if *who* stands right before it, 1 if it stands further inside such a clause.
  func relative(_ candidate: Candidate, _ situation: Situation, _ text: ActorText) -> Int {
    let anchor = candidate.anchor
    guard !candidate.isAfter, anchor.sentence == situation.sentence, anchor.tokens.upperBound < situation.pronoun.token
    else { return 0 }
    let between = anchor.tokens.upperBound..<situation.pronoun.token
    guard let who = between.first(where: { Self.relatives.contains(text.norm($0)) }), who - between.lowerBound <= 1
    else { return 0 }
    return who == situation.pronoun.token - 1 ? 2 : 1
  }

  private static let relatives: Set<String> = ["who", "whom", "whose"]

  /// Whether the pronoun's clause leaves its doer to the clause of which the candidate is the subject, so that the pronoun is
  /// another: *Holm refused to help him*.
  func isControlled(_ candidate: Candidate, _ situation: Situation, _ text: ActorText) -> Bool {
    guard candidate.anchor.role == .subject, let governor = candidate.anchor.governor, var clause = situation.governor,
      candidate.anchor.sentence == situation.sentence, situation.pronoun.form != .subject
    else { return false }
    let sentence = text.sentence(of: situation.pronoun.token)
    for _ in 0..<4 {
      if clause == governor { return true }
      let hasDoer = sentence.contains {
        text.tokens[$0].head == clause && text.tokens[$0].relation.universal == .nsubj
      }
      guard !hasDoer, let above = text.tokens[clause].head else { return false }
      clause = above
    }
    return false
  }

  /// Whether the pronoun belongs to words that are set beside the candidate's name: *Holm, his rival* or *his rival, Holm*.
  func isApposed(_ candidate: Candidate, _ situation: Situation, _ text: ActorText) -> Bool {
    guard situation.pronoun.form == .possessive, let noun = situation.governor,
      candidate.anchor.sentence == situation.sentence
    else { return false }
    let tokens = candidate.anchor.tokens
    if let head = text.tokens[noun].head, tokens.contains(head), text.tokens[noun].relation == .appos { return true }
    return tokens.contains { text.tokens[$0].head == noun && Anchor.role(of: tokens, in: text).role == .apposed }
  }

  /// A name of many that is nobody's own: *Republicans*.
  func isPlural(_ anchor: Anchor, _ text: ActorText) -> Bool {
    let last = text.norm(anchor.tokens.upperBound - 1)
    return !anchor.isPerson && last.hasSuffix("s") && !last.hasSuffix("ss")
  }

  /// Whether the pronoun stands in what the candidate is asked or urged: 1 the one who asks, 2 the one asked.
  func asked(_ candidate: Candidate, _ situation: Situation, _ text: ActorText) -> Int {
    guard let governor = candidate.anchor.governor, Self.asking.contains(text.tokens[governor].lemma),
      [3, 4].contains(clause(candidate, situation, text))
    else { return 0 }
    return candidate.anchor.role == .subject ? 1 : 2
  }

  private static let asking: Set<String> = ["ask", "urge", "advise", "press", "pressure", "beg", "order", "invite"]

  /// 1: both hang on one word, as a subject and its object do; 2: the pronoun's phrase hangs on the candidate's governor;
  /// 3: the candidate is the subject of a clause that holds the pronoun's.
  func clause(_ candidate: Candidate, _ situation: Situation, _ text: ActorText) -> Int {
    guard let governor = candidate.anchor.governor, let own = situation.governor,
      situation.sentence == candidate.anchor.sentence
    else { return 0 }
    if governor == own { return 1 }
    let next = text.tokens[own].head
    if next == governor { return 2 }
    var above = next
    var steps = 0
    while let word = above, steps < 8 {
      if word == governor { return candidate.anchor.role == .subject ? 3 : 4 }
      above = text.tokens[word].head
      steps += 1
    }
    return 0
  }
}
