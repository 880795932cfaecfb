internal import Dossier
internal import Language

/// The same deed, which one of the two says did not come about: *will not accept the pass* / *accepts the pass*.
struct DeniedDeedJudge: PropositionJudge {
  func finding(in comparison: PropositionComparison) -> PropositionFinding? {
    for match in comparison.matches where match.isOfSameParticipants && match.loose.count * 3 <= match.borne.count + 1 {
      let pair = (match.given.actuality, match.held.actuality)
      let words = (
        comparison.quoted(match.given.predicate, in: comparison.alignment.premise),
        comparison.quoted(match.held.predicate, in: comparison.alignment.hypothesis)
      )
      if pair == (.denied, .real) {
        return PropositionFinding(
          kind: .negation, because: "The first denies what the second says: \(words.0) against \(words.1).",
          probability: 0.85)
      }
      if pair == (.real, .denied) {
        return PropositionFinding(
          kind: .negation, because: "The second denies what the first says: \(words.1) against \(words.0).",
          probability: 0.85)
      }
    }
    return nil
  }
}

/// A thing that one has declined and the other has obtained: *declined the award* / *received the award*.
struct DeclinedThingJudge: PropositionJudge {
  func finding(in comparison: PropositionComparison) -> PropositionFinding? {
    let held = comparison.held
    guard held.actuality == .real, DeedTable.shared.isOf(.obtain, comparison.held(held.predicate)) else { return nil }
    for given in comparison.clauses
    where given.actuality == .real && DeedTable.shared.isOf(.undone, comparison.given(given.predicate)) {
      let match = ClauseMatch(given: given, held: held, tie: .opposite, alignment: comparison.alignment)
      guard match.patient == .same, match.agent == .same || match.agent == .possible, match.loose.isEmpty else {
        continue
      }
      return PropositionFinding(
        kind: .antonym,
        because: "What the second says was \(comparison.quoted(held.predicate, in: comparison.alignment.hypothesis)) "
          + "the first says was \(comparison.quoted(given.predicate, in: comparison.alignment.premise)).",
        probability: 0.8)
    }
    return nil
  }
}
