/// What the tokeniser needs to know of a character.
enum CharacterClass: UInt8 {
  case space, letter, digit, mark, apostrophe, quote, hyphen, dash, stop, ellipsis, emphasis, currency, opening,
    closing,
    symbol
}

/// A character found in UTF-8: its class and its length in bytes.
struct ClassifiedCharacter {
  var kind: CharacterClass
  var length: Int
}

extension CharacterClass {
  /// The class of every ASCII character.
  private static let ascii: [CharacterClass] = (0..<128).map { code in
    switch UInt8(code) {
    case 0x00...0x20, 0x7F: .space
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): .letter
    case UInt8(ascii: "'"): .apostrophe
    case UInt8(ascii: "\""), UInt8(ascii: "`"): .quote
    case UInt8(ascii: "-"): .hyphen
    case UInt8(ascii: "."): .stop
    case UInt8(ascii: "!"), UInt8(ascii: "?"): .emphasis
    case UInt8(ascii: "$"): .currency
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): .opening
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): .closing
    default: .symbol
    }
  }

  /// The class of the character at `index`; a byte that starts no character counts as a symbol of its own.
  /// - Precondition: `index < end <= bytes.count`.
  @inline(__always)
  static func at(_ index: Int, in bytes: [UInt8], end: Int) -> ClassifiedCharacter {
    let byte = bytes[index]
    if byte < 0x80 { return ClassifiedCharacter(kind: ascii[Int(byte)], length: 1) }
    return wide(index, in: bytes, end: end)
  }

  private static func wide(_ index: Int, in bytes: [UInt8], end: Int) -> ClassifiedCharacter {
    guard let (scalar, length) = decode(index, in: bytes, end: end) else {
      return ClassifiedCharacter(kind: .symbol, length: 1)
    }
    return ClassifiedCharacter(kind: ofWide(scalar), length: length)
  }

  /// The scalar that starts at `index`, or `nil` where none does or `end` cuts it.
  static func decode(_ index: Int, in bytes: [UInt8], end: Int) -> (scalar: UInt32, length: Int)? {
    let first = bytes[index]
    let length =
      switch first {
      case 0x00..<0x80: 1
      case 0xC2..<0xE0: 2
      case 0xE0..<0xF0: 3
      case 0xF0..<0xF5: 4
      default: 0
      }
    guard length > 0, index + length <= end else { return nil }
    if length == 1 { return (UInt32(first), 1) }
    var scalar = UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      guard bytes[index + offset] & 0xC0 == 0x80 else { return nil }
      scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F)
    }
    return (scalar, length)
  }

  /// The class of a scalar beyond ASCII, by block; letters of every script are one class.
  private static func ofWide(_ scalar: UInt32) -> CharacterClass {
    switch scalar {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: .space
    case 0xAD, 0x0300...0x036F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0x20D0...0x20FF, 0xFE00...0xFE0F,
      0xFEFF:
      .mark
    case 0x2018, 0x2019, 0x201B, 0x02BC, 0xB4, 0xFF07: .apostrophe
    case 0xAB, 0xBB, 0x201A, 0x201C...0x201F, 0x2039, 0x203A, 0x300C...0x300F, 0xFF02: .quote
    case 0x2010, 0x2011: .hyphen
    case 0x2012...0x2015, 0x2212, 0x2E3A, 0x2E3B: .dash
    case 0x2026: .ellipsis
    case 0xA2...0xA5, 0x20A0...0x20CF: .currency
    case 0x203C, 0x203D, 0x2047...0x2049, 0x3002, 0xFF01, 0xFF1F: .emphasis
    case 0xAA, 0xB5, 0xBA: .letter
    case 0xB2, 0xB3, 0xB9, 0xBC...0xBE: .digit
    case 0x80...0xBF, 0xD7, 0xF7, 0x2010...0x206F, 0x2070...0x209F, 0x2100...0x2BFF, 0x2E00...0x2E7F, 0x3001...0x303F,
      0xE000...0xF8FF, 0xFF00...0xFF0F, 0xFFF0...0xFFFF, 0x1F000...0x1FAFF, 0xE0000...0x10FFFF:
      .symbol
    default: .letter
    }
  }
}
