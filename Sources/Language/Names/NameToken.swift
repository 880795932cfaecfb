/// How a word is written.
package enum Casing: UInt8, Sendable {
  case other, lower, initialCapital, capitals, mixed, digits, punctuation, singleCapital

  /// Whether it begins like a name.
  @inline(__always)
  package var isCapitalised: Bool {
    switch self {
    case .initialCapital, .capitals, .mixed, .singleCapital: true
    default: false
    }
  }
}

/// One token as the features see it.
struct NameToken {
  /// FNV-1a of the folded word.
  var word: UInt64 = 0
  /// The word's shape, runs collapsed: four bits a symbol (`Xx`, `X.X.`, `dd-x`), the last symbol lowest.
  var shape: UInt32 = 0
  /// The first four folded bytes, the first lowest.
  var prefix: UInt32 = 0
  /// The last four folded bytes, the last lowest.
  var suffix: UInt32 = 0
  /// Folded length in bytes, at most 255.
  var length: UInt8 = 0
  var casing = Casing.other
  var use = NameLexicon.Use()
  /// Lists that hold the word alone.
  var lists: UInt16 = 0
  /// Lists that hold the longest phrase it lies in: low half for its first word, high half for a later one.
  var phrase: UInt32 = 0
  /// Where its folded bytes lie.
  var folded: Range<Int> = 0..<0
  /// Its entry in the document's words.
  var entry = 0
  /// Part of speech and relation, from 1; 0 outside a sentence.
  var tag: UInt8 = 0
  var relation: UInt8 = 0
  /// Index of its head; -1 for none.
  var head: Int32 = -1
  /// A space, or more, stands before it.
  var spaced = false

  /// Reads one token's bytes; `out` receives its folded form. What lists know of it is for ``lookUp(in:)``.
  init(
    _ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int, spaced: Bool, folded out: UnsafeMutablePointer<UInt8>,
    at position: Int
  ) {
    self.spaced = spaced
    let count = LetterFolding.fold(bytes, start, end, into: out + position)
    folded = position..<position + count
    length = UInt8(min(count, 255))
    var hash = NameHash.seed
    for index in folded { hash = NameHash.step(hash, out[index]) }
    word = hash
    for index in 0..<min(4, count) {
      prefix |= UInt32(out[position + index]) << UInt32(8 * index)
      suffix |= UInt32(out[position + count - 1 - index]) << UInt32(8 * index)
    }
    readShape(bytes, start, end)
  }

  /// Finds the word's use and lists. By itself, so that the processor can wait for several tokens' at once.
  @inline(__always)
  mutating func lookUp(in lexicon: NameLexicon) {
    guard casing != .punctuation else { return }
    use = lexicon.use(word)
    lists = lexicon.lists(word)
  }

  private mutating func readShape(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) {
    var (upper, lower, digit, first) = (0, 0, 0, UInt32(0))
    var last: UInt32 = 0
    var index = start
    while index < end {
      let byte = bytes[index]
      var symbol: UInt32
      switch byte {
      case 0x41...0x5A: symbol = 1
      case 0x61...0x7A: symbol = 2
      case 0x30...0x39: symbol = 3
      case 0x2E: symbol = 4
      case 0x2D: symbol = 5
      case 0x27: symbol = 6
      case 0x26: symbol = 7
      case 0x2C, 0x3A, 0x3B, 0x21, 0x3F: symbol = 8
      case 0x22, 0x28, 0x29, 0x5B, 0x5D: symbol = 9
      case 0x00..<0x80: symbol = 10
      default:
        let next = index + 1 < end ? bytes[index + 1] : 0
        symbol = Self.symbol(lead: byte, next: next)
        while index + 1 < end, bytes[index + 1] & 0xC0 == 0x80 { index += 1 }
      }
      if symbol == 1 { upper += 1 } else if symbol == 2 { lower += 1 } else if symbol == 3 { digit += 1 }
      if first == 0 { first = symbol }
      if symbol != last {
        shape = shape << 4 | symbol
        last = symbol
      }
      index += 1
    }
    let letters = upper + lower
    if letters == 0 {
      casing = digit > 0 ? .digits : .punctuation
    } else if upper == 0 {
      casing = .lower
    } else if lower == 0 {
      casing = upper == 1 ? .singleCapital : .capitals
    } else {
      casing = upper == 1 && first == 1 ? .initialCapital : .mixed
    }
  }

  /// The shape symbol of a letter or mark outside ASCII, from its first two bytes.
  private static func symbol(lead: UInt8, next: UInt8) -> UInt32 {
    switch lead {
    case 0xC3: next < 0x9F && next != 0x97 ? 1 : next == 0xB7 ? 10 : 2
    case 0xC4, 0xC5, 0xC8: next & 1 == (next < 0xB9 || lead != 0xC4 ? 0 : 1) ? 1 : 2
    case 0xC6, 0xC7, 0xC9...0xCF: 2
    case 0xD0: next < 0xB0 ? 1 : 2
    case 0xD1: 2
    case 0xE1: next == 0xB8 || next == 0xB9 || next == 0xBA || next == 0xBB ? 2 : 11
    case 0xE2: next == 0x80 || next == 0x81 ? 9 : 10
    case 0xC2: 10
    default: 11
    }
  }
}

extension NameToken {
  /// The token outside a sentence.
  init() {}
}
