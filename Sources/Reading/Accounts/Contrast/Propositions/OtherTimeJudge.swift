internal import Dossier
internal import Language

/// The same deed of the same participants at another time: *was built in 1931* / *was built in 1957*.
struct OtherTimeJudge: PropositionJudge {
  func finding(in comparison: PropositionComparison) -> PropositionFinding? {
    let (premise, hypothesis) = (comparison.alignment.premise, comparison.alignment.hypothesis)
    for match in comparison.matches
    where match.isOfOtherTime && match.given.actuality == match.held.actuality && match.isOfSameParticipants {
      for time in hypothesis.times {
        guard match.loose.allSatisfy(time.tokens.contains),
          let other = premise.times.first(where: { other in
            other.clashes(with: time) && other.tokens.contains { premise.isInside($0, match.given.predicate) }
          })
        else { continue }
        return PropositionFinding(
          kind: .date,
          because: "\(premise.quoted(other.tokens)) in the first, \(hypothesis.quoted(time.tokens)) in the second.",
          probability: 0.8)
      }
    }
    return nil
  }
}
