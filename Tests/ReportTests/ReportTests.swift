import Dossier
import Foundation
import Report
import Testing

@Suite struct ReportTests {
  @Test func textShowsBothPassagesAndTheReason() {
    let report = TextReport.render(AnnotatedDossier(Fixture.dossier))
    #expect(report.contains("2 articles · 1 event · 1 actor · 1 quote · ≠1"))
    #expect(report.contains("≠ contradiction · stance · same time · 0.86"))
    #expect(report.contains("Tide 2 Ada Marsh · in/0.txt:2"))
    #expect(report.contains("“We are [ready],”"))
    #expect(report.contains("The mayor is [unwilling] to act.") && report.contains("1 2 reporter · in/1.txt:2"))
    #expect(report.contains("because: ready against unwilling"))
    #expect(report.contains("1 more below the bar of 0.50: --all shows them"))
  }

  /// Of an article that names no outlet nobody knows whose it is.
  @Test func sourcesAreCountedOnlyWhereAllAreNamed() {
    var dossier = Fixture.dossier
    #expect(TextReport.render(AnnotatedDossier(dossier)).contains("= told in 2 articles"))
    dossier.documents[1].source = Source(name: "Shore", basis: .list, span: nil)
    #expect(TextReport.render(AnnotatedDossier(dossier)).contains("= told by 2 independent sources"))
  }

  @Test func textNamesActorsWithTheirAliases() {
    let report = TextReport.render(AnnotatedDossier(Fixture.dossier))
    #expect(report.contains("Ada Marsh · person · 2 · “1"))
    #expect(report.contains("also: The mayor 1"))
    #expect(report.contains("1 (outlet unknown)"))
  }

