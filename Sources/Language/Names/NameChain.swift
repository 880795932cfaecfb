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
  /// Left labels that may stand before each label.
  private static let allowed: [[Int]] = (0..<labels).map { right in
    (0..<labels).filter { NameLabel.allows($0, right) }
  }

  private let transitions: [Float]
  private let potentials: [Float]
  private var back: [UInt8] = []
  private var forward: [Float] = []
  private var backward: [Float] = []
  private var local: [Float] = []
  private var norms: [Float] = []
  private var count = 0
  /// Logarithm of the partition sum after ``infer(_:count:)``.
  package private(set) var logPartition: Double = 0

  /// - Parameter transitions: a score for every pair of labels, row by row from the left one.
  package init(transitions: [Float]) {
    self.transitions = transitions
    potentials = (0..<Self.labels * Self.labels).map {
      NameLabel.allows($0 / Self.labels, $0 % Self.labels) ? expf(transitions[$0]) : 0
    }
  }

  // MARK: Best labels

  /// Writes the best labels that hold together (Viterbi).
  package mutating func decode(_ scores: UnsafePointer<Float>, count: Int, into labels: UnsafeMutablePointer<UInt8>) {
    guard count > 0 else { return }
    let width = Self.labels
    if back.count < count * width { back = [UInt8](repeating: 0, count: count * width) }
    var current = [Float](repeating: 0, count: width)
    var next = current
    for label in 0..<width {
      current[label] = NameLabel.allows(0, label) ? scores[label] : -.infinity
    }
    transitions.withUnsafeBufferPointer { transitions in
      back.withUnsafeMutableBufferPointer { back in
        for index in 1..<max(count, 1) {
          for right in 0..<width {
            var best = -Float.infinity
            var from = 0
            for left in Self.allowed[right] {
              let score = current[left] + transitions[left * width + right]
              if score > best { (best, from) = (score, left) }
            }
            next[right] = best + scores[index * width + right]
            back[index * width + right] = UInt8(from)
          }
          swap(&current, &next)
        }
        var label = 0
        for candidate in 1..<width where !NameLabel.isOpen(candidate) && current[candidate] > current[label] {
          label = candidate
        }
        for index in stride(from: count - 1, through: 0, by: -1) {
          labels[index] = UInt8(label)
          if index > 0 { label = Int(back[index * width + label]) }
        }
      }
    }
  }

  // MARK: Probabilities

  /// Sums over all labellings (forward and backward, each position scaled to one).
  package mutating func infer(_ scores: UnsafePointer<Float>, count: Int) {
    let width = Self.labels
    self.count = count
    logPartition = 0
    guard count > 0 else { return }
    if forward.count < count * width {
      forward = [Float](repeating: 0, count: count * width)
      backward = forward
      local = forward
      norms = [Float](repeating: 0, count: count)
    }
    var logs = 0.0
    potentials.withUnsafeBufferPointer { potentials in
      forward.withUnsafeMutableBufferPointer { forward in
        backward.withUnsafeMutableBufferPointer { backward in
          local.withUnsafeMutableBufferPointer { local in
            for index in 0..<count {
              let row = index * width
              var top = scores[row]
              for label in 1..<width { top = max(top, scores[row + label]) }
              for label in 0..<width { local[row + label] = expf(max(scores[row + label] - top, -60)) }
              if index == 0 {
                for label in 0..<width { forward[label] = NameLabel.allows(0, label) ? local[label] : 0 }
              } else {
                for label in 0..<width { forward[row + label] = 0 }
                for left in 0..<width {
                  let mass = forward[row - width + left]
                  guard mass > 0 else { continue }
                  for label in 0..<width { forward[row + label] += mass * potentials[left * width + label] }
                }
                for label in 0..<width { forward[row + label] *= local[row + label] }
              }
              if index == count - 1 {
                for label in 0..<width where NameLabel.isOpen(label) { forward[row + label] = 0 }
              }
              var sum: Float = 0
              for label in 0..<width { sum += forward[row + label] }
              sum = max(sum, .leastNormalMagnitude)
              norms[index] = sum
              for label in 0..<width { forward[row + label] /= sum }
              logs += Double(logf(sum)) + Double(top)
            }
            let end = (count - 1) * width
            for label in 0..<width { backward[end + label] = NameLabel.isOpen(label) ? 0 : 1 }
            for index in stride(from: count - 2, through: 0, by: -1) {
              let row = index * width
              for left in 0..<width {
                var sum: Float = 0
                for label in 0..<width {
                  sum += potentials[left * width + label] * local[row + width + label] * backward[row + width + label]
                }
                backward[row + left] = sum / norms[index + 1]
              }
            }
          }
        }
      }
    }
    logPartition = logs
  }

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
