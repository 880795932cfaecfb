internal import Dossier
internal import Language

/// One speaks of a thing as of a fact, the other calls it a myth: *a degree of partisanship* / *the misperception of
/// partisanship*.
struct DismissalJudge: Judge {
  func judge(_ pair: ClaimPair) -> Divergence? {
    guard pair.has(.dismissal), pair.tie > 3, !pair.hasQuestion else { return nil }
    return pair.eitherWay(elseBy: "{B} speaks of “{b}” where {A} has “{a}”.", divergence)
  }

  /// The left dismisses, the right tells.
  private func divergence(_ pair: ClaimPair) -> Divergence? {
    for (mark, thing) in dismissed(in: pair.left) {
      guard let term = pair.left.words[thing].term, pair.left.weight(of: term) > 1.5,
        !dismissed(in: pair.right).contains(where: { pair.right.words[$0.thing].term == term }),
        let told = pair.right.words.indices.first(where: {
          pair.right.words[$0].term == term && !pair.right.words[$0].isNegated && !pair.right.words[$0].isTentative
        }), !pair.haveOneHolder(mark, told)
      else { continue }
      let areHeld = pair.left.holder(of: mark)?.actor != nil && pair.right.holder(of: told)?.actor != nil
      return Divergence(
        kind: .stance, relation: areHeld && pair.time == .same ? .contradiction : .tension,
        reason: "{A} speaks of “{a}” where {B} has “{b}”.",
        matches: [.init(left: mark..<thing + 1, right: told..<told + 1, relation: "dismissed by one")],
        confidence: min(0.8, 0.46 + pair.tie / 30))
    }
    return nil
  }

  /// Words of dismissal with what follows their *of* or *that*.
  private func dismissed(in claim: Claim) -> [(mark: Int, thing: Int)] {
    claim.words.indices.compactMap { mark in
      guard claim.words[mark].marks.contains(.dismissal), !claim.words[mark].isNegated else {
        return nil
      }
      return claim.words.indices.first {
        $0 > mark && claim.words[$0].head == mark && claim.words[$0].relation == .nmod
      }
      .map { (mark, $0) }
    }
  }
}
