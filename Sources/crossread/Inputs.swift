import ArgumentParser
import CSeeds
import Dossier
import Ingest
import Terminal

/// The articles that a person named, or the five that come with the program.
struct Inputs: ParsableArguments {
  @Argument(help: ArgumentHelp("Files and folders to read; - is standard input.", valueName: "path"))
  var paths: [String] = []

  /// Loads the documents and names on standard error each input that could not be read.
  /// - Returns: the documents, and whether every input could be read.
  func load() -> (documents: [Document], complete: Bool) {
    let (documents, problems) = paths.isEmpty ? Self.seeds() : Loader().load(paths)
    for problem in problems { StandardError.write("crossread: \(Sanitiser.line("\(problem)"))") }
    return (documents, problems.isEmpty)
  }

  /// The five embedded articles.
  static func seeds() -> (documents: [Document], problems: [InputProblem]) {
    var documents: [Document] = []
    var problems: [InputProblem] = []
    for index in 0..<crossread_seed_count {
      let seed = crossread_seed_at(index)
      let file = String(cString: seed.name)
      let bytes = Array(UnsafeBufferPointer(start: seed.bytes, count: seed.count))
      let name = String(file.prefix { $0 != "_" })
      let id = Document.ID(documents.count)
      switch Loader().document(bytes: bytes, path: "seeds/\(file)", name: name, id: id) {
      case .success(let document): documents.append(document)
      case .failure(let problem): problems.append(problem)
      }
    }
    return (documents, problems)
  }
}
