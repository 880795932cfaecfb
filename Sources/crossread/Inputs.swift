import ArgumentParser
import CSeeds
import Dossier
import Ingest
import Terminal

/// The articles that a person named, or the five that come with the program.
struct Inputs: ParsableArguments {
  @Argument(
    help: ArgumentHelp("Files and folders to read; - is standard input.", valueName: "path"), completion: .file())
  var paths: [String] = []

  /// Loads the documents and names on standard error each input that could not be read.
  /// - Returns: the documents, and whether every input could be read.
  func load() -> (documents: [Document], complete: Bool) { Self.load(paths) }

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
