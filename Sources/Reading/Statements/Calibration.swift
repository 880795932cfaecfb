/// Turns what the models give into a confidence: of statements at 0.9 nine in ten are right.
///
/// A rising step function over the models' joint probability, learnt on articles that the models had not seen.
package struct Calibration: Sendable, Equatable {
  /// Lower bound of a step, and the share of right ones in it.
  package var steps: [(from: Float, confidence: Float)]

  package init(steps: [(from: Float, confidence: Float)] = []) { self.steps = steps }

  package static func == (left: Calibration, right: Calibration) -> Bool {
    left.steps.elementsEqual(right.steps) { $0 == $1 }
  }

  /// How many steps there are at most.
  package static let count = 16

  /// Fits steps to outcomes: pools neighbours until the share of right ones rises with the probability.
  package init(outcomes: [(probability: Float, isRight: Bool)]) {
    let sorted = outcomes.sorted { $0.probability < $1.probability }
    var pools: [(from: Float, right: Int, count: Int)] = []
    let size = max(1, sorted.count / Self.count + 1)
    for start in stride(from: 0, to: sorted.count, by: size) {
      let slice = sorted[start..<min(start + size, sorted.count)]
      pools.append((slice.first?.probability ?? 0, slice.filter(\.isRight).count, slice.count))
      while pools.count > 1 {
        let (last, before) = (pools[pools.count - 1], pools[pools.count - 2])
        guard last.right * before.count <= before.right * last.count else { break }
        pools.removeLast(2)
        pools.append((before.from, before.right + last.right, before.count + last.count))
      }
    }
    steps = pools.map { (from: $0.from, confidence: Float($0.right) / Float($0.count)) }
  }

  /// The confidence for a probability.
  package func confidence(_ probability: Float) -> Float {
    let step = steps.last { $0.from <= probability } ?? steps.first
    return step?.confidence ?? probability
  }
}
