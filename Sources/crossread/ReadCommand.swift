import ArgumentParser
import Dossier
import Glibc
import Language
import Library
import Reader
import Reading
import Report
import Terminal

/// `crossread [read]`: the reader in a terminal, the text report elsewhere.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Read articles side by side in the terminal (the default).")

  @OptionGroup var inputs: Inputs
  @OptionGroup var place: LibraryPlace
  @ArgumentParser.Flag(help: "Keep no verdicts and notes, and show none of before.") var noLibrary = false

  @Option(
    help: ArgumentHelp("Print the screen of this size as text, without a terminal.", valueName: "columns×rows"))
  var dumpScreen: String?

  @Option(help: ArgumentHelp("Press these keys first, such as n<tab>/talks<enter>.", valueName: "keys"))
  var keys: String = ""

  func validate() throws {
    guard let dumpScreen, size == nil else { return }
    throw ValidationError("\(dumpScreen) is no size; give it as 120x36.")
  }

  func run() throws {
    StandardOutput.ignoreBrokenPipe()
    let set = ReadSet(inputs, cache: noLibrary || size != nil ? nil : place.cache)
    let documents = set.documents
    guard !documents.isEmpty else { throw ExitCode(1) }
    if let size {
      let index = DossierIndex(DossierReader().read(documents))
      let screen = ReaderApp.dump(index, title: title, columns: size.columns, rows: size.rows, keys: keys)
      StandardOutput.write(Array(screen.utf8))
    } else if isatty(STDOUT_FILENO) != 1 || !readAtTerminal(set) {
      let dossier = set.known ?? DossierReader().read(documents)
      StandardOutput.write(ReportFile.bytes(AnnotatedDossier(dossier), as: .text))
      set.keep?(dossier)
    }
    if !set.complete { throw ExitCode(1) }
  }

  /// Opens the reader.
  /// - Returns: false where the terminal cannot show it, which is said on standard error; the report still can be printed.
  private func readAtTerminal(_ set: ReadSet) -> Bool {
    var request = ReaderApp.Request(set.documents, title: title, set: setName)
    request.known = set.known
    let keep = set.keep
    request.keep = { dossier in
      // What was read stays; what it was read with is needed no more.
      LanguageTables.release()
      keep?(dossier)
    }
    request.exporter = .files
    if !noLibrary, let path = place.file {
      request.open = { Result { () throws(LibraryProblem) in try Library(path: path) } }
    }
    return MainActor.assumeIsolated {
      do {
        let problem = try ReaderApp.run(request) { documents, report in
          defer { ProgramMemory.releaseReading() }
          return DossierReader().read(documents, reporting: report)
        }
        if let problem { StandardError.write("crossread: \(problem)") }
        return true
      } catch {
        StandardError.write("crossread: \(error)")
        return false
      }
    }
  }

  /// What names the set of articles in the library: the paths, in full.
  private var setName: String {
    let paths = inputs.paths.map { path in
      guard path != "-", let resolved = realpath(path, nil) else { return path }
      defer { free(resolved) }
      return String(cString: resolved)
    }
    return paths.isEmpty ? "seeds" : paths.joined(separator: "\n")
  }

  /// The size that `--dump-screen` asks for.
  private var size: (columns: Int, rows: Int)? {
    let parts = (dumpScreen ?? "").split { "x×".contains($0) }.map { Int($0) }
    guard parts.count == 2, let columns = parts[0], let rows = parts[1], (1...1000).contains(columns),
      (1...1000).contains(rows)
    else { return nil }
    return (columns, rows)
  }

  /// What was opened, in a word or two: the last part of the first path.
  private var title: String {
    guard let first = inputs.paths.first else { return "seeds" }
    let name = first == "-" ? "standard input" : first.split(separator: "/").last.map(String.init) ?? first
    return inputs.paths.count > 1 ? "\(name) and \(inputs.paths.count - 1) more" : name
  }
}
