import Reading

#if canImport(Glibc)
  import Glibc
#endif

/// Trains the weights of the pronoun model: the likelihood that a right candidate is drawn, among all candidates and "none of
/// them", by stochastic gradient steps with AdaGrad rates.
struct PronounTrainer {
  struct Example {
    /// For every candidate, the numbers of the features that hold.
    var features: [[Int]]
    /// The candidates that are right; none of them where empty.
    var right: [Int]
    var weight: Double
  }

  var epochs = 30
  var rate = 0.1
  var decay = 2e-3

  /// - Returns: weights, and after them the score of "none".
  func train(_ examples: [Example], features count: Int) -> (weights: [Double], none: Double) {
    var weights = [Double](repeating: 0, count: count + 1)
    var squares = [Double](repeating: 1e-3, count: count + 1)
    var order = Array(examples.indices)
    var random = SplitMix(state: 7)
    for _ in 0..<epochs {
      order.shuffle(using: &random)
      for number in order { step(examples[number], &weights, &squares) }
    }
    return (Array(weights.dropLast()), weights[count])
  }

  private func step(_ example: Example, _ weights: inout [Double], _ squares: inout [Double]) {
    let none = weights.count - 1
    let rows = example.features + [[none]]
    let scores = rows.map { $0.reduce(0) { $0 + weights[$1] } }
    let most = scores.max() ?? 0
    let masses = scores.map { exp($0 - most) }
    let sum = masses.reduce(0, +)
    let right = example.right.isEmpty ? [rows.count - 1] : example.right
    let rightSum = right.reduce(0) { $0 + masses[$1] }
    for (row, mass) in zip(rows.indices, masses) {
      let wanted = right.contains(row) ? mass / rightSum : 0
      let gradient = (mass / sum - wanted) * example.weight
      if abs(gradient) < 1e-9 { continue }
      for feature in rows[row] {
        let slope = gradient + decay * weights[feature]
        squares[feature] += slope * slope
        weights[feature] -= rate * slope / squares[feature].squareRoot()
      }
    }
  }
}
