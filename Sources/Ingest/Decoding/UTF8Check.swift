import Dossier

/// Finds out how much of some bytes is valid UTF-8 (RFC 3629: no surrogates, nothing overlong, nothing past U+10FFFF).
struct UTF8Check {
  static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  /// Characters of two bytes or more.
  private(set) var multibyte = 0
  /// Ill-formed runs, each of which becomes one replacement character.
  private(set) var errors = 0
  /// Whether the only error is a character cut off by the end.
  private(set) var isCutAtEnd = false

  init(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        if bytes[index] < 0x80 {
          index += 1
          continue
        }
        let (length, valid) = Self.step(bytes, index)
        if valid {
          multibyte += 1
        } else {
          errors += 1
          isCutAtEnd = errors == 1 && index + length == bytes.count && bytes[index] >= 0xC2 && bytes[index] < 0xF5
        }
        index += length
      }
    }
  }

  var isValid: Bool { errors == 0 }

  /// Whether the bytes are UTF-8 that was damaged, rather than another encoding: a chance pair of bytes seldom is valid.
  var isMostlyValid: Bool { multibyte >= errors || isCutAtEnd }

  /// Whether they are so though they say that they are in a set whose letters are pairs of high bytes.
  var isNearlyValid: Bool { multibyte >= errors * 10 }

  /// The length of the character, or of the ill-formed run, at `index`, where the byte is not ASCII.
  private static func step(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (length: Int, valid: Bool) {
    let lead = bytes[index]
    let need: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch lead {
    case 0xC2...0xDF: need = 1
    case 0xE0...0xEF:
      need = 2
      if lead == 0xE0 { low = 0xA0 }
      if lead == 0xED { high = 0x9F }
    case 0xF0...0xF4:
      need = 3
      if lead == 0xF0 { low = 0x90 }
      if lead == 0xF4 { high = 0x8F }
    default: return (1, false)
    }
    for offset in 1...need {
      guard index + offset < bytes.count, low...high ~= bytes[index + offset] else { return (offset, false) }
      (low, high) = (0x80, 0xBF)
    }
    return (need + 1, true)
  }

  /// `bytes` with each ill-formed run replaced by U+FFFD and flagged (the first 100).
  static func repaired(_ bytes: [UInt8]) -> DecodedText {
    var text = DecodedText(bytes: [])
    text.bytes.reserveCapacity(bytes.count + 64)
    var errors = 0
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        if bytes[index] < 0x80 {
          text.bytes.append(bytes[index])
          index += 1
          continue
        }
        let (length, valid) = step(bytes, index)
        if valid {
          text.bytes += bytes[index..<index + length]
        } else {
          errors += 1
          if errors <= 100 {
            let span = Span(text.bytes.count, text.bytes.count + replacement.count)
            text.flags.append(Flag(span: span, kind: .encoding, note: "bytes that are no character"))
          }
          text.bytes += replacement
        }
        index += length
      }
    }
    text.notes.append("damaged UTF-8: \(counted(errors, "place")) replaced by U+FFFD")
    return text
  }
}
