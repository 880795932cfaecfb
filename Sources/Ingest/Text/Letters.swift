/// Classes of UTF-8 bytes and characters, as far as finding articles needs them.
enum Letters {
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  static func isLower(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
  static func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
  /// ASCII letters and digits, and every byte of a character beyond ASCII.
  static func isWord(_ byte: UInt8) -> Bool { isLower(byte) || isUpper(byte) || isDigit(byte) || byte >= 0x80 }

  /// Whether an upper-case letter starts at `index`: ASCII, Latin-1, Latin Extended-A (even code points) or Cyrillic.
  static func startsUpper(_ bytes: ArraySlice<UInt8>, _ index: Int) -> Bool {
    guard index < bytes.endIndex else { return false }
    if bytes[index] < 0x80 { return isUpper(bytes[index]) }
    guard index + 1 < bytes.endIndex else { return false }
    let next = bytes[index + 1]
    switch bytes[index] {
    case 0xC3: return (0x80...0x9E).contains(next)
    case 0xC4, 0xC5: return next % 2 == (next < 0xB9 ? 0 : 1)
    case 0xD0: return (0x80...0xAF).contains(next)
    case 0xD2: return next % 2 == 0
    default: return false
    }
  }

  /// Whether a lower-case letter starts at `index`.
  static func startsLower(_ bytes: ArraySlice<UInt8>, _ index: Int) -> Bool {
    guard index < bytes.endIndex else { return false }
    if bytes[index] < 0x80 { return isLower(bytes[index]) }
    guard index + 1 < bytes.endIndex else { return false }
    switch bytes[index] {
    case 0xC3: return bytes[index + 1] >= 0x9F
    case 0xC4, 0xC5: return !startsUpper(bytes, index)
    case 0xD0: return bytes[index + 1] >= 0xB0
    case 0xD1: return true
    default: return false
    }
  }

  /// The number of bytes of the character that starts with `lead`; 1 for a byte that starts none.
  static func length(of lead: UInt8) -> Int { lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }
}

extension [UInt8] {
  /// The offset at which `needle` first stands. Cost: O(bytes × needle) at worst.
  func place(of needle: [UInt8]) -> Int? { self[...].place(of: needle) }

  /// Whether `needle` stands anywhere.
  func holds(_ needle: [UInt8]) -> Bool { place(of: needle) != nil }
}

extension ArraySlice<UInt8> {
  /// The offset at which `needle` first stands. Cost: O(bytes × needle) at worst.
  func place(of needle: [UInt8]) -> Int? {
    guard let first = needle.first, count >= needle.count else { return nil }
    for start in startIndex...(endIndex - needle.count)
    where self[start] == first && self[start...].starts(with: needle) {
      return start
    }
    return nil
  }
}
