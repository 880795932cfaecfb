/// A half-open range of UTF-8 offsets into one document's text.
///
/// Everything that Crossread says about a text is a span: what a person is shown is always the source's own words.
public struct Span: Hashable, Sendable {
  /// Offset of the first byte.
  public let start: UInt32
  /// Offset after the last byte.
  public let end: UInt32

  /// - Precondition: `start <= end`.
  public init(start: UInt32, end: UInt32) {
    precondition(start <= end, "a span never ends before it starts")
    self.start = start
    self.end = end
  }

  /// Creates a span from offsets held as `Int`.
  /// - Precondition: both fit in 32 bits and `start <= end`.
  public init(_ start: Int, _ end: Int) {
    self.init(start: UInt32(start), end: UInt32(end))
  }

  /// Creates a span from a range of offsets.
  public init(_ range: Range<Int>) {
    self.init(range.lowerBound, range.upperBound)
  }

  /// The offsets as a range of `Int`, for indexing bytes.
  public var range: Range<Int> { Int(start)..<Int(end) }

  /// Length in bytes.
  public var count: Int { Int(end - start) }

  /// Whether the span holds no byte.
  public var isEmpty: Bool { start == end }

  /// Whether `offset` lies inside.
  public func contains(_ offset: Int) -> Bool { range.contains(offset) }

  /// Whether `other` lies wholly inside.
  public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }

  /// Whether the two share at least one byte.
  public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

  /// The smallest span that covers both.
  public func union(_ other: Span) -> Span {
    Span(start: min(start, other.start), end: max(end, other.end))
  }

  /// Number of bytes that both hold.
  public func overlap(with other: Span) -> Int {
    max(0, Int(min(end, other.end)) - Int(max(start, other.start)))
  }
}

extension Span: Comparable {
  /// Reading order: the earlier start first, of two that start together the longer first.
  public static func < (left: Span, right: Span) -> Bool {
    left.start != right.start ? left.start < right.start : left.end > right.end
  }
}
