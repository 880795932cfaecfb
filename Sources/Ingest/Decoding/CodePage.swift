import Dossier

/// The two eight-bit encodings that news texts come in where they are not UTF-8.
enum CodePage {
  case windows1252
  case windows1251

  var name: String { self == .windows1252 ? "Windows-1252" : "Windows-1251" }

  /// The encoding that a page names, as browsers take the name; `nil` where it is another.
  init?(named name: String) {
    switch name {
    case "windows-1252", "cp1252", "iso-8859-1", "iso8859-1", "latin1", "us-ascii", "ascii": self = .windows1252
    case "windows-1251", "cp1251", "x-cp1251": self = .windows1251
    default: return nil
    }
  }

  /// Cyrillic if most high bytes would be Cyrillic letters that stand beside each other; in Latin text they stand alone.
  static func likeliest(for bytes: [UInt8]) -> CodePage {
    var high = 0
    var inRuns = 0
    for (index, byte) in bytes.enumerated() where byte >= 0x80 {
      high += 1
      guard isCyrillicLetter(byte) else { continue }
      let before = index > 0 && isCyrillicLetter(bytes[index - 1])
      let after = index + 1 < bytes.count && isCyrillicLetter(bytes[index + 1])
      if before || after { inRuns += 1 }
    }
    return inRuns * 2 > high ? .windows1251 : .windows1252
  }

  /// Bytes that the encoding leaves open become U+FFFD, each flagged (the first 100).
  func decode(_ bytes: [UInt8]) -> DecodedText {
    let upper = self == .windows1252 ? Self.upper1252 : Self.upper1251
    let encoded = upper.map { Array(String($0).utf8) }
    var text = DecodedText(bytes: [])
    text.bytes.reserveCapacity(bytes.count + bytes.count / 4)
    for byte in bytes {
      if byte < 0x80 {
        text.bytes.append(byte)
        continue
      }
      let index = Int(byte) - 0x80
      if upper[index] == "\u{FFFD}", text.flags.count < 100 {
        let span = Span(text.bytes.count, text.bytes.count + UTF8Check.replacement.count)
        text.flags.append(Flag(span: span, kind: .encoding, note: "a byte that \(name) leaves open"))
      }
      text.bytes += encoded[index]
    }
    return text
  }

  /// Letters of Windows-1251, the Ukrainian, Belarusian and Serbian ones included.
  private static func isCyrillicLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0xC0...0xFF, 0xA1, 0xA2, 0xA5, 0xA8, 0xAA, 0xAF, 0xB2, 0xB3, 0xB4, 0xB8, 0xBA, 0xBF: true
    default: false
    }
  }

  // Bytes 0x80 to 0xFF, from the WHATWG indexes; � where Microsoft assigns nothing.
  private static let upper1252 = Array(
    ("€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ".unicodeScalars)
      + (0xA0...0xFF).compactMap { Unicode.Scalar($0 as UInt32) })
  private static let upper1251 = Array(
    "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—�™љ›њќћџ\u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕїАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя"
      .unicodeScalars)
}
