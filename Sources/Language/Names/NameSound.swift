/// Keys by which spellings of one name in different transliterations fall together.
enum NameSound {
  /// Replacements of the close key, longer ones first; applied left to right to a folded word.
  private static let close: [(from: [UInt8], to: [UInt8])] = table([
    ("schtsch", "$"), ("shch", "$"), ("szcz", "$"), ("stsj", "$"), ("tsch", "c"), ("tch", "c"), ("tsj", "c"),
    ("dzh", "j"),
    ("sch", "s"), ("eau", "o"), ("cz", "c"), ("ch", "c"), ("sh", "s"), ("sz", "s"), ("sj", "s"), ("zh", "z"),
    ("kh", "h"),
    ("ph", "f"), ("th", "t"), ("dh", "d"), ("gh", "g"), ("bh", "b"), ("ck", "k"), ("cq", "k"), ("qu", "k"), ("ts", "c"),
    ("tz", "c"), ("dj", "j"), ("dz", "z"), ("rz", "z"), ("ou", "u"), ("oo", "u"), ("oe", "u"), ("ee", "i"), ("ie", "i"),
    ("iy", "i"), ("ij", "i"), ("yi", "i"), ("ey", "ei"), ("ay", "ei"), ("ai", "ei"), ("ej", "ei"), ("aj", "ei"),
    ("ae", "e"), ("ya", "ia"), ("ja", "ia"), ("ju", "iu"), ("yu", "iu"), ("jo", "io"), ("yo", "io"), ("ye", "e"),
    ("je", "e"),
    ("w", "v"), ("y", "i"), ("q", "k"), ("x", "s"), ("'", ""), ("`", ""), (".", ""), ("-", ""), ("’", ""), ("ʼ", ""),
  ])

  private static func table(_ pairs: [(String, String)]) -> [(from: [UInt8], to: [UInt8])] {
    pairs.map { (Array($0.0.utf8), Array($0.1.utf8)) }
  }

  /// A key that keeps vowels: spellings of one pronunciation in different systems mostly share it.
  static func close(_ folded: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var index = 0
    scan: while index < folded.count {
      for rule in close where folded.count - index >= rule.from.count {
        if rule.from.indices.allSatisfy({ folded[index + $0] == rule.from[$0] }) {
          for byte in rule.to where out.last != byte { out.append(byte) }
          index += rule.from.count
          continue scan
        }
      }
      if out.last != folded[index] { out.append(folded[index]) }
      index += 1
    }
    if out.count > 3, out.suffix(2) == Array("of".utf8)[...] || out.suffix(2) == Array("ef".utf8)[...] {
      out[out.count - 1] = UInt8(ascii: "v")
    }
    return out
  }

  /// The consonants of the close key with voice and place of hissing sounds blurred; empty for words with fewer than two.
  static func loose(_ close: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    for (index, byte) in close.enumerated() {
      let sound: UInt8
      switch byte {
      case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
        UInt8(ascii: "j"):
        guard index == 0 else { continue }
        sound = UInt8(ascii: "a")
      case UInt8(ascii: "z"), UInt8(ascii: "c"), UInt8(ascii: "$"), UInt8(ascii: "s"): sound = UInt8(ascii: "s")
      case UInt8(ascii: "g"), UInt8(ascii: "h"), UInt8(ascii: "k"): sound = UInt8(ascii: "k")
      case UInt8(ascii: "f"), UInt8(ascii: "v"): sound = UInt8(ascii: "v")
      case UInt8(ascii: "d"), UInt8(ascii: "t"): sound = UInt8(ascii: "t")
      case UInt8(ascii: "b"), UInt8(ascii: "p"): sound = UInt8(ascii: "p")
      default: sound = byte
      }
      if out.last != sound { out.append(sound) }
    }
    return out.count < 2 ? [] : out
  }
}
