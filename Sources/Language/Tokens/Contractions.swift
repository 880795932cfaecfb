/// Words grown together that Universal Dependencies splits, and prefixes that it leaves joined.
enum Contractions {
  private static let cuts: [String: Int] = [
    "cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3, "gimme": 3, "lemme": 3,
  ]

  private static let units: Set<String> = ["am", "pm", "km", "kg", "cm", "mm", "mph"]

  /// The offset at which the word at `range` falls in two, or `nil`.
  static func cut(of range: Range<Int>, in bytes: [UInt8]) -> Int? {
    guard range.count >= 3, range.count <= 8 else { return nil }
    if bytes[range.lowerBound] &- 0x30 < 10 {
      var index = range.lowerBound
      while index < range.upperBound, bytes[index] &- 0x30 < 10 || bytes[index] == 0x3A || bytes[index] == 0x2E {
        index += 1
      }
      let unit = String(decoding: bytes[index..<range.upperBound], as: UTF8.self)
      return units.contains(unit) ? index : nil
    }
    let first = bytes[range.lowerBound] | 0x20
    guard first == UInt8(ascii: "c") || first == UInt8(ascii: "g") || first == UInt8(ascii: "w") || first == 0x6C else {
      return nil
    }
    return cuts[Norm.of(range, in: bytes)].map { range.lowerBound + $0 }
  }

  private static let prefixes: Set<String> = [
    "anti", "co", "counter", "cross", "e", "ex", "extra", "inter", "intra", "mega", "micro", "mid", "mini", "multi",
    "neo",
    "non", "pan", "post", "pre", "pro", "pseudo", "quasi", "re", "semi", "sub", "super", "trans", "ultra", "un",
  ]

  /// Whether a lower-case prefix stays joined by its hyphen (`co-operate`).
  static func isBoundPrefix(_ word: String) -> Bool { prefixes.contains(word) }
}
