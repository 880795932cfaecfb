import Dossier
import Terminal
import TestSupport
import Testing

@testable import Reader

/// What the person holds to be wrong: listed, but neither counted nor gone to.
@Suite struct RejectedTests {
  @Test func aRejectedDifferenceLeavesTheCountsAndTheSteps() throws {
    var reader = ReaderHarness()
    #expect(reader.state.screen().text(row: 0).contains("≠2"))
    reader.press("n")
    let first = try #require(reader.state.difference)
    reader.press("r")
    #expect(reader.state.screen().text(row: 0).contains("≠1") && reader.foot.contains("not counted now"))
    #expect(DifferenceStrip.heading(reader.state).trailing == "rejected")
    let held = reader.state.lists.visible.held
    #expect(held.count == 4 && !held.contains(first))
    // On from where it stood, and never back to it.
    var seen: [Disagreement.ID] = []
    for _ in 0..<5 {
      reader.press("n")
      seen.append(try #require(reader.state.difference))
    }
    #expect(seen == held + [held[0]])
  }

  @Test func theListHasItStill() throws {
    var reader = ReaderHarness()
    reader.press("nr5")
    #expect(reader.shows("[Differences 4 ✗1]") && reader.state.lists.accounts.count == 5 && reader.shows("✗≠"))
    reader.press("gn")
    #expect(reader.state.accounts.selected[.differences] == reader.state.lists.accounts[1])
    reader.press("fis:rejected<enter>")
    #expect(reader.state.lists.accounts.count == 1)
    reader.press("<esc>gr")
    #expect(reader.state.lists.visible.held.count == 5 && !reader.shows("✗"))
  }

  @Test func whereAllAreRejectedThatIsSaid() {
    var reader = ReaderHarness()
    for _ in 0..<5 { reader.press("nr") }
    reader.press("n")
    #expect(reader.foot.contains("you have rejected all 5 · 5 lists what you rejected"))
  }

  @Test(arguments: [(120, 36), (80, 24)]) func aVerdictIsSeenBesideANote(_ columns: Int, _ rows: Int) throws {
    var reader = ReaderHarness(columns: columns, rows: rows)
    reader.press("namask again<enter>8")
    let statement = try #require(reader.state.statement)
    #expect(reader.state.selectedRow(of: .quotes) != nil)
    let line = reader.screen.split(separator: "\n").first { $0.contains("▸") && $0.contains("✓") }
    #expect(line?.contains("✎") == true, "in Quotes")
    reader.press("9")
    let document = reader.state.dossier[reader.state.dossier[statement].document]
    let number = document.text.line(at: Int(reader.state.dossier[statement].span.start))
    #expect(reader.screen.contains("\(number)✓≠✎") || reader.screen.contains("✓≠✎"), "beside the text")
  }
}
