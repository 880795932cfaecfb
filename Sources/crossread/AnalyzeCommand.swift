import ArgumentParser
import Dossier
import Reading
import Report

/// `crossread analyze`: the whole dossier as one JSON object.
struct AnalyzeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze", abstract: "Print the whole dossier as one JSON object (schema crossread/1).")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case json
  }

  @OptionGroup var inputs: Inputs
  @OptionGroup var added: AddedRemarks
  @Option(help: "The form of the output.") var format: Format = .json
  @ArgumentParser.Flag(help: "Print the differences below the bar of confidence too.") var all = false

  func run() throws {
    StandardOutput.ignoreBrokenPipe()
    let library = try added.open()
    let (documents, complete) = try inputs.load()
    var annotated = try added.lay(library, over: documents) { DossierReader().read($0) }
    if all { annotated.setBar(0) }
    StandardOutput.write(DossierJSON.encode(annotated))
    if !complete { throw ExitCode(1) }
  }
}
