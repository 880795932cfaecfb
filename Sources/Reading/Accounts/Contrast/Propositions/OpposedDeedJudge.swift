internal import Dossier
internal import Language

/// Opposite deeds of the same participants: *left the harbour on Monday* / *reached the harbour on Monday*.
struct OpposedDeedJudge: PropositionJudge {
  func finding(in comparison: PropositionComparison) -> PropositionFinding? {
    let held = comparison.held
    let word = comparison.held(held.predicate)
    for given in comparison.clauses where given.actuality == held.actuality && held.actuality == .real {
      let other = comparison.given(given.predicate)
      guard areOpposed(other, word) else { continue }
      let match = ClauseMatch(given: given, held: held, tie: .opposite, alignment: comparison.alignment)
      guard match.isOfSameParticipants, match.loose.isEmpty, !match.isOfOtherTime,
        match.apart.isEmpty || match.agent == .same && match.patient == .same
      else { continue }
      return PropositionFinding(
        kind: .antonym,
        because: "\(comparison.quoted(given.predicate, in: comparison.alignment.premise)) is the opposite of "
          + "\(comparison.quoted(held.predicate, in: comparison.alignment.hypothesis)).",
        probability: 0.8)
    }
    return nil
  }

  private func areOpposed(_ given: ContrastText.Word, _ held: ContrastText.Word) -> Bool {
    let table = DeedTable.shared
    guard !table.areConverse(given.lemma, held.lemma) else { return false }
    return table.areOpposed(given.lemma, held.lemma) || AxisOpposites.shared.areOpposite(given, held)
      || given.tag == held.tag && WordRelations.shared.areOpposite(given.lemma, held.lemma)
  }
}
