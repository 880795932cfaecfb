/// One quotation mark, or a byte that could be one, with what stands on both sides of it.
struct QuotationMark: Hashable {
  enum Glyph: UInt8, Hashable {
    case doubleOpen, doubleClose, doubleLow, doubleHighReversed, doubleStraight
    case singleOpen, singleClose, singleLow, singleHighReversed, singleStraight
    case guillemetLeft, guillemetRight, angleLeft, angleRight
    /// Two grave accents, and two apostrophes.
    case twoGraves, twoApostrophes

    /// Whether it stands for a single mark, which may be an apostrophe instead.
    var isSingle: Bool {
      switch self {
      case .singleOpen, .singleClose, .singleLow, .singleHighReversed, .singleStraight, .angleLeft, .angleRight: true
      default: false
      }
    }
  }

  /// What stands next to a mark.
  enum Neighbour: UInt8, Hashable {
    case edge, space, opening, closing, dash, word, mark
  }

  var offset: Int
  var length: Int
  var glyph: Glyph
  var before: Neighbour
  var after: Neighbour

  var end: Int { offset + length }

  /// By its neighbours alone, whether words can begin after it.
  var canOpen: Bool {
    switch before {
    case .edge, .space, .opening, .dash, .mark: after != .edge && after != .space && after != .closing
    default: false
    }
  }

  /// By its neighbours alone, whether words can end before it.
  var canClose: Bool {
    before != .edge && before != .space && before != .opening && after != .word && after != .opening
  }
}

extension QuotationMark {
  /// All marks in `range` of `bytes`, in order. Cost: one scan.
  static func marks(in bytes: [UInt8], range: Range<Int>) -> [QuotationMark] {
    var marks: [QuotationMark] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      guard byte == 0x22 || byte == 0x27 || byte == 0x60 || byte == 0xC2 || byte == 0xE2,
        let (glyph, length) = glyph(at: index, in: bytes, upTo: range.upperBound)
      else {
        index += 1
        continue
      }
      marks.append(
        QuotationMark(
          offset: index, length: length, glyph: glyph, before: neighbour(endingAt: index, in: bytes, range: range),
          after: neighbour(startingAt: index + length, in: bytes, range: range)))
      index += length
    }
    return marks
  }

  private static func glyph(at index: Int, in bytes: [UInt8], upTo end: Int) -> (Glyph, Int)? {
    let next: UInt8 = index + 1 < end ? bytes[index + 1] : 0
    switch bytes[index] {
    case 0x22: return (.doubleStraight, 1)
    case 0x27:
      guard next == 0x27 else { return (.singleStraight, 1) }
      // Of three, the inner one is single: it stands first where a single quotation ends, last where one begins.
      let third: UInt8 = index + 2 < end ? bytes[index + 2] : 0
      let closes = index > 0 && bytes[index - 1] > 0x20
      return third == 0x27 && closes ? (.singleStraight, 1) : (.twoApostrophes, 2)
    case 0x60: return next == 0x60 ? (.twoGraves, 2) : (.singleOpen, 1)
    case 0xC2:
      if next == 0xAB { return (.guillemetLeft, 2) }
      return next == 0xBB ? (.guillemetRight, 2) : nil
    default:
      guard next == 0x80, index + 2 < end else { return nil }
      switch bytes[index + 2] {
      case 0x98: return (.singleOpen, 3)
      case 0x99:
        // Two of them make a double mark.
        let doubles =
          index + 5 < end && bytes[index + 3] == 0xE2 && bytes[index + 4] == 0x80 && bytes[index + 5] == 0x99
        return doubles ? (.twoApostrophes, 6) : (.singleClose, 3)
      case 0x9A: return (.singleLow, 3)
      case 0x9B: return (.singleHighReversed, 3)
      case 0x9C: return (.doubleOpen, 3)
      case 0x9D: return (.doubleClose, 3)
      case 0x9E: return (.doubleLow, 3)
      case 0x9F: return (.doubleHighReversed, 3)
      case 0xB9: return (.angleLeft, 3)
      case 0xBA: return (.angleRight, 3)
      default: return nil
      }
    }
  }

  private static func neighbour(startingAt index: Int, in bytes: [UInt8], range: Range<Int>) -> Neighbour {
    guard index < range.upperBound else { return .edge }
    let byte = bytes[index]
    if byte < 0x80 { return ascii(byte) }
    if byte == 0xC2, index + 1 < range.upperBound {
      if bytes[index + 1] == 0xA0 { return .space }
      return bytes[index + 1] == 0xAB || bytes[index + 1] == 0xBB ? .mark : .word
    }
    guard byte == 0xE2, index + 2 < range.upperBound, bytes[index + 1] == 0x80 else { return .word }
    return generalPunctuation(bytes[index + 2])
  }

  private static func neighbour(endingAt index: Int, in bytes: [UInt8], range: Range<Int>) -> Neighbour {
    guard index > range.lowerBound else { return .edge }
    let byte = bytes[index - 1]
    if byte < 0x80 { return ascii(byte) }
    if index - 2 >= range.lowerBound, bytes[index - 2] == 0xC2 {
      if byte == 0xA0 { return .space }
      return byte == 0xAB || byte == 0xBB ? .mark : .word
    }
    guard index - 3 >= range.lowerBound, bytes[index - 3] == 0xE2, bytes[index - 2] == 0x80 else { return .word }
    return generalPunctuation(byte)
  }

  private static func ascii(_ byte: UInt8) -> Neighbour {
    switch byte {
    case 0...0x20: .space
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "/"), UInt8(ascii: "<"),
      UInt8(ascii: ">"), UInt8(ascii: "*"), UInt8(ascii: "="), UInt8(ascii: "_"):
      .opening
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
      UInt8(ascii: "?"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "%"):
      .closing
    case UInt8(ascii: "-"): .dash
    case 0x22, 0x27, 0x60: .mark
    default: .word
    }
  }

  /// Characters U+2000 to U+203F by their last byte.
  private static func generalPunctuation(_ last: UInt8) -> Neighbour {
    switch last {
    case 0x80...0x8F, 0xA8...0xAF: .space
    case 0x90...0x95: .dash
    case 0x98...0x9F, 0xB9, 0xBA: .mark
    case 0xA6: .closing
    default: .word
    }
  }
}
