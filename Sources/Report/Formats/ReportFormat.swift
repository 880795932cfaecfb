public import Dossier

/// The forms that a report can have.
public enum ReportFormat: String, Sendable, CaseIterable {
  case text, markdown, html, csv, json

  /// The form of a name: its own, or one of its endings, as `md`.
  public init?(called name: String) {
    guard let format = Self(rawValue: name) ?? Self.allCases.first(where: { $0.endings.contains(name) }) else {
      return nil
    }
    self = format
  }

  /// The ending of a file name that no form has.
  public struct UnknownEnding: Error, Hashable, Sendable, CustomStringConvertible {
    public let ending: String

    /// `“.pdf” is no form; use .txt .md .html .csv .json`
    public var description: String {
      let known = ReportFormat.allCases.map { ".\($0.endings[0])" }.joined(separator: " ")
      return "“.\(ending)” is no form; use \(known)"
    }
  }

  /// The form that the ending of a file name says; `nil` where it has none.
  /// - Throws: `UnknownEnding` where it says something else.
  public static func named(by path: String) throws(UnknownEnding) -> ReportFormat? {
    guard let ending = path.split(separator: "/").last?.split(separator: ".").dropFirst().last else { return nil }
    let format = allCases.first { $0.endings.contains(ending.lowercased()) }
    guard let format else { throw UnknownEnding(ending: String(ending)) }
    return format
  }

  /// The endings of its files, the usual one first.
  private var endings: [String] {
    switch self {
    case .text: ["txt"]
    case .markdown: ["md", "markdown"]
    case .html: ["html", "htm"]
    case .csv: ["csv"]
    case .json: ["json"]
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
