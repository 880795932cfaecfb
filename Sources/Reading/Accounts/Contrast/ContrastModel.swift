internal import CReadingTables

/// Weighs what speaks for a contradiction between two statements.
///
/// As a table: the bar as a 32-bit float, little endian, then the weights as `LinearModel` has them.
package struct ContrastModel: Sendable {
  /// The score from which a pair counts as contradicting.
  package let bar: Float
  private let linear: LinearModel

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
    precondition(table.count == 4 + LinearModel.tableSize, "contrast.bin is not what was trained")
    bar = Float(bitPattern: (0..<4).reduce(UInt32(0)) { $0 | UInt32(table[$1]) << UInt32(8 * $1) })
    linear = LinearModel(table: table[4...])
  }

  package func table() -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: bar.bitPattern >> UInt32(8 * $0)) } + linear.table()
  }

  /// Log odds of a contradiction.
  package func score(_ features: [UInt32]) -> Float { linear.score(features) }
}
