import Dossier

/// Decodes UTF-16 that starts with a byte order mark.
enum UTF16Decoder {
  /// Unpaired surrogates become U+FFFD, and an odd last byte is dropped; both are noted.
  static func decode(_ bytes: [UInt8], littleEndian: Bool) -> DecodedText {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for index in stride(from: 2, to: bytes.count - 1, by: 2) {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(littleEndian ? second << 8 | first : first << 8 | second)
    }
    var text = DecodedText(bytes: Array(String(decoding: units, as: UTF16.self).utf8))
    text.notes.append("read as UTF-16 \(littleEndian ? "LE" : "BE")")
    if bytes.count % 2 == 1 { text.notes.append("an odd byte at the end was dropped") }
    let lost = unpairedSurrogates(units)
    if lost > 0 { text.notes.append("\(counted(lost, "unpaired surrogate")) replaced by U+FFFD") }
    return text
  }

  private static func unpairedSurrogates(_ units: [UInt16]) -> Int {
    var lost = 0
    var index = 0
    while index < units.count {
      if 0xD800...0xDBFF ~= units[index], index + 1 < units.count, 0xDC00...0xDFFF ~= units[index + 1] {
        index += 2
        continue
      }
      if 0xD800...0xDFFF ~= units[index] { lost += 1 }
      index += 1
    }
    return lost
  }
}
