import Language

extension PronounResolver {
  /// Who `he` or `she` may stand for: those spoken of in this sentence and the few before, the nearest first, then those
  /// named after it in its sentence.
  func candidates(
    _ situation: PronounFeatures.Situation, _ binding: PronounBinding, _ known: Known, _ votes: GenderVotes,
    _ state: PronounState
  ) -> [PronounFeatures.Candidate] {
    var found: [PronounFeatures.Candidate] = []
    let (barred, own) = bound(situation, binding, state)
    var hasSubject = false
    func consider(_ anchor: Anchor, isAfter: Bool) {
      guard anchor.kind != .thing, anchor.actor != situation.speaker, found.count < Self.most,
        anchor.isPerson || !text.isAcronym(anchor.tokens) && !state.bodies.contains(anchor.actor)
      else {
        return
      }
      guard !barred.contains(anchor.actor) else { return }
      let isNearestSubject = anchor.role == .subject && !hasSubject && !isAfter
      if isNearestSubject { hasSubject = true }
      if let known = found.firstIndex(where: { $0.actor == anchor.actor }) {
        if isNearestSubject { found[known].isNearestSubject = true }
        return
      }
      let gender = known.gender[anchor.actor]
      if let gender, gender != situation.gender, known.isTold.contains(anchor.actor) { return }
      let tally = state.tallies[anchor.actor] ?? PronounState.Tally()
      let same = situation.gender == .masculine ? tally.masculine : tally.feminine
      let other = situation.gender == .masculine ? tally.feminine : tally.masculine
      found.append(
        PronounFeatures.Candidate(
          actor: anchor.actor, anchor: anchor, isAfter: isAfter, rank: found.count, mentions: tally.mentions,
          subjects: tally.subjects, isMostFrequent: false, isNearestSubject: isNearestSubject, later: 0,
          isCommanded: false,
          total: state.totals[anchor.actor] ?? 0, gender: gender, sameGender: same, otherGender: other,
          opensText: state.opening == anchor.actor,
          votes: votes.leaning(anchor.actor, situation.gender, except: situation.pronoun.token),
          recent: state.recent(anchor.actor, since: situation.sentence - 4), hasRival: false,
          lastSubject: state.lastSubject[anchor.actor],
          opensParagraph: state.opensParagraph(anchor.actor, situation.paragraphStart),
          isInOwnWords: own.contains(anchor.actor)))
    }
    for anchor in state.seen.reversed() {
      if situation.sentence - anchor.sentence > Self.window || found.count == Self.most { break }
      // Who speaks is not who is spoken of.
      if let over = situation.over, anchor.sentence > situation.sentence || anchor.quotation == over { continue }
      consider(anchor, isAfter: false)
    }
    for anchor in state.ahead {
      if anchor.sentence > situation.sentence + 1 { break }
      if anchor.sentence == situation.sentence { consider(anchor, isAfter: true) }
      if let named = found.firstIndex(where: { $0.actor == anchor.actor && !$0.isAfter }), found[named].later == 0 {
        found[named].later = anchor.sentence == situation.sentence ? 1 : 2
      }
      if let named = found.firstIndex(where: { $0.actor == anchor.actor }), isCommanded(anchor, situation) {
        found[named].isCommanded = true
      }
    }
    let most = found.map(\.mentions).max() ?? 0
    for index in found.indices where found[index].mentions == most { found[index].isMostFrequent = true }
    if found.contains(where: { $0.anchor.isPerson && $0.gender == situation.gender }) {
      for index in found.indices where found[index].gender != situation.gender { found[index].hasRival = true }
    }
    return found
  }

  /// Who cannot be meant, and whom the words that the pronoun speaks name.
  private func bound(_ situation: PronounFeatures.Situation, _ binding: PronounBinding, _ state: PronounState)
    -> (barred: Set<Int>, own: Set<Int>)
  {
    var bound: (barred: Set<Int>, own: Set<Int>) = ([], [])
    func note(_ anchor: Anchor) {
      if binding.bars(anchor) { bound.barred.insert(anchor.actor) }
      if binding.isInOwnWords(anchor) { bound.own.insert(anchor.actor) }
    }
    for anchor in state.seen.suffix(Self.bounded).reversed() {
      if situation.sentence - anchor.sentence > Self.window { break }
      note(anchor)
    }
    for anchor in state.ahead.prefix(Self.bounded) {
      if anchor.sentence > situation.sentence { break }
      note(anchor)
    }
    return bound
  }

  /// Whether the clause of a subject pronoun holds the words.
  private func isCommanded(_ anchor: Anchor, _ situation: PronounFeatures.Situation) -> Bool {
    guard situation.role == .subject, let clause = situation.governor else { return false }
    var word = anchor.governor
    for _ in 0..<8 {
      guard let above = word else { return false }
      if above == clause { return true }
      word = text.tokens[above].head
    }
    return false
  }
}
