public import Dossier

/// The forms that a report can have.
public enum ReportFormat: String, Sendable, CaseIterable {
  case text, markdown, html, csv, json

  /// The form that the ending of a file name says; `nil` where it says none.
  public init?(path: String) {
    guard let ending = path.split(separator: "/").last?.split(separator: ".").dropFirst().last else { return nil }
    switch ending.lowercased() {
    case "txt": self = .text
    case "md", "markdown": self = .markdown
    case "html", "htm": self = .html
    case "csv": self = .csv
    case "json": self = .json
    default: return nil
    }
  }

  /// - Returns: UTF-8. Foreign characters are as they stand in the texts: sanitise before a terminal.
  public func render(_ annotated: AnnotatedDossier, excerpt: Excerpt = .everything) -> [UInt8] {
    switch self {
    case .text: Array(TextReport.render(annotated, excerpt: excerpt).utf8)
    case .markdown: Array(MarkdownReport.render(annotated, excerpt: excerpt).utf8)
    case .html: Array(HTMLReport.render(annotated, excerpt: excerpt).utf8)
    case .csv: Array(CSVReport.render(annotated, excerpt: excerpt).utf8)
    case .json: DossierJSON.encode(annotated, excerpt: excerpt)
    }
  }
}
