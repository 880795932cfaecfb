/// Which program is started for what, as lists of arguments: from the options, else from the environment.
struct Programs {
  let options: ReaderOptions
  /// A variable of the environment that is set and not empty.
  let environment: (String) -> String?

  /// Pagers that take the line to begin with as `+LINE`.
  private static let startingAtLine: Set = ["less", "more", "most", "moar", "moor", "lv"]

  /// Opens a file at a line.
  func editor(file: String, line: Int) -> [String] {
    // A name that begins so would be taken for an option.
    let file = file.hasPrefix("-") || file.hasPrefix("+") ? "./\(file)" : file
    let command = command(options.editor, ["VISUAL", "EDITOR"], otherwise: "vi")
    guard command.contains(where: { $0.contains("{file}") }) else { return command + ["+\(line)", file] }
    return fill(command, ["{file}": file, "{line}": String(line)])
  }

  /// Shows what comes from standard input, from a line on.
  func pager(line: Int) -> [String] {
    let command = command(options.pager, ["PAGER"], otherwise: "less")
    if command.contains(where: { $0.contains("{line}") }) { return fill(command, ["{line}": String(line)]) }
    let name = command.first?.split(separator: "/").last.map(String.init) ?? ""
    return Self.startingAtLine.contains(name) ? command + ["+\(line)"] : command
  }

  /// Opens a web address; the next is to be tried where one cannot be started. `$BROWSER` may name several, divided by
  /// colons, with `%s` for the address.
  func browsers(url: String) -> [[String]] {
    if !options.browser.isEmpty { return [naming(url, options.browser, as: "{url}")] }
    guard let names = environment("BROWSER") else { return [["xdg-open", url]] }
    return names.split(separator: ":").map { naming(url, words(String($0)), as: "%s") }
  }

  /// A command with options of its own, such as `emacs -nw`, is split at blanks, not handed to a shell.
  private func command(_ option: [String], _ variables: [String], otherwise: String) -> [String] {
    if !option.isEmpty { return option }
    let found = variables.lazy.compactMap(environment).map { words($0) }.first { !$0.isEmpty }
    return found ?? [otherwise]
  }

  private func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

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
