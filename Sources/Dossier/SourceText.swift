/// The text of one document, kept once as UTF-8.
///
/// Copies share storage. Line starts are found at creation, so that a line number costs a binary search.
public struct SourceText: Sendable, Hashable {
  /// The text as UTF-8; always valid.
  public let bytes: [UInt8]
  /// Offset of the first byte of every line; the first is 0.
  public let lineStarts: [UInt32]

  /// Creates a text. Invalid UTF-8 cannot occur: a Swift string is always valid.
  public init(_ string: String) {
    self.init(validUTF8: Array(string.utf8))
  }

  /// Creates a text from bytes known to be valid UTF-8; cost is one scan for line feeds.
  public init(validUTF8 bytes: [UInt8]) {
    self.bytes = bytes
    var starts: [UInt32] = [0]
    for (index, byte) in bytes.enumerated() where byte == 0x0A {
      starts.append(UInt32(index + 1))
    }
    lineStarts = starts
  }

  /// Creates a text whose lines are known, as a cache has them.
  /// - Precondition: `bytes` is valid UTF-8 and `lineStarts` holds what `init(validUTF8:)` would find.
  public init(validUTF8 bytes: [UInt8], lineStarts: [UInt32]) {
    self.bytes = bytes
    self.lineStarts = lineStarts
  }

  public static func == (left: SourceText, right: SourceText) -> Bool { left.bytes == right.bytes }
  public func hash(into hasher: inout Hasher) { hasher.combine(bytes) }

  /// Length in bytes.
  public var count: Int { bytes.count }

  /// The whole text.
  public var span: Span { Span(0, bytes.count) }

  /// The words of `span`; a span that cuts a character is repaired, never a crash.
  public subscript(span: Span) -> String {
    let end = min(Int(span.end), bytes.count)
    let start = min(Int(span.start), end)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The 1-based number of the line that holds `offset`. Cost: O(log lines).
  public func line(at offset: Int) -> Int {
    lineStarts.partitioningIndex { Int($0) > offset }
  }

  /// The span of a 1-based line, without its line feed.
  public func lineSpan(_ line: Int) -> Span {
    let start = Int(lineStarts[line - 1])
    let end = line < lineStarts.count ? Int(lineStarts[line]) - 1 : bytes.count
    return Span(start, end)
  }

  /// `span` without white space at its edges (ASCII space, tab, line ends, U+00A0).
  public func trimmed(_ span: Span) -> Span {
    var (start, end) = (Int(span.start), Int(span.end))
    while start < end {
      if Self.isSpace(bytes[start]) {
        start += 1
      } else if end - start >= 2, bytes[start] == 0xC2, bytes[start + 1] == 0xA0 {
        start += 2
      } else {
        break
      }
    }
    while start < end {
      if Self.isSpace(bytes[end - 1]) {
        end -= 1
      } else if end - start >= 2, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 {
        end -= 2
      } else {
        break
      }
    }
    return Span(start, end)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
