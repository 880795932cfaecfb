import Terminal

/// Keys of other alphabets, by the place they have on the keyboard.
enum KeyLayouts {
  private static let layouts: [(from: String, to: String)] = [
    // Russian ЙЦУКЕН; Ukrainian and Belarusian differ in a few letters.
    ("йцукенгшщзхъфывапролджэячсмитьбюё", "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"),
    ("ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ", "QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>~"),
    ("іїєґўІЇЄҐЎ", "s]'\\oS}\"|O"),
    // Greek.
    ("ςερτυθιοπασδφγηξκλζχψωβνμ", "wertyuiopasdfghjklzxcvbnm"),
    ("ΕΡΤΥΘΙΟΠΑΣΔΦΓΗΞΚΛΖΧΨΩΒΝΜ", "ERTYUIOPASDFGHJKLZXCVBNM"),
  ]

  private static let latin: [Character: Character] = {
    var latin: [Character: Character] = [:]
    for layout in layouts {
      for (from, to) in zip(layout.from, layout.to) { latin[from] = to }
    }
    return latin
  }()

  /// The key in the same place of a Latin layout; `nil` where `key` has none of its own.
  static func latin(_ key: Key) -> Key? {
    switch key {
    case .character(let character): latin[character].map(Key.character)
    case .control(let character): latin[character].map(Key.control)
    case .alt(let character): latin[character].map(Key.alt)
    default: nil
    }
  }
}
