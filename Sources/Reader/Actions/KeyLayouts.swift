import Terminal

/// Keys of other alphabets, by the place they have on the keyboard.
enum KeyLayouts {
  /// Letters of a layout in the order of the Latin ones in the same places.
  private struct Layout {
    let name: String
    let letters: String
    let latin: String
  }

  private static let layouts = [
    Layout(
      name: "Russian", letters: "йцукенгшщзхъфывапролджэячсмитьбюёЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ",
      latin: "qwertyuiop[]asdfghjkl;'zxcvbnm,.`QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>~"),
    Layout(
      name: "Ukrainian", letters: "йцукенгшщзхїфівапролджєячсмитьбюґЙЦУКЕНГШЩЗХЇФІВАПРОЛДЖЄЯЧСМИТЬБЮҐ",
      latin: "qwertyuiop[]asdfghjkl;'zxcvbnm,.\\QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>|"),
    Layout(
      name: "Belarusian", letters: "йцукенгшўзхфывапролджэячсмітьбюёЙЦУКЕНГШЎЗХФЫВАПРОЛДЖЭЯЧСМІТЬБЮЁ",
      latin: "qwertyuiop[asdfghjkl;'zxcvbnm,.`QWERTYUIOP{ASDFGHJKL:\"ZXCVBNM<>~"),
    Layout(
      name: "Greek", letters: ";ςερτυθιοπασδφγηξκλζχψωβνμ:ΕΡΤΥΘΙΟΠΑΣΔΦΓΗΞΚΛΖΧΨΩΒΝΜ",
      latin: "qwertyuiopasdfghjklzxcvbnmQERTYUIOPASDFGHJKLZXCVBNM"),
  ]

  /// The letter of a layout in the place of each Latin one; `nil` where the layout is not known.
  static func letters(_ name: String) -> [Character: Character]? {
    layouts.first { $0.name == name }.map { Dictionary(zip($0.latin, $0.letters)) { first, _ in first } }
  }

  private static let latin: [Character: Character] = {
    var latin: [Character: Character] = [:]
    for layout in layouts {
      // Where two layouts part, the one before stands: і is S on a Ukrainian layout and B on a Belarusian one. What is
      // ASCII is itself.
      for (letter, place) in zip(layout.letters, layout.latin) where !letter.isASCII && latin[letter] == nil {
        latin[letter] = place
      }
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
