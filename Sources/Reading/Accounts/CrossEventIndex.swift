internal import Dossier

/// Finds the claims of different events worth judging together: those that take opposite poles of one axis and speak of,
/// or are held by, one actor, and those that give one side's demands. Only they can show a shift of position, or a clash
/// that time explains.
struct CrossEventIndex {
  let sides: Sides

  /// A claim meets at most so many of other events.
  private let neighbours = 6
  /// A key that more claims share says too little.
  private let crowd = 400

  /// Stands for the axis of demands.
  private static let demands = -1

  private struct Key: Hashable, Comparable {
    var axis: Int
    var actor: Int

    static func < (left: Key, right: Key) -> Bool {
      left.axis != right.axis ? left.axis < right.axis : left.actor < right.actor
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
        let actors = Set(claim.actors + claim.held.compactMap { $0.actor?.index })
        for projection in claim.projections where projection.strength >= 0.5 {
          for actor in actors {
            postings[Key(axis: projection.axis, actor: actor), default: []].append(
              Posting(group: group, claim: index, pole: projection.pole, isPlain: projection.strength >= 0.8))
          }
        }
        // Of demands any two may differ, whatever the pole.
        for side in Set(claim.demands.map({ sides[$0.owner] })) {
          postings[Key(axis: Self.demands, actor: side), default: []].append(
            Posting(group: group, claim: index, pole: group, isPlain: true))
        }
      }
    }
    var met: [[Int]: Int] = [:]
    var seen = Set<[Int]>()
    var found: [(left: (Int, Int), right: (Int, Int))] = []
    for key in postings.keys.sorted() {
      guard let all = postings[key], all.count > 1, all.count <= crowd else { continue }
      for (turn, one) in all.enumerated() {
        for other in all[(turn + 1)...]
        where other.group != one.group && other.pole != one.pole && (one.isPlain || other.isPlain) {
          let (left, right) = ([one.group, one.claim], [other.group, other.claim])
          guard met[left, default: 0] < neighbours, met[right, default: 0] < neighbours else { continue }
          guard seen.insert(left + right).inserted else { continue }
          met[left, default: 0] += 1
          met[right, default: 0] += 1
          found.append(((one.group, one.claim), (other.group, other.claim)))
        }
      }
    }
    return found
  }
}
