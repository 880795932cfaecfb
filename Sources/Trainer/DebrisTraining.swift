import Glibc
import Ingest

/// Logistic regression by AdaGrad, in two stages; the second learns from scores of the first on pages that the first had not seen.
enum DebrisTraining {
  private static let passes = 12
  private static let rate: Float = 0.12
  private static let decay: Float = 2e-4

  /// Trained weights, not yet quantised.
  struct Weights {
    var first: [Float]
    var second: [Float]

    func scores(_ features: DebrisFeatures) -> [Float] {
      let early = features.first.map { DebrisTraining.score($0, first) }
      return features.second(early).map { DebrisTraining.score($0, second) }
    }

    /// One signed byte a weight, the first stage's before the second's.
    var quantised: [UInt8] {
      (first + second).map { UInt8(bitPattern: Int8(max(-127, min(127, ($0 * DebrisModel.unit).rounded())))) }
    }
  }

  static func train(_ pages: [DebrisPage]) -> Weights {
    let first = fit(pages.map { ($0, $0.features.first) }, width: DebrisFeatures.width, isFirst: true)
    var rows: [(DebrisPage, [[UInt16]])] = []
    for fold in 0..<4 {
      let held = fit(
        pages.filter { $0.fold(of: 4) != fold }.map { ($0, $0.features.first) }, width: DebrisFeatures.width,
        isFirst: true)
      for page in pages where page.fold(of: 4) == fold {
        rows.append((page, page.features.second(page.features.first.map { score($0, held) })))
      }
    }
    return Weights(first: first, second: fit(rows, width: DebrisFeatures.secondWidth, isFirst: false))
  }

  fileprivate static func score(_ features: [UInt16], _ weights: [Float]) -> Float {
    features.reduce(0) { $0 + weights[Int($1)] }
  }

  private static func fit(_ rows: [(page: DebrisPage, features: [[UInt16]])], width: Int, isFirst: Bool) -> [Float] {
    // A feature that one or two sites alone have says more of them than of debris.
    var sites = [Set<String>](repeating: [], count: width)
    for row in rows {
      for features in row.features {
        for feature in features where sites[Int(feature)].count < 3 { sites[Int(feature)].insert(row.page.site) }
      }
    }
    let isUsed = sites.map { $0.count >= 3 }
    var weights = [Float](repeating: 0, count: width)
    var squares = [Float](repeating: 1e-3, count: width)
    for pass in 0..<passes {
      // A fixed order that differs from pass to pass.
      let step = [1, 7, 11, 13, 17, 19, 23, 29][pass % 8]
      for place in rows.indices {
        let row = rows[(place * step + pass) % rows.count]
        for (index, label) in row.page.labels.enumerated() {
          guard let label else { continue }
          let features = row.features[index]
          let odds = score(features, weights)
          let weight = (Float(min(row.page.features.lengths[index], 600)) + 30).squareRoot() / 12
          let gradient = (1 / (1 + expf(-odds)) - (label ? 1 : 0)) * weight
          for feature in features where isUsed[Int(feature)] {
            let index = Int(feature)
            let slope = gradient + decay * weights[index]
            squares[index] += slope * slope
            weights[index] -= rate * slope / squares[index].squareRoot()
          }
        }
      }
    }
    return weights
  }
}
