public import ArgumentParser
import Dossier
import Glibc
import Language
import Library
public import Reader
import Reading
import Report
import Terminal

/// `crossread [read]`: the reader in a terminal, the text report elsewhere.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Read articles side by side in the terminal (the default).")

  @OptionGroup var inputs: Inputs
  @OptionGroup var place: LibraryPlace
  @OptionGroup var config: ConfigPlace
  @ArgumentParser.Flag(help: "Keep no verdicts and notes, and show none of before.") var noLibrary = false

  @Option(help: "The colours, whatever the configuration says.") var theme: ThemeChoice?
  @OptionGroup(title: "Without a terminal") var rehearsal: Rehearsal

  func run() throws {
    StandardOutput.ignoreBrokenPipe()
    let script = try rehearsal.readScript()
    let set = ReadSet(inputs, cache: noLibrary || rehearsal.isWanted ? nil : place.cache)
    let documents = set.documents
    guard !documents.isEmpty else { throw ExitCode(1) }
    if rehearsal.isWanted {
      let index = DossierIndex(DossierReader().read(documents))
      try rehearsal.run(index, title: title, script, config.read(isStandardRead: false))
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
    request.setup = config.read().announcedSetup
    if let theme { request.setup.options.theme = theme }
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

  /// What was opened, in a word or two: the last part of the first path.
  private var title: String {
    guard let first = inputs.paths.first else { return "seeds" }
    let name = first == "-" ? "standard input" : first.split(separator: "/").last.map(String.init) ?? first
    return inputs.paths.count > 1 ? "\(name) and \(inputs.paths.count - 1) more" : name
  }
}

extension ThemeChoice: ExpressibleByArgument {}
