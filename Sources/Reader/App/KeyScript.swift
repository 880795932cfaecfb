import Dossier
public import Terminal

/// Keys written as text: characters as they are, others by name in angle brackets: `n<tab>/talks<enter>`, `<C-o>`.
public enum KeyScript {
  private static let names: [String: Key] = [
    "enter": .enter, "tab": .tab, "backtab": .backTab, "esc": .escape, "backspace": .backspace, "up": .up,
    "down": .down, "left": .left, "right": .right, "home": .home, "end": .end, "pgup": .pageUp, "pgdn": .pageDown,
    "space": .character(" "), "lt": .character("<"),
  ]

  /// Reads keys. A name that is not known is taken letter by letter.
  public static func keys(_ script: String) -> [Key] {
    var keys: [Key] = []
    var rest = Substring(script)
    while let first = rest.first {
      if first == "<", let end = rest.firstIndex(of: ">"),
        let key = named(rest[rest.index(after: rest.startIndex)..<end])
      {
        keys.append(key)
        rest = rest[rest.index(after: end)...]
      } else {
        keys.append(.character(first))
        rest = rest.dropFirst()
      }
    }
    return keys
  }

  private static func named(_ name: Substring) -> Key? {
    if let key = names[String(name)] { return key }
    if name.hasPrefix("C-"), name.count == 3, let letter = name.last { return .control(letter) }
    if name.hasPrefix("F"), let number = Int(name.dropFirst()), (1...12).contains(number) { return .function(number) }
    return nil
  }
}

extension ReaderApp {
  /// The screen as text after some keys, without a terminal: for pictures, tests and reports of what went wrong.
  public nonisolated static func dump(
    _ index: DossierIndex, title: String, columns: Int, rows: Int, keys: String
  ) -> String {
    var state = ReaderState(index, title: title, columns: columns, rows: rows)
    for key in KeyScript.keys(keys) where !state.handle(.key(key)).contains(.quit) {}
    return state.screen().plainText
  }
}
