internal import CNetwork

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Inference in one sentence of the chain: best labels, and how probable labels and names are.
///
/// Scores are laid out token by token, ``NameLabel/count`` each. Buffers grow to the longest sentence seen and are used again.
package struct NameChain {
  private static let labels = NameLabel.count
  /// 1 for every label that may stand first, or last.
  private static let mayStart: [Float] = (0..<labels).map { NameLabel.allows(0, $0) ? 1 : 0 }
  private static let mayEnd: [Float] = (0..<labels).map { NameLabel.isOpen($0) ? 0 : 1 }
  /// The same as scores.
  private static let starts: [Float] = mayStart.map { $0 == 1 ? 0 : -.infinity }
  private static let ends: [Float] = mayEnd.map { $0 == 1 ? 0 : -.infinity }

  /// Scores of pairs of labels, minus infinity where they cannot stand together.
  private let transitions: [Float]
  /// Their powers, from left to right and from right to left.
  private let potentials: [Float]
  private let turned: [Float]
  private var back: [Int32] = []
  private var forward: [Float] = []
  private var backward: [Float] = []
  private var local: [Float] = []
  private var norms: [Float] = []
  private var tops: [Float] = []
  private var count = 0

  /// - Parameter transitions: a score for every pair of labels, row by row from the left one.
  package init(transitions: [Float]) {
    let labels = Self.labels
    self.transitions = (0..<labels * labels).map {
      NameLabel.allows($0 / labels, $0 % labels) ? transitions[$0] : -.infinity
    }
    let potentials = self.transitions.map { expf($0) }
    self.potentials = potentials
    turned = (0..<labels * labels).map { potentials[$0 % labels * labels + $0 / labels] }
  }

  /// Writes the best labels that hold together (Viterbi).
  package mutating func decode(_ scores: UnsafePointer<Float>, count: Int, into labels: UnsafeMutablePointer<UInt8>) {
    guard count > 0 else { return }
    if back.count < count * Self.labels { back = [Int32](repeating: 0, count: count * Self.labels) }
    crossread_chain_best(count, scores, transitions, Self.starts, Self.ends, &back, labels)
  }

  // MARK: Probabilities

  /// Sums over all labellings (forward and backward, each position scaled to one).
  package mutating func infer(_ scores: UnsafePointer<Float>, count: Int) {
    self.count = count
    guard count > 0 else { return }
    if norms.count < count {
      forward = [Float](repeating: 0, count: count * Self.labels)
      backward = forward
      local = forward
      norms = [Float](repeating: 0, count: count)
      tops = norms
    }
    crossread_chain_sums(
      count, scores, potentials, turned, Self.mayStart, Self.mayEnd, &local, &forward, &backward, &norms, &tops)
  }

  /// Logarithm of the partition sum. Call after ``infer(_:count:)``.
  package var logPartition: Double { (0..<count).reduce(0) { $0 + Double(logf(norms[$1])) + Double(tops[$1]) } }

  /// How probable `label` is at `index`. Call after ``infer(_:count:)``.
  @inline(__always)
  package func marginal(_ index: Int, _ label: Int) -> Float {
    forward[index * Self.labels + label] * backward[index * Self.labels + label]
  }

  /// How probable the pair of labels at `index - 1` and `index` is.
  @inline(__always)
  package func marginal(_ index: Int, _ left: Int, _ right: Int) -> Float {
    let row = index * Self.labels
    return forward[row - Self.labels + left] * potentials[left * Self.labels + right] * local[row + right]
      * backward[row + right] / norms[index]
  }

  /// How probable exactly this name is.
  package func probability(of range: Range<Int>, _ kind: Name.Kind) -> Float {
    let width = Self.labels
    let last = range.upperBound - 1
    guard range.count > 1 else { return marginal(range.lowerBound, NameLabel.label(kind, 3)) }
    var label = NameLabel.label(kind, 0)
    var product = forward[range.lowerBound * width + label]
    for index in range.lowerBound + 1...last {
      let right = NameLabel.label(kind, index == last ? 2 : 1)
      product *= potentials[label * width + right] * local[index * width + right] / norms[index]
      label = right
    }
    return product * backward[last * width + label]
  }
}
