/// Latin letters for names written in Cyrillic, Greek, Armenian, Hebrew and Arabic, close to what English texts use.
///
/// Vowels that Arabic and Hebrew leave unwritten stay absent; other scripts stay as they are.
enum Transliteration {
  private static let cyrillic = [
    "a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh",
    "ts", "ch",
    "sh", "shch", "", "y", "", "e", "yu", "ya", "e", "yo", "d", "g", "ye", "z", "i", "yi", "j", "lj", "nj", "c", "k",
    "y", "u",
    "dz",
  ]
  private static let greek = [
    "a", "v", "g", "d", "e", "z", "i", "th", "i", "k", "l", "m", "n", "x", "o", "p", "r", "s", "s", "t", "y", "f", "ch",
    "ps", "o",
  ]
  private static let armenian = [
    "a", "b", "g", "d", "e", "z", "e", "e", "t", "zh", "i", "l", "kh", "ts", "k", "h", "dz", "gh", "ch", "m", "y", "n",
    "sh",
    "o", "ch", "p", "j", "r", "s", "v", "t", "r", "ts", "u", "p", "k", "o", "f",
  ]
  private static let hebrew = [
    "a", "b", "g", "d", "h", "v", "z", "h", "t", "y", "k", "k", "l", "m", "m", "n", "n", "s", "a", "p", "p", "ts", "ts",
    "k", "r",
    "sh", "t",
  ]
  private static let arabic: [UInt32: String] = [
    0x621: "", 0x622: "a", 0x623: "a", 0x624: "u", 0x625: "i", 0x626: "i", 0x627: "a", 0x628: "b", 0x629: "a",
    0x62A: "t",
    0x62B: "th", 0x62C: "j", 0x62D: "h", 0x62E: "kh", 0x62F: "d", 0x630: "dh", 0x631: "r", 0x632: "z", 0x633: "s",
    0x634: "sh",
    0x635: "s", 0x636: "d", 0x637: "t", 0x638: "z", 0x639: "a", 0x63A: "gh", 0x641: "f", 0x642: "q", 0x643: "k",
    0x644: "l",
    0x645: "m", 0x646: "n", 0x647: "h", 0x648: "u", 0x649: "a", 0x64A: "i", 0x67E: "p", 0x686: "ch", 0x698: "zh",
    0x6A9: "k",
    0x6AF: "g", 0x6CC: "i",
  ]

  /// `text` with the letters of those scripts in Latin; other characters stay.
  static func latin(_ text: some StringProtocol) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return String(text) }
    var out = ""
    for scalar in text.unicodeScalars {
      if let letters = latin(scalar.value) { out += letters } else { out.unicodeScalars.append(scalar) }
    }
    return out
  }

  private static func latin(_ value: UInt32) -> String? {
    switch value {
    case 0x430...0x45F: cyrillic[Int(value - 0x430)]
    case 0x410...0x42F: cyrillic[Int(value - 0x410)]
    case 0x400...0x40F: cyrillic[Int(value - 0x400) + 32]
    case 0x490, 0x491: "g"
    case 0x3B1...0x3C9: greek[Int(value - 0x3B1)]
    case 0x391...0x3A9: greek[Int(value - 0x391)]
    case 0x531...0x556: armenian[Int(value - 0x531)]
    case 0x561...0x586: armenian[Int(value - 0x561)]
    case 0x5D0...0x5EA: hebrew[Int(value - 0x5D0)]
    case 0x621...0x6FF: arabic[value]
    default: nil
    }
  }
}
