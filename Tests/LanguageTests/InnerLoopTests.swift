import CNetwork
import Testing

/// The inner loops against the same sums taken one by one.
@Suite struct InnerLoopTests {
  @Test(arguments: [1, 2, 3, 5, 13, 22, 37])
  func productsOfBytesAreExact(rows: Int) {
    let (columns, inner) = (64, 48)
    let left: [Int8] = (0..<rows * inner).map { Int8($0 * 97 % 255 - 127) }
    let right: [UInt8] = (0..<inner * columns).map { UInt8($0 * 61 % 255 + 1) }
    let starts: [Int32] = (0..<rows).map { -128 * sum(left, row: $0, columns: inner) }
    let scales: [Float] = (0..<rows).map { Float($0 + 1) / 16 }
    let columnScales: [Float] = (0..<columns).map { Float($0 + 3) / 32 }
    var out = [Float](repeating: 0, count: rows * columns)
    crossread_multiply_bytes(rows, columns, inner, left, starts, scales, right, columnScales, &out)
    for row in 0..<rows {
      for column in 0..<columns {
        var total = 0
        for k in 0..<inner {
          total += Int(left[row * inner + k]) * (Int(right[(k / 4 * columns + column) * 4 + k % 4]) - 128)
        }
        #expect(out[row * columns + column] == Float(total) * (scales[row] * columnScales[column]))
      }
    }
  }

  @Test func roundingStaysWithinHalfAStep() {
    let (rows, columns) = (3, 32)
    let values: [Float] = (0..<rows * columns).map { Float($0 * 37 % 201 - 100) * Float($0 / columns) / 7 }
    var bytes = [Int8](repeating: 0, count: rows * columns)
    var starts = [Int32](repeating: 0, count: rows)
    var scales = [Float](repeating: 0, count: rows)
    crossread_quantise(rows, columns, values, &bytes, &starts, &scales)
    for (index, value) in values.enumerated() {
      let scale = scales[index / columns]
      #expect(abs(Float(bytes[index]) * scale - value) <= scale * 0.5001)
    }
    for row in 0..<rows { #expect(starts[row] == -128 * sum(bytes, row: row, columns: columns)) }
  }

  private func sum(_ bytes: [Int8], row: Int, columns: Int) -> Int32 {
    bytes[row * columns..<(row + 1) * columns].reduce(0) { $0 + Int32($1) }
  }
}
