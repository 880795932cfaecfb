internal import CReadingTables

/// Weighs what speaks for a contradiction between two statements.
///
/// As a table: the bar and the scale as 32-bit floats, little endian, then one signed byte for every weight.
package struct ContrastModel: Sendable {
  /// The score from which a pair counts as contradicting.
  package let bar: Float
  private var linear = LinearModel()

  /// The model that ships; trained by `crossread-train contrast`.
  package static let shared: ContrastModel = {
    var size = 0
    guard let bytes = crossread_contrast(&size) else { return ContrastModel(LinearModel(), bar: 0) }
    return ContrastModel(table: UnsafeBufferPointer(start: bytes, count: size))
  }()

  package init(_ linear: LinearModel, bar: Float) {
    self.linear = linear
    self.bar = bar
  }

  /// - Precondition: `table` is as `table()` gives it.
  package init(table: UnsafeBufferPointer<UInt8>) {
    precondition(table.count == 8 + LinearModel.size, "contrast.bin is not what was trained")
    func float(at start: Int) -> Float {
      Float(bitPattern: (0..<4).reduce(UInt32(0)) { $0 | UInt32(table[start + $1]) << UInt32(8 * $1) })
    }
    bar = float(at: 0)
    let scale = float(at: 4)
    for place in 0..<LinearModel.size {
      linear.weights[place] = scale * Float(Int8(bitPattern: table[8 + place]))
    }
  }

  /// The model as a table; weights lose what does not fit in a byte.
  package func table() -> [UInt8] {
    let scale = max(1e-6, linear.weights.reduce(Float(0)) { max($0, abs($1)) }) / 127
    let head = [bar, scale].flatMap { float in
      (0..<4).map { UInt8(truncatingIfNeeded: float.bitPattern >> UInt32(8 * $0)) }
    }
    return head + linear.weights.map { UInt8(bitPattern: Int8(($0 / scale).rounded())) }
  }

  /// Log odds of a contradiction.
  package func score(_ features: [UInt32]) -> Float { linear.score(features) }
}
