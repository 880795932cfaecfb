import Terminal

/// Foreign text on its way to a terminal or a file that a person will look at.
enum Display {
  /// `text` with every control character but the line feed shown as a visible mark.
  static func lines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(Sanitiser.line).joined(separator: "\n")
  }
}
