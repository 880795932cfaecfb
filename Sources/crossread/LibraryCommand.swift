import ArgumentParser
import Dossier
import Glibc
import Library
import Report
import Terminal

/// `crossread library`: what a person added, carried to another machine or another library.
struct LibraryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "library", abstract: "Carry notes, verdicts and corrections from one library to another.",
    subcommands: [Export.self, Import.self])

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print every annotation as a line of JSON.",
      discussion: "It only reads: where there is no library it says so, makes none, and ends with 1.")

    @OptionGroup var place: LibraryPlace

    func run() throws {
      StandardOutput.ignoreBrokenPipe()
      let library = try place.open(toRead: true)
      for annotation in try LibraryPlace.said({ () throws(LibraryProblem) in try library.annotations() }) {
        StandardOutput.write(AnnotationJSON.encode(annotation))
      }
    }
  }

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Read annotations from standard input; one that is there already is replaced.")

    @OptionGroup var place: LibraryPlace

    func run() throws {
      let library = try place.open(toRead: false)
      var lines = StandardInputLines()
      var number = 0
      var annotations: [Annotation] = []
      var failed = false
      while let line = try lines.next() {
        number += 1
        if line.isEmpty { continue }
        do throws(AnnotationRecord.Problem) {
          annotations.append(try AnnotationRecord.annotation(line))
        } catch {
          failed = true
          StandardError.write("crossread: standard input, line \(number): \(error.message); it was left out")
        }
      }
      try LibraryPlace.said { () throws(LibraryProblem) in try library.save(annotations) }
      StandardError.write("crossread: \(counted(annotations.count, "annotation")) imported")
      if failed { throw ExitCode(1) }
    }
  }
}

/// Where the library is, as a person says it.
struct LibraryPlace: ParsableArguments {
  @Option(
    name: .customLong("library"), help: ArgumentHelp("The library file to use.", valueName: "path"),
    completion: .file())
  var path: String?

  /// The file: the one that was named, else the standard one.
  var file: String? { path ?? Self.standardFile }

  /// The file, or why there is none.
  var found: Result<String, LibraryProblem> { path.map(Result.success) ?? Self.standard }

  /// The standard file, or why there is none.
  static var standard: Result<String, LibraryProblem> {
    if let standardFile { return .success(standardFile) }
    let remedy = "so there is no place for a library; set HOME or XDG_DATA_HOME, or give --library"
    guard let home = environment("HOME"), home.hasPrefix("/") else {
      return .failure(LibraryProblem(path: "HOME", message: "not set, \(remedy)"))
    }
    return .failure(LibraryProblem(path: home, message: "this HOME is not there, \(remedy)"))
  }

  /// The standard file.
  static var standardFile: String? { under("XDG_DATA_HOME", LibraryPath.standard(environment: environment)) }

  /// The cache of what was read before.
  static var cache: AnalysisCache? {
    under("XDG_CACHE_HOME", LibraryPath.cache(environment: environment)).map { AnalysisCache(folder: $0) }
  }

  /// A path under the folder that a variable names, which is made where it is not there (XDG Base Directory Specification), or
  /// else under the home, which is there or nobody's: a service has one that never was.
  private static func under(_ variable: String, _ path: String?) -> String? {
    if environment(variable)?.hasPrefix("/") == true { return path }
    return access(environment("HOME") ?? "", F_OK) == 0 ? path : nil
  }

  private static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// What may be done to the library at a path.
  static func rights(at path: String) -> LibraryAccess { path == standardFile ? .standard : .named }

  /// Opens the library.
  /// - Parameter toRead: whether it is only read, and so never made.
  /// - Throws: `ExitCode(1)` after saying on standard error why it cannot be opened.
  func open(toRead: Bool) throws -> Library {
    let path = try Self.said { () throws(LibraryProblem) in try found.get() }
    let rights = toRead ? .reading : Self.rights(at: path)
    let library = try Self.said { () throws(LibraryProblem) in try Library(path: path, for: rights) }
    if let notice = library.notice { StandardError.write("crossread: \(notice)") }
    return library
  }

  /// Says a problem of the library on standard error and ends with 1.
  @discardableResult
  static func said<Result>(_ work: () throws(LibraryProblem) -> Result) throws -> Result {
    do {
      return try work()
    } catch {
      StandardError.write("crossread: \(Sanitiser.line("\(error)"))")
      throw ExitCode(1)
    }
  }
}

/// What a person added, where they ask for it: by itself no command but the reader looks into the library, so that the same
/// articles give the same output on any machine.
struct AddedRemarks: ParsableArguments {
  @OptionGroup var place: LibraryPlace
  @ArgumentParser.Flag(help: "Show what you added: verdicts, notes, tags and corrections, from your library.")
  var remarks = false

  /// Whether `--remarks` or `--library` asks for it.
  var areWanted: Bool { remarks || place.path != nil }

  /// Opens the library, where that is asked for: before the articles are read, since that takes longer than a wrong path
  /// should. Where nobody has added anything yet, so that the standard library is not there, it says so and goes on.
  /// - Throws: `ExitCode(1)` after saying on standard error why it cannot be opened.
  func open() throws -> Library? {
    guard areWanted else { return nil }
    if place.path == nil, let path = place.file, access(path, F_OK) != 0, errno == ENOENT {
      StandardError.write("crossread: \(Sanitiser.line(path)): there is no library yet, so nothing is added")
      return nil
    }
    return try place.open(toRead: true)
  }

  /// Has documents read, by the dates that a library has for them, and lays over the dossier what else is in it.
  func lay(
    _ library: Library?, over documents: [Document], _ read: ([Document]) -> Dossier
  ) throws -> AnnotatedDossier {
    guard let library else { return AnnotatedDossier(read(documents)) }
    let annotations = try LibraryPlace.said { () throws(LibraryProblem) in try library.annotations(on: documents) }
    return AnnotatedDossier(annotations, on: GivenDates(annotations, of: documents).reading(documents, read))
  }
}
