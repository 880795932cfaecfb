internal import Dossier
internal import Language

/// The part that one side plays, in war or for peace: *it launched an offensive* / *it calls for peace talks*.
struct PartJudge: Judge {
  func judge(_ pair: ClaimPair) -> Divergence? {
    guard pair.isBetweenDocuments, !pair.hasQuestion else { return nil }
    for left in pair.left.parts {
      let side = pair.background.side(of: left.actor)
      for right in pair.right.parts
      where pair.background.side(of: right.actor) == side && left.isForPeace != right.isForPeace {
        // A text that tells both takes no side.
        guard !tellsBoth(pair.left, of: side, pair), !tellsBoth(pair.right, of: side, pair) else { continue }
        return Divergence(
          kind: .wording, relation: .framing,
          reason: "One side at war and for peace: {1} in {L}, “{a}”; {2} in {R}, “{b}”.",
          matches: [.init(left: left.words, right: right.words, relation: "in war, for peace")],
          topic: "part \(side)", named: [left.actor, right.actor], confidence: 0.38 + min(0.1, pair.tie / 60))
      }
    }
    return nil
  }

  private func tellsBoth(_ claim: Claim, of side: Int, _ pair: ClaimPair) -> Bool {
    let own = claim.parts.filter { pair.background.side(of: $0.actor) == side }
    return own.contains(where: \.isForPeace) && own.contains { !$0.isForPeace }
  }
}
