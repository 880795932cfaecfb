internal import Dossier
internal import Language

/// One speaker's words, told by two outlets in other ones: *said it violated the policy* / *called it at odds with a tradition*.
///
/// Sentences that name one speaker and share rare words tell of one utterance. What each has for itself is how it is told.
/// Of 28 such marks on 120 events three were right and four debatable, of pairs that only share a speaker one in twenty: it
/// stays under the bar, for those who ask for all.
struct RetellingJudge: Judge {
  /// Weight of the shared terms, names of the speaker aside, from which two sentences tell of one utterance.
  private let sameMatter = 8.0
  /// Terms that each must have for itself in what was said.
  private let own = 3

  func judge(_ pair: ClaimPair) -> Divergence? {
    guard pair.isOneEvent, pair.isBetweenDocuments, !pair.hasQuestion, !pair.left.isHeading, !pair.right.isHeading
    else {
      return nil
    }
    let union = pair.left.terms.count + pair.right.terms.count - pair.shared.count
    guard Double(pair.shared.count) < 0.32 * Double(union) else { return nil }
    for left in pair.left.held {
      for right in pair.right.held where left.actor != nil && left.actor == right.actor {
        // The words themselves are no retelling.
        guard left.kind != .direct || right.kind != .direct, left.words.count > 3, right.words.count > 3 else {
          continue
        }
        let names = Set(
          (pair.left.words + pair.right.words).filter { $0.actor == left.actor?.index }.compactMap(\.term))
        let mass = pair.shared.subtracting(names).reduce(0) { $0 + pair.left.weight(of: $1) }
        let (ones, others) = (pair.left.terms(in: left.words), pair.right.terms(in: right.words))
        guard mass > sameMatter, !ones.isDisjoint(with: others), ones.subtracting(pair.shared).count >= own,
          others.subtracting(pair.shared).count >= own
        else { continue }
        return Divergence(
          kind: .wording, relation: .framing,
          reason: "What one speaker said is told otherwise: {A} has “{a}”, {B} “{b}”.",
          matches: [.init(left: left.words, right: right.words, relation: "told otherwise")],
          confidence: min(0.45, 0.24 + mass / 60))
      }
    }
    return nil
  }
}
