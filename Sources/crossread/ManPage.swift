import Reader
import Terminal

/// The manual page: commands and options from the argument parser, keys from the action table, settings from the option
/// table, so that it never says anything else than the program does.
enum ManPage {
  /// The page as roff.
  static func text() throws -> String {
    let root = try CommandTree().command
    var page = Roff(
      title: root.commandName, section: 1, date: Version.date, version: "\(root.commandName) \(Version.current)")
    page.name(root.commandName, root.abstract ?? "")
    page.heading("Synopsis")
    page.example(([root] + root.children).map(synopsis))
    page.heading("Description")
    addDiscussion(root.discussion, to: &page)
    page.heading("Commands")
    for command in root.children { add(command, to: &page) }
    addKeys(to: &page)
    addConfiguration(to: &page)
    addScripts(to: &page)
    addSurroundings(to: &page)
    return page.text
  }

  private static func synopsis(_ command: CommandTree.Command) -> String {
    guard command.children.isEmpty else { return "\(command.name) <command>" }
    let arguments = (command.arguments ?? []).filter(\.shouldDisplay)
    let values = arguments.filter { $0.kind == "positional" }.map { $0.isOptional ? "[\($0.usage)]" : $0.usage }
    let options = arguments.count > values.count ? ["[options]"] : []
    return ([command.name] + options + values).joined(separator: " ")
  }

  private static func add(_ command: CommandTree.Command, to page: inout Roff) {
    page.subheading(synopsis(command))
    page.paragraph(command.abstract ?? "")
    addDiscussion(command.discussion, to: &page)
    for argument in command.arguments ?? [] where argument.shouldDisplay { page.item(argument.usage, argument.help) }
    for child in command.children { add(child, to: &page) }
  }

  /// Paragraphs, and lines that begin with blanks or a command as examples.
  private static func addDiscussion(_ text: String?, to page: inout Roff) {
    guard let text, !text.isEmpty else { return }
    for block in text.split(separator: "\n\n") {
      let lines = block.split(separator: "\n")
      if lines.count > 1 || lines[0].hasPrefix("crossread ") {
        page.example(lines)
      } else {
        page.paragraph(String(lines[0]))
      }
    }
  }

  private static func addKeys(to page: inout Roff) {
    page.heading("Keys")
    page.paragraph(
      "As they are by default; the table keys of the configuration file binds others by the names in parentheses. In the "
        + "reader, \(KeyMap.standard[.help].map(\.spelling).joined(separator: " or ")) shows what works where you are.")
    for group in Action.Group.allCases {
      page.subheading(group.rawValue)
      for action in ActionTable.actions where action.group == group {
        page.item(action.keys.map(\.spelling).joined(separator: "  "), "\(action.name) (\(action.id.rawValue))")
      }
    }
  }

  private static func addConfiguration(to page: inout Roff) {
    page.heading("Configuration")
    page.paragraph(
      "A TOML file at $XDG_CONFIG_HOME/crossread/config.toml, by default ~/.config/crossread/config.toml. "
        + "`crossread config --default` prints one with everything in it, `crossread config --check` says what is wrong "
        + "with one. A mistake never stops the reader: what is wrong has no effect, and the first line says so.")
    for option in OptionTable.options {
      let choices = option.choices.isEmpty ? "" : " One of: \(option.choices.joined(separator: ", "))."
      page.item(option.name, option.help + choices)
    }
    page.paragraph("The tables colors.dark, colors.light, colors.high-contrast and colors.monochrome hold the look of:")
    for role in Role.all { page.item(role.name, role.help) }
  }

  private static func addScripts(to page: inout Roff) {
    page.heading("Scripts")
    page.paragraph(
      "What --script reads: on each line a key, spelled as in the configuration file, or one of these. The reader then "
        + "runs without a terminal, reads no configuration but one that is named, and prints the same on every machine."
    )
    for command in ReaderScript.commands { page.item(command.usage, command.help) }
  }

  private static func addSurroundings(to page: inout Roff) {
    page.heading("Environment")
    for (name, words) in [
      ("NO_COLOR", "No colours, whatever the theme."),
      ("COLORFGBG", "Tells whether the terminal's background is light."),
      ("VISUAL, EDITOR, PAGER, BROWSER", "Programs that the reader starts, where the configuration names none."),
      ("ESCDELAY", "Milliseconds that the escape key may wait for the rest of a sequence; 25 by default."),
      (
        "XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_CACHE_HOME",
        "Where the configuration, the library and what was read before lie."
      ),
    ] {
      page.item(name, words)
    }
    page.heading("Exit status")
    for (code, words) in [
      ("0", "Done."), ("1", "Some inputs failed; each is named on standard error."), ("2", "Wrong usage."),
    ] {
      page.item(code, words)
    }
  }
}
