/// Makes the form under which words are compared.
package enum Norm {
  /// Lower case, with typographic apostrophes, quotation marks, hyphens, dashes and ellipses made plain, and invisible
  /// characters left out.
  ///
  /// Cost: one pass; only letters beyond ASCII consult Unicode tables.
  package static func of(_ range: Range<Int>, in bytes: [UInt8]) -> String {
    for index in range where bytes[index] >= 0x80 { return wide(range, in: bytes) }
    return String(unsafeUninitializedCapacity: range.count) { buffer in
      var count = 0
      for index in range {
        let byte = bytes[index]
        buffer[count] = byte &- 0x41 < 26 ? byte | 0x20 : byte
        count += 1
      }
      return count
    }
  }

  private static func wide(_ range: Range<Int>, in bytes: [UInt8]) -> String {
    var norm = ""
    for scalar in String(decoding: bytes[range], as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x2018, 0x2019, 0x201B, 0x02BC, 0xB4, 0xFF07: norm += "'"
      case 0x201C...0x201F, 0xAB, 0xBB, 0x2039, 0x203A, 0xFF02: norm += "\""
      case 0x2010, 0x2011: norm += "-"
      case 0x2012...0x2015, 0x2212: norm += "–"
      case 0x2026: norm += "..."
      case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFE00...0xFE0F, 0xFEFF: continue
      default: norm += scalar.properties.lowercaseMapping
      }
    }
    return norm.isEmpty ? String(decoding: bytes[range], as: UTF8.self) : norm
  }
}
