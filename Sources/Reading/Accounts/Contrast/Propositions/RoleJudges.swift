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

/// An order of two turned round: *Lind's predecessor, Dorn* / *Dorn succeeded Lind*.
struct TurnedOrderJudge: PropositionJudge {
  func finding(in comparison: PropositionComparison) -> PropositionFinding? {
    let (premise, hypothesis) = (comparison.alignment.premise, comparison.alignment.hypothesis)
    let given = OrderReader(text: premise).orders()
    for held in OrderReader(text: hypothesis).orders() {
      let alike = given.filter { $0.kind == held.kind }
      guard !alike.contains(where: { areSame($0.first, held.first, $0.second, held.second, comparison) }),
        let turned = alike.first(where: { areSame($0.first, held.second, $0.second, held.first, comparison) })
      else { continue }
      return PropositionFinding(
        kind: .roles,
        because: "\(comparison.quoted(turned.word, in: premise)) in the first puts the two the other way round than "
          + "\(comparison.quoted(held.word, in: hypothesis)) in the second.", probability: 0.85)
    }
    return nil
  }

  private func areSame(_ one: Int, _ held: Int, _ other: Int, _ second: Int, _ comparison: PropositionComparison)
    -> Bool
  {
    comparison.sameness.areSame(one, held) && comparison.sameness.areSame(other, second)
  }
}
