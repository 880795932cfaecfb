/// What a person may set once and for all. `OptionTable` names each for a configuration file.
public struct ReaderOptions: Sendable, Hashable {
  /// The name of a theme, or `auto` for the one that fits the terminal's background.
  public var theme = ThemeChoice.auto
  /// Frames and marks in ASCII; the words of the articles stay as they are.
  public var ascii = false
  /// Whether clicks and the wheel come to the reader.
  public var mouse = true
  /// Rows that a notch of the wheel moves by.
  public var wheel = 3
  /// The view that is shown first, by its name.
  public var view = ViewID.read
  /// Columns of a line of an article at most.
  public var measure = 80
  /// Lines of an article that stay in view above and below the cursor.
  public var margin = 1
  /// Whether the difference strip stands under the text.
  public var strip = true
  /// Whether differences below the bar are shown too.
  public var belowBar = false
  /// Whether the first line says which keys to begin with.
  public var greeting = true
  /// Programs with their arguments; empty for what the environment names.
  public var editor: [String] = []
  public var pager: [String] = []
  public var browser: [String] = []
  /// Whether the browser shows its pages in the terminal.
  public var browserInTerminal = false

  public init() {}
}

/// How the theme is chosen.
public enum ThemeChoice: String, Sendable, Hashable, CaseIterable {
  case auto, dark, light, highContrast = "high-contrast", monochrome
}
