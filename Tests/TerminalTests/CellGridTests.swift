import Terminal
import Testing

@Suite struct CellGridTests {
  @Test func writingIsClippedOnEverySide() {
    var grid = CellGrid(columns: 5, rows: 2)
    #expect(grid.write("abcdefgh", at: Position(row: 0, column: 2)) == 3)
    #expect(grid.write("abcdefgh", at: Position(row: 1, column: -2)) == 7)
    #expect(grid.plainText == "  abc\ncdefg\n")
    #expect(grid.write("abc", at: Position(row: 2, column: 0)) == 0)
    #expect(grid.write("abc", at: Position(row: -1, column: 0)) == 0)
    #expect(grid.write("abc", at: Position(row: 0, column: 9)) == 0)
  }

  @Test func wideGraphemesAreNeverCut() {
    var grid = CellGrid(columns: 5, rows: 4)
    #expect(grid.write("漢字漢", at: Position(row: 0, column: 0)) == 4)
    #expect(grid.text(row: 0) == "漢字")
    grid.write("漢字", at: Position(row: 1, column: -1))
    #expect(grid.text(row: 1) == " 字")
    grid.write("漢字", at: Position(row: 2, column: 0))
    grid.write("x", at: Position(row: 2, column: 1))
    #expect(grid.text(row: 2) == " x字")
    grid.write("漢字", at: Position(row: 3, column: 0))
    grid.write("語", at: Position(row: 3, column: 1))
    #expect(grid.text(row: 3) == " 語")
    #expect(grid[3, 2].width == 0)
    #expect(grid[3, 3].width == 1)
  }

  @Test func ellipsisStandsOnlyWhereTextIsCut() {
    var grid = CellGrid(columns: 10, rows: 3)
    #expect(grid.write("abcdef", at: Position(row: 0, column: 0), maxColumns: 4, overflow: .ellipsis) == 4)
    #expect(grid.write("abcd", at: Position(row: 1, column: 0), maxColumns: 4, overflow: .ellipsis) == 4)
    #expect(grid.write("漢字漢", at: Position(row: 2, column: 0), maxColumns: 4, overflow: .ellipsis) == 3)
    #expect(grid.plainText == "abc…\nabcd\n漢…\n")
  }

  @Test func framesCarryTitles() {
    var grid = CellGrid(columns: 16, rows: 5)
    grid.box(grid.bounds, title: "Sources", trailing: "5")
    grid.rule(row: 2, of: grid.bounds, title: "A very long title")
    #expect(
      grid.plainText == """
        ╭ Sources ── 5 ╮
        │              │
        ├ A very long… ┤
        │              │
        ╰──────────────╯

        """)
  }

  @Test func stylesAreDumpedByRun() {
    var grid = CellGrid(columns: 6, rows: 2)
    grid.write("ab", at: Position(row: 0, column: 1), style: Style(Role(rawValue: 3), [.bold, .reverse]))
    grid.restyle(Rect(row: 1, column: 4, rows: 1, columns: 9)) { $0.attributes.insert(.underline) }
    #expect(grid.styleText() == "0:1-2 3 bold+reverse\n1:4-5 0 underline\n")
  }

  @Test(arguments: [Int.min, -1, 0, 1, 3, Int.max])
  func noPlaceOrSizeTraps(value: Int) {
    for other in [Int.min, -3, 0, 2, Int.max] {
      var grid = CellGrid(columns: 4, rows: 3)
      let rect = Rect(row: value, column: other, rows: other, columns: value)
      grid.fill(rect, character: "漢")
      grid.restyle(rect) { $0.attributes = .bold }
      grid.box(rect, title: "漢字", trailing: "字")
      grid.rule(row: value, of: rect, title: "漢字")
      grid.box(Rect(row: other, column: value, rows: 3, columns: 9), title: "漢字")
      grid.write("a漢\tb", at: Position(row: value, column: other), maxColumns: value, overflow: .ellipsis)
      grid.draw(CellGrid(columns: 2, rows: 2), at: Position(row: value, column: other))
      grid[value, other].text = "x"
      _ = rect.inset(by: value)
      #expect(grid.cells.count == 12)
    }
  }

  @Test func whatIsQuotedStaysWhereMarksAreReplaced() {
    var grid = CellGrid(columns: 12, rows: 2)
    let words = "“é” – ≠ 漢…"
    grid.write(words, at: Position(row: 0, column: 0))
    grid.write(Array(words.utf8), in: nil, at: Position(row: 1, column: 0), isQuoted: true)
    grid.restyle(Rect(row: 0, column: 0, rows: 2, columns: 12)) { $0.attributes = .bold }
    grid.replaceMarks()
    #expect(grid.text(row: 0) == "\"é\" - ! 漢.")
    #expect(grid.text(row: 1) == words)
  }

  @Test func drawingOneGridOnAnotherKeepsWideGraphemesWhole() {
    var small = CellGrid(columns: 4, rows: 1)
    small.write("漢字", at: Position(row: 0, column: 0))
    var grid = CellGrid(columns: 6, rows: 1)
    grid.draw(small, at: Position(row: 0, column: 3))
    #expect(grid.text(row: 0) == "   漢")
  }
}
