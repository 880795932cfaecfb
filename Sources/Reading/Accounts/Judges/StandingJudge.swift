internal import Dossier
internal import Language

/// One side on one partner: *she questions his legitimacy* / *her spokesman does not rule out a meeting with him*.
struct StandingJudge: Judge {
  func judge(_ pair: ClaimPair) -> Divergence? {
    guard pair.isBetweenDocuments, !pair.hasQuestion else { return nil }
    return pair.eitherWay(
      elseBy: "{B} has the standing of {1} disputed, “{b}”; {A} sees {1} at the table, “{a}”.", divergence)
  }

  /// The left disputes, the right meets.
  private func divergence(_ pair: ClaimPair) -> Divergence? {
    for one in pair.left.standings where one.isDisputed {
      guard let speaker = pair.left.holder(of: one.words.lowerBound)?.actor ?? subject(pair.left),
        let other = pair.right.standings.first(where: { !$0.isDisputed && $0.actor == one.actor }),
        speaker.index != one.actor
      else { continue }
      let side = pair.background.side(of: speaker.index)
      // Only who disputes it can be at odds with himself.
      guard side != pair.background.side(of: one.actor), pair.sides(concernedIn: pair.right).contains(side) else {
        continue
      }
      return Divergence(
        kind: .stance, relation: pair.isOneEvent ? .tension : .shift,
        reason: "{A} has the standing of {1} disputed, “{a}”; {B} sees {1} at the table, “{b}”.",
        matches: [.init(left: one.words, right: other.words, relation: "disputed, met")],
        topic: "standing \(one.actor)", named: [one.actor], confidence: 0.46)
    }
    return nil
  }

  private func subject(_ claim: Claim) -> Actor.ID? {
    claim.words.first { $0.relation == .nsubj && $0.actor != nil }?.actor.map { Actor.ID($0) }
  }
}
