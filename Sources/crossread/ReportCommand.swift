import ArgumentParser
import Dossier
import Reading
import Report

/// `crossread report`: the dossier as a document to read or send.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Write a report as text, Markdown, HTML, CSV or JSON.")

  @OptionGroup var inputs: Inputs
  @OptionGroup var added: AddedRemarks
  @Option(
    help: "The form of the report; by default what the name of the output says, else text.",
    completion: .list(ReportFormat.allCases.map(\.rawValue)),
    transform: { word in
      guard let format = ReportFormat(rawValue: word) else {
        let known = ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("\(word) is no form; it is one of \(known).")
      }
      return format
    })
  var format: ReportFormat?
  @Option(name: .shortAndLong, help: "Write to this file instead of standard output.", completion: .file())
  var output: String?
  @ArgumentParser.Flag(help: "Show the disagreements below the bar too.") var all = false

  func run() throws {
    StandardOutput.ignoreBrokenPipe()
    let library = try added.open()
    let (documents, complete) = inputs.load()
    guard !documents.isEmpty else { throw ExitCode(1) }
    var dossier = DossierReader().read(documents)
    if all { dossier.bar = 0 }
    let form = format ?? output.flatMap { ReportFormat(path: $0) } ?? .text
    let bytes = ReportFile.bytes(try added.lay(library, over: dossier), as: form)
    if let output { try OutputFile.save(bytes, to: output) } else { StandardOutput.write(bytes) }
    if !complete { throw ExitCode(1) }
  }
}
