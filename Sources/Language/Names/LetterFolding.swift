/// Folds letters for comparison: lower case, without diacritics, typographic apostrophes and hyphens made plain.
///
/// Latin letters lose their marks (`Zełeński` is `zelenski`), `ß`, `æ`, `œ` and `þ` become two letters, Cyrillic and Greek capitals
/// become small; combining marks, soft hyphens and zero-width characters vanish; all else stays.
package enum LetterFolding {
  /// Base letters of U+00C0…U+024F; `.` where there is none.
  private static let latin: StaticString = """
    aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuyty\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll\
    lllnnnnnn.nnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs\
    .b........d...ee.ff.............oo.............uu...............\
    ....dddlllnnnaaiioouuuuuuuuuueaaaaaa..ggkkoooo..jdddgg..nnaaaaoo\
    aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............\
    ................
    """

  /// Base letters of U+1E00…U+1EFF; `.` where there is none.
  private static let latinAdditional: StaticString = """
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
    mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
    wwwwwwwwwwxxxxyyzzzzzzhtwyas..s.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
    eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......
    """

  /// Folds `bytes[start..<end]` into `out` and returns how many bytes were written: never more than were read.
  package static func fold(
    _ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int, into out: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var count = 0
    var index = start
    while index < end {
      let byte = bytes[index]
      if byte < 0x80 {
        out[count] = byte &- 0x41 < 26 ? byte | 0x20 : byte
        count += 1
        index += 1
        continue
      }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      let stop = min(index + length, end)
      if length == 2, stop - index == 2 {
        count += foldPair(UInt32(byte & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F), bytes, index, out + count)
      } else if length == 3, stop - index == 3 {
        let scalar = UInt32(byte & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
        count += foldTriple(scalar, bytes, index, out + count)
      } else {
        for position in index..<stop {
          out[count] = bytes[position]
          count += 1
        }
      }
      index = stop
    }
    return count
  }

  private static func foldPair(
    _ scalar: UInt32, _ bytes: UnsafePointer<UInt8>, _ index: Int, _ out: UnsafeMutablePointer<UInt8>
  ) -> Int {
    switch scalar {
    case 0xAD, 0x300...0x36F: return 0
    case 0xDF: return put("ss", out)
    case 0xC6, 0xE6: return put("ae", out)
    case 0x152, 0x153: return put("oe", out)
    case 0xDE, 0xFE: return put("th", out)
    case 0xC0...0x24F:
      let base = latin.utf8Start[Int(scalar - 0xC0)]
      if base != 0x2E {
        out[0] = base
        return 1
      }
    case 0x259: return put("e", out)
    case 0x2B9...0x2BF: return put("'", out)
    case 0x391...0x3A9, 0x410...0x42F: return put(scalar: scalar + 0x20, out)
    case 0x400...0x40F: return put(scalar: scalar + 0x50, out)
    default: break
    }
    out[0] = bytes[index]
    out[1] = bytes[index + 1]
    return 2
  }

  private static func foldTriple(
    _ scalar: UInt32, _ bytes: UnsafePointer<UInt8>, _ index: Int, _ out: UnsafeMutablePointer<UInt8>
  ) -> Int {
    switch scalar {
    case 0x1E00...0x1EFF:
      let base = latinAdditional.utf8Start[Int(scalar - 0x1E00)]
      if base != 0x2E {
        out[0] = base
        return 1
      }
    case 0x2018, 0x2019, 0x201B, 0x2032, 0xFF07: return put("'", out)
    case 0x2010, 0x2011: return put("-", out)
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: return 0
    default: break
    }
    for offset in 0..<3 { out[offset] = bytes[index + offset] }
    return 3
  }

  private static func put(_ text: StaticString, _ out: UnsafeMutablePointer<UInt8>) -> Int {
    for offset in 0..<text.utf8CodeUnitCount { out[offset] = text.utf8Start[offset] }
    return text.utf8CodeUnitCount
  }

  private static func put(scalar: UInt32, _ out: UnsafeMutablePointer<UInt8>) -> Int {
    out[0] = UInt8(0xC0 | scalar >> 6)
    out[1] = UInt8(0x80 | scalar & 0x3F)
    return 2
  }

  /// `text` folded, as bytes. Cost: one pass.
  package static func folded(_ text: some StringProtocol) -> [UInt8] {
    let bytes = Array(text.utf8)
    return [UInt8](unsafeUninitializedCapacity: bytes.count) { buffer, count in
      guard let out = buffer.baseAddress else { return }
      count = bytes.withUnsafeBufferPointer { source in
        source.baseAddress.map { fold($0, 0, source.count, into: out) } ?? 0
      }
    }
  }
}
