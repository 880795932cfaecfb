/// A passage remembered so that it can be found again: in the same text, or in one that gained or lost lines since.
///
/// After the W3C Web Annotation model: a text position, backed by a text quote with a little of what stands around it.
public struct Anchor: Hashable, Sendable {
  /// How much is remembered on each side, in bytes.
  private static let context = 32

  /// The text in which it was made.
  public var text: KeptText
  public var span: Span
  /// The words of the passage.
  public var words: String
  public var before: String
  public var after: String

  /// `Anchor.hash` of the text in which it was made.
  public var contentHash: String { text.contentHash }
  /// Where that text was read from.
  public var path: String { text.path }

  public init(text: KeptText, span: Span, words: String, before: String, after: String) {
    self.text = text
    self.span = span
    self.words = words
    self.before = before
    self.after = after
  }

  /// Remembers a passage of a document. Cost: a pass over its text.
  public init(_ span: Span, in document: Document) {
    let text = document.text
    let start = text.characterStart(atOrBefore: max(0, Int(span.start) - Self.context))
    let end = text.characterStart(atOrBefore: min(text.count, Int(span.end) + Self.context))
    self.init(
      text: KeptText(contentHash: document.contentHash, path: document.path, sketch: TextSketch(text)),
      span: span, words: text[span],
      before: text[Span(start, Int(span.start))], after: text[Span(Int(span.end), max(end, Int(span.end)))])
  }

  /// FNV-1a in 128 bits, as 32 hexadecimal digits. It names a text; it does not protect one.
  public static func hash(of text: SourceText) -> String {
    var hash: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
    for byte in text.bytes {
      hash ^= UInt128(byte)
      hash &*= 0x0000_0000_0100_0000_0000_0000_0000_013b
    }
    return hash.hexadecimal(width: 32)
  }

  /// Finds the passage in `text`.
  /// - Returns: its span there; `nil` if its words are gone, or stand in several places that their surroundings do not tell apart.
  /// - Complexity: O(1) in an unchanged text, one search otherwise.
  public func find(in text: SourceText) -> Span? {
    let needle = Array(words.utf8)
    guard !needle.isEmpty, needle.count <= text.count else { return nil }
    if Int(span.end) <= text.count, text.bytes[span.range].elementsEqual(needle) {
      let here = agreement(at: Int(span.start), count: needle.count, in: text)
      if here == before.utf8.count + after.utf8.count { return span }
    }
    var best: (start: Int, agreement: Int, distance: Int)?
    var isTied = false
    for start in text.occurrences(of: needle) {
      let agreement = agreement(at: start, count: needle.count, in: text)
      let distance = abs(start - Int(span.start))
      if let current = best, (current.agreement, -current.distance) >= (agreement, -distance) {
        isTied = isTied || current.agreement == agreement
      } else {
        isTied = best?.agreement == agreement
        best = (start, agreement, distance)
      }
    }
    // Short words stand everywhere: of several places with nothing around them to tell, none is taken.
    guard let best, !(isTied && best.agreement == 0) else { return nil }
    return Span(best.start, best.start + needle.count)
  }

  /// How many bytes around a place are as remembered.
  private func agreement(at start: Int, count: Int, in text: SourceText) -> Int {
    let left = zip(before.utf8.reversed(), text.bytes[..<start].reversed()).prefix { $0 == $1 }.count
    let right = zip(after.utf8, text.bytes[(start + count)...]).prefix { $0 == $1 }.count
    return left + right
  }
}

extension SourceText {
  /// The start of the character that holds `offset`, or the end of the text.
  public func characterStart(atOrBefore offset: Int) -> Int {
    var offset = offset
    while offset > 0, offset < count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }

  /// Every place where `needle` stands, overlapping ones included.
  func occurrences(of needle: [UInt8]) -> [Int] {
    guard let first = needle.first, needle.count <= count else { return [] }
    return (0...count - needle.count).filter { start in
      bytes[start] == first && bytes[start..<start + needle.count].elementsEqual(needle)
    }
  }
}
