import ArgumentParser
import Dossier
import Glibc
import Reading
import Report

/// `crossread [read]`: the reader in a terminal, the text report elsewhere.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Read articles side by side in the terminal (the default).")

  @OptionGroup var inputs: Inputs

  func run() throws {
    StandardOutput.ignoreBrokenPipe()
    let (documents, complete) = inputs.load()
    guard !documents.isEmpty else { throw ExitCode(1) }
    let report = TextReport.render(DossierReader().read(documents))
    StandardOutput.write(Array(Display.lines(report).utf8))
    if !complete { throw ExitCode(1) }
  }
}
