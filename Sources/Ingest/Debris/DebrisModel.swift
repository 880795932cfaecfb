import CIngestTables

/// Logistic regression in two stages over `DebrisFeatures`, trained by `crossread-train debris`.
package struct DebrisModel: Sendable {
  /// A weight of 1 is stored as this many units.
  package static let unit: Float = 24

  static let shared = DebrisModel(
    UnsafeRawBufferPointer(start: crossread_debris_start(), count: Int(crossread_debris_length())))

  private let first: [Int8]
  private let second: [Int8]

  /// Reads the weights of the first stage, then those of the second.
  /// - Precondition: the table has one byte for each.
  init(_ table: UnsafeRawBufferPointer) {
    precondition(table.count == DebrisFeatures.width + DebrisFeatures.secondWidth, "debris.bin is not of this version")
    let weights = table.map { Int8(bitPattern: $0) }
    first = Array(weights[..<DebrisFeatures.width])
    second = Array(weights[DebrisFeatures.width...])
  }

  /// The log odds that each block is article.
  package func scores(_ features: DebrisFeatures) -> [Float] {
    let early = features.first.map { Self.score($0, first) }
    return features.second(early).map { Self.score($0, second) }
  }

  /// Sums in integers, so that the result is the same on every machine.
  private static func score(_ features: [UInt16], _ weights: [Int8]) -> Float {
    var sum = 0
    for feature in features { sum += Int(weights[Int(feature)]) }
    return Float(sum) / unit
  }
}
