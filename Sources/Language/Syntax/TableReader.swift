/// Reads a table that is embedded in the binary: numbers and matrices one after another, little-endian.
///
/// The bytes are static, so views into them stay valid for the life of the process.
struct TableReader {
  private(set) var rest: UnsafeRawBufferPointer

  init(_ bytes: UnsafeRawBufferPointer) { rest = bytes }

  /// - Precondition: the table is long enough; a shorter one is a defect of the build.
  mutating func take(_ count: Int) -> UnsafeRawBufferPointer {
    precondition(count <= rest.count, "an embedded table is cut short")
    let head = UnsafeRawBufferPointer(rebasing: rest[..<count])
    rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    return head
  }

  mutating func number<T: FixedWidthInteger>(_ type: T.Type = T.self) -> T {
    T(littleEndian: take(MemoryLayout<T>.size).loadUnaligned(as: T.self))
  }

  mutating func float() -> Float { Float(bitPattern: number(UInt32.self)) }

  /// `count` numbers as an array of their own.
  mutating func numbers<T: FixedWidthInteger>(_ count: Int, _ type: T.Type = T.self) -> [T] {
    (0..<count).map { _ in number(type) }
  }

  /// A matrix kept as 16-bit integers under one scale.
  mutating func matrix(_ count: Int) -> [Float] {
    let scale = float()
    let bytes = take(count * 2)
    return [Float](unsafeUninitializedCapacity: count) { buffer, initialised in
      for index in 0..<count {
        buffer[index] =
          Float(Int16(littleEndian: bytes.loadUnaligned(fromByteOffset: index * 2, as: Int16.self))) * scale
      }
      initialised = count
    }
  }

  /// Rows of signed bytes, each under a scale of its own, read in place.
  mutating func rows(_ count: Int, width: Int) -> ByteRows {
    let scales = numbers(count, UInt32.self).map { Float(bitPattern: $0) }
    return ByteRows(scales: scales, bytes: take(count * width), width: width)
  }
}

/// A matrix of bytes, each column under a scale of its own, laid out for `crossread_multiply_bytes`.
struct ByteMatrix: Sendable {
  /// Values plus 128, in quads of rows.
  let quads: [UInt8]
  let scales: [Float]
  let rows: Int
  let columns: Int

  /// Reads what `TableReader.matrix` reads and rounds it to bytes.
  /// - Precondition: `rows` is a multiple of 4, `columns` of 32.
  init(_ reader: inout TableReader, rows: Int, columns: Int) {
    let values = reader.matrix(rows * columns)
    var scales = [Float](repeating: .leastNormalMagnitude, count: columns)
    for row in 0..<rows {
      for column in 0..<columns { scales[column] = max(scales[column], abs(values[row * columns + column])) }
    }
    for column in 0..<columns { scales[column] /= 127 }
    quads = [UInt8](unsafeUninitializedCapacity: rows * columns) { buffer, initialised in
      for row in 0..<rows {
        for column in 0..<columns {
          let value = Int((values[row * columns + column] / scales[column]).rounded())
          buffer[(row / 4 * columns + column) * 4 + row % 4] = UInt8(value + 128)
        }
      }
      initialised = rows * columns
    }
    self.scales = scales
    self.rows = rows
    self.columns = columns
  }
}

/// A matrix of signed bytes that lies in the binary.
struct ByteRows: @unchecked Sendable {
  let scales: [Float]
  // Static memory that nobody writes: safe to share.
  let bytes: UnsafeRawBufferPointer
  let width: Int
}
