/// Words grouped by their vectors (k-means), in three grains; each grain groups the centres of the one below.
struct WordClusters {
  /// For every word.
  private(set) var fine: [UInt16] = []
  /// For every fine cluster.
  private(set) var middle: [UInt16] = []
  private(set) var coarse: [UInt16] = []
  /// For every word, from a clustering of its own.
  private(set) var other: [UInt16] = []

  /// - Parameters:
  ///   - points: one vector of unit length after another; the most frequent words first.
  ///   - dimensions: length of a vector.
  init(
    points: [Float], dimensions: Int, fineCount: Int = 1500, middleCount: Int = 320, coarseCount: Int = 64,
    otherCount: Int = 500
  ) {
    let count = points.count / dimensions
    let sample = min(count, 30_000)
    var centres = Self.cluster(Array(points[0..<sample * dimensions]), dimensions, into: fineCount, rounds: 8)
    fine = Self.assign(points, dimensions, to: centres)
    centres = Self.means(points, dimensions, fine, count: fineCount, previous: centres)
    fine = Self.assign(points, dimensions, to: centres)
    let middleCentres = Self.cluster(centres, dimensions, into: middleCount, rounds: 20)
    middle = Self.assign(centres, dimensions, to: middleCentres)
    let coarseCentres = Self.cluster(middleCentres, dimensions, into: coarseCount, rounds: 20)
    let coarseOfMiddle = Self.assign(middleCentres, dimensions, to: coarseCentres)
    coarse = middle.map { coarseOfMiddle[Int($0)] }
    let otherCentres = Self.cluster(
      Array(points[0..<sample * dimensions]), dimensions, into: otherCount, rounds: 12, seed: 11)
    other = Self.assign(points, dimensions, to: otherCentres)
  }

  private static func cluster(_ points: [Float], _ dimensions: Int, into count: Int, rounds: Int, seed: UInt64 = 7)
    -> [Float]
  {
    let total = points.count / dimensions
    var random = SplitMix(state: seed)
    let chosen = Array(0..<total).shuffled(using: &random).prefix(count).sorted()
    var centres = chosen.flatMap { points[$0 * dimensions..<($0 + 1) * dimensions] }
    for _ in 0..<rounds {
      centres = means(
        points, dimensions, assign(points, dimensions, to: centres), count: chosen.count, previous: centres)
    }
    return centres
  }

  /// The nearest centre (by cosine) of every point.
  private static func assign(_ points: [Float], _ dimensions: Int, to centres: [Float]) -> [UInt16] {
    let total = points.count / dimensions
    let count = centres.count / dimensions
    // Centres are laid out dimension by dimension, so that the inner loop runs over centres and vectorises.
    var columns = [Float](repeating: 0, count: centres.count)
    for centre in 0..<count {
      for axis in 0..<dimensions { columns[axis * count + centre] = centres[centre * dimensions + axis] }
    }
    var scores = [Float](repeating: 0, count: count)
    return (0..<total).map { point in
      scores.withUnsafeMutableBufferPointer { scores in
        columns.withUnsafeBufferPointer { columns in
          for centre in 0..<count { scores[centre] = 0 }
          for axis in 0..<dimensions {
            let value = points[point * dimensions + axis]
            let start = axis * count
            for centre in 0..<count { scores[centre] += value * columns[start + centre] }
          }
          var best = 0
          for centre in 1..<count where scores[centre] > scores[best] { best = centre }
          return UInt16(best)
        }
      }
    }
  }

  /// The mean direction of every cluster; an empty one keeps its centre.
  private static func means(
    _ points: [Float], _ dimensions: Int, _ clusters: [UInt16], count: Int, previous: [Float]
  ) -> [Float] {
    var sums = [Float](repeating: 0, count: count * dimensions)
    for (point, cluster) in clusters.enumerated() {
      for axis in 0..<dimensions { sums[Int(cluster) * dimensions + axis] += points[point * dimensions + axis] }
    }
    for cluster in 0..<count {
      let range = cluster * dimensions..<(cluster + 1) * dimensions
      let norm = sums[range].reduce(0) { $0 + $1 * $1 }.squareRoot()
      for cell in range { sums[cell] = norm > 0 ? sums[cell] / norm : previous[cell] }
    }
    return sums
  }
}
