internal import Dossier
internal import Language

/// A deed that one did, told of two: *the mayor ordered the demolition* / *the treasurer ordered it*.
struct DoerJudge: Judge {
  func judge(_ pair: ClaimPair) -> Divergence? {
    guard pair.left.marks.contains(.deed), pair.right.marks.contains(.deed), pair.isBetweenDocuments, pair.tie > 2.4,
      !pair.areOfTwoDays, !pair.hasQuestion
    else { return nil }
    for left in pair.left.words.indices where isDeed(left, in: pair.left) {
      for right in pair.right.words.indices
      where isDeed(right, in: pair.right) {
        guard
          pair.left.words[left].lemma == pair.right.words[right].lemma
            || ActRelation(pair: pair).areOneInMeaning(left, right),
          let one = Happening(verb: left, in: pair.left.words),
          let other = Happening(verb: right, in: pair.right.words),
          let upon = one.patient, upon == other.patient, let doer = doer(of: left, in: pair.left),
          let another = self.doer(of: right, in: pair.right), areTwo(doer, another, in: pair)
        else { continue }
        return Divergence(
          kind: .roles, relation: .contradiction, reason: "{A} has it done by “{a}”, {B} by “{b}”.",
          matches: [.init(left: doer..<doer + 1, right: another..<another + 1, relation: "other doer")],
          confidence: min(0.75, 0.42 + pair.tie / 36))
      }
    }
    return nil
  }

  private func isDeed(_ index: Int, in claim: Claim) -> Bool {
    let word = claim.words[index]
    return word.tag == .verb && word.marks.contains(.deed) && !word.isNegated && !word.isTentative
  }

  /// The noun of whoever did it: one, and no crowd of some kind.
  private func doer(of verb: Int, in claim: Claim) -> Int? {
    let words = claim.words
    let isPassive = words.contains { $0.head == verb && [.auxPass, .nsubjPass].contains($0.relation) }
    guard isPassive || words.dependent(of: verb, [.obj]) != nil,
      let doer = words.dependent(of: verb, isPassive ? [.oblAgent] : [.nsubj]),
      [.noun, .propn].contains(words[doer].tag),
      !words.contains(where: { $0.head == doer && $0.relation == .conj })
    else { return nil }
    let isDefinite = words.contains { $0.head == doer && ["the", "his", "her", "their", "its"].contains($0.norm) }
    return words.actor(at: doer) != nil || isDefinite ? doer : nil
  }

  /// Whether the two are known to be two: neither the same noun, nor an actor who may be what the other noun says.
  private func areTwo(_ left: Int, _ right: Int, in pair: ClaimPair) -> Bool {
    let (one, other) = (pair.left.words.actor(at: left), pair.right.words.actor(at: right))
    switch (one, other) {
    case (let one?, let other?):
      // *NORBURG — The governor appointed him*: where it was written.
      guard !pair.background.places.contains(one), !pair.background.places.contains(other) else { return false }
      return one != other && pair.background.side(of: one) != pair.background.side(of: other)
    case (nil, nil):
      guard let term = pair.left.words[left].term, let another = pair.right.words[right].term else { return false }
      // *The prime minister*, *the defence minister*.
      return term != another || isOther(left, right, in: pair)
    default: return false
    }
  }

  private func isOther(_ left: Int, _ right: Int, in pair: ClaimPair) -> Bool {
    func qualities(_ noun: Int, _ claim: Claim) -> Set<String> {
      Set(claim.words.filter { $0.head == noun && [.amod, .compound].contains($0.relation) }.map(\.lemma))
    }
    let (ones, others) = (qualities(left, pair.left), qualities(right, pair.right))
    return !ones.isEmpty && !others.isEmpty && ones.isDisjoint(with: others)
  }
}
