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
      "Files and folders to read; - is standard input.", valueName: "path"),
    completion: .file())
  var paths: [String] = []

  /// Loads the documents and names on standard error each input that could not be read, or was read but is damaged.
  /// - Parameter takesPipe: whether what is piped in is read where there is no path, as grep does. What opens a program
  ///   without a thought of its standard input must not wait for it.
  /// - Returns: the documents, and whether every input could be read.
  /// - Throws: `ExitCode(2)` after saying so where somebody pipes in what would not be read.
  func load(takesPipe: Bool = false) throws -> (documents: [Document], complete: Bool) {
    if paths.isEmpty, !takesPipe, Self.isPipedInVain() { throw ExitCode(2) }
    let paths = takesPipe && paths.isEmpty && Self.isPiped(waiting: true) ? ["-"] : paths
    if paths.isEmpty { Self.sayThatSeedsAreRead() }
    let (documents, problems) = Self.load(paths)
    return (documents, problems.isEmpty)
  }

  /// Whether somebody seems to have meant what is piped in to be read, which is said on standard error then: five other
  /// articles are no answer to them.
  static func isPipedInVain() -> Bool {
    guard isPiped(waiting: false) else { return false }
    StandardError.write("crossread: standard input is read where - stands for it: crossread -")
    return true
  }

  /// Whether something comes in: standard input is a file or a pipe with words in it. A terminal is a person who has not
  /// begun to type, and `/dev/null`, a socket or an empty pipe what a program has that nobody gave anything.
  /// - Parameter waiting: whether to wait until a pipe has words or is closed.
  private static func isPiped(waiting: Bool) -> Bool {
    var info = stat()
    guard fstat(STDIN_FILENO, &info) == 0 else { return false }
    switch info.st_mode & S_IFMT {
    case S_IFREG: return info.st_size > 0
    case S_IFIFO:
      var source = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      return poll(&source, 1, waiting ? -1 : 0) > 0 && source.revents & Int16(POLLIN) != 0
    default: return false
    }
  }

  /// Loads what paths name, or the five embedded articles where there is none, and names on standard error each that could
  /// not be read, or was read but is damaged.
  static func load(_ paths: [String]) -> (documents: [Document], problems: [InputProblem]) {
    let seeds = paths.isEmpty ? seeds() : nil
    let (documents, problems) = seeds.map { ($0.documents, $0.problems) } ?? Loader().load(paths)
    problems.forEach(say)
    sayWhatIsDamaged(documents)
    return (documents, problems)
  }

  /// Names on standard error an input that could not be read, and what may have been meant by it.
  static func say(_ problem: InputProblem) {
    StandardError.write("crossread: \(Sanitiser.line("\(MistypedPath.explained(problem))"))")
  }

  /// Says on standard error what is read where nothing was named: whoever runs a script may have meant something else.
  static func sayThatSeedsAreRead() {
    StandardError.write("crossread: no path is given; read are the five articles that come with it")
  }

  /// Names on standard error each place where much of an article may be lost.
  static func sayWhatIsDamaged(_ documents: [Document]) {
    for line in documents.lazy.flatMap(\.damageLines) { StandardError.write("crossread: \(line)") }
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
