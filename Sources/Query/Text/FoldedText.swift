package import Dossier

/// A folded text that knows where each of its bytes stood.
package struct FoldedText: Sendable {
  /// Folded UTF-8.
  let bytes: [UInt8]
  /// Where folded and source offsets drift apart: from `folded` on, a source offset is larger by `shift`.
  private let drifts: [(folded: UInt32, shift: Int32)]

  /// Folds `text`; cost is one pass.
  package init(_ text: SourceText) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var drifts: [(folded: UInt32, shift: Int32)] = [(0, 0)]
    var shift: Int32 = 0
    text.bytes.withUnsafeBufferPointer { source in
      var index = 0
      while index < source.count {
        let byte = source[index]
        if byte < 0x80 {
          // A phrase may run over the end of a line.
          bytes.append(byte &- 0x41 < 26 ? byte + 32 : byte &- 0x09 < 5 ? 0x20 : byte)
          index += 1
          continue
        }
        let (scalar, length) = Self.scalar(in: source, at: index)
        let before = bytes.count
        Self.append(Folding.fold(scalar, keepingCase: false), to: &bytes)
        index += length
        let lost = Int32(length) - Int32(bytes.count - before)
        if lost != 0 {
          shift += lost
          drifts.append((UInt32(bytes.count), shift))
        }
      }
    }
    self.bytes = bytes
    self.drifts = drifts
  }

  /// Reads the scalar that begins at `index` of valid UTF-8.
  private static func scalar(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (value: UInt32, length: Int) {
    let byte = bytes[index]
    let length = min(byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2, bytes.count - index)
    var value = UInt32(byte) & (byte >= 0xF0 ? 0x07 : byte >= 0xE0 ? 0x0F : 0x1F)
    for offset in 1..<max(1, length) { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return (value, length)
  }

  private static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    guard scalar != 0, let scalar = Unicode.Scalar(scalar) else { return }
    if scalar.isASCII {
      bytes.append(UInt8(scalar.value))
    } else {
      bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
    }
  }

  /// The source offset of a folded one. Cost: O(log n).
  func source(_ folded: Int) -> Int {
    folded + shift { Int($0.folded) <= folded }
  }

  /// The folded offset of a source one; of what vanished, where it would stand. Cost: O(log n).
  func folded(_ source: Int) -> Int {
    source - shift { Int($0.folded) + Int($0.shift) <= source }
  }

  /// The folded range of a source span.
  func folded(_ span: Span) -> Range<Int> {
    let start = folded(Int(span.start))
    return start..<max(start, min(bytes.count, folded(Int(span.end))))
  }

  /// The source span of a folded range.
  func source(_ range: Range<Int>) -> Span {
    let start = source(range.lowerBound)
    return Span(start, max(start, source(range.upperBound)))
  }

  /// The shift of the last drift that `isBefore` holds of.
  private func shift(_ isBefore: ((folded: UInt32, shift: Int32)) -> Bool) -> Int {
    let next = drifts.partitioningIndex { !isBefore($0) }
    return Int(drifts[max(0, next - 1)].shift)
  }
}
