public import Terminal

extension Key {
  /// What the key is called in the help and on the key bar: `C-o`, `PgDn`, `⏎`.
  public var name: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let character): "C-\(character)"
    case .alt(let character): "M-\(character)"
    case .enter: "⏎"
    case .tab: "Tab"
    case .backTab: "S-Tab"
    case .escape: "Esc"
    case .backspace: "⌫"
    case .altBackspace: "M-⌫"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .controlLeft: "C-←"
    case .controlRight: "C-→"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .insert: "Ins"
    case .delete: "Del"
    case .function(let number): "F\(number)"
    }
  }

  /// How the key is written in a configuration file or a script: `C-o`, `pgdn`, `enter`, a character as it is.
  public var spelling: String {
    switch self {
    case .character(let character): Self.named.first { $0.key == self }?.name ?? String(character)
    case .control(let character): "C-\(character)"
    case .alt(let character): "M-\(character)"
    case .function(let number): "F\(number)"
    default: Self.named.first { $0.key == self }?.name ?? ""
    }
  }

  /// Reads a key as it is written; `nil` where no key is called that. Names may be in any case.
  public init?(spelling: some StringProtocol) {
    let characters = Array(spelling)
    let folded = spelling.lowercased()
    if characters.count == 1, let character = characters.first, !character.isWhitespace {
      self = .character(character)
    } else if let found = Self.named.first(where: { $0.name == folded || $0.other == folded }) {
      self = found.key
    } else if characters.count == 3, folded.hasPrefix("c-"), let letter = characters[2].lowercased().first,
      Self.controlled.contains(letter)
    {
      self = .control(letter)
    } else if characters.count == 3, folded.hasPrefix("m-") {
      self = .alt(characters[2])
    } else if folded.hasPrefix("f"), let number = Int(folded.dropFirst()), (1...12).contains(number) {
      self = .function(number)
    } else {
      return nil
    }
  }

  /// The key as which most terminals send it, where that is another: `C-i` comes as Tab.
  public var sentAs: Key? {
    guard case .control(let letter) = self else { return nil }
    return ["i": .tab, "m": .enter, "j": .enter, "[": .escape, "h": .backspace][letter]
  }

  /// The arrow that was pressed with Control.
  var withoutControl: Key? {
    switch self {
    case .controlLeft: .left
    case .controlRight: .right
    default: nil
    }
  }

  /// Characters that Control makes another key of.
  private static let controlled = Set("abcdefghijklmnopqrstuvwxyz@[\\]^_")

  /// The names of keys that are no letters.
  static var spellings: [String] { named.map(\.name) }

  private static let named: [(name: String, other: String, key: Key)] = [
    ("enter", "return", .enter), ("tab", "tab", .tab), ("s-tab", "backtab", .backTab), ("esc", "escape", .escape),
    ("backspace", "bs", .backspace), ("up", "up", .up), ("down", "down", .down), ("left", "left", .left),
    ("right", "right", .right), ("C-left", "c-left", .controlLeft), ("C-right", "c-right", .controlRight),
    ("M-backspace", "m-backspace", .altBackspace),
    ("home", "home", .home), ("end", "end", .end), ("pgup", "pageup", .pageUp),
    ("pgdn", "pagedown", .pageDown), ("insert", "ins", .insert), ("delete", "del", .delete),
    ("space", "space", .character(" ")), ("lt", "lt", .character("<")),
  ]
}
