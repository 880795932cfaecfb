import Reader
import Terminal

/// The configuration file that changes nothing, with all that can be changed: made from the tables that are in force.
public enum DefaultConfig {
  /// A TOML file in which every setting is commented out, with what it is for.
  public static var text: String {
    var lines = [
      "# Crossread reads this file as $XDG_CONFIG_HOME/crossread/config.toml (~/.config/crossread/config.toml).",
      "# Every line here says what holds anyway: take the # away before a line that you change.",
      "# `crossread config --check` says what is wrong with the file.", "",
    ]
    for option in OptionTable.options { lines += ["# \(option.help)\(choices(option))", "#\(setting(option))", ""] }
    lines += [
      "# Keys: one or several for each action, [] for none. A key is a character, C-x (Control), M-x (Alt), F1 to F12,",
      "# or a name: enter, tab, s-tab, esc, backspace, space, up, down, left, right, home, end, pgup, pgdn, insert, delete.",
      "# A key that you give to an action is taken from any other that could be meant in the same place.",
      "[keys]",
    ]
    for action in ActionTable.actions {
      let keys = action.keys.map { quoted($0.spelling) }.joined(separator: ", ")
      lines.append("#\(action.id.rawValue) = [\(keys)]  # \(action.name)")
    }
    lines += [
      "",
      "# Colours of each theme: \"bold #ffaf5f on black\": bold, underline, italic, reverse; the text, then after `on`",
      "# what lies behind it: #rrggbb, 0 to 255, or \(LookText.colors.joined(separator: ", ")).",
      "# \"plain\" is as `text`; a `text` that is \"plain\" has the terminal's own colours.",
    ]
    for theme in ReaderThemes.all {
      lines += ["", "[colors.\(theme.name)]"]
      for role in Role.all {
        lines.append("#\(role.name) = \(quoted(LookText.write(theme[role.role])))  # \(role.help)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func setting(_ option: ReaderOption) -> String {
    let defaults = ReaderOptions()
    let value =
      switch option.value {
      case .flag(let path): "\(defaults[keyPath: path])"
      case .number(let path, _): "\(defaults[keyPath: path])"
      case .theme(let path): quoted(defaults[keyPath: path].rawValue)
      case .view(let path): quoted(defaults[keyPath: path].name)
      case .command(let path): "[" + defaults[keyPath: path].map(quoted).joined(separator: ", ") + "]"
      }
    return "\(option.name) = \(value)"
  }

  /// What an option may be, where it is one of some.
  private static func choices(_ option: ReaderOption) -> String {
    let words = option.choices
    return words.isEmpty ? "" : " One of: \(words.joined(separator: ", "))."
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
