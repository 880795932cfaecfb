public import Dossier

/// The report as one table (RFC 4180): a row for each passage, with its citation.
///
/// A disagreement takes two rows that share a number, an agreement one for each passage; what a person added to it stands in
/// all of them.
public enum CSVReport {
  private static let columns = [
    "record", "pair", "relation", "kind", "speaker", "text", "because", "cue", "confidence", "source", "date", "file",
    "line",
    "remarks",
  ]

  /// - Returns: lines that end in CR LF, the first with the names of the columns. No field can be taken for a formula.
  public static func render(_ annotated: AnnotatedDossier, excerpt: Excerpt = .everything) -> String {
    let content = ReportContent(annotated, excerpt: excerpt)
    var out = row(columns)
    for (number, entry) in content.disagreements.enumerated() {
      for side in [entry.left, entry.right] {
        out += row(
          [
            "disagreement", "\(number + 1)", entry.relation.rawValue, entry.kind, side.holder ?? "", side.words.text,
            entry.because, "", TextReport.number(entry.confidence),
          ] + cite(side.citation) + [entry.remarks.joined(separator: "; ")])
      }
    }
    for speaker in content.speakers {
      for entry in speaker.statements {
        out += row(
          [
            "statement", "", "", entry.kind, speaker.name ?? "", entry.text, "", entry.cue ?? "",
            TextReport.number(entry.confidence),
          ] + cite(entry.citation) + [entry.remarks.joined(separator: "; ")])
      }
    }
    for (number, entry) in content.agreements.enumerated() {
      for passage in entry.passages {
        out += row(
          [
            "agreement", "\(number + 1)", "", "", "", passage.words.text, "\(entry.sources); \(entry.because)", "",
            TextReport.number(entry.confidence),
          ]
            + cite(passage.citation) + [entry.remarks.joined(separator: "; ")])
      }
    }
    for entry in content.omissions {
      out += row(
        [
          "omission", "", "", "", "", entry.text, "not in \(entry.missingFrom)", "",
          TextReport.number(entry.confidence),
        ]
          + cite(entry.citation) + [entry.remarks.joined(separator: "; ")])
    }
    for entry in content.marks {
      out += row(["remark", "", "", "", "", entry.text, "", "", ""] + cite(entry.citation) + [entry.words])
    }
    return out
  }

  private static func cite(_ citation: Citation) -> [String] {
    [citation.label, citation.date.map(date) ?? "", citation.path, "\(citation.line)"]
  }

  /// A date with `X` for the figures that are not known (ISO 8601-2, level 1): a cell that begins with a dash is a formula.
  private static func date(_ date: PartialDate) -> String {
    let year = date.year.map { String(repeating: "0", count: max(0, 4 - "\($0)".count)) + "\($0)" } ?? "XXXX"
    let parts = [date.month, date.day].map { part in part.map { $0 < 10 ? "0\($0)" : "\($0)" } }
    if parts[1] != nil { return "\(year)-\(parts[0] ?? "XX")-\(parts[1] ?? "XX")" }
    return parts[0].map { "\(year)-\($0)" } ?? year
  }

  private static func row(_ fields: [String]) -> String { fields.map(field).joined(separator: ",") + "\r\n" }

  /// A field in quotes where it needs them. A spreadsheet takes `=`, `+`, `-` and `@` at the start for a formula: a quotation
  /// mark before them says that it is none.
  private static func field(_ text: String) -> String {
    let isFormula = text.unicodeScalars.first.map { "=+-@\t".unicodeScalars.contains($0) } ?? false
    let text = isFormula ? "'" + text : text
    let needsQuotes = text.unicodeScalars.contains { ",\"\n\r".unicodeScalars.contains($0) }
    guard needsQuotes else { return text }
    var out = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { out += "\"" }
      out.unicodeScalars.append(scalar)
    }
    return out + "\""
  }
}
