import ArgumentParser
import Dossier
import Reading
import Report
import Terminal

/// `crossread report`: the dossier as a document to read or send.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Write a report as text, Markdown, HTML, CSV or JSON.")

  @OptionGroup var inputs: Inputs
  @OptionGroup var added: AddedRemarks
  @Option(
    help: """
      text, markdown, html, csv or json; by default what the ending of the output's name says, and text where it has none and on \
      standard output.
      """,
    completion: .list(ReportFormat.allCases.map(\.rawValue)),
    transform: { word in
      guard let format = ReportFormat(called: word) else {
        let known = ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("\(word) is no form; it is one of \(known).")
      }
      return format
    })
  var format: ReportFormat?
  @Option(name: .shortAndLong, help: "Write to this file instead of standard output.", completion: .file())
  var output: String?
  @ArgumentParser.Flag(help: "Show the differences and agreements below the bar of confidence too.") var all = false

  func run() throws {
    StandardOutput.ignoreBrokenPipe()
    let form = try format ?? formNamedByOutput()
    let library = try added.open()
    let (documents, complete) = try inputs.load()
    guard !documents.isEmpty else { throw ExitCode(1) }
    var annotated = try added.lay(library, over: documents) { DossierReader().read($0) }
    if !annotated.lost.isEmpty {
      let count = annotated.lost.count
      StandardError.write(
        "crossread: \(count) \(count == 1 ? "remark finds its" : "remarks find their") words no more in these articles; "
          + "' in the reader lists what is lost")
    }
    if all { annotated.setBar(0) }
    let bytes = ReportFile.bytes(annotated, as: form)
    if let output { try OutputFile.save(bytes, to: output) } else { StandardOutput.write(bytes) }
    if !complete { throw ExitCode(1) }
  }

  /// The form that the name of the output asks for; text where it asks for none.
  /// - Throws: `ExitCode(2)` after saying on standard error that there is no such form.
  private func formNamedByOutput() throws -> ReportFormat {
    guard let output else { return .text }
    do {
      return try ReportFormat.named(by: output) ?? .text
    } catch {
      StandardError.write("crossread: \(Sanitiser.line("\(output): \(error)")); nothing was written")
      throw ExitCode(2)
    }
  }
}
