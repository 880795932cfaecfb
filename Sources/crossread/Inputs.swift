import ArgumentParser
import CSeeds
import Dossier
import Glibc
import Ingest
import Terminal

/// The articles that a person named, or the five that come with the program.
struct Inputs: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Files and folders to read; - is standard input, as is no path where something is piped in.", valueName: "path"),
    completion: .file())
  var paths: [String] = []

  /// Loads the documents and names on standard error each input that could not be read; without a path, what is piped in.
  /// - Returns: the documents, and whether every input could be read.
  func load() -> (documents: [Document], complete: Bool) { Self.load(paths.isEmpty && Self.isPiped ? ["-"] : paths) }

  /// Whether something comes in: standard input is a file or a pipe. A terminal is a person who has not begun to type, and
  /// `/dev/null` or a socket what a program has that nobody gave anything.
  private static var isPiped: Bool {
    var info = stat()
    return fstat(STDIN_FILENO, &info) == 0 && [S_IFREG, S_IFIFO].contains(info.st_mode & S_IFMT)
  }

  /// Loads what paths name, or the five embedded articles where there is none.
  static func load(_ paths: [String]) -> (documents: [Document], complete: Bool) {
    let outcome = paths.isEmpty ? seeds() : Loader().load(Loader().find(paths))
    for problem in outcome.problems { StandardError.write("crossread: \(Sanitiser.line("\(problem)"))") }
    return (outcome.documents, outcome.problems.isEmpty)
  }

  /// The five embedded articles.
  static func seeds() -> Loader.Outcome {
    var outcome = Loader.Outcome()
    for index in 0..<crossread_seed_count {
      let seed = crossread_seed_at(index)
      let file = String(cString: seed.name)
      let bytes = Array(UnsafeBufferPointer(start: seed.bytes, count: seed.count))
      let name = String(file.prefix { $0 != "_" })
      let id = Document.ID(outcome.documents.count)
      switch Loader().document(bytes: bytes, path: "seeds/\(file)", name: name, id: id) {
      case .success(let document): outcome.documents.append(document)
      case .failure(let problem): outcome.problems.append(problem)
      }
    }
    return outcome
  }
}
