import Terminal

/// How a role looks, as a person writes it: `bold #ffaf5f on black`.
enum LookText {
  /// Words that a look is made of, beside numbers and `#rrggbb`.
  static let colors = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
  private static let attributes: [(name: String, attribute: Style.Attributes)] = [
    ("bold", .bold), ("underline", .underline), ("italic", .italic), ("reverse", .reverse),
  ]
  /// The look of ordinary text.
  private static let plain = "plain"

  /// Writes a look.
  static func write(_ look: Look) -> String {
    var words = attributes.filter { look.attributes.contains($0.attribute) }.map(\.name)
    if let color = look.foreground { words.append(name(of: color)) }
    if let color = look.background { words += ["on", name(of: color)] }
    return words.isEmpty ? plain : words.joined(separator: " ")
  }

  /// Reads a look over what a theme has; of colours that stay the same, what eight-colour terminals get stays too.
  /// - Throws: `Misread` with the word that is not understood.
  static func read(_ text: String, over look: Look) throws(Misread) -> Look {
    var result = Look()
    result.monochromeAttributes = look.monochromeAttributes
    var isBehind = false
    for word in text.split(separator: " ").map(String.init) {
      if let found = attributes.first(where: { $0.name == word }) {
        result.attributes.insert(found.attribute)
      } else if word == "on", !isBehind {
        isBehind = true
      } else if word == plain {
        continue
      } else if let color = color(word), (isBehind ? result.background : result.foreground) == nil {
        if isBehind { result.background = color } else { result.foreground = color }
      } else {
        throw Misread(word: word)
      }
    }
    if isBehind, result.background == nil { throw Misread(word: "on") }
    result.basicForeground =
      result.foreground == look.foreground ? look.basicForeground : result.foreground?.basic
    result.basicBackground =
      result.background == look.background ? look.basicBackground : result.background?.basic
    return result
  }

  /// A word that is no part of a look.
  struct Misread: Error {
    let word: String

    var remedy: String {
      Suggestion.nearest(to: word, among: LookText.colors + LookText.attributes.map(\.name) + [LookText.plain, "on"])
        .map { "did you mean “\($0)”?" }
        ?? "write it as “bold #ffaf5f on black”: names, 0 to 255 or #rrggbb"
    }
  }

  private static func name(of color: Color) -> String {
    color.index < 8 ? colors[Int(color.index)] : "\(color)"
  }

  private static func color(_ word: String) -> Color? {
    if let index = colors.firstIndex(of: word) { return Color(UInt8(index)) }
    if let index = UInt8(word) { return Color(index) }
    guard word.first == "#", word.dropFirst().allSatisfy(\.isHexDigit), let value = UInt32(word.dropFirst(), radix: 16)
    else { return nil }
    switch word.utf8.count {
    case 4:
      let level: (UInt32) -> UInt8 = { UInt8($0 & 15) * 17 }
      return Color(red: level(value >> 8), green: level(value >> 4), blue: level(value))
    case 7:
      return Color(
        red: UInt8(truncatingIfNeeded: value >> 16), green: UInt8(truncatingIfNeeded: value >> 8),
        blue: UInt8(truncatingIfNeeded: value))
    default: return nil
    }
  }
}
