internal import Language

/// Who did what to whom, as far as the parse shows: a verb, or a noun that names its doer (*a follower of hers*).
struct Deed: Sendable {
  /// Who or what takes part: a known actor, or else the stem of the noun.
  enum Participant: Hashable, Sendable {
    case actor(Int)
    case term(Int)
  }

  /// Lemma of the verb; for a noun in *-er* or *-or*, without that ending.
  var act: String
  /// Index of the verb or noun in the claim.
  var word: Int
  var doer: Participant
  var target: Participant
}

extension Claim {
  /// The deeds of which both sides are named. Cost: quadratic in the words of one sentence.
  var deeds: [Deed] {
    words.indices.compactMap { index in
      switch words[index].tag {
      case .verb: verbDeed(index)
      case .noun: agentDeed(index)
      default: nil
      }
    }
  }

  private func verbDeed(_ index: Int) -> Deed? {
    var doer: Deed.Participant?
    var target: Deed.Participant?
    for (other, word) in words.enumerated() where word.head == index {
      switch word.relation {
      case .nsubj: doer = participant(other)
      case .obj: target = participant(other)
      case .nsubjPass: target = participant(other)
      case .oblAgent: doer = participant(other)
      default: continue
      }
    }
    guard let doer, let target, doer != target else { return nil }
    return Deed(act: words[index].lemma, word: index, doer: doer, target: target)
  }

  /// *He was a follower of the student*; *her accuser*.
  private func agentDeed(_ index: Int) -> Deed? {
    let lemma = words[index].lemma
    guard lemma.hasSuffix("er") || lemma.hasSuffix("or"), lemma.utf8.count > 5 else { return nil }
    var doer: Deed.Participant?
    var target: Deed.Participant?
    for (other, word) in words.enumerated() where word.head == index {
      switch word.relation {
      case .nsubj: doer = participant(other)
      case .nmod, .nmodPoss: target = target ?? participant(other)
      default: continue
      }
    }
    guard let doer, let target, doer != target else { return nil }
    return Deed(act: String(lemma.dropLast(2)), word: index, doer: doer, target: target)
  }

  private func participant(_ index: Int) -> Deed.Participant? {
    if let actor = words[index].actor { return .actor(actor) }
    return words[index].term.map { .term($0) }
  }
}
