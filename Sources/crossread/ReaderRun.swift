import Config
import Dossier
import Glibc
import Language
import Library
import Reader
import Reading
import Report
import Synchronization
import Terminal

/// What a person asks the reader for: the reader in a terminal, the text report elsewhere.
///
/// A plain value, so that nothing has to be looked up in a table of options before the first screen.
struct ReaderRun {
  /// What is to be read; none is the five articles that come with the program.
  var paths: [String]
  /// What the person set, read while the articles are looked for.
  var config: Ahead<Config>
  /// The colours, whatever the configuration says.
  var theme: ThemeChoice?
  /// The library file, or why there is none; `nil` keeps nothing, as the person wants it.
  var library: Result<String, LibraryProblem>?
  /// Where what was read is known; `nil` reads everything anew.
  var cache: AnalysisCache?

  /// A run where a person gives paths and no option.
  init(plainly paths: [String]) {
    // Where there is no file, waiting for another thread takes longer than the defaults do.
    let file = ConfigPlace.standard.flatMap { access($0, F_OK) != 0 && errno == ENOENT ? nil : $0 }
    self.init(
      paths: paths,
      config: file.map { path in Ahead { Config(path: path, isOptional: true) } } ?? Ahead(made: Config()),
      library: LibraryPlace.standard, cache: LibraryPlace.cache)
  }

  init(
    paths: [String], config: Ahead<Config>, theme: ThemeChoice? = nil, library: Result<String, LibraryProblem>?,
    cache: AnalysisCache?
  ) {
    self.paths = paths
    self.config = config
    self.theme = theme
    self.library = library
    self.cache = cache
  }

  /// Reads with the person until they quit.
  /// - Returns: the exit code: 1 where an input could not be read, which was said.
  func run() -> Int32 {
    StandardOutput.ignoreBrokenPipe()
    let isAtTerminal = isatty(STDOUT_FILENO) == 1
    // Who has a library has read here before; it is made where there is none.
    let isFirstTime = (try? library?.get()).map { access($0, F_OK) != 0 } ?? true
    // Opening it takes as long as drawing the first screen.
    let door = isAtTerminal ? library.map { LibraryDoor($0) } : nil
    var set = ReadSet(paths, cache: cache)
    if paths.isEmpty, !isAtTerminal {
      if Inputs.isPipedInVain() { return 2 }
      Inputs.sayThatSeedsAreRead()
    }
    guard !set.documents.isEmpty else { return 1 }
    if !isAtTerminal || !readAtTerminal(&set, door, greets: isFirstTime) {
      let dossier = set.known ?? DossierReader().read(set.documents)
      StandardOutput.write(ReportFile.bytes(AnnotatedDossier(dossier), as: .text))
      set.keep?(dossier, GivenDates())
    }
    return set.complete ? 0 : 1
  }

  /// Opens the reader, again whenever the person asks for the files to be read anew.
  /// - Parameters:
  ///   - set: what is read, in the end as it was read last.
  ///   - greets: whether the last line may say which keys to begin with.
  /// - Returns: false where the terminal cannot show it, which is said on standard error; the report still can be printed.
  private func readAtTerminal(_ set: inout ReadSet, _ library: LibraryDoor?, greets: Bool) -> Bool {
    var carried: ReaderApp.Carried?
    while true {
      let request = request(for: set, library, greets: greets, carried)
      let ending = MainActor.assumeIsolated {
        Result { () throws(ScreenError) in
          try ReaderApp.run(request) { documents, report in
            defer { ProgramMemory.releaseReading() }
            return DossierReader().read(documents, reporting: report)
          }
        }
      }
      switch ending {
      case .success(.reload(let left)):
        carried = left
        set = ReadSet(paths, cache: cache)
        // What is not there any more was said.
        if set.documents.isEmpty { return true }
      case .success(.quit(let problem)):
        if let problem { StandardError.write("crossread: \(problem)") }
        return true
      case .failure(let error):
        StandardError.write("crossread: \(error)")
        return false
      }
    }
  }

  private func request(
    for set: ReadSet, _ library: LibraryDoor?, greets: Bool, _ carried: ReaderApp.Carried?
  ) -> ReaderApp.Request {
    var request = ReaderApp.Request(set.documents, title: Self.title(of: paths), opened: fullPaths)
    request.notice = set.notice ?? (carried == nil ? nil : "Read anew")
    request.carried = carried
    request.setup = config.value.announcedSetup
    if let theme { request.setup.options.theme = theme }
    if !greets { request.setup.options.greeting = false }
    request.known = set.known
    let keep = set.keep
    request.recall = set.recall
    request.keep = { dossier, dates in
      // What was read stays; what it was read with is needed no more.
      LanguageTables.release()
      keep?(dossier, dates)
    }
    request.exporter = .files
    if let library { request.open = { library.open() } }
    return request
  }

  /// What was opened, in full.
  private var fullPaths: String {
    let full = paths.map { $0 == "-" ? $0 : SystemFile.resolvedPath($0) ?? $0 }
    return full.isEmpty ? "seeds" : full.joined(separator: "\n")
  }

  /// What was opened, in a word or two: the last part of the first path.
  static func title(of paths: [String]) -> String {
    guard let first = paths.first else { return "seeds" }
    let last = first.split(separator: "/").last.map(String.init) ?? first
    let name = first == "-" ? "standard input" : [".", ".."].contains(last) ? fullName(of: first) : last
    return paths.count > 1 ? "\(name) and \(paths.count - 1) more" : name
  }
}

extension ReaderRun {
  /// What a folder is called that is given as `.`.
  private static func fullName(of path: String) -> String {
    guard let full = SystemFile.resolvedPath(path) else { return path }
    return full.split(separator: "/").last.map(String.init) ?? "/"
  }
}

/// Opens the library: ahead the first time, anew every other.
private final class LibraryDoor: Sendable {
  private let place: Result<String, LibraryProblem>
  private let first: Mutex<Ahead<Result<Library, LibraryProblem>>?>

  init(_ place: Result<String, LibraryProblem>) {
    self.place = place
    first = Mutex(Ahead { Self.open(place) })
  }

  func open() -> Result<Library, LibraryProblem> { first.withLock { $0.take() }?.value ?? Self.open(place) }

  private static func open(_ place: Result<String, LibraryProblem>) -> Result<Library, LibraryProblem> {
    place.flatMap { path in
      Result { () throws(LibraryProblem) in try Library(path: path, for: LibraryPlace.rights(at: path)) }
    }
  }
}
