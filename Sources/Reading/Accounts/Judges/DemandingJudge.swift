internal import Dossier

/// Which of two sides sets the other terms: *the West's ultimatums to Russia* / *the West must meet Moscow's demands*.
struct DemandingJudge: Judge {
  func judge(_ pair: ClaimPair) -> Divergence? {
    guard pair.isBetweenDocuments, !pair.hasQuestion else { return nil }
    for left in pair.left.demands {
      for right in pair.right.demands {
        let (one, other) = (pair.background.side(of: left.owner), pair.background.side(of: right.owner))
        guard one != other, !owners(pair.left, pair).contains(other), !owners(pair.right, pair).contains(one) else {
          continue
        }
        let known = [
          pair.sides(concernedIn: pair.left).contains(other), pair.sides(concernedIn: pair.right).contains(one),
        ]
        guard known.contains(true) else { continue }
        return Divergence(
          kind: .roles, relation: .tension,
          reason: "Who sets the terms: {1} in {L}, “{a}”; {2} in {R}, “{b}”.",
          matches: [.init(left: left.cue, right: right.cue, relation: "demands from either side")],
          topic: "demands \(min(one, other)) \(max(one, other))", named: [left.owner, right.owner],
          confidence: known.contains(false) ? 0.48 : 0.55)
      }
    }
    return nil
  }

  /// The sides that demand something here.
  private func owners(_ claim: Claim, _ pair: ClaimPair) -> Set<Int> {
    Set(claim.demands.map { pair.background.side(of: $0.owner) })
  }
}
