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
      name: "Russian", letters: "йцукенгшщзхъфывапролджэячсмитьбюёЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ№.,",
      latin: "qwertyuiop[]asdfghjkl;'zxcvbnm,.`QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>~#/?"),
    Layout(
      name: "Ukrainian", letters: "йцукенгшщзхїфівапролджєячсмитьбюґЙЦУКЕНГШЩЗХЇФІВАПРОЛДЖЄЯЧСМИТЬБЮҐ№.,",
      latin: "qwertyuiop[]asdfghjkl;'zxcvbnm,.\\QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>|#/?"),
    Layout(
      name: "Belarusian", letters: "йцукенгшўзхфывапролджэячсмітьбюёЙЦУКЕНГШЎЗХФЫВАПРОЛДЖЭЯЧСМІТЬБЮЁ№.,",
      latin: "qwertyuiop[asdfghjkl;'zxcvbnm,.`QWERTYUIOP{ASDFGHJKL:\"ZXCVBNM<>~#/?"),
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

  /// Signs in ASCII that stand in another place of a layout, by a letter of it: `.` in the place of `/` on a Russian one.
  private static let signs: [Character: [Character: Character]] = {
    var signs: [Character: [Character: Character]] = [:]
    for layout in layouts.reversed() {
      let moved = zip(layout.letters, layout.latin).filter { $0.0.isASCII }
      let places = Dictionary(moved) { first, _ in first }
      for letter in layout.letters where !letter.isASCII { signs[letter] = places }
    }
    return signs
  }()

  /// The key in the same place of a Latin layout; `nil` where `key` has none of its own.
  /// - Parameter letter: the last letter of another alphabet that was typed: it tells what a sign in ASCII stands for.
  static func latin(_ key: Key, after letter: Character? = nil) -> Key? {
    // Before any letter: a full stop does nothing on a Latin layout, and is the key of the search on the Cyrillic ones.
    let moved = letter.flatMap { signs[$0] } ?? [".": "/"]
    func place(_ character: Character) -> Character? { latin[character] ?? moved[character] }
    return switch key {
    case .character(let character): place(character).map(Key.character)
    case .control(let character): place(character).map(Key.control)
    case .alt(let character): place(character).map(Key.alt)
    default: nil
    }
  }

  /// What the keys that typed a word would have typed on a Latin layout; `nil` where they would have typed the same.
  static func latin(_ word: String) -> String? {
    let typed = String(word.map { latin[$0] ?? $0 })
    return typed == word ? nil : typed
  }
}
