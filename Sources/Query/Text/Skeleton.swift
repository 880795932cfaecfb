/// What is left of a word when spelling and alphabet are forgotten, so that `зеленский`, `Zelenskyy` and `Ζελένσκι` are one.
///
/// Letters of Cyrillic and Greek become Latin; what transcriptions spell in several ways (`kh` and `h`, `y` and `i`, `ts` and
/// `c`, doubled letters) becomes one.
enum Skeleton {
  private static let cyrillic: [UInt32: String] = [
    0x430: "a", 0x431: "b", 0x432: "v", 0x433: "g", 0x434: "d", 0x435: "e", 0x436: "zh", 0x437: "z", 0x438: "i",
    0x439: "i", 0x43A: "k", 0x43B: "l", 0x43C: "m", 0x43D: "n", 0x43E: "o", 0x43F: "p", 0x440: "r", 0x441: "s",
    0x442: "t", 0x443: "u", 0x444: "f", 0x445: "kh", 0x446: "ts", 0x447: "ch", 0x448: "sh", 0x449: "shch", 0x44A: "",
    0x44B: "i", 0x44C: "", 0x44D: "e", 0x44E: "yu", 0x44F: "ya", 0x452: "dj", 0x454: "ye", 0x455: "dz", 0x456: "i",
    0x458: "j", 0x459: "lj", 0x45A: "nj", 0x45B: "c", 0x45E: "u", 0x45F: "dz", 0x491: "g",
  ]

  private static let greek: [UInt32: String] = [
    0x3B1: "a", 0x3B2: "v", 0x3B3: "g", 0x3B4: "d", 0x3B5: "e", 0x3B6: "z", 0x3B7: "i", 0x3B8: "th", 0x3B9: "i",
    0x3BA: "k", 0x3BB: "l", 0x3BC: "m", 0x3BD: "n", 0x3BE: "x", 0x3BF: "o", 0x3C0: "p", 0x3C1: "r", 0x3C2: "s",
    0x3C3: "s", 0x3C4: "t", 0x3C5: "i", 0x3C6: "f", 0x3C7: "ch", 0x3C8: "ps", 0x3C9: "o",
  ]

  /// Two Greek letters that are one sound.
  private static let greekPairs: [String: String] = [
    "ου": "u", "ει": "i", "οι": "i", "αι": "e", "ευ": "ev", "αυ": "av", "μπ": "b", "γκ": "g", "γγ": "ng",
  ]

  /// What Latin transcriptions spell in more ways than one; the longest first.
  private static let spellings: [(from: [UInt8], to: [UInt8])] = [
    ("shch", "sc"), ("kh", "h"), ("ph", "f"), ("ch", "c"), ("sh", "s"), ("zh", "z"), ("ts", "c"), ("tz", "c"),
    ("ck", "k"), ("x", "ks"), ("w", "v"), ("y", "i"), ("j", "i"), ("q", "k"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  /// Whether a scalar is a letter of Greek or Cyrillic.
  static func isForeign(_ scalar: UInt32) -> Bool { (0x370...0x52F).contains(scalar) }

  /// Whether folded text holds a letter of Greek or Cyrillic.
  static func isForeign(_ bytes: some Sequence<UInt8>) -> Bool { bytes.contains { (0xCD...0xD4).contains($0) } }

  /// The skeleton of one folded word; empty where it holds letters of other alphabets.
  static func of(_ word: some Collection<UInt8>) -> [UInt8] {
    let latin = isForeign(word) ? latin(String(decoding: word, as: UTF8.self)) : Array(word)
    var skeleton: [UInt8] = []
    var index = 0
    while index < latin.count {
      guard latin[index] < 0x80 else { return [] }
      var next = [latin[index]][...]
      var length = 1
      if let spelling = spellings.first(where: { latin[index...].starts(with: $0.from) }) {
        next = spelling.to[...]
        length = spelling.from.count
      }
      for letter in next where letter != skeleton.last { skeleton.append(letter) }
      index += length
    }
    // A name that begins with Е is written with Ye as often as with E.
    if skeleton.starts(with: Array("ie".utf8)) { skeleton.removeFirst() }
    return skeleton
  }

  /// A skeleton without what even careful transcriptions differ in: which vowel, and Ukrainian h for Russian g.
  static func loose(_ skeleton: [UInt8]) -> [UInt8] {
    var loose: [UInt8] = []
    for letter in skeleton {
      switch letter {
      case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"):
        if loose.last != UInt8(ascii: "a") { loose.append(UInt8(ascii: "a")) }
      case UInt8(ascii: "g"): loose.append(UInt8(ascii: "h"))
      default: loose.append(letter)
      }
    }
    return loose
  }

  /// How many letters of a loose skeleton are no vowels.
  static func consonants(ofLoose skeleton: [UInt8]) -> Int { skeleton.count { $0 != UInt8(ascii: "a") } }

  private static func latin(_ word: String) -> [UInt8] {
    var latin = ""
    let scalars = Array(word.unicodeScalars)
    var index = 0
    while index < scalars.count {
      if index + 1 < scalars.count, let pair = greekPairs["\(scalars[index])\(scalars[index + 1])"] {
        latin += pair
        index += 2
      } else {
        let scalar = scalars[index]
        latin += cyrillic[scalar.value] ?? greek[scalar.value] ?? "\(scalar)"
        index += 1
      }
    }
    return Array(latin.utf8)
  }
}
