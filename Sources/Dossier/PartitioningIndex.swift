extension RandomAccessCollection {
  /// The first index whose element satisfies a predicate that no earlier and every later element satisfies.
  ///
  /// - Returns: `endIndex` where none does. Cost: O(log n). Named as in swift-algorithms.
  @inlinable
  package func partitioningIndex(where isAfter: (Element) throws -> Bool) rethrows -> Index {
    var low = startIndex
    var count = self.count
    while count > 0 {
      let half = count / 2
      let middle = index(low, offsetBy: half)
      if try isAfter(self[middle]) {
        count = half
      } else {
        low = index(after: middle)
        count -= half + 1
      }
    }
    return low
  }
}
