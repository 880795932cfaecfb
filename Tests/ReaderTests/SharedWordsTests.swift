import Dossier
import Terminal
import TestSupport
import Testing

@testable import Reader

/// The words that an agreement rests on are lit wherever it is shown.
@Suite struct SharedWordsTests {
  /// What is lit on the screen as words that agree, line by line, columns of articles in their order.
  private func lit(_ reader: ReaderHarness) -> [String] {
    let grid = reader.state.screen()
    // The line of the cursor is reversed in Compare, and what is lit in it is not.
    let turned = reader.state.view == .compare ? grid.cursor?.row : nil
    var words: [String] = []
    for row in 0..<grid.rows {
      var last = -2
      for column in 0..<grid.columns {
        let style = grid[row, column].style
        guard style.role == .agreement, style.attributes.contains(.reverse) != (row == turned) else { continue }
        if last != column - 1 { words.append("") }
        words[words.count - 1] += grid[row, column].text
        last = column
      }
    }
    return words
  }

  private let shared = ["union leader Tomas Brandt", "harbour"]

  @Test func besideTheList() {
    var reader = ReaderHarness(columns: 200)
    reader.press("5<tab>")
    #expect(lit(reader) == shared + shared)
  }

  @Test func inTheArticleWhileTheCursorStandsInIt() {
    var reader = ReaderHarness()
    reader.press("5<tab><enter>z")
    #expect(lit(reader).joined(separator: " ") == shared.joined(separator: " "))
    reader.press("g")
    #expect(lit(reader).isEmpty)
  }

  @Test func inTheStripOfTheArticleThatItWasOpenedIn() {
    var reader = ReaderHarness(columns: 160)
    reader.press("5<tab><enter>")
    #expect(reader.shows("= agreement · 2 sources · 0.71") && reader.shows("because: they share “Brandt”"))
    #expect(lit(reader).joined(separator: " ") == (shared + shared + shared).joined(separator: " "))
    reader.press("r")
    #expect(reader.state.remarks[.agreement(0)]?.verdict == .rejected && reader.shows("✗ = agreement"))
    reader.press("K")
    #expect(reader.shows("= others tell it too: they share “Brandt”"))
    reader.press("<esc>n")
    #expect(reader.shows("▸ ≠ contradiction") && !reader.shows("= agreement"))
    reader.press("5c")
    #expect(reader.state.view == .compare)
  }

  @Test func inBothSidesOfCompareWhereNothingParts() {
    var dossier = SampleDossier().dossier
    dossier.disagreements = []
    var reader = ReaderHarness(columns: 200, dossier: dossier)
    reader.press("5<tab>c")
    #expect(lit(reader).sorted() == (shared + shared).sorted())
    reader.press("K")
    #expect(reader.shows("Because: they share “Brandt”"))
    reader.press("<esc>g")
    #expect(lit(reader).isEmpty)
  }

  @Test func twoAgreementsOfOneSentenceShowOtherWords() throws {
    var dossier = SampleDossier().dossier
    var second = dossier.agreements[0]
    second.evidence = second.evidence.map { [$0[1]] }
    dossier.agreements.append(second)
    var reader = ReaderHarness(columns: 60, dossier: dossier)
    reader.press("5<tab>")
    let rows = reader.screen.split(separator: "\n").filter { $0.contains("=2") }
    #expect(rows.count == 2 && rows[0].contains("met union") && rows[1].contains("harbour"))
    #expect(rows[1].contains("=2 …") && !rows[0].contains("=2 …"))
  }
}
