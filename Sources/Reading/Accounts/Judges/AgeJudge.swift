internal import Dossier
internal import Language

/// One person of two ages: *Orlov, 16* / *Orlov, a 17-year-old*.
struct AgeJudge: Judge {
  func judge(_ pair: ClaimPair) -> Divergence? {
    guard pair.isBetweenDocuments else { return nil }
    for left in pair.left.ages {
      for right in pair.right.ages where left.actor == right.actor && left.years != right.years {
        // A generation apart they are two of one name.
        guard abs(left.years - right.years) <= Self.most else { continue }
        return Divergence(
          kind: .number, relation: .contradiction, reason: "{A} makes {1} “{a}”, {B} “{b}”.",
          matches: [.init(left: left.words, right: right.words, relation: "other age")],
          topic: "age \(left.actor)", named: [left.actor], confidence: 0.7)
      }
    }
    return nil
  }

  /// Up to so many years apart two ages are taken for one person's.
  private static let most = 12
}
