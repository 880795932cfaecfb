import ArgumentParser
import Glibc

/// The command and its subcommands.
struct Crossread: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "crossread",
    abstract: "Read many articles about one story side by side: who says what, and where the accounts part.",
    discussion: """
      EXAMPLES
        crossread articles/                      read a folder in the terminal
        crossread a.txt b.txt | less             the same as a text report
        crossread report --format html -o r.html articles/
        crossread analyze --format json articles/ | jq .disagreements
        cat article.txt | crossread -            one article from standard input

      With no path, crossread opens five articles that come with it.
      """,
    version: Version.current,
    subcommands: [
      ReadCommand.self, SearchCommand.self, ReportCommand.self, AnalyzeCommand.self, ExtractCommand.self,
      AnnotateCommand.self,
      ContrastCommand.self, MatchCommand.self, SyntaxCommand.self,
      LibraryCommand.self, ConfigCommand.self, ManCommand.self, CompletionsCommand.self,
    ],
    defaultSubcommand: ReadCommand.self)
}

/// The version that `--version` prints.
enum Version {
  static let current = "0.1.0"
}

/// Exit codes: 0 done, 1 some inputs failed (each named on standard error), 2 wrong usage.
@main
enum Main {
  static func main() {
    do {
      if var command = plainReading {
        try command.run()
      } else {
        var command = try Crossread.parseAsRoot()
        try command.run()
      }
    } catch {
      let code = Crossread.exitCode(for: error)
      guard code == .validationFailure else { Crossread.exit(withError: error) }
      StandardError.write(Crossread.fullMessage(for: error))
      exit(2)
    }
  }

  /// The reader, where the words ask for nothing but it: looking through all subcommands takes as long as the first screen.
  /// `nil` where they ask for something else or are wrong; the root then says what.
  private static var plainReading: (any ParsableCommand)? {
    let words = CommandLine.arguments.dropFirst()
    let isNamed = Crossread.configuration.subcommands.contains { $0.configuration.commandName == words.first }
    guard let first = words.first, !isNamed, !first.hasPrefix("-"), first != "help" else { return nil }
    return try? ReadCommand.parse(Array(words))
  }
}
