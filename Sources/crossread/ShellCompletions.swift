import ArgumentParser

/// What makes a shell complete commands, options, their values and paths.
///
/// The argument parser's own script knows only commands after `crossread`; but without a command, `read` is meant. Its options
/// and paths are added there.
enum ShellCompletions {
  /// The script for a shell.
  static func script(for shell: CompletionShell) -> String {
    let script = Crossread.completionScript(for: shell)
    return switch shell {
    case .bash: bash(script)
    case .zsh: zsh(script)
    case .fish: fish(script)
    default: script
    }
  }

  private static func bash(_ script: String) -> String {
    let command = "        # Offer subcommand completions\n"
    let options = script.part(from: "_crossread_read() {\n", to: "\n}\n").part(from: "non_repeating_options=(", to: ")")
    // After an option comes its value, and nothing else.
    let value = """
              case "${prev}" in
              \(options.split(separator: " ").joined(separator: "|")))
                  COMPREPLY=()
                  _crossread_read
                  return
                  ;;
              esac

      """
    return script.replacing(first: command, with: command + value + "        _crossread_read\n")
  }

  private static func zsh(_ script: String) -> String {
    let read = script.part(from: "_crossread_read() {\n", to: "    _arguments")
    let specs = read.part(from: "arg_specs=(\n", to: "    )\n")
    let values = read.lines.filter { $0.contains("local -ar ___") }
    let options = specs.lines.filter { !$0.contains("'*:") }
    let root = script.part(from: "    local -ar arg_specs=(\n", to: "        '(-): :->command'\n")
    let more = (values + ["    local -ar arg_specs=("] + options).map { $0 + "\n" }.joined()
    return
      script
      .replacing(first: "    local -ar arg_specs=(\n" + root, with: more)
      .replacing(
        first: "subcommands && ret=0\n        ;;\n", with: "subcommands && ret=0\n        _files && ret=0\n        ;;\n"
      )
      .replacing(
        first: "            \"_crossread_${words[1]}\" && ret=0\n            ;;\n",
        with: "            \"_crossread_${words[1]}\" && ret=0\n            ;;\n        *)\n"
          + "            _crossread_read && ret=0\n            ;;\n")
  }

  private static func fish(_ script: String) -> String {
    let read = script.part(from: "        case 'read'\n", to: "\n")
    let options = read.part(from: "-r 1 ", to: nil)
    let lines = script.lines.filter { $0.contains("\"crossread read\" ") }
      .map { $0.replacing(first: "\"crossread read\"", with: "\"crossread\"") + "\n" }
    return
      script.replacing(
        first: "__crossread_parse_subcommand 0 'version' 'h/help'", with: "__crossread_parse_subcommand 0 \(options)")
      + "\n" + lines.joined()
  }
}

extension String {
  fileprivate var lines: [String] { split(separator: "\n").map(String.init) }

  /// The part between two marks; from the end of the first, to the end of it all where there is no second.
  fileprivate func part(from start: String, to end: String?) -> String {
    guard let first = firstRange(of: start) else { return "" }
    let rest = String(self[first.upperBound...])
    guard let end, let last = rest.firstRange(of: end) else { return rest }
    return String(rest[..<last.lowerBound])
  }

  fileprivate func replacing(first old: String, with new: String) -> String {
    replacing(old, with: new, maxReplacements: 1)
  }
}
