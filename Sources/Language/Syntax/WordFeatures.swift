/// What the syntax network sees of a word: a key for its vectors and rows of the table of affixes and shapes.
///
/// Trainer and reader share it; a change here makes the shipped tables void.
package struct WordFeatures: Equatable, Sendable {
  /// Number of rows in the table of affixes and shapes; a power of two.
  package static let affixRows = 1 << 14

  /// FNV-1a-64 of the norm.
  package var key: UInt64
  /// Rows for three suffixes, two prefixes and the shape.
  package var rows: (UInt16, UInt16, UInt16, UInt16, UInt16, UInt16)

  /// - Parameters:
  ///   - norm: the token's norm.
  ///   - form: the token as written.
  ///   - isFirst: whether no word stands before it in its sentence.
  @inline(__always)
  package init(norm: UnsafeBufferPointer<UInt8>, form: UnsafeBufferPointer<UInt8>, isFirst: Bool) {
    var hash = Self.basis
    for byte in norm { hash = (hash ^ UInt64(byte)) &* Self.prime }
    key = Self.mix(hash)
    let count = norm.count
    var suffix = Self.basis
    var suffixes: (UInt16, UInt16, UInt16) = (0, 0, 0)
    for length in 1...4 {
      // A start mark makes a whole short word differ from the same letters as an ending.
      let byte = length <= count ? UInt64(norm[count - length]) : 0x100
      suffix = (suffix ^ byte) &* Self.prime
      if length == 2 { suffixes.0 = Self.row(suffix, 1) }
      if length == 3 { suffixes.1 = Self.row(suffix, 2) }
      if length == 4 { suffixes.2 = Self.row(suffix, 3) }
    }
    var prefix = Self.basis
    var prefixes: (UInt16, UInt16) = (0, 0)
    for length in 1...3 {
      let byte = length <= count ? UInt64(norm[length - 1]) : 0x100
      prefix = (prefix ^ byte) &* Self.prime
      if length == 2 { prefixes.0 = Self.row(prefix, 4) }
      if length == 3 { prefixes.1 = Self.row(prefix, 5) }
    }
    let shape = Self.row(Self.shape(form, isFirst: isFirst) &* Self.prime, 6)
    rows = (suffixes.0, suffixes.1, suffixes.2, prefixes.0, prefixes.1, shape)
  }

  /// Features of a token given as strings.
  package init(norm: String, form: String, isFirst: Bool) {
    var (norm, form) = (norm, form)
    self = norm.withUTF8 { norm in form.withUTF8 { WordFeatures(norm: norm, form: $0, isFirst: isFirst) } }
  }

  package static func == (left: WordFeatures, right: WordFeatures) -> Bool {
    left.key == right.key && left.rows == right.rows
  }

  private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3

  private static func mix(_ hash: UInt64) -> UInt64 {
    let folded = (hash ^ (hash >> 32)) &* 0x9E37_79B9_7F4A_7C15
    return folded ^ (folded >> 29)
  }

  private static func row(_ hash: UInt64, _ kind: UInt64) -> UInt16 {
    UInt16(truncatingIfNeeded: mix(hash &+ kind &* 0x9E37_79B9) & UInt64(affixRows - 1))
  }

  /// Capitals, digits, marks, length class and position as bits.
  private static func shape(_ form: UnsafeBufferPointer<UInt8>, isFirst: Bool) -> UInt64 {
    var (upper, lower, digits, marks, wide) = (0, 0, 0, 0, 0)
    for byte in form {
      switch byte {
      case 0x41...0x5A: upper += 1
      case 0x61...0x7A: lower += 1
      case 0x30...0x39: digits += 1
      case 0x80...: wide += 1
      default: marks += 1
      }
    }
    let startsUpper = form.first.map { $0 &- 0x41 < 26 } ?? false
    var shape: UInt64 = isFirst ? 1 : 0
    shape |= startsUpper ? 2 : 0
    shape |= upper > 1 ? 4 : 0
    shape |= lower > 0 ? 8 : 0
    shape |= digits > 0 ? 16 : 0
    shape |= marks > 0 ? 32 : 0
    shape |= wide > 0 ? 64 : 0
    shape |= UInt64(min(form.count, 4)) << 7
    return shape
  }
}
