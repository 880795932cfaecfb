public import Terminal

/// All that a configuration file says: options, keys and themes.
public struct ReaderSetup: Sendable {
  public var options = ReaderOptions()
  public var keys = KeyMap.standard
  /// The themes with the person's colours, by name.
  public var themes = ReaderThemes.all
  /// One line to say at the start, in place of the greeting: what is wrong with the configuration, say.
  public var notice: String?

  public init() {}

  /// What the screen is opened with.
  func screenOptions(colorFGBG: String?) -> Screen.Options {
    let isAutomatic = options.theme == .auto
    let choice: ThemeChoice =
      isAutomatic ? Theme.isLightBackground(colorFGBG: colorFGBG) ? .light : .dark : options.theme
    return Screen.Options(
      theme: theme(choice), lightTheme: isAutomatic ? theme(.light) : nil, capturesMouse: options.mouse,
      isASCII: options.ascii)
  }

  /// The theme that stands after another.
  func theme(after theme: Theme) -> Theme {
    let at = themes.firstIndex { $0.name == theme.name } ?? -1
    return themes.isEmpty ? .plain : themes[(at + 1) % themes.count]
  }

  /// The theme of a name.
  func theme(_ choice: ThemeChoice) -> Theme { themes.first { $0.name == choice.rawValue } ?? .plain }
}
