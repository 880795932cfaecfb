/// Exact conversion between UTF-8 offsets and Unicode scalar offsets, the unit of the JSON interchange.
///
/// One checkpoint every 64 bytes: 6 % of the text's size, and a conversion scans at most 64 bytes.
public struct ScalarOffsets: Sendable {
  private static let stride = 64
  private let bytes: [UInt8]
  private let checkpoints: [UInt32]

  /// Scans `text` once.
  public init(_ text: SourceText) {
    bytes = text.bytes
    var checkpoints: [UInt32] = []
    checkpoints.reserveCapacity(bytes.count / Self.stride + 1)
    var scalars: UInt32 = 0
    for (index, byte) in bytes.enumerated() {
      if index % Self.stride == 0 { checkpoints.append(scalars) }
      if byte & 0xC0 != 0x80 { scalars += 1 }
    }
    if bytes.count % Self.stride == 0 { checkpoints.append(scalars) }
    self.checkpoints = checkpoints
  }

  /// The number of scalars that start before UTF-8 `offset`.
  /// - Precondition: `0 <= offset <= count of bytes`.
  public func scalars(atUTF8 offset: Int) -> Int {
    let checkpoint = offset / Self.stride
    let since = bytes.withUnsafeBufferPointer { bytes in
      bytes[checkpoint * Self.stride..<offset].reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
    }
    return Int(checkpoints[checkpoint]) + since
  }

  /// The UTF-8 offset of scalar number `scalar`; past the end, the length of the text. Cost: O(log n).
  public func utf8(atScalar scalar: Int) -> Int {
    let next = checkpoints.partitioningIndex { Int($0) > scalar }
    var index = max(0, next - 1) * Self.stride
    var seen = Int(checkpoints[max(0, next - 1)])
    while index < bytes.count {
      if bytes[index] & 0xC0 != 0x80 {
        if seen == scalar { return index }
        seen += 1
      }
      index += 1
    }
    return bytes.count
  }
}
