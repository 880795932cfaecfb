internal import Dossier

/// What came first in the one account came then in the other: *fired after stones were thrown* / *threw stones after shots*.
struct OrderJudge: Judge {
  func judge(_ pair: ClaimPair) -> Divergence? {
    guard pair.tie > 4, pair.isBetweenDocuments, !pair.hasQuestion, !pair.areOfTwoDays else { return nil }
    for left in pair.left.successions {
      for right in pair.right.successions where isReversed(left, right, in: pair) {
        let isOneHolder = pair.haveOneHolder(left.words.lowerBound, right.words.lowerBound)
        return Divergence(
          kind: .date, relation: isOneHolder ? .tension : .contradiction,
          reason: "What came first in {A}, “{a}”, came then in {B}, “{b}”.",
          matches: [.init(left: left.words, right: right.words, relation: "other order")],
          confidence: min(0.8, 0.45 + pair.tie / 50))
      }
    }
    return nil
  }

  /// Whether each names what the other has on the other side, and nothing where the other has it.
  private func isReversed(_ left: Succession, _ right: Succession, in pair: ClaimPair) -> Bool {
    let core = left.core.intersection(right.core)
    func telling(_ ones: Set<Int>, _ others: Set<Int>) -> Bool {
      ones.intersection(others).contains { core.contains($0) && pair.left.weight(of: $0) > Self.telling }
    }
    return telling(left.first, right.then) && telling(left.then, right.first)
      && left.first.isDisjoint(with: right.first) && left.then.isDisjoint(with: right.then)
  }

  private static let telling = 1.5
}
