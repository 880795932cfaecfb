internal import CNcurses

/// What the locale can write.
enum CharacterSet {
  case utf8
  /// Marks and frames are replaced by look-alikes.
  case ascii

  /// Sets the character type of the process by the environment; where that is not UTF-8, by a UTF-8 locale that needs
  /// none, since terminals that show anything else have become rare.
  static func select() -> CharacterSet {
    for name in ["", "C.UTF-8", "C.utf8", "en_US.UTF-8"] {
      if setlocale(LC_CTYPE, name) != nil, cncurses_is_utf8() { return .utf8 }
    }
    return .ascii
  }

  /// An ASCII character that stands for `text` of one cell.
  static func replacement(of text: String) -> Character {
    guard let scalar = text.unicodeScalars.first else { return " " }
    if scalar.isASCII { return Character(scalar) }
    return replacements[scalar] ?? (letter(scalar) ?? "?")
  }

  /// An ASCII character that stands for a frame, a mark or a quotation mark; `nil` for all else.
  static func replacement(ofMark text: String) -> Character? {
    text.unicodeScalars.first.flatMap { replacements[$0] }
  }

  /// The letter below an accent, in Latin-1.
  private static func letter(_ scalar: Unicode.Scalar) -> Character? {
    guard (0xC0...0xFF).contains(scalar.value) else { return nil }
    let letters = "AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty"
    return Array(letters)[Int(scalar.value) - 0xC0]
  }

  private static let replacements: [Unicode.Scalar: Character] = [
    "─": "-", "│": "|", "╭": "+", "╮": "+", "╰": "+", "╯": "+", "├": "+", "┤": "+", "┬": "+", "┴": "+", "┼": "+",
    "┌": "+", "┐": "+", "└": "+", "┘": "+", "═": "=", "║": "|", "…": ".", "“": "\"", "”": "\"", "„": "\"", "‘": "'",
    "’": "'", "‚": "'", "«": "<", "»": ">", "–": "-", "—": "-", "−": "-", "▸": ">", "▾": "v", "◂": "<", "▴": "^",
    "▏": "|", "█": "#", "▌": "#", "▐": "#", "░": ".", "▒": ":", "▓": "#", "≠": "!", "≈": "~", "◐": "o", "○": "o",
    "●": "*", "◇": "o", "◆": "*", "↝": "%", "→": ">", "←": "<", "↑": "^", "↓": "v", "⏎": "<", "·": ".", "•": "*",
    "✓": "v", "✗": "x", "¶": "P", "§": "S", "°": "o", "×": "x", "␛": "^", "⇄": "!", "□": "#", "■": "#", "▪": "*",
    "⌫": "<", "✎": "@", "↳": ">", "┃": "|", "⋯": ":", "›": ">", "↔": "=", "▁": "_", "▂": "_", "▃": "-", "▄": "-",
    "▅": "=",
    "▆": "=", "▇": "#", "▎": "|", "▍": "|", "▋": "#", "▊": "#", "▉": "#",
  ]
}
