internal import Dossier

/// The same thing counted, another figure. Rounding, ranges and "more than" that can both hold agree.
struct NumberJudge: Judge {
  func judge(_ pair: ClaimPair) -> Finding? {
    for left in pair.left.quantities {
      for right in pair.right.quantities {
        guard left.unit == right.unit, left.unit != nil || left.counted == right.counted, !left.agrees(with: right)
        else { continue }
        // Another figure there may be the one that answers this one.
        guard !pair.right.quantities.contains(where: { $0.agrees(with: left) }),
          !pair.left.quantities.contains(where: { $0.agrees(with: right) })
        else { continue }
        let overlap = pair.localOverlap(left.tokens, right.tokens, radius: 8)
        let countsSame = left.counted != nil && left.counted == right.counted
        guard overlap > (countsSame ? 2.5 : 4) else { continue }
        return Finding(
          kind: .number, relation: .contradiction, reason: "{A} gives “{a}”, {B} “{b}”.",
          matches: [.init(left: left.tokens, right: right.tokens, relation: "other figure")],
          confidence: min(0.9, 0.35 + overlap / 16 + (countsSame ? 0.1 : 0)))
      }
    }
    return nil
  }
}
