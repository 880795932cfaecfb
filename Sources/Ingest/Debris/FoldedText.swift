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
  /// The hash of each word's letters and digits, up to its first other byte.
  private(set) var hashes: [UInt32] = []
  /// After the last byte that is not closing punctuation.
  private(set) var lineEnd = 0

  /// Folds `span`, without the bullets and arrows before its first word.
  init(_ text: SourceText, _ span: Span) {
    self.init(text.bytes[span.range])
  }

  init(_ source: ArraySlice<UInt8>) {
    guard source.count <= Self.limit else { return }
    let offset = source.startIndex
    // Folding never makes a text longer, so both arrays are filled in place.
    bytes = source.withUnsafeBufferPointer { source in
      [UInt8](unsafeUninitializedCapacity: source.count) { folded, count in
        origins = [UInt32](unsafeUninitializedCapacity: source.count) { origins, originCount in
          var writer = Writer(bytes: folded, origins: origins)
          var index = 0
          while index < source.count {
            let byte = source[index]
            let length = byte < 0x80 ? 1 : min(Letters.length(of: byte), source.count - index)
            let piece = byte < 0x80 ? Self.foldedASCII(byte) : Self.folded(source, index, length)
            writer.append(piece, from: UInt32(truncatingIfNeeded: index + offset))
            index += length
          }
          originCount = writer.count
        }
        count = origins.count
      }
    }
    trim()
    readWords()
  }

  /// Fills the two arrays side by side.
  private struct Writer {
    let bytes: UnsafeMutableBufferPointer<UInt8>
    let origins: UnsafeMutableBufferPointer<UInt32>
    var count = 0

    mutating func append(_ folded: Folded, from index: UInt32) {
      switch folded {
      case .nothing: break
      case .space:
        if count > 0, bytes[count - 1] != 0x20 { add(0x20, index) }
      case .digit:
        if count == 0 || bytes[count - 1] != 0x30 { add(0x30, index) }
      case .one(let byte):
        if count == 0, !Letters.isWord(byte), byte != 0x28, byte != 0x2F { break }
        add(byte, index)
      case .two(let first, let second):
        add(first, index)
        add(second, index)
      case .same(let character):
        for byte in character { add(byte, index) }
      }
    }

    private mutating func add(_ byte: UInt8, _ index: UInt32) {
      bytes.initializeElement(at: count, to: byte)
      origins.initializeElement(at: count, to: index)
      count += 1
    }
  }

  private mutating func trim() {
    if bytes.last == 0x20 {
      bytes.removeLast()
      origins.removeLast()
    }
    lineEnd = bytes.count
    while lineEnd > 0, !Letters.isWord(bytes[lineEnd - 1]), bytes[lineEnd - 1] != 0x29 { lineEnd -= 1 }
  }

  private mutating func readWords() {
    words.reserveCapacity(bytes.count / 5 + 1)
    hashes.reserveCapacity(bytes.count / 5 + 1)
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        words.append(index)
        hashes.append(Self.hash(ofWordIn: bytes, at: &index))
        while index < bytes.count, bytes[index] != 0x20 { index += 1 }
        index += 1
      }
    }
  }

  private enum Folded {
    case nothing
    case space
    case digit
    case one(UInt8)
    case two(UInt8, UInt8)
    case same(Slice<UnsafeBufferPointer<UInt8>>)
  }

  private static func foldedASCII(_ byte: UInt8) -> Folded {
    if Letters.isLower(byte) { return .one(byte) }
    if Letters.isSpace(byte) { return .space }
    if Letters.isDigit(byte) { return .digit }
    return .one(Letters.isUpper(byte) ? byte + 0x20 : byte)
  }

  private static func folded(_ source: UnsafeBufferPointer<UInt8>, _ index: Int, _ length: Int) -> Folded {
    let lead = source[index]
    if length == 1 { return .one(lead) }
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

  /// Whether folding would leave a phrase as it is: words of small Latin letters, one space between them.
  static func isFolded(_ phrase: [UInt8]) -> Bool {
    guard let first = phrase.first, let last = phrase.last, Letters.isLower(first), Letters.isLower(last) else {
      return false
    }
    var wasSpace = false
    return phrase.allSatisfy { byte in
      defer { wasSpace = byte == 0x20 }
      return Letters.isLower(byte) || byte == 0x20 && !wasSpace
    }
  }

  /// The hash of the first word of folded bytes.
  static func firstHash(of folded: [UInt8]) -> UInt32 {
    folded.withUnsafeBufferPointer { bytes in
      var index = 0
      return hash(ofWordIn: bytes, at: &index)
    }
  }

  /// The hash of the word at `index`, up to its first byte that is neither letter nor digit; `index` goes there.
  private static func hash(ofWordIn bytes: UnsafeBufferPointer<UInt8>, at index: inout Int) -> UInt32 {
    var hash = hashStart
    while index < bytes.count, Letters.isWord(bytes[index]) || bytes[index] == 0x27 {
      hash = (hash ^ UInt32(bytes[index])) &* 16_777_619
      index += 1
    }
    return hash
  }

  private static let hashStart: UInt32 = 2_166_136_261

  /// FNV-1a of 32 bits.
  static func hash(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    var hash = hashStart
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash
  }
}
