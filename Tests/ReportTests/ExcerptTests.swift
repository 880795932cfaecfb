import Dossier
import Foundation
import TestSupport
import Testing

@testable import Report

/// Parts of a dossier, each with what a person added and with citations that lead back to the text.
@Suite struct ExcerptTests {
  private static let sample = SampleDossier().dossier
  /// A note on a statement, a verdict and tags on a disagreement.
  private static let annotated: AnnotatedDossier = {
    let difference = sample.disagreements[0]
    let sides = [difference.left.passage, difference.right.passage]
    let statement = sample.statements[9]
    let contents: [(Annotation.Content, [Passage])] = [
      (.verdict(.accepted), sides), (.tag("cranes"), sides), (.note("=ask | the *harbour*"), sides),
      (.note("until when?"), [Passage(document: statement.document, span: statement.span)]),
      (.note("on another place"), [Passage(document: Document.ID(0), span: sample.documents[0].blocks[2].span)]),
    ]
    let placed = contents.enumerated().map { number, entry in
      PlacedAnnotation(entry.0, on: entry.1, of: sample, made: Int64(number))
    }
    return AnnotatedDossier(placed, on: sample)
  }()

  private func text(_ format: ReportFormat, _ excerpt: Excerpt) -> String {
    String(decoding: format.render(Self.annotated, excerpt: excerpt), as: UTF8.self)
  }

