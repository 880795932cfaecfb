import Foundation
import Reading

/// Logistic regression by AdaGrad.
struct ContrastTrainer {
  struct Example {
    var set: String
    var features: [UInt32]
    var isContradiction: Bool
    var weight: Float
  }

  var epochs = 12
  var rate: Float = 0.05
  var decay: Float = 3e-5

  /// - Returns: the model; the same examples in the same order give the same weights.
  func train(_ examples: [Example]) -> LinearModel {
    var weights = [Float](repeating: 0, count: LinearModel.size)
    var squares = [Float](repeating: 1e-2, count: LinearModel.size)
    var sums = [Float](repeating: 0, count: LinearModel.size)
    var order = Array(examples.indices)
    var state: UInt64 = 1
    for epoch in 0..<epochs {
      for index in stride(from: order.count - 1, to: 0, by: -1) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        order.swapAt(index, Int(state >> 33) % (index + 1))
      }
      for index in order {
        let example = examples[index]
        let odds = example.features.reduce(Float(0)) { $0 + weights[Int($1)] }
        let gradient = ((example.isContradiction ? 1 : 0) - 1 / (1 + expf(-odds))) * example.weight
        for feature in example.features {
          let place = Int(feature)
          let pulled = gradient - decay * weights[place]
          squares[place] += pulled * pulled
          weights[place] += rate * pulled / squares[place].squareRoot()
        }
      }
      // The mean over the later epochs is steadier than the last.
      if epoch >= epochs / 2 {
        for place in sums.indices { sums[place] += weights[place] }
      }
    }
    let count = Float(epochs - epochs / 2)
    return LinearModel(sums.map { $0 / count })
  }
}
