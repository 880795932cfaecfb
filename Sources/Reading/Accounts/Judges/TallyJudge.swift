internal import Dossier

/// One vote with two outcomes: *the Senate approved it 64-34* / *the bill cleared the Senate by 61 to 37*.
struct TallyJudge: Judge {
  func judge(_ pair: ClaimPair) -> Divergence? {
    guard pair.isBetweenDocuments, !pair.left.tallies.isEmpty, !pair.right.tallies.isEmpty, !pair.areOfTwoDays else {
      return nil
    }
    for left in pair.left.tallies {
      for right in pair.right.tallies where left.isOfOneBody(as: right) && !left.isSame(as: right) {
        guard !knows(left, pair.right, pair), !knows(right, pair.left, pair) else { continue }
        return Divergence(
          kind: .number, relation: .contradiction, reason: "{A} gives the vote as “{a}”, {B} as “{b}”.",
          matches: [.init(left: left.tokens, right: right.tokens, relation: "other tally")], topic: "tally \(left.all)",
          confidence: min(0.85, 0.5 + pair.tie / 40))
      }
    }
    return nil
  }

  /// Whether a claim's document gives this outcome too: then there were two votes.
  private func knows(_ tally: Tally, _ claim: Claim, _ pair: ClaimPair) -> Bool {
    pair.background.tallies[claim.passage.document.index]?.contains(where: tally.isSame) ?? false
  }
}
