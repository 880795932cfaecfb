import ArgumentParser
import Dossier
import Glibc
import Reading
import Report
import Terminal

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
    if let output { try Self.save(bytes, to: output) } else { StandardOutput.write(bytes) }
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

  /// Writes beside the file and renames, so that a full disk never leaves half a report in place of a whole one.
  private static func save(_ bytes: [UInt8], to path: String) throws {
    let draft = "\(path).\(getpid()).part"
    func fail() -> ExitCode {
      StandardError.write("crossread: \(Sanitiser.line(path)): cannot write: \(String(cString: strerror(errno)))")
      unlink(draft)
      return ExitCode(1)
    }
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { throw fail() }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        close(descriptor)
        throw fail()
      }
      written += count
    }
    guard fsync(descriptor) == 0 || errno == EINVAL, close(descriptor) == 0, rename(draft, path) == 0 else {
      throw fail()
    }
  }
}
