internal import Dossier

/// Finds the claims of different events worth judging together: those that take opposite poles of one axis and speak of,
/// or are held by, one actor, those that give demands, those in which one side wages war and makes peace, and those in
/// which one is disputed as a partner and met. Only they can show a shift of position, or a clash that time explains.
struct CrossEventIndex {
  let sides: Sides

  /// A claim meets at most so many of other events: for what it says on axes, for its demands, and so on.
  private let neighbours = 6
  /// A key that more claims share says too little.
  private let crowd = 400

  /// Stand for axes: whether one counts as a partner, the part that one side plays in a war, the terms that it sets, and
  /// who of two demands.
  private static let standing = -4
  private static let parts = -3
  private static let terms = -2
  private static let demands = -1

  private struct Key: Hashable, Comparable {
    var axis: Int
    var actor: Int
    var partner = 0

    static func < (left: Key, right: Key) -> Bool {
      (left.axis, left.actor, left.partner) < (right.axis, right.actor, right.partner)
    }
  }

  private struct Posting {
    var group: Int
    var claim: Int
    var pole: Int
    /// Whether the word seldom means anything else.
    var isPlain: Bool
  }

  /// Pairs of claims, each once, in order: `(group, claim)` twice. Cost: linear in the claims but for sorting.
  func pairs(among groups: [[Claim]]) -> [(left: (Int, Int), right: (Int, Int))] {
    guard groups.count > 1 else { return [] }
    var postings: [Key: [Posting]] = [:]
    for (group, claims) in groups.enumerated() {
      for (index, claim) in claims.enumerated() where !claim.isQuestion {
        let actors = Set(claim.concerned)
        for projection in claim.projections where projection.strength >= 0.5 {
          for actor in actors {
            postings[Key(axis: projection.axis, actor: actor), default: []].append(
              Posting(group: group, claim: index, pole: projection.pole, isPlain: projection.strength >= 0.8))
          }
        }
        for part in claim.parts {
          postings[Key(axis: Self.parts, actor: sides[part.actor]), default: []].append(
            Posting(group: group, claim: index, pole: part.isForPeace ? 1 : -1, isPlain: true))
        }
        for standing in claim.standings {
          postings[Key(axis: Self.standing, actor: standing.actor), default: []].append(
            Posting(group: group, claim: index, pole: standing.isDisputed ? -1 : 1, isPlain: true))
        }
        // Of demands any two may differ, whatever the pole.
        for side in Set(claim.demands.filter({ $0.content != nil }).map { sides[$0.owner] }) {
          postings[Key(axis: Self.terms, actor: side), default: []].append(
            Posting(group: group, claim: index, pole: group, isPlain: true))
        }
        // Who demands of one meets those of whom that one demands.
        for side in Set(claim.demands.map { sides[$0.owner] }) {
          for other in Set(actors.map { sides[$0] }) where other != side {
            postings[Key(axis: Self.demands, actor: min(side, other), partner: max(side, other)), default: []].append(
              Posting(group: group, claim: index, pole: side, isPlain: true))
          }
        }
      }
    }
    var met: [[Int]: Int] = [:]
    var seen = Set<[Int]>()
    var found: [(left: (Int, Int), right: (Int, Int))] = []
    // The rarest key first: it tells most.
    let keys = postings.filter { $0.value.count > 1 && $0.value.count <= crowd }.sorted {
      $0.value.count != $1.value.count ? $0.value.count < $1.value.count : $0.key < $1.key
    }
    for (key, all) in keys {
      for (turn, one) in all.enumerated() {
        for other in all[(turn + 1)...]
        where other.group != one.group && other.pole != one.pole && (one.isPlain || other.isPlain) {
          let (left, right) = ([one.group, one.claim], [other.group, other.claim])
          let kind = min(0, key.axis)
          guard met[left + [kind], default: 0] < neighbours, met[right + [kind], default: 0] < neighbours else {
            continue
          }
          guard seen.insert(left + right).inserted else { continue }
          met[left + [kind], default: 0] += 1
          met[right + [kind], default: 0] += 1
          found.append(((one.group, one.claim), (other.group, other.claim)))
        }
      }
    }
    return found
  }
}
