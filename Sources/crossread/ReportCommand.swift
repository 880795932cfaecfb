import ArgumentParser
import Dossier
import Reading
import Report

/// `crossread report`: the dossier as a document to read or send.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Write a report as text, Markdown, HTML or JSON.")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, markdown, html, json
  }

  @OptionGroup var inputs: Inputs
  @Option(help: "The form of the report.") var format: Format = .text
  @Option(name: .shortAndLong, help: "Write to this file instead of standard output.") var output: String?
  @ArgumentParser.Flag(help: "Show the disagreements below the bar too.") var all = false

  func run() throws {
    StandardOutput.ignoreBrokenPipe()
    let (documents, complete) = inputs.load()
    guard !documents.isEmpty else { throw ExitCode(1) }
    var dossier = DossierReader().read(documents)
    if all { dossier.bar = 0 }
    let bytes = render(dossier)
    if let output { try OutputFile.save(bytes, to: output) } else { StandardOutput.write(bytes) }
    if !complete { throw ExitCode(1) }
  }

  private func render(_ dossier: Dossier) -> [UInt8] {
    switch format {
    case .text: Array(Display.lines(TextReport.render(dossier)).utf8)
    case .markdown: Array(Display.lines(MarkdownReport.render(dossier)).utf8)
    case .html: Array(Display.lines(HTMLReport.render(dossier)).utf8)
    case .json: DossierJSON.encode(dossier)
    }
  }
}
