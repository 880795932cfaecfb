internal import Dossier
internal import Language

/// What somebody is accused of in one account, and that he denies it or was cleared in another: *resigned after
/// allegations of fraud* / *an inquiry cleared him*.
struct AccusationJudge: Judge {
  func judge(_ pair: ClaimPair) -> Divergence? {
    guard pair.has(.accusation), pair.has(.denial), pair.isBetweenDocuments, !pair.hasQuestion
    else { return nil }
    return pair.eitherWay(elseBy: "{B} has {1} accused, “{b}”; {A} has the answer, “{a}”.", divergence)
  }

  /// The left accuses, the right answers.
  private func divergence(_ pair: ClaimPair) -> Divergence? {
    // Who tells both tells the whole.
    guard
      let charge = charges(in: pair.left).first(where: { charge in
        !answers(in: pair.left).contains { $0.accused == charge.accused }
      }), let answer = answers(in: pair.right).first(where: { $0.accused == charge.accused })
    else { return nil }
    guard !pair.haveOneHolder(charge.word, answer.word) else { return nil }
    return Divergence(
      kind: .stance, relation: .tension,
      reason: "{A} has {1} accused, “{a}”; {B} has the answer, “{b}”.",
      matches: [
        .init(
          left: shown(charge.word, in: pair.left), right: shown(answer.word, in: pair.right),
          relation: "accused, denied")
      ],
      topic: "accusation \(charge.accused)", named: [charge.accused], confidence: min(0.7, 0.39 + pair.tie / 40))
  }

  /// A word that accuses somebody, or that answers for him.
  private struct Turn {
    var word: Int
    var accused: Int
  }

  private func charges(in claim: Claim) -> [Turn] {
    claim.words.indices.compactMap { index in
      guard claim.words[index].marks.contains(.accusation), !claim.words[index].isNegated,
        let accused = accused(index, in: claim)
      else { return nil }
      return Turn(word: index, accused: accused)
    }
  }

  /// Whom a verb accuses; against whom a noun stands, or whose it is said to be by an adjective.
  private func accused(_ index: Int, in claim: Claim) -> Int? {
    let words = claim.words
    switch words[index].tag {
    case .verb: return claim.words.actor(of: index, [.obj, .nsubjPass]) ?? subjectBelow(index, in: claim)
    case .noun:
      let against = words.indices.first { other in
        words[other].head == index && words[other].relation == .nmod
          && words.hasCase(["against"], at: other)
      }
      if let against { return words.actor(at: against) }
      // *Resigned after allegations*: who did so stands accused.
      guard [.obl, .nmod].contains(words[index].relation), var verb = words[index].head else { return nil }
      for _ in 0..<8 {
        guard words[verb].tag != .verb, let head = words[verb].head else { break }
        verb = head
      }
      return claim.words.actor(of: verb, [.nsubj, .nsubjPass])
    case .adj:
      return words[index].head.flatMap { claim.words.actor(of: $0, [.nmodPoss]) }
    default: return nil
    }
  }

  /// *She alleged that he took it*.
  private func subjectBelow(_ verb: Int, in claim: Claim) -> Int? {
    claim.words.indices.first { claim.words[$0].head == verb && claim.words[$0].relation == .ccomp }
      .flatMap { claim.words.actor(of: $0, [.nsubj]) }
  }

  private func answers(in claim: Claim) -> [Turn] {
    claim.words.indices.compactMap { index in
      guard claim.words[index].marks.contains(.denial), let accused = answering(index, in: claim) else { return nil }
      return Turn(word: index, accused: accused)
    }
  }

  /// Who denies, or whom it clears.
  private func answering(_ index: Int, in claim: Claim) -> Int? {
    let words = claim.words
    switch words[index].tag {
    case .verb:
      if words[index].marks.contains(.clearance) {
        guard !words[index].isNegated else { return nil }
        return claim.words.actor(of: index, [.obj, .nsubjPass])
      }
      return claim.words.actor(of: index, [.nsubj])
    case .adj, .noun:
      guard !words[index].isNegated else { return nil }
      return claim.words.actor(of: index, [.nsubj, .nmodPoss])
    default: return nil
    }
  }

  /// The word with what is charged or denied.
  private func shown(_ word: Int, in claim: Claim) -> Range<Int> {
    let below = claim.words.indices.filter {
      $0 > word && claim.words[$0].head == word && [.obj, .nmod, .obl].contains(claim.words[$0].relation)
    }
    return word..<max(word, min(below.first ?? word, word + 6)) + 1
  }
}
