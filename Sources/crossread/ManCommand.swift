import ArgumentParser

/// `crossread man`: the manual page, made from the tables that the program itself follows.
struct ManCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "man", abstract: "Print the manual page.",
    discussion: "crossread man | man -l -      read it now; `make install` puts it where man finds it")

  func run() throws {
    StandardOutput.ignoreBrokenPipe()
    StandardOutput.write(Array(try ManPage.text().utf8))
  }
}

/// `crossread completions`: what makes a shell complete commands, options and their values.
struct CompletionsCommand: ParsableCommand {
  enum Shell: String, ExpressibleByArgument, CaseIterable {
    case bash, zsh, fish
  }

  static let configuration = CommandConfiguration(
    commandName: "completions", abstract: "Print the completions for a shell; `make install` puts them in place.")

  @Argument(help: "The shell.") var shell: Shell

  func run() throws {
    StandardOutput.ignoreBrokenPipe()
    let kind: CompletionShell =
      switch shell {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    StandardOutput.write(Array(ShellCompletions.script(for: kind).utf8))
  }
}
