import Reading

/// One decision with its right candidates.
struct TrainingExample {
  var decision: Decision
  /// Any of them is right; never empty.
  var right: [Int]
}

/// Fits a log-linear model by stochastic gradient with a step size of its own for every weight (AdaGrad).
struct LogLinearTrainer {
  var epochs: Int
  var rate: Float
  /// Pull of every touched weight towards 0.
  var decay: Float
  var seed: UInt64 = 1

  /// - Returns: the model; the same examples in the same order give the same weights.
  func train(_ examples: [TrainingExample]) -> LinearModel {
    var weights = [Float](repeating: 0, count: LinearModel.size)
    var squares = [Float](repeating: 1e-4, count: LinearModel.size)
    var averages = [Float](repeating: 0, count: LinearModel.size)
    var order = Array(examples.indices)
    var state = seed
    for epoch in 0..<epochs {
      for index in stride(from: order.count - 1, to: 0, by: -1) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        order.swapAt(index, Int(state >> 33) % (index + 1))
      }
      for index in order {
        step(examples[index], &weights, &squares)
      }
      // The mean over the later epochs is steadier than the last.
      if epoch >= epochs / 2 {
        for index in averages.indices { averages[index] += weights[index] }
      }
    }
    let count = Float(epochs - epochs / 2)
    return LinearModel(averages.map { $0 / count })
  }

  private func step(_ example: TrainingExample, _ weights: inout [Float], _ squares: inout [Float]) {
    let decision = example.decision
    var parts = [Float](repeating: 0, count: decision.parts.count)
    for (index, features) in decision.parts.enumerated() {
      var sum: Float = 0
      for feature in features { sum += weights[Int(feature)] }
      parts[index] = sum
    }
    let scores = decision.candidates.map { $0.reduce(Float(0)) { $0 + parts[$1] } }
    let probabilities = LinearModel.softmax(scores)
    let rightMass = max(1e-9, example.right.reduce(Float(0)) { $0 + probabilities[$1] })
    var gradients = [Float](repeating: 0, count: decision.parts.count)
    for (index, candidate) in decision.candidates.enumerated() {
      for part in candidate { gradients[part] -= probabilities[index] }
    }
    for index in example.right {
      for part in decision.candidates[index] { gradients[part] += probabilities[index] / rightMass }
    }
    for (index, features) in decision.parts.enumerated() {
      let gradient = gradients[index]
      guard abs(gradient) > 1e-4 else { continue }
      for feature in features {
        let place = Int(feature)
        let pulled = gradient - decay * weights[place]
        squares[place] += pulled * pulled
        weights[place] += rate * pulled / squares[place].squareRoot()
      }
    }
  }
}
