internal import Dossier
internal import Language

/// The part that one side plays, in war or for peace: *it launched an offensive* / *it calls for peace talks*.
struct PartJudge: Judge {
  func judge(_ pair: ClaimPair) -> Finding? {
    guard pair.left.passage.document != pair.right.passage.document, !pair.left.isQuestion, !pair.right.isQuestion
    else { return nil }
    let finder = PartFinder(sides: pair.background.sides)
    let (lefts, rights) = (finder.parts(in: pair.left), finder.parts(in: pair.right))
    for left in lefts {
      for right in rights where left.side == right.side && left.isForPeace != right.isForPeace {
        // A text that tells both takes no side.
        guard !lefts.contains(where: { $0.side == left.side && $0.isForPeace != left.isForPeace }),
          !rights.contains(where: { $0.side == left.side && $0.isForPeace != right.isForPeace })
        else { continue }
        return Finding(
          kind: .wording, relation: .framing,
          reason: "One side at war and for peace: {1} in {L}, “{a}”; {2} in {R}, “{b}”.",
          matches: [.init(left: left.words, right: right.words, relation: "in war, for peace")],
          topic: "part \(left.side)", named: [left.actor, right.actor], confidence: 0.38 + min(0.1, pair.tie / 60))
      }
    }
    return nil
  }
}
