import ArgumentParser
import Dossier
import Report

/// `crossread extract`: the clean body and metadata of each document, a line each.
struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract", abstract: "Print each document's clean body and metadata as a line of JSON.")

  @OptionGroup var inputs: Inputs

  func run() throws {
    StandardOutput.ignoreBrokenPipe()
    let (documents, complete) = try inputs.load()
    for document in documents { StandardOutput.write(ExtractJSON.encode(document)) }
    if !complete { throw ExitCode(1) }
  }
}
