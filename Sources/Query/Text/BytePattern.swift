/// A run of bytes that is looked for in others.
///
/// Compares sixteen places at a time, by the first and the last byte of the pattern, before it looks at what is between
/// (after Muła, *SIMD-friendly algorithms for substring searching*).
struct BytePattern: Hashable, Sendable {
  let bytes: [UInt8]
  /// Whether it is found only where a word begins.
  let atWordStart: Bool
  /// Whether it is found only where a word ends.
  let atWordEnd: Bool

  private typealias Lane = SIMD16<UInt8>

  init(_ bytes: [UInt8], atWordStart: Bool = false, atWordEnd: Bool = false) {
    self.bytes = bytes
    // *$5* begins with no word.
    self.atWordStart = atWordStart && bytes.first.map(Self.isWord) ?? false
    self.atWordEnd = atWordEnd && bytes.last.map(Self.isWord) ?? false
  }

  /// The first place in `range` where it stands whole, or `nil`.
  func first(in text: [UInt8], _ range: Range<Int>) -> Int? {
    text.withUnsafeBufferPointer { first(in: $0, range) }
  }

  func first(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    var from = range.lowerBound
    while let found = next(in: text, from..<range.upperBound) {
      let end = found + bytes.count
      if !atWordStart || found == 0 || !Self.isWord(text[found - 1]),
        !atWordEnd || end == text.count || !Self.isWord(text[end])
      {
        return found
      }
      from = found + 1
    }
    return nil
  }

  /// Whether it stands anywhere in `text`.
  func stands(in text: ArraySlice<UInt8>) -> Bool {
    text.withUnsafeBufferPointer { first(in: $0, 0..<$0.count) != nil }
  }

  private func next(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    let count = bytes.count
    guard count > 0, range.count >= count, let base = UnsafeRawPointer(text.baseAddress) else { return nil }
    return bytes.withUnsafeBufferPointer { wanted -> Int? in
      func stands(_ at: Int) -> Bool {
        for offset in 0..<count where text[at + offset] != wanted[offset] { return false }
        return true
      }
      let first = Lane(repeating: wanted[0])
      let last = Lane(repeating: wanted[count - 1])
      var at = range.lowerBound
      let end = range.upperBound - count + 1
      while at + Lane.scalarCount <= end {
        let heads = base.loadUnaligned(fromByteOffset: at, as: Lane.self)
        let tails = base.loadUnaligned(fromByteOffset: at + count - 1, as: Lane.self)
        // A lane is zero where both bytes are as wanted.
        let misses = (heads ^ first) | (tails ^ last)
        let isHit = misses .== Lane(repeating: 0)
        if any(isHit) {
          for offset in 0..<Lane.scalarCount where isHit[offset] && stands(at + offset) { return at + offset }
        }
        at += Lane.scalarCount
      }
      while at < end {
        if stands(at) { return at }
        at += 1
      }
      return nil
    }
  }

  /// Whether a byte is part of a word: a letter or digit, or of any character beyond ASCII.
  static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }
}
