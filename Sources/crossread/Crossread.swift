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
        cat article.txt | crossread report -     the same for every command

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
  /// When it came out.
  static let date = "2026-11-29"
}

/// Exit codes: 0 done, 1 some inputs failed (each named on standard error), 2 wrong usage.
@main
enum Main {
  static func main() {
    if let paths = plainPaths { exit(ReaderRun(plainly: paths).run()) }
    do {
      var command = try Crossread.parseAsRoot(helpTurned(CommandLine.arguments.dropFirst()))
      try command.run()
    } catch {
      let code = Crossread.exitCode(for: error)
      guard code == .validationFailure else { Crossread.exit(withError: error) }
      StandardError.write(Crossread.fullMessage(for: error))
      if let hint = SearchCommand.hint(for: CommandLine.arguments.dropFirst()) { StandardError.write(hint) }
      exit(2)
    }
  }

  /// *--help report* and *help report* ask for the help of the command that is named.
  /// - Throws: `ValidationError` where no command has that name.
  private static func helpTurned(_ words: some Collection<String>) throws -> [String] {
    let words = Array(words)
    guard words.count > 1, let first = words.first, ["help", "--help", "-h"].contains(first) else { return words }
    let names = Crossread.configuration.subcommands.compactMap { $0.configuration.commandName }
    guard names.contains(words[1]) else {
      throw ValidationError("no command is called \(words[1]); there are \(names.joined(separator: ", "))")
    }
    return Array(words.dropFirst()) + ["--help"]
  }

  /// The paths, where the words are nothing but paths: making sense of options takes longer than drawing the first screen.
  /// `nil` where the words ask for something else or may be wrong; the root then says what.
  private static var plainPaths: [String]? {
    let words = Array(CommandLine.arguments.dropFirst())
    let isPlain = words.allSatisfy { $0 == "-" || !$0.hasPrefix("-") }
    guard isPlain, words.first != "help" else { return nil }
    // No command has a slash in its name.
    guard let first = words.first, !first.utf8.contains(UInt8(ascii: "/")) else { return words }
    let isNamed = Crossread.configuration.subcommands.contains { $0.configuration.commandName == first }
    return isNamed ? nil : words
  }
}