  @Test(arguments: ReportFormat.allCases) func aDifferenceStandsAloneWithItsCitations(_ format: ReportFormat) {
    let difference = Self.sample.disagreements[0]
    let report = text(format, .difference(difference.id))
    #expect(report.contains("The cranes are ") && report.contains("safe") && report.contains("news/wire.txt"))
    #expect(report.contains("accepted") && report.contains("cranes") && !report.contains("on another place"))
    #expect(format == .json || format == .html || !report.contains("stay closed until autumn"))
    if format == .csv { #expect(report.contains("2024-03-03")) }
    if format == .markdown { #expect(report.contains("3 Mar 2024")) }
    if format == .markdown || format == .text { #expect(report.contains("news/gazette.txt:4")) }
  }

  @Test(arguments: ReportFormat.allCases) func anActorsStatementsAreTheirsOnly(_ format: ReportFormat) {
    let report = text(format, .statements(of: Actor.ID(0)))
    #expect(report.contains("stay closed until autumn") && report.contains("until when?"))
    #expect(!report.contains("40 ships were turned away during the strike\"") || format == .json)
    if format == .text { #expect(!report.contains("harbour office")) }
  }

  @Test func aComparisonHoldsWhatStandsBetweenItsDocuments() {
    let content = ReportContent(Self.annotated, excerpt: .comparison([Document.ID(0), Document.ID(1)]))
    #expect(content.disagreements.count == 4)
    #expect(content.omissions.count == 1 && content.agreements.count == 1)
    #expect(content.events.flatMap(\.sources).count == 2)
    #expect(
      ReportContent(Self.annotated, excerpt: .comparison([Document.ID(1), Document.ID(2)])).disagreements.isEmpty)
  }

  @Test func aDifferenceBelowTheBarIsShownWhereItIsAskedFor() throws {
    let below = try #require(Self.sample.disagreements.first { $0.confidence < Self.sample.bar })
    #expect(ReportContent(Self.annotated, excerpt: .difference(below.id)).disagreements.count == 1)
    #expect(!ReportContent(Self.annotated).disagreements.contains { $0.because == Self.sample.because(below) })
  }

  @Test func everyRowOfATableHasEveryColumn() throws {
    let rows = try parse(text(.csv, .everything))
    #expect(rows.count > 15 && rows.allSatisfy { $0.count == rows[0].count })
    let remarks = try #require(rows[0].firstIndex(of: "remarks"))
    let pair = rows.filter { $0[1] == "1" && $0[0] == "disagreement" }
    #expect(pair.count == 2 && pair.allSatisfy { $0[remarks].contains("✎ note: =ask | the *harbour*") })
    let file = try #require(rows[0].firstIndex(of: "file"))
    #expect(rows.dropFirst().allSatisfy { $0[file].hasPrefix("news/") && Int($0[file + 1]) != nil })
  }

  @Test func noFieldIsAFormula() throws {
    var dossier = Self.sample
    dossier.actors[0].name = "=HYPERLINK(\"x\")"
    let rows = try parse(CSVReport.render(AnnotatedDossier(dossier)))
    #expect(rows.contains { $0.contains("'=HYPERLINK(\"x\")") })
    #expect(!rows.contains { row in row.contains { $0.hasPrefix("=") } })
  }

  @Test func thePartsOfTheJSONKeepTheirIdentifiers() throws {
    let whole = try object(.everything)
    let part = try object(.statements(of: Actor.ID(1)))
    func identifiers(_ object: [String: Any], _ list: String) -> Set<String> {
      Set((object[list] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String })
    }
    for list in ["documents", "actors", "statements", "disagreements"] {
      #expect(identifiers(part, list).isStrictSubset(of: identifiers(whole, list)), "\(list)")
      #expect(!identifiers(part, list).isEmpty, "\(list)")
    }
    let sides = (part["disagreements"] as? [[String: Any]] ?? []).flatMap { [$0["left"], $0["right"]] }
      .compactMap { ($0 as? [String: Any])?["document"] as? String }
    #expect(Set(sides).isSubset(of: identifiers(part, "documents")))
  }

  @Test func theNameOfAFileSaysItsForm() throws {
    #expect(try ReportFormat.named(by: "a/b.MD") == .markdown)
    #expect(try ReportFormat.named(by: "x.htm") == .html)
    #expect(try ReportFormat.named(by: "x.csv") == .csv)
    #expect(try ReportFormat.named(by: "x.txt") == .text)
    for path in ["dir.json/x", "", ".hidden", "x."] { #expect(try ReportFormat.named(by: path) == nil) }
    let problem = #expect(throws: ReportFormat.UnknownEnding.self) { try ReportFormat.named(by: "a.md/out.PDF") }
    #expect(problem?.description == "“.PDF” is no form; use .txt .md .html .csv .json")
  }

  @Test func aDateWithoutAYearIsReadAsOnTheScreen() {
    var dossier = SampleDossier().dossier
    dossier.documents[0].published = Published(date: PartialDate(month: 8, day: 1), basis: .dateline, span: nil)
    let annotated = AnnotatedDossier(dossier)
    for format in [ReportFormat.text, .markdown, .html] {
      let report = String(decoding: format.render(annotated), as: UTF8.self)
      #expect(report.contains("1 Aug") && !report.contains("--08-01"), "\(format)")
    }
    #expect(String(decoding: ReportFormat.json.render(annotated), as: UTF8.self).contains("\"--08-01\""))
    let table = CSVReport.render(annotated)
    #expect(table.contains(",XXXX-08-01,") && !table.contains("--08-01"))
  }

  @Test func theWordsThatMarkAStatementHaveTheirOwnColumn() throws {
    let rows = try parse(CSVReport.render(Self.annotated))
    let (because, cue) = (try #require(rows[0].firstIndex(of: "because")), try #require(rows[0].firstIndex(of: "cue")))
    #expect(rows.filter { $0[0] == "statement" }.allSatisfy { $0[because] == "" })
    #expect(rows.contains { $0[0] == "statement" && $0[cue] != "" })
    #expect(rows.filter { $0[0] == "disagreement" }.allSatisfy { $0[because] != "" && $0[cue] == "" })
  }

  private func object(_ excerpt: Excerpt) throws -> [String: Any] {
    let data = Data(ReportFormat.json.render(Self.annotated, excerpt: excerpt))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  /// The fields of RFC 4180.
  private func parse(_ table: String) throws -> [[String]] {
    var rows: [[String]] = [[""]]
    var isQuoted = false
    var scalars = Array(table.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      let at = (rows.count - 1, rows[rows.count - 1].count - 1)
      switch scalar {
      case "\"" where isQuoted && scalars.first == "\"":
        rows[at.0][at.1].unicodeScalars.append(scalar)
        scalars.removeFirst()
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: rows[at.0].append("")
      case "\r" where !isQuoted:
        try #require(scalars.popFirst() == "\n")
        rows.append([""])
      default: rows[at.0][at.1].unicodeScalars.append(scalar)
      }
    }
    #expect(rows.popLast() == [""])
    return rows
  }
}
