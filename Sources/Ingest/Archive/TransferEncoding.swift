/// How the bytes of a part are written as lines of ASCII (RFC 2045).
enum TransferEncoding {
  case plain
  case quotedPrintable
  case base64

  /// - Parameter name: in lower case; `nil` where a part gives none.
  init?(named name: String?) {
    switch name {
    case nil, "7bit", "8bit", "binary": self = .plain
    case "quoted-printable": self = .quotedPrintable
    case "base64": self = .base64
    default: return nil
    }
  }

  /// The bytes that were written. What is no code of the encoding is kept in quoted-printable and skipped in base64. Cost: one
  /// pass.
  func decode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    switch self {
    case .plain: Array(bytes)
    case .quotedPrintable: Self.quotedPrintable(bytes)
    case .base64: Self.base64(bytes)
    }
  }

  private static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      guard byte == 0x3D else {
        decoded.append(byte)
        continue
      }
      if index + 1 < bytes.endIndex, let high = digit(bytes[index]), let low = digit(bytes[index + 1]) {
        decoded.append(high << 4 | low)
        index += 2
      } else if let end = lineEnd(bytes, after: index) {
        index = end
      } else {
        decoded.append(byte)
      }
    }
    return decoded
  }

  /// Where the next line starts, if nothing but blanks stands before it: an equals sign there joins the lines.
  private static func lineEnd(_ bytes: ArraySlice<UInt8>, after start: Int) -> Int? {
    var index = start
    // A line has at most 76 characters.
    while index < bytes.endIndex, index - start < 76, [0x20, 0x09, 0x0D].contains(bytes[index]) { index += 1 }
    if index == bytes.endIndex { return index }
    return bytes[index] == 0x0A ? index + 1 : nil
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }

  private static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count / 4 * 3)
    var (group, bits) = (UInt32(0), 0)
    for byte in bytes {
      if byte == 0x3D { break }
      guard let value = sextet(byte) else { continue }
      group = group << 6 | UInt32(value)
      bits += 6
      guard bits >= 8 else { continue }
      bits -= 8
      decoded.append(UInt8(truncatingIfNeeded: group >> UInt32(bits)))
    }
    return decoded
  }

  private static func sextet(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x41...0x5A: byte - 0x41
    case 0x61...0x7A: byte - 0x61 + 26
    case 0x30...0x39: byte - 0x30 + 52
    case 0x2B: 62
    case 0x2F: 63
    default: nil
    }
  }
}
