import Dossier
import Glibc

/// Which passages of two articles stand face to face.
///
/// Pairs that share rare words are candidates, known pairs (differences, agreements) weigh more; the heaviest set of pairs
/// that keeps the order of both articles is taken, by a longest-increasing-subsequence sweep over a Fenwick tree.
/// - Complexity: O(c log n) for c candidate pairs; words that stand in many passages propose none.
struct Alignment: Sendable {
  struct Pair: Sendable, Hashable {
    var left: Int
    var right: Int
  }

  /// The passage of the other side that shares the most words with one.
  struct Likeness: Sendable, Hashable {
    var other: Int
    /// The share of their words by weight, up to 1.
    var share: Double
  }

  /// In order on both sides.
  let pairs: [Pair]
  /// What is most like each passage of the left, wherever it stands on the right, and the other way round.
  let ofLeft: [Likeness?]
  let ofRight: [Likeness?]

  private struct Candidate {
    var left: Int
    var right: Int
    var weight: Double
  }

  /// A shared share of words below this is chance.
  private static let least = 0.18
  /// Candidates kept of one passage.
  private static let kept = 4
  /// The weight that a known pair has beside shared words, which give at most 1.
  static let knownWeight = 2.0
  /// From this share on two passages are in nearly the same words.
  static let nearShare = 0.85

  /// - Parameter known: pairs of passages that belong together, with what they weigh.
  init(_ left: [ComparePassage], _ right: [ComparePassage], known: [(left: Int, right: Int, weight: Double)]) {
    var candidates = Self.candidates(left, right)
    var ofLeft = [Likeness?](repeating: nil, count: left.count)
    var ofRight = [Likeness?](repeating: nil, count: right.count)
    for one in candidates {
      if one.weight > ofLeft[one.left]?.share ?? 0 { ofLeft[one.left] = Likeness(other: one.right, share: one.weight) }
      if one.weight > ofRight[one.right]?.share ?? 0 {
        ofRight[one.right] = Likeness(other: one.left, share: one.weight)
      }
    }
    (self.ofLeft, self.ofRight) = (ofLeft, ofRight)
    candidates += known.map { Candidate(left: $0.left, right: $0.right, weight: $0.weight) }
    pairs = Self.chain(candidates, rightCount: right.count)
  }

  /// The same pairs whichever side is called left.
  private static func candidates(_ left: [ComparePassage], _ right: [ComparePassage]) -> [Candidate] {
    let holders = [left, right].map(holders)
    let common = [left, right].map { max(6, $0.count / 4) }
    let total = Double(left.count + right.count + 2)
    func weight(_ word: String) -> Double {
      log(1 + total / Double(holders.reduce(2) { $0 + ($1[word]?.count ?? 0) }))
    }
    let lengths = [left, right].map { $0.map { $0.words.sorted().reduce(0.0) { $0 + weight($1) } } }
    var found: [Candidate] = []
    for (index, passage) in left.enumerated() {
      var shared: [Int: Double] = [:]
      for word in passage.words.sorted() {
        guard let others = holders[1][word], others.count <= common[1], holders[0][word]?.count ?? 0 <= common[0] else {
          continue
        }
        let own = weight(word)
        for other in others { shared[other, default: 0] += own }
      }
      for (other, sum) in shared.sorted(by: { $0.key < $1.key }) {
        let share = sum / max(1e-9, (lengths[0][index] * lengths[1][other]).squareRoot())
        if share >= least { found.append(Candidate(left: index, right: other, weight: share)) }
      }
    }
    let kept = strongest(of: found, by: \.left, then: \.right).union(strongest(of: found, by: \.right, then: \.left))
    return kept.sorted().map { found[$0] }
  }

  /// The passages that hold each word.
  private static func holders(_ passages: [ComparePassage]) -> [String: [Int]] {
    var holders: [String: [Int]] = [:]
    for (index, passage) in passages.enumerated() {
      for word in passage.words { holders[word, default: []].append(index) }
    }
    return holders
  }

  /// Of each passage of one side the candidates that weigh most, by index.
  private static func strongest(
    of candidates: [Candidate], by side: KeyPath<Candidate, Int>, then other: KeyPath<Candidate, Int>
  ) -> Set<Int> {
    let groups = Dictionary(grouping: candidates.indices) { candidates[$0][keyPath: side] }
    return Set(
      groups.values.flatMap { group in
        group.sorted {
          let (one, two) = (candidates[$0], candidates[$1])
          return one.weight != two.weight
            ? one.weight > two.weight : one[keyPath: other] < two[keyPath: other]
        }.prefix(kept)
      })
  }

  /// The heaviest chain of candidates that rises on both sides.
  private static func chain(_ candidates: [Candidate], rightCount: Int) -> [Pair] {
    // Of one left passage the later right ones come first, so that no chain takes it twice.
    let sorted = candidates.sorted {
      if $0.left != $1.left { return $0.left < $1.left }
      return $0.right != $1.right ? $0.right > $1.right : $0.weight > $1.weight
    }
    var tree = [(weight: Double, last: Int)](repeating: (0, -1), count: rightCount + 1)
    var previous = [Int](repeating: -1, count: sorted.count)
    var best: (weight: Double, last: Int) = (0, -1)
    for (index, candidate) in sorted.enumerated() {
      var found: (weight: Double, last: Int) = (0, -1)
      var node = candidate.right
      while node > 0 {
        if tree[node].weight > found.weight { found = tree[node] }
        node -= node & -node
      }
      previous[index] = found.last
      let reached = (weight: found.weight + candidate.weight, last: index)
      if reached.weight > best.weight { best = reached }
      node = candidate.right + 1
      while node <= rightCount {
        if tree[node].weight < reached.weight { tree[node] = reached }
        node += node & -node
      }
    }
    var pairs: [Pair] = []
    var at = best.last
    while at >= 0 {
      pairs.append(Pair(left: sorted[at].left, right: sorted[at].right))
      at = previous[at]
    }
    return pairs.reversed()
  }
}
