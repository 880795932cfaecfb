internal import Dossier
internal import Language

/// A deed laid to another than who did it.
struct OtherDoerJudge: PropositionJudge {
  func finding(in comparison: PropositionComparison) -> PropositionFinding? {
    let held = comparison.held
    guard held.actuality == .real else { return nil }
    for match in comparison.matches where match.given.actuality != .denied && match.loose.isEmpty {
      guard let (own, other) = doers(match), isOther(other, own, match, comparison) else { continue }
      return PropositionFinding(
        kind: .roles,
        because: "The first says \(comparison.quoted(match.given.predicate, in: comparison.alignment.premise)) of "
          + "\(comparison.quoted(other, in: comparison.alignment.premise)), the second of "
          + "\(comparison.quoted(own, in: comparison.alignment.hypothesis)).", probability: 0.75)
    }
    return nil
  }

  /// Those of whom the two say it: who does it or, where nobody is said to, to whom it is done.
  private func doers(_ match: ClauseMatch) -> (own: Int, other: Int)? {
    let (held, given) = (match.held, match.given)
    let isOfDoer = held.agent != nil && (held.patient != nil || given.agent != nil)
    guard let own = isOfDoer ? held.agent : held.patient ?? held.agent,
      let other = isOfDoer ? given.agent : given.patient ?? given.agent
    else { return nil }
    return (own, other)
  }

  private func isOther(_ other: Int, _ own: Int, _ match: ClauseMatch, _ comparison: PropositionComparison) -> Bool {
    let verdict = comparison.sameness.verdict(other, own)
    guard comparison.held(own).tag == .propn, verdict == .different || verdict == .unknown else { return false }
    // Of two who are said to have done it together, one may be named alone.
    let joined = comparison.alignment.hypothesis.children[own].filter { comparison.held($0).relation == .conj }
    guard !joined.contains(where: { comparison.sameness.areSame(other, $0) }) else { return false }
    let isOfOneThing = match.patient == .same && other != match.given.patient
    if DeedTable.shared.isOf(.once, comparison.held(match.held.predicate)), verdict == .different,
      comparison.given(other).tag == .propn
    {
      // Done once and to one thing, or in one place or at one time and the other stands beside.
      if isOfOneThing { return true }
      return !match.borne.isEmpty && match.held.patient == nil && names(beside: match.given, own, comparison).count > 0
    }
    // Told in the same words down to the details, with the other standing beside, though not as who did it.
    guard isOfOneThing, match.borne.count >= 3 else { return false }
    let beside = names(beside: match.given, own, comparison)
    return !beside.isEmpty && comparison.given(other).isContent
      && !beside.contains { comparison.alignment.premise.isInside($0, other) }
  }

  /// Where the sentence of the clause names the one whom the hypothesis speaks of.
  private func names(beside clause: Clause, _ own: Int, _ comparison: PropositionComparison) -> [Int] {
    let words = comparison.alignment.premise.words
    return words.indices.filter { index in
      words[index].sentence == words[clause.predicate].sentence && words[index].tag == .propn
        && comparison.sameness.verdict(index, own) == .same
    }
  }
}
