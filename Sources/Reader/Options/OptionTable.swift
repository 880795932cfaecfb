/// One thing that a person may set: its name in a configuration file, what it is for, and where it is kept.
public struct ReaderOption: Sendable {
  public let name: String
  /// One sentence for the configuration file and the manual page.
  public let help: String
  public let value: Value

  /// What may be set, and where it is kept in `ReaderOptions`.
  public enum Value: Sendable {
    case flag(any WritableKeyPath<ReaderOptions, Bool> & Sendable)
    case number(any WritableKeyPath<ReaderOptions, Int> & Sendable, ClosedRange<Int>)
    /// One of some words.
    case theme(any WritableKeyPath<ReaderOptions, ThemeChoice> & Sendable)
    case view(any WritableKeyPath<ReaderOptions, ViewID> & Sendable)
    /// A program and its arguments.
    case command(any WritableKeyPath<ReaderOptions, [String]> & Sendable)
  }

  /// The words that it may be, where it is one of some.
  public var choices: [String] {
    switch value {
    case .theme: ThemeChoice.allCases.map(\.rawValue)
    case .view: ViewID.allCases.map(\.name)
    case .flag, .number, .command: []
    }
  }
}

/// Every option once, in the order of the configuration file.
public enum OptionTable {
  public static let options: [ReaderOption] = [
    ReaderOption(
      name: "theme", help: "Colours; auto takes the light or the dark ones, as the terminal's background is.",
      value: .theme(\.theme)),
    ReaderOption(
      name: "ascii",
      help:
        "Frames and marks in ASCII, for a font that lacks them or draws them two cells wide; the articles' words stay.",
      value: .flag(\.ascii)),
    ReaderOption(
      name: "mouse", help: "Clicks and the wheel work in the reader; false leaves them to the terminal.",
      value: .flag(\.mouse)),
    ReaderOption(name: "wheel", help: "Rows that a notch of the wheel moves by.", value: .number(\.wheel, 1...20)),
    ReaderOption(name: "view", help: "The view that is shown first.", value: .view(\.view)),
    ReaderOption(
      name: "measure", help: "Columns of a line of an article at most.", value: .number(\.measure, 30...240)),
    ReaderOption(
      name: "margin", help: "Lines of an article that stay in view above and below the cursor.",
      value: .number(\.margin, 0...20)),
    ReaderOption(name: "strip", help: "The selected difference stands under the article.", value: .flag(\.strip)),
    ReaderOption(
      name: "below-bar", help: "Differences that are less sure than the bar are shown too.", value: .flag(\.belowBar)),
    ReaderOption(
      name: "greeting", help: "The last line says which keys to begin with, as long as there is no library.",
      value: .flag(\.greeting)),
    ReaderOption(
      name: "editor",
      help: "Program and arguments, with {file} and {line} filled in; empty for $VISUAL or $EDITOR.",
      value: .command(\.editor)),
    ReaderOption(
      name: "pager", help: "Program and arguments, with {line} filled in; empty for $PAGER.", value: .command(\.pager)),
    ReaderOption(
      name: "browser", help: "Program and arguments, with {url} filled in; empty for $BROWSER or xdg-open.",
      value: .command(\.browser)),
    ReaderOption(
      name: "browser-in-terminal", help: "The browser shows its pages in the terminal, as w3m and lynx do.",
      value: .flag(\.browserInTerminal)),
  ]
}
