/// Which program is started for what, as lists of arguments: from the options, else from the environment.
struct Programs {
  /// A variable whose words cannot be told apart.
  struct Problem: Error, Hashable, CustomStringConvertible {
    let variable: String
    let mark: Character

    var description: String {
      mark == "\\" ? "\(variable) ends in a backslash" : "\(variable) has a \(mark) that is not closed by a second"
    }
  }

  let options: ReaderOptions
  /// A variable of the environment that is set and not empty.
  let environment: (String) -> String?

  /// Pagers that take the line to begin with as `+LINE`.
  private static let startingAtLine: Set = ["less", "more", "most", "moar", "moor", "lv"]

  /// Editors that take the line after the file, as `FILE:LINE`, and what they want before that.
  private static let takingPlace: [Set<String>: [String]] = [
    ["code", "code-insiders", "code-oss", "codium", "vscodium", "cursor", "windsurf"]: ["-g"],
    ["subl", "sublime_text", "zed", "zeditor", "zed-editor", "hx", "helix", "micro", "lapce", "atom"]: [],
  ]

  /// Opens a file at a line, or where it begins.
  func editor(file: String, line: Int?) throws(Problem) -> [String] {
    // A name that begins so would be taken for an option.
    let file = file.hasPrefix("-") || file.hasPrefix("+") ? "./\(file)" : file
    let command = try command(options.editor, ["VISUAL", "EDITOR"], otherwise: "vi")
    if command.contains(where: { $0.contains("{file}") }) {
      return fill(command, ["{file}": file, "{line}": String(line ?? 1)])
    }
    guard let line else { return command + [file] }
    let name = Self.name(of: command)
    guard let before = Self.takingPlace.first(where: { $0.key.contains(name) })?.value else {
      return command + ["+\(line)", file]
    }
    return command + before.filter { !command.contains($0) } + ["\(file):\(line)"]
  }

  /// Shows what comes from standard input, from a line on.
  func pager(line: Int) throws(Problem) -> [String] {
    let command = try command(options.pager, ["PAGER"], otherwise: "less")
    if command.contains(where: { $0.contains("{line}") }) { return fill(command, ["{line}": String(line)]) }
    return Self.startingAtLine.contains(Self.name(of: command)) ? command + ["+\(line)"] : command
  }

  /// What is to be said of how a program ended; `nil` where it ended well, or by the person's own interruption.
  /// - Parameters:
  ///   - status: its exit status, or 128 and a signal; `nil` where it could not be started.
  ///   - setting: the variable that names another.
  static func ending(of name: String, _ status: Int32?, setting: String) -> String? {
    switch status {
    case 0, 130: nil
    // What a shell says of a program that is not there, and a spawn that finds that out late.
    case nil, 127: "\(name) could not be started; set \(setting) to one that can"
    case .some(let status) where status > 128: "\(name) was ended by signal \(status - 128)"
    case .some(let status): "\(name) ended with status \(status)"
    }
  }

  /// What a program is called, without its folder.
  private static func name(of command: [String]) -> String {
    command.first?.split(separator: "/").last.map(String.init) ?? ""
  }

  /// Opens a web address; the next is to be tried where one cannot be started. `$BROWSER` may name several, divided by
  /// colons, with `%s` for the address.
  func browsers(url: String) throws(Problem) -> [[String]] {
    if !options.browser.isEmpty { return [naming(url, options.browser, as: "{url}")] }
    guard let names = environment("BROWSER") else { return [["xdg-open", url]] }
    var commands: [[String]] = []
    for name in names.split(separator: ":") {
      commands.append(naming(url, try words(String(name), of: "BROWSER"), as: "%s"))
    }
    return commands
  }

  /// A command may have options of its own, such as `emacs -nw`.
  private func command(_ option: [String], _ variables: [String], otherwise: String) throws(Problem) -> [String] {
    if !option.isEmpty { return option }
    for variable in variables {
      guard let value = environment(variable) else { continue }
      let words = try words(value, of: variable)
      if !words.isEmpty { return words }
    }
    return [otherwise]
  }

  private func words(_ text: String, of variable: String) throws(Problem) -> [String] {
    do { return try ShellWords.split(text) } catch { throw Problem(variable: variable, mark: error.mark) }
  }

  private func naming(_ url: String, _ command: [String], as mark: String) -> [String] {
    command.contains { $0.contains(mark) } ? fill(command, [mark: url]) : command + [url]
  }

  /// Puts values in the place of their marks. What a value holds is never looked at again.
  private func fill(_ command: [String], _ values: [String: String]) -> [String] {
    command.map { argument in
      var result = ""
      var rest = argument[...]
      while !rest.isEmpty {
        if let found = values.first(where: { rest.hasPrefix($0.key) }) {
          result += found.value
          rest = rest.dropFirst(found.key.count)
        } else {
          result.append(rest.removeFirst())
        }
      }
      return result
    }
  }
}
