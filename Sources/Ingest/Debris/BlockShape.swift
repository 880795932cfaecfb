import Dossier

/// What a block looks like, whatever it says: measured once, for rules and for the classifier.
struct BlockShape {
  var bytes = 0
  var words = 0
  /// Words that start with a capital letter.
  var capitalised = 0
  /// Words without a lower-case letter, of two letters or more.
  var shouted = 0
  var digits = 0
  var commas = 0
  /// Sentence ends inside the block, not at its end.
  var innerStops = 0
  var quotes = 0
  /// Characters of scripts that put no space between words.
  var ideographs = 0
  /// Ends with `.`, `!`, `?`, `…` or the like, closing quotation marks and brackets aside.
  var endsSentence = false
  var endsWithColon = false
  /// Which of these it has, as bits from the lowest: | @ # / + ( ? !, then © » • … and bytes of a web address.
  var marks: UInt16 = 0
  var startsLower = false
  var startsWithQuote = false

  /// Whether it reads as running text: a sentence end and some length, in any script.
  var isProse: Bool { endsSentence && (words >= 12 || ideographs >= 20) }

  init(_ text: SourceText, _ span: Span) {
    let slice = text.bytes[span.range]
    bytes = slice.count
    var atWordStart = true
    var wordLength = 0
    var hasLower = false
    var index = slice.startIndex
    while index < slice.endIndex {
      let byte = slice[index]
      if Letters.isSpace(byte) {
        if wordLength > 1, !hasLower { shouted += 1 }
        atWordStart = true
        (wordLength, hasLower) = (0, false)
        index += 1
        continue
      }
      if atWordStart, Letters.isWord(byte), byte != 0xE2 || !Self.isPunctuation(slice, index) {
        words += 1
        atWordStart = false
        if Letters.startsUpper(slice, index) { capitalised += 1 }
      }
      if byte < 0x80 {
        if Letters.isDigit(byte) { digits += 1 }
        if Letters.isLower(byte) { hasLower = true }
        if Letters.isLower(byte) || Letters.isUpper(byte) { wordLength += 1 }
        switch byte {
        case 0x2C: commas += 1
        case 0x7C: marks |= 1
        case 0x40: marks |= 2
        case 0x23: marks |= 4
        case 0x2B: marks |= 16
        case 0x28: marks |= 32
        case 0x2F:
          marks |= index > slice.startIndex && slice[index - 1] == 0x2F ? 1 << 12 : 8
        case 0x22: quotes += 1
        case 0x2E, 0x21, 0x3F:
          if byte != 0x2E { marks |= byte == 0x3F ? 64 : 128 }
          if index + 2 < slice.endIndex, slice[index + 1] == 0x20, Letters.startsUpper(slice, index + 2) {
            innerStops += 1
          }
        default: break
        }
        index += 1
        continue
      }
      let length = Letters.length(of: byte)
      if length == 2 {
        if byte == 0xC2 {
          if slice[index...].starts(with: [0xC2, 0xA9]) { marks |= 1 << 8 }
          if slice[index...].starts(with: [0xC2, 0xBB]) { marks |= 1 << 9 }
        }
        wordLength += 1
        if Letters.startsLower(slice, index) { hasLower = true }
      } else if byte == 0xE2, index + 2 < slice.endIndex, slice[index + 1] == 0x80, slice[index + 2] & 0xFE == 0x9C {
        quotes += 1
      } else if byte == 0xE2, index + 2 < slice.endIndex, slice[index + 1] == 0x80 {
        if slice[index + 2] == 0xA2 { marks |= 1 << 10 }
        if slice[index + 2] == 0xA6 { marks |= 1 << 11 }
      } else if (0xE3...0xED).contains(byte), !Self.isPunctuation(slice, index) {
        ideographs += 1
      }
      index += length
    }
    if wordLength > 1, !hasLower { shouted += 1 }
    readEdges(slice)
  }

  /// Marks of U+2000–U+206F and U+3000–U+303F.
  private static func isPunctuation(_ slice: ArraySlice<UInt8>, _ index: Int) -> Bool {
    slice[index...].starts(with: [0xE2, 0x80]) || slice[index...].starts(with: [0xE3, 0x80])
  }

  private mutating func readEdges(_ slice: ArraySlice<UInt8>) {
    startsLower = Letters.startsLower(slice, slice.startIndex)
    startsWithQuote =
      slice.first == 0x22 || slice.starts(with: "“".utf8) || slice.starts(with: "„".utf8)
      || slice.starts(with: "«".utf8)
    var rest = slice
    while let last = rest.last {
      if last == 0x22 || last == 0x29 || last == 0x27 || last == 0x5D {
        rest.removeLast()
      } else if ["”", "’", "»", "“"].contains(where: { rest.suffix($0.utf8.count).elementsEqual($0.utf8) }) {
        rest.removeLast(last == 0xBB ? 2 : 3)
      } else {
        break
      }
    }
    let stops = ["…", "。", "！", "？", "」", "।", "۔", "؟"]
    endsSentence =
      [0x2E, 0x21, 0x3F].contains(rest.last ?? 0)
      || stops.contains { rest.suffix($0.utf8.count).elementsEqual($0.utf8) }
    endsWithColon = rest.last == 0x3A
  }
}
