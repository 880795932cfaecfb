public import Terminal

/// What the reader's cells are for; `ReaderThemes` gives them their colours.
extension Role {
  static let frame = Role(rawValue: 1)
  static let focusedFrame = Role(rawValue: 2)
  static let title = Role(rawValue: 3)
  static let quiet = Role(rawValue: 4)
  static let quote = Role(rawValue: 5)
  static let reported = Role(rawValue: 6)
  static let mention = Role(rawValue: 7)
  static let contradiction = Role(rawValue: 8)
  static let tension = Role(rawValue: 9)
  static let framing = Role(rawValue: 10)
  static let shift = Role(rawValue: 11)
  static let hit = Role(rawValue: 12)
  static let key = Role(rawValue: 13)
  static let warning = Role(rawValue: 14)
  static let bar = Role(rawValue: 15)
  static let only = Role(rawValue: 16)
  static let agreement = Role(rawValue: 17)
  static let currentHit = Role(rawValue: 18)

  /// Every role with its name in a configuration file and what it is for, in the order of the raw values.
  public static let all: [(role: Role, name: String, help: String)] = [
    (.text, "text", "all that is nothing else"), (.frame, "frame", "lines around panes"),
    (.focusedFrame, "focused-frame", "what has the focus"), (.title, "title", "titles and headings"),
    (.quiet, "quiet", "what is said beside"), (.quote, "quote", "direct speech"),
    (.reported, "reported", "reported speech"), (.mention, "mention", "mentions of the actor that is picked"),
    (.contradiction, "contradiction", "passages that cannot both be true"),
    (.tension, "tension", "passages that pull against each other"),
    (.framing, "framing", "the same thing in opposed words"), (.shift, "shift", "one holder at two times"),
    (.hit, "hit", "what a search found"), (.key, "key", "keys"), (.warning, "warning", "what needs attention"),
    (.bar, "bar", "the line that says what has just happened"), (.only, "only", "what one article alone has"),
    (.agreement, "agreement", "words that several articles share"),
    (.currentHit, "current-hit", "the place found that you stand at"),
  ]

  /// The names of all roles, in the order of the raw values.
  public static let names = all.map(\.name)

  /// The role of a name.
  public static func named(_ name: String) -> Role? { all.first { $0.name == name }?.role }
}

extension Style {
  static let quiet = Style(.quiet)
  static let title = Style(.title, .bold)
  static let frame = Style(.frame)
  static let focusedFrame = Style(.focusedFrame, .bold)
  static let key = Style(.key, .bold)
  static let warning = Style(.warning, .bold)
}
