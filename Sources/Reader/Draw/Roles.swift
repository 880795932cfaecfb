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

  /// Names for configuration files and golden files, in the order of the raw values.
  public static let names = [
    "text", "frame", "focused-frame", "title", "quiet", "quote", "reported", "mention", "contradiction", "tension",
    "framing", "shift", "hit", "key", "warning", "bar", "only",
  ]
}

extension Style {
  static let quiet = Style(.quiet)
  static let title = Style(.title, .bold)
  static let frame = Style(.frame)
  static let focusedFrame = Style(.focusedFrame, .bold)
  static let key = Style(.key, .bold)
  static let warning = Style(.warning, .bold)
}