  /// What parts the articles comes before who is in them.
  @Test func everyReportThatIsReadHasItsSectionsInOneOrder() {
    let annotated = AnnotatedDossier(Fixture.dossier)
    let titles = ["Sources", "Differences", "Actors", "Quotes", "Agreements", "Omissions"]
    let text = TextReport.render(annotated).split(separator: "\n").map(String.init)
    #expect(
      text.filter { line in titles.contains { line.hasPrefix($0.uppercased()) } }.map { $0.prefix(6).lowercased() }
        == titles.map { $0.prefix(6).lowercased() })
    let markdown = MarkdownReport.render(annotated).split(separator: "\n").filter { $0.hasPrefix("## ") }
    #expect(markdown.map { String($0.dropFirst(3).prefix { $0 != "," }) } == titles)
    let html = HTMLReport.render(annotated)
    for opening in ["<section id=\"", "<a href=\"#"] {
      let names = html.components(separatedBy: opening).dropFirst().map { String($0.prefix { $0 != "\"" }) }
      #expect(
        names.filter { !$0.hasPrefix("d") || $0 == "differences" } == titles.map { $0.lowercased() } + ["articles"])
    }
    #expect(html.components(separatedBy: "<section ").count == html.components(separatedBy: "</section>").count)
  }

  @Test func actorsWhoAreOnlyNamedAreCounted() {
    var dossier = Fixture.dossier
    let extras = (1...3).map { number in
      Actor(
        id: Actor.ID(number), name: "Extra \(number)", kind: .person, aliases: [], roles: [],
        mentions: Array(dossier.actors[0].mentions.prefix(1)))
    }
    dossier.actors += extras
    for report in [TextReport.render(AnnotatedDossier(dossier)), MarkdownReport.render(AnnotatedDossier(dossier))] {
      #expect(report.contains("Ada Marsh") && !report.contains("Extra"))
      #expect(report.contains("3 more, named once or twice"))
    }
    #expect(HTMLReport.render(AnnotatedDossier(dossier)).contains("Extra 3"))
  }

  @Test func textLinesKeepTheMeasure() {
    #expect(TextReport.render(AnnotatedDossier(Fixture.dossier)).split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test func markdownLetsNoTextBecomeMarkup() {
    let report = MarkdownReport.render(AnnotatedDossier(Fixture.dossier))
    #expect(report.contains(#"It is &lt;b\>early&lt;/b\> &amp; \*late\*."#))
    #expect(report.contains("> “We are **ready**,”"))
  }

  @Test func htmlLetsNoTextBecomeMarkup() {
    let report = HTMLReport.render(AnnotatedDossier(Fixture.dossier))
    #expect(!report.contains("<b>early"))
    #expect(report.contains("&lt;b&gt;early&lt;/b&gt; &amp; *late*."))
    #expect(report.contains("The mayor is <mark>unwilling</mark> to act."))
  }

  @Test func htmlCitationsLeadToALineOfTheArticle() {
    let report = HTMLReport.render(AnnotatedDossier(Fixture.dossier))
    #expect(report.contains("href=\"#d0-2\""))
    #expect(report.contains("id=\"d0-2\""))
  }

  /// A citation stands at the words that are found there.
  @Test func everyPassageOfAnAgreementStandsInItsOwnWords() {
    let annotated = AnnotatedDossier(Fixture.dossier)
    let text = TextReport.render(annotated)
    #expect(text.contains("= told in 2 articles · 0.71\n    1 2 · in/1.txt:2\n      The [mayor] is"))
    #expect(text.contains("    Tide 2 · in/0.txt:2\n      “We are ready,”"))
    #expect(MarkdownReport.render(annotated).contains("  - “We are ready,”  \n    Tide"))
    #expect(
      CSVReport.render(annotated).contains(
        "agreement,1,,,,\"“We are ready,”\",\"told in 2 articles; they share “pier”,"))
    #expect(text.contains("    because: they share “pier”, and none denies it or counts otherwise"))
    #expect(HTMLReport.render(annotated).contains("<li>“We are ready,” <small>"))
  }

  @Test func whatAgreesIsLit() {
    let annotated = AnnotatedDossier(Fixture.dossier)
    #expect(TextReport.render(annotated).contains("      The [mayor] is unwilling to act.\n    Tide 2"))
    #expect(MarkdownReport.render(annotated).contains("  - The **mayor** is unwilling"))
    #expect(HTMLReport.render(annotated).contains("<li>The <mark>mayor</mark> is unwilling"))
    #expect(CSVReport.render(annotated).contains("agreement,1,,,,The mayor is unwilling to act.,"))
    let json = String(decoding: DossierJSON.encode(annotated), as: UTF8.self)
    #expect(json.contains(#"{"document":"d1","start":19,"end":49,"evidence":[{"start":23,"end":28}]}"#))
    #expect(json.contains(#","evidence":[]}],"independentSources":2"#))
  }

  @Test func whatWasAddedToAgreementsAndOmissionsStandsWithThem() {
    let dossier = Fixture.dossier
    let placed = [Finding.agreement(0), .omission(0)].enumerated().flatMap { number, finding in
      [Annotation.Content.verdict(number == 0 ? .rejected : .accepted), .note("of \(number)")].enumerated().map {
        PlacedAnnotation(
          $1, on: dossier.anchoring(of: finding), as: finding.subject, of: dossier, made: Int64(2 * number + $0))
      }
    }
    let annotated = AnnotatedDossier(placed, on: dossier)
    let text = TextReport.render(annotated)
    #expect(text.contains("counts otherwise\n    ✗ verdict: rejected\n    ✎ note: of 0\n"))
    #expect(text.contains("not in 1 · 0.60\n    ✓ verdict: accepted\n    ✎ note: of 1\n"))
    let markdown = MarkdownReport.render(annotated)
    #expect(markdown.contains("otherwise  \n  ✗ verdict: rejected  \n  ✎ note: of 0\n  - "))
    #expect(markdown.contains("0.60  \n  ✓ verdict: accepted"))
    let page = HTMLReport.render(annotated)
    #expect(page.contains("</small><br><small class=\"remark\">✗ verdict: rejected</small>"))
    #expect(page.contains("0.60</small><br><small class=\"remark\">✓ verdict: accepted</small>"))
    let rows = CSVReport.render(annotated).split(separator: "\r\n")
    #expect(rows.filter { $0.hasPrefix("agreement,") && $0.hasSuffix(",✗ verdict: rejected; ✎ note: of 0") }.count == 2)
    #expect(rows.contains { $0.hasPrefix("omission,") && $0.hasSuffix(",✓ verdict: accepted; ✎ note: of 1") })
    let json = String(decoding: DossierJSON.encode(annotated), as: UTF8.self)
    for (verdict, note) in [("rejected", "of 0"), ("accepted", "of 1")] {
      #expect(json.contains(#""remark":{"verdict":"\#(verdict)","note":"\#(note)","tags":[],"bookmark":false}"#))
    }
  }

  @Test func noReportShowsWhatIsBelowTheBar() {
    var dossier = Fixture.dossier
    let json = String(decoding: DossierJSON.encode(AnnotatedDossier(dossier)), as: UTF8.self)
    #expect(json.contains("0.86") && !json.contains(#""confidence":0.2"#))
    dossier.bar = 0
    #expect(
      String(decoding: DossierJSON.encode(AnnotatedDossier(dossier)), as: UTF8.self).contains(#""confidence":0.2"#))
  }

  @Test func anEmptyDossierSaysSo() {
    let report = TextReport.render(AnnotatedDossier(Dossier()))
    #expect(report.contains("0 articles"))
    #expect(report.contains("none found"))
  }
}
