import Dossier
import TestSupport
import Testing

@testable import Reader

/// Agreements and omissions are judged like differences.
@Suite struct FindingVerdictTests {
  @Test(arguments: [(section: "<tab>", finding: Finding.agreement(0)), ("<tab><tab>", .omission(0))])
  func aVerdictIsGivenTakenAwayAndUndone(_ section: String, _ finding: Finding) {
    var reader = ReaderHarness()
    reader.press("5\(section)r")
    #expect(reader.state.remarks[finding]?.verdict == .rejected)
    #expect(reader.shows("✗=2") || reader.shows("✗○"))
    #expect(reader.shows("✗ All who tell it") || reader.shows("✗ Told here"))
    reader.press("s")
    #expect(reader.state.remarks[finding]?.verdict == .unsure && reader.state.remarks.placed.count == 1)
    reader.press("K")
    #expect(reader.shows("You: unsure"))
    reader.press("<esc>s")
    #expect(reader.state.remarks[finding] == nil && reader.foot.contains("Verdict taken away"))
    reader.press("u1u")
    #expect(reader.state.remarks[finding]?.verdict == .rejected)
    reader.press("u")
    #expect(reader.state.remarks[finding] == nil)
    reader.press("<C-r>")
    #expect(reader.state.remarks[finding]?.verdict == .rejected)
  }

  @Test func aNoteIsOnTheAgreementAndShownWithIt() {
    var reader = ReaderHarness(columns: 160, rows: 36)
    reader.press("5<tab>msee the photo<enter>#quay<enter>B")
    #expect(reader.state.remarks[.agreement(0)]?.note == "see the photo")
    #expect(reader.shows("✎ see the photo · ") && reader.shows("note: see the photo · #quay ◆"))
    reader.press("ftag:quay<enter>")
    #expect(reader.state.lists.accounts == [.agreement(0)])
    reader.press("f<C-u>verdict:rejected<enter>")
    #expect(reader.state.lists.accounts.isEmpty)
    reader.press("<esc>a")
    reader.press("fverdict:accepted note:photo<enter>")
    #expect(reader.state.lists.accounts == [.agreement(0)])
  }

  @Test func eachListIsNarrowedByWhatItsRowsHave() throws {
    var reader = ReaderHarness()
    reader.press("5<tab>rF")
    func groups() -> [Facet.Group] {
      guard case .facets(let picker) = reader.state.layers.last else { return [] }
      return Facet.Group.allCases.filter { group in picker.facets.contains { $0.group == group } }
    }
    #expect(groups() == [.source, .verdict, .confidence] && reader.shows("Narrow to · 1 agreement"))
    reader.press("rejected<enter><esc>")
    #expect(reader.state.filters[.differences] == "is:rejected" && reader.state.lists.accounts == [.agreement(0)])
    reader.press("a")
    #expect(reader.state.lists.accounts.isEmpty)
    reader.press("<esc><tab>F")
    #expect(groups() == [.source, .verdict] && reader.shows("Narrow to · 1 omission"))
    reader.press("wire<enter>")
    #expect(reader.state.lists.accounts == [.omission(0)], "a source that leaves it out is one of it")
  }

  @Test func whatWasAddedLeadsBackToIt() {
    var reader = ReaderHarness()
    reader.press("5<tab><tab>a1'<enter>")
    #expect(reader.state.view == .differences && reader.state.accounts.selected[.omissions] == .omission(0))
    #expect(reader.state.accounts.section == .omissions)
  }

  @Test func aSearchFindsWhatWasSaidOfIt() {
    var reader = ReaderHarness()
    reader.press("5<tab>r1/verdict:rejected<enter>")
    #expect(reader.state.search?.hits.count == 2)
  }

  @Test func anAgreementBelowTheBarStaysOnceItIsJudged() {
    var dossier = SampleDossier().dossier
    dossier.agreements[0].confidence = 0.2
    var reader = ReaderHarness(dossier: dossier)
    reader.press("5<tab>")
    #expect(reader.state.lists.accounts.isEmpty)
    reader.press("bab")
    #expect(reader.state.lists.accounts == [.agreement(0)])
    reader.press("a")
    #expect(reader.state.lists.accounts.isEmpty)
  }

  @Test func compareTellsNothingThatWasRejected() throws {
    var reader = ReaderHarness()
    reader.press("5<tab>c")
    func cells() -> [Comparison.Cell] {
      reader.state.compareLayout?.comparison.rows.flatMap(\.cells).compactMap(\.self) ?? []
    }
    let agreed = cells().count { $0.agreed != nil }
    let omitted = cells().count(where: \.isOmitted)
    #expect(agreed == 2 && omitted == 1)
    let line = reader.state.compare?.cursor
    reader.press("r")
    #expect(reader.foot.contains("Rejected: agreement 1 of 1 · Coast Wire, Lorne Gazette"))
    #expect(cells().count { $0.agreed != nil } == 0)
    #expect(
      reader.state.passageAtCursor.map { $0.span.overlaps(reader.state.dossier.agreements[0].claim.span) } == true)
    reader.press("r")
    #expect(cells().count { $0.agreed != nil } == agreed && reader.state.compare?.cursor == line)
    // A difference on the line goes before what only one tells there.
    reader.press("5<tab>cr")
    #expect(reader.foot.contains("Rejected: difference "))
    var dossier = reader.state.dossier
    dossier.disagreements = []
    reader = ReaderHarness(dossier: dossier)
    reader.press("5<tab><tab>cr")
    #expect(reader.foot.contains("Rejected: omission 1 of 1 · Lorne Gazette, not in Coast Wire"))
    #expect(cells().count(where: \.isOmitted) == 0)
  }

  @Test func aSessionOpensAtTheSameRow() {
    var dossier = SampleDossier().dossier
    var second = dossier.agreements[0]
    second.passages[1] = Passage(document: Document.ID(2), span: dossier.documents[2].blocks[1].span)
    dossier.agreements.append(second)
    var reader = ReaderHarness(dossier: dossier)
    reader.press("5<tab>j")
    #expect(reader.state.accounts.selected[.agreements] == .agreement(1))
    var again = ReaderHarness(dossier: dossier)
    again.state.resume(Session(reader.state).values)
    #expect(again.state.accounts.selected[.agreements] == .agreement(1))
  }
}
