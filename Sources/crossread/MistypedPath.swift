import ArgumentParser
import Config
import Glibc
import Ingest

/// What somebody may have meant by a path at which there is nothing.
enum MistypedPath {
  /// The problem with what to do about it, where the path is an address, or the first word and nearly a command.
  static func explained(_ problem: InputProblem) -> InputProblem {
    guard problem.path != "-", access(problem.path, F_OK) != 0, errno == ENOENT else { return problem }
    var problem = problem
    let start = problem.path.prefix(8).lowercased()
    if start.hasPrefix("http://") || start.hasPrefix("https://") {
      problem.message = "an address, and nothing is fetched: save the page and name its file"
    } else if let word = command(near: problem.path) {
      problem.message += "; did you mean crossread \(word)?"
    }
    return problem
  }

  private static func command(near word: String) -> String? {
    guard CommandLine.arguments.dropFirst().first == word, !word.contains("/"), !word.contains(".") else { return nil }
    let commands = Crossread.configuration.subcommands.compactMap { $0.configuration.commandName }
    return Suggestion.nearest(to: word, among: commands + ["--version", "--help"])
  }
}
