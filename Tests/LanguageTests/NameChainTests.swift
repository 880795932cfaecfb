import Foundation
import Language
import Testing

@Suite struct NameChainTests {
  private static let count = NameLabel.count
  private static let tokens = 3

  /// Numbers between -2 and 2 that only look random.
  private static func numbers(_ count: Int, seed: UInt64) -> [Float] {
    var state = seed
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Float(state >> 40) / Float(1 << 22) - 2
    }
  }

  /// Every labelling of three tokens that holds together, with its score.
  private static func labellings(_ scores: [Float], _ transitions: [Float]) -> [(labels: [Int], score: Double)] {
    var found: [(labels: [Int], score: Double)] = []
    for number in 0..<count * count * count {
      let labels = [number / (count * count), number / count % count, number % count]
      guard NameLabel.allows(0, labels[0]), !NameLabel.isOpen(labels[2]),
        NameLabel.allows(labels[0], labels[1]), NameLabel.allows(labels[1], labels[2])
      else { continue }
      var score = 0.0
      for (token, label) in labels.enumerated() { score += Double(scores[token * count + label]) }
      score += Double(transitions[labels[0] * count + labels[1]] + transitions[labels[1] * count + labels[2]])
      found.append((labels, score))
    }
    return found
  }

  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func inferenceAgreesWithCounting(seed: UInt64) throws {
    let scores = Self.numbers(Self.tokens * Self.count, seed: seed)
    let transitions = Self.numbers(Self.count * Self.count, seed: seed + 100)
    let all = Self.labellings(scores, transitions)
    let best = try #require(all.max { $0.score < $1.score })
    var chain = NameChain(transitions: transitions)
    var labels = [UInt8](repeating: 0, count: Self.tokens)
    chain.decode(scores, count: Self.tokens, into: &labels)
    #expect(labels.map(Int.init) == best.labels)

    chain.infer(scores, count: Self.tokens)
    let total = all.reduce(0) { $0 + exp($1.score - best.score) }
    for token in 0..<Self.tokens {
      for label in 0..<Self.count {
        let mass = all.filter { $0.labels[token] == label }.reduce(0) { $0 + exp($1.score - best.score) }
        #expect(abs(Double(chain.marginal(token, label)) - mass / total) < 1e-4)
      }
    }
    #expect(abs(exp(chain.logPartition - best.score) / total - 1) < 1e-4)
  }
}
