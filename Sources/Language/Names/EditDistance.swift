/// Edit distance in which swapping two neighbours is one edit (Damerau and Levenshtein, restricted).
///
/// - Complexity: product of the lengths.
package func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  if left == right { return 0 }
  if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
  var before = [Int](repeating: 0, count: right.count + 1)
  var previous = Array(0...right.count)
  var current = before
  for row in 1...left.count {
    current[0] = row
    for column in 1...right.count {
      let same = left[row - 1] == right[column - 1]
      var best = min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + (same ? 0 : 1))
      if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
        best = min(best, before[column - 2] + 1)
      }
      current[column] = best
    }
    (before, previous, current) = (previous, current, before)
  }
  return previous[right.count]
}
