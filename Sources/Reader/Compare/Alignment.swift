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

  private static func candidates(_ left: [ComparePassage], _ right: [ComparePassage]) -> [Candidate] {
    var holders: [String: [Int]] = [:]
    for (index, passage) in right.enumerated() {
      for word in passage.words { holders[word, default: []].append(index) }
    }
    let common = max(6, right.count / 4)
    let total = Double(right.count + 1)
    func weight(_ word: String) -> Double { log(1 + total / Double((holders[word]?.count ?? 0) + 1)) }
    let lengths: [Double] = right.map { $0.words.sorted().reduce(0.0) { $0 + weight($1) } }
    var candidates: [Candidate] = []
    for (index, passage) in left.enumerated() {
      var shared: [Int: Double] = [:]
      var length = 0.0
      for word in passage.words.sorted() {
        let own = weight(word)
        length += own
        guard let found = holders[word], found.count <= common else { continue }
        for other in found { shared[other, default: 0] += own }
      }
      var shares: [(other: Int, share: Double)] = []
      for (other, sum) in shared {
        let share = sum / max(1e-9, (length * lengths[other]).squareRoot())
        if share >= least { shares.append((other, share)) }
      }
      shares.sort { $0.share != $1.share ? $0.share > $1.share : $0.other < $1.other }
      for (other, share) in shares.prefix(kept) {
        candidates.append(Candidate(left: index, right: other, weight: share))
      }
    }
    return candidates
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
