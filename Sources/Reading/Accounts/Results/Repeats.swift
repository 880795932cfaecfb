internal import Dossier

/// Tells when two divergences are one quarrel: the same passage parts, with the same words, from one utterance that two
/// accounts carry.
struct Repeats {
  /// Findings by each passage that they set against another.
  private var byPassage: [Passage: [Int]] = [:]

  mutating func add(_ draft: Draft, number: Int) {
    for passage in [draft.pair.left.passage, draft.pair.right.passage] {
      byPassage[passage, default: []].append(number)
    }
  }

  /// The number of the divergence that a draft repeats, of those added, and whether the draft has the fuller words.
  /// Cost: the divergences that share a passage with it.
  func repeated(by draft: Draft, among kept: [Draft]) -> (number: Int, isFuller: Bool)? {
    for own in Self.sides(of: draft) {
      for number in byPassage[own.claim.passage] ?? [] where kept[number].divergence.kind == draft.divergence.kind {
        for other in Self.sides(of: kept[number])
        where other.claim.passage == own.claim.passage && other.words.overlaps(own.words) {
          let (mine, theirs) = (own.opposite(draft), other.opposite(kept[number]))
          guard Self.isOneUtterance(mine, theirs) else { continue }
          return (number, Double(Self.told(mine).count) > 1.1 * Double(Self.told(theirs).count))
        }
      }
    }
    return nil
  }

  private struct Side {
    var claim: Claim
    var words: Range<Int>
    var isLeft: Bool

    func opposite(_ draft: Draft) -> Side { Repeats.sides(of: draft)[isLeft ? 1 : 0] }
  }

  private static func sides(of draft: Draft) -> [Side] {
    let clash = draft.divergence.matches[0]
    return [
      Side(claim: draft.pair.left, words: clash.left, isLeft: true),
      Side(claim: draft.pair.right, words: clash.right, isLeft: false),
    ]
  }

  /// Whether two accounts carry one saying: one speaker, and half of the words of the shorter or more.
  private static func isOneUtterance(_ one: Side, _ other: Side) -> Bool {
    guard one.claim.passage.document != other.claim.passage.document,
      one.claim.holder(of: one.words.lowerBound)?.actor == other.claim.holder(of: other.words.lowerBound)?.actor
    else { return false }
    let (ones, others) = (terms(one), terms(other))
    return 2 * ones.intersection(others).count >= min(ones.count, others.count)
  }

  /// What the holder said, or else all that the reporter did.
  private static func told(_ side: Side) -> Range<Int> {
    side.claim.holder(of: side.words.lowerBound)?.words ?? side.claim.words.indices
  }

  private static func terms(_ side: Side) -> Set<Int> { side.claim.terms(in: told(side)) }
}
