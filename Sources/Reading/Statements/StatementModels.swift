internal import CReadingTables

/// The four models that find statements.
///
/// As a table: those of the four, then the two calibrations as pairs of 32-bit floats, little endian, padded with their last
/// step.
package struct StatementModels: Sendable {
  /// Which quotations are statements by themselves.
  package var role = LinearModel()
  /// What a cue attributes.
  package var content = LinearModel()
  /// Which cue a quotation belongs to.
  package var quotationCue = LinearModel()
  /// Who a cue belongs to.
  package var speaker = LinearModel()

  /// Confidence of quotations, and of what cues attribute.
  package var quoted = Calibration()
  package var reported = Calibration()

  /// The models that ship.
  package static let shared: StatementModels = {
    var size = 0
    guard let bytes = crossread_statements(&size) else { return StatementModels() }
    return StatementModels(table: UnsafeBufferPointer(start: bytes, count: size))
  }()

  private static var models: [WritableKeyPath<StatementModels, LinearModel>] {
    [\.role, \.content, \.quotationCue, \.speaker]
  }

  /// Models that know nothing.
  package init() {}

  private static let calibrationSize = 8 * Calibration.count

  /// - Precondition: `table` is as `table()` gives it.
  package init(table: UnsafeBufferPointer<UInt8>) {
    let stride = LinearModel.tableSize
    let end = Self.models.count * stride
    precondition(table.count == end + 2 * Self.calibrationSize, "statements.bin is not what was trained")
    for (index, model) in Self.models.enumerated() {
      self[keyPath: model] = LinearModel(table: table[index * stride..<(index + 1) * stride])
    }
    quoted = Self.calibration(in: table, at: end)
    reported = Self.calibration(in: table, at: end + Self.calibrationSize)
  }

  package func table() -> [UInt8] {
    var table = Self.models.flatMap { self[keyPath: $0].table() }
    func append(_ float: Float) {
      for shift in 0..<4 { table.append(UInt8(truncatingIfNeeded: float.bitPattern >> UInt32(8 * shift))) }
    }
    for calibration in [quoted, reported] {
      for index in 0..<Calibration.count {
        let last = calibration.steps.last ?? (from: 0, confidence: 0)
        let step = index < calibration.steps.count ? calibration.steps[index] : last
        append(step.from)
        append(step.confidence)
      }
    }
    return table
  }

  private static func float(in table: UnsafeBufferPointer<UInt8>, at start: Int) -> Float {
    Float(bitPattern: (0..<4).reduce(UInt32(0)) { $0 | UInt32(table[start + $1]) << UInt32(8 * $1) })
  }

  private static func calibration(in table: UnsafeBufferPointer<UInt8>, at start: Int) -> Calibration {
    Calibration(
      steps: (0..<Calibration.count).map { index in
        (from: float(in: table, at: start + 8 * index), confidence: float(in: table, at: start + 8 * index + 4))
      })
  }
}
