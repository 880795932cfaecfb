/// The one place where foreign text becomes something that may be shown.
///
/// A document, a file name or a web address may carry escape sequences, C1 bytes, bidi overrides or hidden characters.
/// They become visible marks of width 1 here, and never reach the terminal.
public enum Sanitiser {
  /// Tab stops stand at multiples of this, counted from where the text begins.
  public static let defaultTabWidth = 4

  /// What a scalar becomes.
  enum Display: Equatable {
    /// Shown as it is, in 1 or 2 cells.
    case base(width: Int)
    /// Joins the glyph before it.
    case combining
    /// Not shown: joiners, variation selectors and soft hyphens, which ncurses counts otherwise than terminals do.
    case dropped
    /// Shown as this instead, in one cell.
    case mark(Unicode.Scalar)
  }

  /// What `scalar` becomes; a tab is the caller's to expand.
  static func display(_ scalar: Unicode.Scalar) -> Display {
    let value = scalar.value
    switch value {
    case 0x20..<0x7F: return .base(width: 1)
    case 0x00..<0x20: return .mark(Unicode.Scalar(0x2400 + value) ?? replacement)
    case 0x7F: return .mark("\u{2421}")
    case 0x80..<0xA0: return .mark("\u{2426}")
    case 0xAD, 0x200D, 0xFE00...0xFE0F, 0xE0100...0xE01EF: return .dropped
    case 0xA1..<0x300: return .base(width: 1)
    // A space that does not break is a space.
    case 0xA0: return .mark(" ")
    case 0x61C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: return .mark("\u{21C4}")
    case 0x2028...0x2029: return .mark("\u{2424}")
    default: break
    }
    switch DisplayWidth.of(scalar) {
    case 1: return .base(width: 1)
    case 2: return .base(width: 2)
    case 0:
      // What is left of the format characters hides in the text: show that something is there.
      return scalar.properties.generalCategory == .format ? .mark("\u{B7}") : .combining
    default: return .mark(replacement)
    }
  }

  /// `text` as it may stand on one line of plain output or in a terminal title: every control a visible mark.
  ///
  /// - Complexity: O(*n*)
  public static func line(_ text: some StringProtocol) -> String {
    let bytes = Array(text.utf8)
    var result = ""
    result.reserveCapacity(bytes.count)
    var column = 0
    var index = 0
    while index < bytes.count {
      let glyph = Glyph(in: bytes, at: index, end: bytes.count, column: column)
      result += glyph.text(in: bytes, from: index)
      column += glyph.width
      index = glyph.end
    }
    return result
  }

  static let replacement: Unicode.Scalar = "\u{FFFD}"
}
