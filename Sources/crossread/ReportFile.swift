import Dossier
import Glibc
import Reader
import Report
import Terminal

/// A report on its way to a file or to standard output.
enum ReportFile {
  /// The bytes of a report, with every control character of the texts as a visible mark.
  static func bytes(_ annotated: AnnotatedDossier, as format: ReportFormat, excerpt: Excerpt = .everything) -> [UInt8] {
    let bytes = format.render(annotated, excerpt: excerpt)
    let text = String(decoding: bytes, as: UTF8.self)
    switch format {
    case .json: return bytes
    case .csv: return Array(text.split(separator: "\r\n").map { Sanitiser.line(String($0)) + "\r\n" }.joined().utf8)
    case .text, .markdown, .html: return Array(Display.lines(text).utf8)
    }
  }
}

extension Exporter {
  /// Writes files in the form that their name says; Markdown where it has no ending.
  static let files = Exporter { excerpt, annotated, path, overwrites in
    let path = path.hasPrefix("~/") ? home(path) : path
    let format: ReportFormat
    do { format = try ReportFormat.named(by: path) ?? .markdown } catch { return .failed("\(error)") }
    if OutputFile.isFolder(path) { return .failed("a folder; name a file in it") }
    if !overwrites, access(path, F_OK) == 0 { return .exists }
    let bytes = ReportFile.bytes(annotated, as: format, excerpt: excerpt)
    if let problem = OutputFile.write(bytes, to: path) { return .failed(problem) }
    return .written("Written: \(path), \(format.rawValue), \(bytes.count) bytes")
  }

  private static func home(_ path: String) -> String {
    guard let home = getenv("HOME"), home.pointee != 0 else { return path }
    return String(cString: home) + path.dropFirst()
  }
}
