internal import Dossier
internal import Language

/// One happening at two times of day: *set off at about 8 p.m.* / *began around 8:30 p.m.*.
struct ClockJudge: Judge {
  /// Two times of day farther apart, in minutes, are those of two happenings.
  private static let far = 150

  func judge(_ pair: ClaimPair) -> Divergence? {
    guard !pair.left.clocks.isEmpty, !pair.right.clocks.isEmpty, pair.isBetweenDocuments,
      !pair.areOfTwoDays
    else { return nil }
    for left in pair.left.clocks where !pair.right.clocks.contains(where: left.agrees) {
      for right in pair.right.clocks where !pair.left.clocks.contains(where: right.agrees) {
        guard left.distance(to: right) <= Self.far else { continue }
        let overlap = pair.localOverlap(left.tokens, right.tokens)
        let isKnown = isOneHappening(left, right, in: pair)
        guard isKnown || pair.tie > 4 && overlap > 3 && (isOneAct(left, right, in: pair) || overlap > 5) else {
          continue
        }
        return Divergence(
          kind: .date, relation: .contradiction, reason: "{A} puts it at “{a}”, {B} at “{b}”.",
          matches: [.init(left: left.tokens, right: right.tokens, relation: "other time of day")],
          confidence: min(0.85, (isKnown ? 0.42 : 0.36) + overlap / 24))
      }
    }
    return nil
  }

  private func isOneHappening(_ left: ClockTime, _ right: ClockTime, in pair: ClaimPair) -> Bool {
    guard let one = Happening(of: left.tokens.lowerBound, in: pair.left.words),
      let other = Happening(of: right.tokens.lowerBound, in: pair.right.words)
    else { return false }
    return one.weight(asOneWith: other, in: pair) ?? 0 > 2
  }

  private func isOneAct(_ left: ClockTime, _ right: ClockTime, in pair: ClaimPair) -> Bool {
    guard let one = pair.left.words.verb(above: left.tokens.lowerBound),
      let other = pair.right.words.verb(above: right.tokens.lowerBound)
    else { return false }
    return ActRelation(pair: pair).areOne(one, other)
  }
}
