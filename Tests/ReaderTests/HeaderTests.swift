import Dossier
import Terminal
import TestSupport
import Testing

@testable import Reader

/// The first line: what it counts, and that its figures keep their places.
@Suite struct HeaderTests {
  private func header(_ reader: ReaderHarness) -> String { reader.state.screen().text(row: 0) }

  /// What is added stands behind what was there, in room that was left for it.
  @Test(arguments: Array(stride(from: 40, through: 160, by: 4))) func nothingMovesWhenSomethingIsAdded(_ columns: Int)
    throws
  {
    var reader = ReaderHarness(columns: columns, rows: 24)
    reader.press("n")
    let before = header(reader)
    reader.press("a")
    let after = header(reader)
    #expect(after.contains("✎1") == (columns >= 52))
    #expect(after.replacing(" · ✎1", with: "     ").trimmingSuffix == before.trimmingSuffix, "\(before)\n\(after)")
  }

  /// The sign of direct speech is not said of reported speech.
  @Test(arguments: [40, 80, 120]) func countsHaveNoSignOfDirectSpeech(_ columns: Int) {
    var reader = ReaderHarness(columns: columns, rows: 24)
    reader.press("7j")
    let marks = ["“12", "“3", "“2", "“1"]
    #expect(!marks.contains { reader.shows($0) }, "\(reader.screen)")
    #expect(header(reader).contains("12 q") == (columns > 40))
  }
}

extension String {
  fileprivate var trimmingSuffix: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
