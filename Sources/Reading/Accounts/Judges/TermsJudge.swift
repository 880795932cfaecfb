internal import Dossier

/// What one side demands at two times: *withdrawal from four regions* / *neutrality and recognition of the annexation*.
struct TermsJudge: Judge {
  func judge(_ pair: ClaimPair) -> Divergence? {
    guard !pair.isOneEvent, !pair.hasQuestion else { return nil }
    for left in pair.left.demands {
      for right in pair.right.demands
      where pair.background.side(of: left.owner) == pair.background.side(of: right.owner) {
        guard let one = left.content, let other = right.content else { continue }
        let (ones, others) = (pair.left.terms(in: one), pair.right.terms(in: other))
        let common = ones.intersection(others).count
        guard ones.count > 1, others.count > 1, 2 * common <= min(ones.count, others.count) else { continue }
        return Divergence(
          kind: .stance, relation: .shift,
          reason: "One side's terms at two times: {1} in {L}, “{a}”; {2} in {R}, “{b}”.",
          matches: [
            .init(left: one, right: other, relation: "other terms"),
            .init(left: left.cue, right: right.cue, relation: "demanded"),
          ],
          topic: "terms \(pair.background.side(of: left.owner))", named: [left.owner, right.owner], confidence: 0.62)
      }
    }
    return nil
  }
}
