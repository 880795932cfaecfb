internal import Dossier
internal import Language

/// One deed with its two participants turned round: *Lind succeeded Dorn* / *Dorn succeeded Lind*.
struct TurnedRolesJudge: PropositionJudge {
  func finding(in comparison: PropositionComparison) -> PropositionFinding? {
    let held = comparison.held
    guard let agent = held.agent, let patient = held.patient else { return nil }
    for match in comparison.matches where match.given.actuality == held.actuality {
      guard comparison.sameness.areSame(match.given.patient, agent),
        comparison.sameness.areSame(match.given.agent, patient), match.agent != .same, match.patient != .same
      else { continue }
      return PropositionFinding(
        kind: .roles,
        because: "Who does it to whom is turned round at "
          + "\(comparison.quoted(held.predicate, in: comparison.alignment.hypothesis)).", probability: 0.85)
    }
    return nil
  }
}

/// A deed that only one can have done, laid to another who is named beside: *Dorn found the isle with Lind's ship* / *Lind
/// found the isle*.
struct OtherDoerJudge: PropositionJudge {
  func finding(in comparison: PropositionComparison) -> PropositionFinding? {
    let held = comparison.held
    guard held.actuality == .real else { return nil }
    for match in comparison.matches where match.given.actuality != .denied && match.loose.isEmpty {
      let isOnce = DeedTable.shared.isOf(.once, comparison.held(held.predicate))
      let (own, other, rest) =
        held.agent != nil && (held.patient != nil || match.given.agent != nil)
        ? (held.agent, match.given.agent, match.patient == .same)
        : (held.patient ?? held.agent, match.given.patient ?? match.given.agent, false)
      guard isOnce, let own, let other, comparison.held(own).name != nil || comparison.held(own).tag == .propn,
        comparison.given(other).tag == .propn, !match.borne.isEmpty || rest,
        comparison.sameness.verdict(other, own) == .different,
        isNamed(own, beside: match.given, in: comparison)
      else { continue }
      return PropositionFinding(
        kind: .roles,
        because: "The first says \(comparison.quoted(match.given.predicate, in: comparison.alignment.premise)) of "
          + "\(comparison.quoted(other, in: comparison.alignment.premise)), the second of "
          + "\(comparison.quoted(own, in: comparison.alignment.hypothesis)).", probability: 0.75)
    }
    return nil
  }

  /// Whether the sentence of the clause names the one whom the hypothesis speaks of.
  private func isNamed(_ own: Int, beside clause: Clause, in comparison: PropositionComparison) -> Bool {
    let words = comparison.alignment.premise.words
    return words.indices.contains { index in
      words[index].sentence == words[clause.predicate].sentence && words[index].tag == .propn
        && comparison.sameness.verdict(index, own) == .same
    }
  }
}
