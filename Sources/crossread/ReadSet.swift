import Dossier
import Ingest
import Library
import Reading
import Terminal

/// The articles that a person named, with what was read from them before, where that still holds.
struct ReadSet {
  var documents: [Document] = []
  /// The inputs that could not be read.
  private(set) var problems: [InputProblem] = []
  /// What this very program read from these very articles.
  var known: Dossier?
  /// What this very program read from these very articles by dates that a person gave them, where there is a cache.
  private(set) var recall: (@Sendable (GivenDates) -> Dossier?)?
  /// Keeps what was read, where there is a cache and what is in it does not hold.
  private(set) var keep: (@Sendable (Dossier, GivenDates) -> Void)?

  /// Opens what a person named, and names on standard error each input that could not be read.
  /// - Parameter cache: `nil` reads everything anew and keeps nothing.
  init(_ paths: [String], cache: AnalysisCache?) {
    let loader = Loader()
    let found = loader.find(paths)
    let files = found.compactMap { try? $0.get() }
    // What comes through a pipe is no set that could be opened again; a set of none is what comes with the program, and not
    // what somebody mistyped.
    guard let cache, !files.contains(where: \.isStandardInput), paths.isEmpty || !files.isEmpty else {
      (documents, problems) = Inputs.load(paths)
      return
    }
    let places = files.map(Self.input)
    ProgramMemory.expectArticles(of: places.reduce(0) { $0 + Int(clamping: $1.size) })
    @Sendable func hit(_ cache: AnalysisCache) -> (entry: AnalysisCache.Entry, isFresh: Bool)? {
      guard let hit = cache.find(places, digest: { loader.digest(of: files[$0]) }),
        !hit.isMoved || Self.haveTheirNames(hit.entry.dossier.documents)
      else { return nil }
      return (hit.entry, hit.isFresh)
    }
    recall = { hit(cache.variant($0.name))?.entry.dossier }
    guard let (entry, isFresh) = hit(cache) else {
      read(paths.isEmpty ? Inputs.seeds() : loader.load(found), places: places, cache)
      Inputs.sayWhatIsDamaged(documents)
      return
    }
    documents = entry.dossier.documents
    // The events are those of what was read.
    for index in documents.indices { documents[index].event = nil }
    known = entry.dossier
    let inputs = entry.inputs
    keep = { dossier, dates in
      if dates.isEmpty, isFresh { return }
      cache.variant(dates.name).store(.init(inputs: inputs, dossier: dossier))
    }
    // The problems of an unread file stand where they stood among those of what could not be found.
    var read = entry.inputs.map(\.problem)[...]
    for result in found {
      switch result {
      case .failure(let problem): say(problem)
      case .success(let file):
        if let message = read.popFirst() ?? nil {
          say(InputProblem(path: String(decoding: file.path, as: UTF8.self), message: message))
        }
      }
    }
    Inputs.sayWhatIsDamaged(documents)
  }

  private mutating func read(_ outcome: Loader.Outcome, places: [AnalysisCache.Input], _ cache: AnalysisCache) {
    documents = outcome.documents
    outcome.problems.forEach { say($0) }
    var places = places
    for (index, file) in outcome.files.enumerated() where index < places.count {
      places[index].digest = file.digest
      places[index].problem = file.problem?.message
    }
    keep = { [places] dossier, dates in
      cache.variant(dates.name).store(.init(inputs: places, dossier: dossier))
    }
  }

  /// Whether every input could be read.
  var complete: Bool { problems.isEmpty }

  /// What the reader says of the inputs that could not be read: how many there are, and what is wrong with the first. Where all
  /// could be, what it says of those that are damaged.
  var notice: String? {
    guard let first = problems.first else {
      let damage = documents.flatMap(\.damageLines)
      return damage.first.map { damage.count > 1 ? "\($0) · \(damage.count - 1) more are damaged" : $0 }
    }
    let rest = problems.count > 1 ? " · \(problems.count - 1) more could not be read" : ""
    return "Could not read \(Sanitiser.line("\(first)"))\(rest)"
  }

  private mutating func say(_ problem: InputProblem) {
    problems.append(problem)
    Inputs.say(problem)
  }

  /// Whether documents would be called as they are by the paths that they have now: reasons name them.
  private static func haveTheirNames(_ documents: [Document]) -> Bool {
    Loader.names(for: documents.map(\.path)) == documents.map(\.name)
  }

  private static func input(_ file: FoundFile) -> AnalysisCache.Input {
    guard let stamp = file.stamp else { return AnalysisCache.Input(path: file.path, size: 0, stamp: [], changed: .max) }
    let numbers = [
      stamp.device, stamp.inode, stamp.size, UInt64(bitPattern: stamp.modified), UInt64(bitPattern: stamp.changed),
    ]
    return AnalysisCache.Input(
      path: file.path, size: stamp.size, stamp: numbers, changed: max(stamp.modified, stamp.changed))
  }
}
