/// How many cells text takes, the same on every machine and under every locale.
///
/// Follows glibc's `wcwidth` in a UTF-8 locale (Unicode 14, which is what ncurses on the oldest supported system adds
/// up), so that the grid and the screen agree about columns. Characters that are newer than that have no agreed width
/// and count as unassigned.
public enum DisplayWidth {
  /// Cells that `scalar` takes: 0 for combining marks and format characters, 2 for East Asian wide ones, −1 for what
  /// has no width: controls, line separators, noncharacters and unassigned code points.
  public static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 {
      // Soft hyphen is the one format character here.
      return value >= 0x20 && !(0x7F..<0xA0).contains(value) ? 1 : -1
    }
    // Cyrillic, the punctuation of newspapers, arrows, keys and frames, ahead of the slow properties.
    if (0x400..<0x483).contains(value) || (0x2010..<0x2028).contains(value) || (0x2030..<0x205F).contains(value)
      || (0x2190..<0x231A).contains(value) || (0x232B..<0x23E9).contains(value) || (0x2500..<0x25FD).contains(value)
    {
      return 1
    }
    return ofRareScalar(scalar)
  }

  /// Cells that `text` takes when it is written on one line after the sanitiser; tabs as `Sanitiser.defaultTabWidth`.
  /// Cost is linear.
  public static func of(_ text: some StringProtocol) -> Int {
    of(Array(text.utf8))
  }

  /// Cells that UTF-8 `bytes` take when written on one line after the sanitiser; invalid sequences count as U+FFFD.
  public static func of(_ bytes: [UInt8], in range: Range<Int>? = nil) -> Int {
    let range = (range ?? 0..<bytes.count).clamped(to: 0..<bytes.count)
    var column = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let glyph = Glyph(in: bytes, at: index, end: range.upperBound, column: column)
      column += glyph.width
      index = glyph.end
    }
    return column
  }

  private static func ofRareScalar(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    let properties = scalar.properties
    if properties.isNoncharacterCodePoint { return -1 }
    if properties.generalCategory == .privateUse { return 1 }
    guard let age = properties.age, age.major <= 14 else { return -1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    case .format:
      // Signs that stand under or over the digits that follow have a cell of their own.
      switch value {
      case 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0x110BD, 0x110CD: return 1
      default: return 0
      }
    case .control, .lineSeparator, .paragraphSeparator, .surrogate: return -1
    default: break
    }
    // Medial and final jamo join the syllable before them.
    if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FB).contains(value) || value == 0x1171E { return 0 }
    return isWide(value) ? 2 : 1
  }

  private static func isWide(_ value: UInt32) -> Bool {
    guard value >= 0x1100 else { return false }
    var low = 0
    var high = wideRanges.count
    while low < high {
      let middle = (low + high) / 2
      if wideRanges[middle].last < value { low = middle + 1 } else { high = middle }
    }
    return low < wideRanges.count && wideRanges[low].first <= value
  }

  /// East Asian wide and full-width characters, after `EastAsianWidth.txt` of Unicode 14 as glibc 2.36 reads it;
  /// unassigned code points and combining marks within a range are told apart before.
  private static let wideRanges: [(first: UInt32, last: UInt32)] = [
    (0x1100, 0x115F), (0x231A, 0x231B), (0x2329, 0x232A), (0x23E9, 0x23EC), (0x23F0, 0x23F0), (0x23F3, 0x23F3),
    (0x25FD, 0x25FE), (0x2614, 0x2615), (0x2648, 0x2653), (0x267F, 0x267F), (0x2693, 0x2693), (0x26A1, 0x26A1),
    (0x26AA, 0x26AB), (0x26BD, 0x26BE), (0x26C4, 0x26C5), (0x26CE, 0x26CE), (0x26D4, 0x26D4), (0x26EA, 0x26EA),
    (0x26F2, 0x26F3), (0x26F5, 0x26F5), (0x26FA, 0x26FA), (0x26FD, 0x26FD), (0x2705, 0x2705), (0x270A, 0x270B),
    (0x2728, 0x2728), (0x274C, 0x274C), (0x274E, 0x274E), (0x2753, 0x2755), (0x2757, 0x2757), (0x2795, 0x2797),
    (0x27B0, 0x27B0), (0x27BF, 0x27BF), (0x2B1B, 0x2B1C), (0x2B50, 0x2B50), (0x2B55, 0x2B55), (0x2E80, 0x303E),
    (0x3041, 0xA4C6), (0xA960, 0xA97C), (0xAC00, 0xD7A3), (0xF900, 0xFAD9), (0xFE10, 0xFE6B), (0xFF01, 0xFF60),
    (0xFFE0, 0xFFE6), (0x16FE0, 0x18D08), (0x1AFF0, 0x1B2FB), (0x1F004, 0x1F004), (0x1F0CF, 0x1F0CF),
    (0x1F18E, 0x1F18E), (0x1F191, 0x1F19A), (0x1F200, 0x1F320), (0x1F32D, 0x1F335), (0x1F337, 0x1F37C),
    (0x1F37E, 0x1F393), (0x1F3A0, 0x1F3CA), (0x1F3CF, 0x1F3D3), (0x1F3E0, 0x1F3F0), (0x1F3F4, 0x1F3F4),
    (0x1F3F8, 0x1F43E), (0x1F440, 0x1F440), (0x1F442, 0x1F4FC), (0x1F4FF, 0x1F53D), (0x1F54B, 0x1F54E),
    (0x1F550, 0x1F567), (0x1F57A, 0x1F57A), (0x1F595, 0x1F596), (0x1F5A4, 0x1F5A4), (0x1F5FB, 0x1F64F),
    (0x1F680, 0x1F6C5), (0x1F6CC, 0x1F6CC), (0x1F6D0, 0x1F6D2), (0x1F6D5, 0x1F6DF), (0x1F6EB, 0x1F6EC),
    (0x1F6F4, 0x1F6FC), (0x1F7E0, 0x1F7F0), (0x1F90C, 0x1F93A), (0x1F93C, 0x1F945), (0x1F947, 0x1F9FF),
    (0x1FA70, 0x1FAF6), (0x20000, 0x2EBE0), (0x2F800, 0x2FA1D), (0x30000, 0x3134A),
  ]
}
