/// Finds the best tree over a sentence from the scores of every possible arc.
struct TreeDecoder {
  /// Heads of the best tree with exactly one root.
  ///
  /// Each word first takes its best head; where that gives no tree, the surest root is fixed and the rest found by
  /// Chu and Liu 1965 and Edmonds 1967.
  /// - Parameters:
  ///   - count: number of words.
  ///   - scores: `count` rows of `stride` numbers: the score of every word as head, then, at `count`, of the root.
  /// - Returns: the head of every word, `count` for the root.
  /// - Complexity: linear in the number of arcs where the best heads form a tree, at worst times the depth of cycles.
  static func heads(_ count: Int, scores: UnsafeMutablePointer<Float>, stride: Int) -> [Int] {
    guard count > 0 else { return [] }
    var heads = [Int](repeating: count, count: count)
    for word in 0..<count {
      let row = scores + word * stride
      row[word] = -.infinity
      var best = count
      for head in 0..<count where row[head] > row[best] { best = head }
      heads[word] = best
    }
    if isTree(heads) { return heads }
    var root = 0
    var bestMargin = -Float.infinity
    for word in 0..<count {
      let row = scores + word * stride
      var other = -Float.infinity
      for head in 0..<count { other = max(other, row[head]) }
      let margin = count == 1 ? 0 : row[count] - other
      if margin > bestMargin {
        bestMargin = margin
        root = word
      }
    }
    // From here on the root word is the root of the graph; nothing else hangs on the wall.
    var matrix = [[Float]](repeating: [], count: count)
    for word in 0..<count { matrix[word] = (0..<count).map { scores[word * stride + $0] } }
    heads = arborescence(matrix, root: root)
    heads[root] = count
    return heads
  }

  private static func isTree(_ heads: [Int]) -> Bool {
    let count = heads.count
    var roots = 0
    var seen = [Int](repeating: -1, count: count)
    for word in 0..<count {
      if heads[word] == count { roots += 1 }
      var at = word
      while at != count, seen[at] == -1 {
        seen[at] = word
        at = heads[at]
      }
      if at != count, seen[at] == word { return false }
    }
    return roots == 1
  }

  /// The best spanning arborescence: `matrix[dependent][head]`.
  private static func arborescence(_ matrix: [[Float]], root: Int) -> [Int] {
    let count = matrix.count
    var heads = [Int](repeating: root, count: count)
    for word in 0..<count where word != root {
      var best = root
      for head in 0..<count where head != word && matrix[word][head] > matrix[word][best] { best = head }
      heads[word] = best
    }
    guard let cycle = cycle(heads, root: root) else { return heads }
    // Contract the cycle into one node, the last of a smaller graph.
    var inCycle = [Bool](repeating: false, count: count)
    for word in cycle { inCycle[word] = true }
    let outside = (0..<count).filter { !inCycle[$0] }
    var smaller = [[Float]](
      repeating: [Float](repeating: -.infinity, count: outside.count + 1), count: outside.count + 1)
    var leaving = [Int](repeating: 0, count: outside.count)
    var entering = [Int](repeating: cycle[0], count: outside.count)
    for (row, word) in outside.enumerated() {
      for (column, head) in outside.enumerated() { smaller[row][column] = matrix[word][head] }
      var best = cycle[0]
      for head in cycle where matrix[word][head] > matrix[word][best] { best = head }
      leaving[row] = best
      smaller[row][outside.count] = matrix[word][best]
    }
    for (column, head) in outside.enumerated() {
      var bestGain = -Float.infinity
      for word in cycle {
        let gain = matrix[word][head] - matrix[word][heads[word]]
        if gain > bestGain {
          bestGain = gain
          entering[column] = word
        }
      }
      smaller[outside.count][column] = bestGain
    }
    let inner = arborescence(smaller, root: outside.firstIndex(of: root) ?? 0)
    for (row, word) in outside.enumerated() where word != root {
      heads[word] = inner[row] == outside.count ? leaving[row] : outside[inner[row]]
    }
    let enteredFrom = inner[outside.count]
    heads[entering[enteredFrom]] = outside[enteredFrom]
    return heads
  }

  private static func cycle(_ heads: [Int], root: Int) -> [Int]? {
    var seen = [Int](repeating: -1, count: heads.count)
    for word in heads.indices {
      var at = word
      while at != root, seen[at] == -1 {
        seen[at] = word
        at = heads[at]
      }
      guard at != root, seen[at] == word else { continue }
      var cycle = [at]
      var next = heads[at]
      while next != at {
        cycle.append(next)
        next = heads[next]
      }
      return cycle
    }
    return nil
  }
}
