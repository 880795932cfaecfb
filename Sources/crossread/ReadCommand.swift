import ArgumentParser
import Dossier
import Glibc
import Reader
import Reading
import Report
import Terminal

/// `crossread [read]`: the reader in a terminal, the text report elsewhere.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Read articles side by side in the terminal (the default).")

  @OptionGroup var inputs: Inputs

  func run() throws {
    StandardOutput.ignoreBrokenPipe()
    let (documents, complete) = inputs.load()
    guard !documents.isEmpty else { throw ExitCode(1) }
    if isatty(STDOUT_FILENO) != 1 || !readAtTerminal(documents) {
      let report = TextReport.render(DossierReader().read(documents))
      StandardOutput.write(Array(Display.lines(report).utf8))
    }
    if !complete { throw ExitCode(1) }
  }

  /// Opens the reader.
  /// - Returns: false where the terminal cannot show it, which is said on standard error; the report still can be printed.
  private func readAtTerminal(_ documents: [Document]) -> Bool {
    let title = title
    return MainActor.assumeIsolated {
      do {
        try ReaderApp.run(documents, title: title) { DossierReader().read($0) }
        return true
      } catch {
        StandardError.write("crossread: \(error)")
        return false
      }
    }
  }

  /// What was opened, in a word or two: the last part of the first path.
  private var title: String {
    guard let first = inputs.paths.first else { return "seeds" }
    let name = first == "-" ? "standard input" : first.split(separator: "/").last.map(String.init) ?? first
    return inputs.paths.count > 1 ? "\(name) and \(inputs.paths.count - 1) more" : name
  }
}
