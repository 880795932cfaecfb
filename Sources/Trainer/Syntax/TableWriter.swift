/// Writes what Language's `TableReader` reads.
struct TableWriter {
  private(set) var bytes: [UInt8] = []

  mutating func number<T: FixedWidthInteger>(_ value: T) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ more: [UInt8]) { bytes += more }

  /// A matrix as 16-bit integers under one scale.
  mutating func matrix(_ values: [Float]) {
    let largest = values.reduce(Float.leastNormalMagnitude) { max($0, abs($1)) }
    let scale = largest / 32767
    number(scale.bitPattern)
    for value in values { number(Int16((value / scale).rounded())) }
  }

  /// Rows as signed bytes, each under its own scale.
  mutating func rows(_ values: UnsafePointer<Float>, count: Int, width: Int) {
    var quantised: [UInt8] = []
    quantised.reserveCapacity(count * width)
    for row in 0..<count {
      var largest = Float.leastNormalMagnitude
      for index in 0..<width { largest = max(largest, abs(values[row * width + index])) }
      let scale = largest / 127
      number(scale.bitPattern)
      for index in 0..<width {
        quantised.append(UInt8(bitPattern: Int8((values[row * width + index] / scale).rounded())))
      }
    }
    append(quantised)
  }
}
