import Testing

@testable import Terminal

/// Runs of right-to-left text are held in their place by marks that take no cell.
@Suite struct RightToLeftTests {
  /// The row with `|` after every cell that a mark follows.
  private func marked(_ text: String) -> String {
    var grid = CellGrid(columns: 40, rows: 1)
    grid.write(text, at: Position(row: 0, column: 0))
    let marks = RightToLeft.marks(in: grid.cells[...])
    let cells = grid.cells.enumerated().map { $0.element.text + (marks.contains($0.offset) ? "|" : "") }.joined()
    return String(cells.reversed().drop { $0 == " " }.reversed())
  }

  @Test(arguments: [
    ("plain text, 漢字 é", "plain text, 漢字 é"),
    ("said שלום today", "said |שלום| today"),
    ("שלום", "שלום|"),
    // Two words keep the order they have, with what stands between them.
    ("the “שלום, עולם” sign", "the “|שלום, עולם|” sign"),
    // A number after a run, a frame, another pane: not part of it.
    ("שלום 12", "שלום| 12"),
    ("a שלום│עולם", "a |שלום|│|עולם|"),
    ("שלום  עולם", "שלום|  |עולם|"),
    ("مرحبا, Cairo", "مرحبا|, Cairo"),
    ("漢שלום", "漢|שלום|"),
  ])
  func runsAreHeld(text: String, expected: String) {
    #expect(marked(text) == expected)
  }
}
