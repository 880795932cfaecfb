import Dossier

/// One meeting, one plan, and two who are said to have begun it: *the mayor called the union* / *at the union's request*.
struct InitiativeJudge: Judge {
  func judge(_ pair: ClaimPair) -> Divergence? {
    guard pair.isBetweenDocuments, !pair.left.initiatives.isEmpty, !pair.right.initiatives.isEmpty, pair.tie > 5,
      !pair.hasQuestion, !pair.areOfTwoDays
    else { return nil }
    for left in pair.left.initiatives {
      for right in pair.right.initiatives where areExchanged(left, right, in: pair) {
        return Divergence(
          kind: .roles, relation: .contradiction, reason: "In {A} the first step is “{a}”, in {B} “{b}”.",
          matches: [
            .init(left: words(left, in: pair.left), right: words(right, in: pair.right), relation: "other beginner")
          ],
          confidence: min(0.75, 0.36 + pair.tie / 36))
      }
    }
    return nil
  }

  /// Whether each begins in the one account towards whoever begins in the other; of a plan it is enough that both are named
  /// in both.
  private func areExchanged(_ left: Initiative, _ right: Initiative, in pair: ClaimPair) -> Bool {
    guard left.by != right.by, pair.background.side(of: left.by) != pair.background.side(of: right.by),
      left.toward ?? right.by == right.by, right.toward ?? left.by == left.by,
      !pair.right.initiatives.contains(where: { $0.by == left.by }),
      !pair.left.initiatives.contains(where: { $0.by == right.by })
    else { return false }
    return left.toward != nil && right.toward != nil
      || pair.left.actors.contains(right.by) && pair.right.actors.contains(left.by)
  }

  private func words(_ initiative: Initiative, in claim: Claim) -> Range<Int> {
    let by = claim.words.indices.first { claim.words[$0].actor == initiative.by } ?? initiative.word
    let whole = min(by, initiative.word)..<max(by, initiative.word) + 1
    return whole.count <= 5 ? whole : initiative.word..<initiative.word + 1
  }
}
