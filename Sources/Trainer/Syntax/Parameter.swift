import CNetwork
import Language

/// A small deterministic generator (SplitMix64).
struct Generator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Uniform in 0..<1.
  mutating func uniform() -> Float { Float(next() >> 40) * 0x1p-24 }

  /// Uniform in -limit..<limit.
  mutating func symmetric(_ limit: Float) -> Float { (uniform() * 2 - 1) * limit }
}

/// A block of floats outside Swift's arrays, so that kernels can share it without checks.
final class Buffer {
  let base: UnsafeMutablePointer<Float>
  let count: Int

  init(_ count: Int) {
    self.count = count
    base = .allocate(capacity: max(count, 16))
    base.initialize(repeating: 0, count: max(count, 16))
  }

  deinit { base.deallocate() }

  func clear(_ count: Int) { base.update(repeating: 0, count: count) }

  var array: [Float] { Array(UnsafeBufferPointer(start: base, count: count)) }
}

/// Weights with their gradient and the moments that Adam keeps.
final class Parameter {
  let rows: Int
  let columns: Int
  let weights: Buffer
  let gradient: Buffer
  private let mean: Buffer
  private let variance: Buffer
  private var touched: [Bool]
  private var touchedRows: [Int] = []
  private let isSparse: Bool

  /// - Parameter limit: weights start uniform within it.
  init(_ rows: Int, _ columns: Int, limit: Float, sparse: Bool = false, using generator: inout Generator) {
    self.rows = rows
    self.columns = columns
    let count = (rows * columns + 15) / 16 * 16
    weights = Buffer(count)
    gradient = Buffer(count)
    mean = Buffer(count)
    variance = Buffer(count)
    touched = sparse ? Array(repeating: false, count: rows) : []
    isSparse = sparse
    if limit > 0 { for index in 0..<rows * columns { weights.base[index] = generator.symmetric(limit) } }
  }

  /// Marks a row as having a gradient.
  func touch(_ row: Int) {
    guard !touched[row] else { return }
    touched[row] = true
    touchedRows.append(row)
  }

  /// One step of Adam; of a sparse parameter only the rows touched.
  func step(_ rate: Float, number: Int) {
    let (beta1, beta2): (Float, Float) = (0.9, 0.99)
    let correction = (1 - power(beta2, number)).squareRoot() / (1 - power(beta1, number))
    let corrected = rate * correction
    guard isSparse else {
      crossread_adam(
        weights.count, corrected, beta1, beta2, 1e-8, weights.base, gradient.base, mean.base, variance.base)
      return
    }
    for row in touchedRows {
      let offset = row * columns
      crossread_adam(
        columns, corrected, beta1, beta2, 1e-8, weights.base + offset, gradient.base + offset, mean.base + offset,
        variance.base + offset)
      touched[row] = false
    }
    touchedRows.removeAll(keepingCapacity: true)
  }

  private func power(_ base: Float, _ exponent: Int) -> Float {
    var result: Float = 1
    var factor = base
    var rest = exponent
    while rest > 0 {
      if rest & 1 == 1 { result *= factor }
      factor *= factor
      rest >>= 1
    }
    return result
  }
}
