/// A choice among candidates, as features that add up: a candidate is a set of parts, its score their sum.
///
/// Candidate 0 is "none of them" and has no part, so that its score is 0.
package struct Decision: Sendable {
  /// Hashed features of every part.
  package var parts: [[UInt32]] = []
  /// Indices of the parts of every candidate.
  package var candidates: [[Int]] = [[]]

  package init() {}

  package mutating func addPart(_ features: [UInt32]) -> Int {
    parts.append(features)
    return parts.count - 1
  }
}

/// Weights of hashed features: a log-linear model over the candidates of a `Decision`.
///
/// As a table: the scale as a 32-bit float, little endian, then one signed byte for every weight.
package struct LinearModel: Sendable {
  package static let bits: UInt32 = 17
  package static let size = 1 << Int(bits)
  /// Bytes of a table.
  package static let tableSize = 4 + size

  /// In units of `scale`: look-ups are scattered, and small weights stay near the processor.
  let weights: [Int8]
  let scale: Float

  /// A model that knows nothing.
  package init() {
    weights = Array(repeating: 0, count: Self.size)
    scale = 0
  }

  /// Rounds weights to bytes.
  package init(_ weights: [Float]) {
    let scale = max(1e-6, weights.reduce(Float(0)) { max($0, abs($1)) }) / 127
    self.weights = weights.map { Int8(($0 / scale).rounded()) }
    self.scale = scale
  }

  /// - Precondition: `table` holds `tableSize` bytes, as `table()` gives them.
  package init(table: Slice<UnsafeBufferPointer<UInt8>>) {
    let start = table.startIndex
    scale = Float(bitPattern: (0..<4).reduce(UInt32(0)) { $0 | UInt32(table[start + $1]) << UInt32(8 * $1) })
    weights = table.dropFirst(4).map { Int8(bitPattern: $0) }
  }

  package func table() -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: scale.bitPattern >> UInt32(8 * $0)) }
      + weights.map { UInt8(bitPattern: $0) }
  }

  package func score(_ features: [UInt32]) -> Float {
    let sum = weights.withUnsafeBufferPointer { weights in
      features.reduce(0) { $0 + Int(weights[Int($1)]) }
    }
    return Float(sum) * scale
  }

  /// The score of every candidate.
  package func scores(_ decision: Decision) -> [Float] {
    let parts = decision.parts.map(score)
    return decision.candidates.map { $0.reduce(Float(0)) { $0 + parts[$1] } }
  }

  /// The best candidate and every candidate's probability.
  package func choose(_ decision: Decision) -> (best: Int, probabilities: [Float]) {
    let scores = scores(decision)
    let probabilities = Self.softmax(scores)
    var best = 0
    for index in scores.indices where scores[index] > scores[best] { best = index }
    return (best, probabilities)
  }

  package static func softmax(_ scores: [Float]) -> [Float] {
    let top = scores.max() ?? 0
    let powers = scores.map { exponential($0 - top) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }

  /// e to a power that is not positive, to 1 part in 10,000: the same on every machine.
  package static func exponential(_ power: Float) -> Float {
    guard power > -60 else { return 0 }
    // (1 + x/n)^n by repeated squaring loses too much; halve until the series is short.
    var halvings = 0
    var reduced = Double(power)
    while reduced < -0.5 {
      reduced /= 2
      halvings += 1
    }
    var result =
      1 + reduced * (1 + reduced / 2 * (1 + reduced / 3 * (1 + reduced / 4 * (1 + reduced / 5 * (1 + reduced / 6)))))
    for _ in 0..<halvings { result *= result }
    return Float(result)
  }
}

/// Takes hashed features: a template and up to four values each.
package protocol FeatureSink {
  mutating func add(hash: UInt32)
}

extension FeatureSink {
  @inline(__always)
  mutating func add(
    _ template: UInt32, _ first: UInt32 = 0, _ second: UInt32 = 0, _ third: UInt32 = 0, _ fourth: UInt32 = 0
  ) {
    var hash = (template &+ 0x9E37_79B9) &* 0x85EB_CA6B
    hash = (hash ^ first) &* 0xC2B2_AE35
    hash ^= hash >> 15
    hash = (hash ^ second) &* 0x27D4_EB2F
    hash ^= hash >> 13
    hash = (hash ^ third) &* 0x1656_67B1
    hash ^= hash >> 16
    hash = (hash ^ fourth) &* 0x2C1B_3C6D
    add(hash: hash >> (32 - LinearModel.bits))
  }
}

/// Collects features, for training.
package struct FeatureList: FeatureSink {
  package private(set) var features: [UInt32] = []

  package init() {}

  package mutating func add(hash: UInt32) { features.append(hash) }
}

/// Adds up the weights of features, for reading.
struct FeatureScore: FeatureSink {
  private let weights: UnsafePointer<Int8>
  /// In units of the model's scale.
  private(set) var sum = 0

  /// - Parameter weights: `LinearModel.size` of them, alive as long as this is.
  init(_ weights: UnsafePointer<Int8>) { self.weights = weights }

  @inline(__always)
  mutating func add(hash: UInt32) { sum += Int(weights[Int(hash)]) }
}

extension Int {
  /// A coarse size, for features: 0, 1, 2, 3, 4, 5–6, 7–9, 10–14, 15–24, 25–49, 50 and more.
  var bucket: UInt32 {
    switch self {
    case ..<0: 99
    case 0...4: UInt32(self)
    case 5...6: 5
    case 7...9: 6
    case 10...14: 7
    case 15...24: 8
    case 25...49: 9
    default: 10
    }
  }
}
