import Dossier

/// A block's text made comparable: lower case, one space between words, plain quotes and dashes, each run of digits as `0`.
struct FoldedText {
  /// Longer blocks are not folded: no cue of debris is looked for in a long paragraph.
  static let limit = 600

  private(set) var bytes: [UInt8] = []
  /// The offset in the text that each folded byte came from.
  private(set) var origins: [UInt32] = []
  /// Where the words start.
  private(set) var words: [Int] = []
  /// After the last byte that is not closing punctuation.
  private(set) var lineEnd = 0

  /// Folds `span`, without the bullets and arrows before its first word.
  init(_ text: SourceText, _ span: Span) {
    self.init(text.bytes[span.range])
  }

  init(_ source: ArraySlice<UInt8>) {
    guard source.count <= Self.limit else { return }
    bytes.reserveCapacity(source.count)
    origins.reserveCapacity(source.count)
    var index = source.startIndex
    while index < source.endIndex {
      let length = min(Letters.length(of: source[index]), source.endIndex - index)
      append(Self.folded(source, index, length), from: index)
      index += length
    }
    trim()
  }

  private mutating func append(_ folded: Folded, from index: Int) {
    switch folded {
    case .nothing: break
    case .space:
      if let last = bytes.last, last != 0x20 { add(0x20, index) }
    case .digit:
      if bytes.last != 0x30 { add(0x30, index) }
    case .one(let byte):
      if bytes.isEmpty, !Letters.isWord(byte), byte != 0x28, byte != 0x2F { break }
      add(byte, index)
    case .two(let first, let second):
      add(first, index)
      add(second, index)
    case .same(let character):
      for byte in character { add(byte, index) }
    }
  }

  private mutating func add(_ byte: UInt8, _ index: Int) {
    if byte != 0x20, bytes.isEmpty || bytes.last == 0x20 { words.append(bytes.count) }
    bytes.append(byte)
    origins.append(UInt32(truncatingIfNeeded: index))
  }

  private mutating func trim() {
    if bytes.last == 0x20 {
      bytes.removeLast()
      origins.removeLast()
    }
    lineEnd = bytes.count
    while lineEnd > 0, !Letters.isWord(bytes[lineEnd - 1]), bytes[lineEnd - 1] != 0x29 { lineEnd -= 1 }
  }

  private enum Folded {
    case nothing
    case space
    case digit
    case one(UInt8)
    case two(UInt8, UInt8)
    case same(ArraySlice<UInt8>)
  }

  private static func folded(_ source: ArraySlice<UInt8>, _ index: Int, _ length: Int) -> Folded {
    let lead = source[index]
    if length == 1 {
      if Letters.isSpace(lead) { return .space }
      if Letters.isDigit(lead) { return .digit }
      return .one(Letters.isUpper(lead) ? lead + 0x20 : lead)
    }
    let second = source[index + 1]
    switch (lead, second) {
    case (0xC2, 0xA0): return .space
    case (0xC2, 0xAD): return .nothing
    case (0xC2, 0xAB), (0xC2, 0xBB): return .one(0x22)
    case (0xC3, 0x80...0x9E): return .two(0xC3, second + 0x20)
    case (0xD0, 0x90...0x9F): return .two(0xD0, second + 0x20)
    case (0xD0, 0xA0...0xAF): return .two(0xD1, second - 0x20)
    case (0xD0, 0x80...0x8F): return .two(0xD1, second + 0x10)
    case (0xE2, 0x80) where length == 3:
      switch source[index + 2] {
      case 0x8B...0x8F, 0xA8...0xAE: return .nothing
      case 0x90...0x95: return .one(0x2D)
      case 0x98...0x9B: return .one(0x27)
      case 0x9C...0x9F, 0xB9, 0xBA: return .one(0x22)
      case 0xA2: return .one(0x2A)
      case 0xA6: return .one(0x2E)
      default: return .same(source[index..<index + length])
      }
    case (0xE2, 0x86...0x97) where length == 3: return .one(0x3E)
    case (0xEF, 0xBB) where length == 3: return .nothing
    default: return .same(source[index..<index + length])
    }
  }

  /// Whether `phrase` stands at `index` and ends at the end of a word.
  func holds(_ phrase: [UInt8], at index: Int) -> Bool {
    let end = index + phrase.count
    guard end <= bytes.count, let last = phrase.last else { return false }
    for offset in 0..<phrase.count where bytes[index + offset] != phrase[offset] { return false }
    return end == bytes.count || !Letters.isWord(last) || !Letters.isWord(bytes[end])
  }

  /// Whether the whole block, closing punctuation aside, is `phrase`.
  func isWhole(_ phrase: [UInt8]) -> Bool { lineEnd == phrase.count && holds(phrase, at: 0) }

  /// Whether the block, closing punctuation aside, ends with `phrase`, which starts a word unless its first byte is no letter.
  func ends(with phrase: [UInt8]) -> Bool {
    let start = lineEnd - phrase.count
    guard start >= 0, let first = phrase.first, holds(phrase, at: start) else { return false }
    return start == 0 || !Letters.isWord(first) || !Letters.isWord(bytes[start - 1])
  }

  /// The word that starts at `start`, up to a space.
  func word(at start: Int) -> ArraySlice<UInt8> {
    var end = start
    while end < bytes.count, bytes[end] != 0x20 { end += 1 }
    return bytes[start..<end]
  }

  /// FNV-1a of 32 bits.
  static func hash(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash
  }
}
