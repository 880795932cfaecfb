internal import Dossier
internal import Language

/// One speaker, told with and without a hedge: *I know that it was hacked* / *he believed that it had been hacked*.
struct HedgeJudge: Judge {
  /// So many words after a hedge may stand under it.
  private static let reach = 24

  func judge(_ pair: ClaimPair) -> Divergence? {
    guard pair.has(.hedge), pair.tie > 3, pair.isBetweenDocuments,
      !pair.left.isHeading,
      !pair.right.isHeading, !pair.hasQuestion
    else { return nil }
    let (left, right) = (hedge(in: pair.left), hedge(in: pair.right))
    guard (left == nil) != (right == nil) else { return nil }
    if let left { return divergence(pair, hedge: left) }
    return right.flatMap { divergence(pair.swapped, hedge: $0) }.map {
      $0.swapped(reason: "Of what one speaker said {B} keeps the hedge “{b}”, {A} has “{a}” flat.")
    }
  }

  private func divergence(_ pair: ClaimPair, hedge: Int) -> Divergence? {
    guard let hedging = held(hedge, in: pair.left),
      let telling = pair.right.held.first(where: { $0.actor == hedging.actor })
    else { return nil }
    let hedged = pair.left.terms(in: hedge + 1..<max(hedge + 1, min(hedge + Self.reach, hedging.words.upperBound)))
    let flat = pair.right.terms(in: telling.words)
    let common = hedged.intersection(flat)
    guard common.count >= 2, 2 * common.count >= min(hedged.count, flat.count) else { return nil }
    let told = telling.words.filter { pair.right.words[$0].term.map(common.contains) ?? false }
    guard let first = told.first, let last = told.last,
      // What is said of the thing, not the thing alone, must be the same.
      told.contains(where: { [.verb, .adj].contains(pair.right.words[$0].tag) && !pair.right.words[$0].isNegated }),
      !told.contains(where: { pair.right.words[$0].isTentative })
    else { return nil }
    let isCertain = pair.right.projections.contains {
      telling.words.contains($0.words.lowerBound) && $0.pole > 0 && pair.background.axes[$0.axis].name == "certainty"
    }
    return Divergence(
      kind: isCertain ? .stance : .attribution, relation: isCertain ? .tension : .framing,
      reason: "Of what one speaker said {A} keeps the hedge “{a}”, {B} has “{b}” flat.",
      matches: [.init(left: hedge..<hedge + 1, right: first..<last + 1, relation: "hedged on one side")],
      confidence: min(0.7, (isCertain ? 0.48 : 0.38) + pair.tie / 36))
  }

  /// The first hedge that its speaker uttered; who does not believe a thing denies it.
  private func hedge(in claim: Claim) -> Int? {
    claim.words.indices.first {
      claim.words[$0].marks.contains(.hedge) && claim.words[$0].tag != .aux
        && !claim.words[$0].isNegated && !isMeasure($0, in: claim) && held($0, in: claim)?.actor != nil
    }
  }

  /// *Everything possible*, *as soon as possible*: how much, and no doubt of it.
  private func isMeasure(_ index: Int, in claim: Claim) -> Bool {
    claim.words[index].norm == "possible" && index > 0
      && ["everything", "anything", "all", "as", "best"].contains(claim.words[index - 1].norm)
  }

  /// The statement in which the hedge stands, or that it introduces: *he believed that*.
  private func held(_ hedge: Int, in claim: Claim) -> Claim.Held? {
    claim.holder(of: hedge) ?? claim.held.first { (hedge + 1...hedge + 2).contains($0.words.lowerBound) }
  }
}
