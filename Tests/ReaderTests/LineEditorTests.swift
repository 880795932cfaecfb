import Testing

@testable import Reader

/// A line that is typed, alone: every key of it, and what a row shows of it.
@Suite struct LineEditorTests {
  /// The line with `|` where the cursor is.
  private func marked(_ line: LineEditor) -> String {
    line.shown(0..<line.cursor) + "|" + line.shown(line.cursor..<line.count)
  }

  private func line(_ marked: String) -> LineEditor {
    let parts = marked.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    var line = LineEditor(parts.joined())
    line.apply(.start)
    for _ in parts[0] { line.apply(.right) }
    return line
  }

  @Test(arguments: [
    ("ab|c", LineEditor.Edit.left, "a|bc"), ("|abc", .left, "|abc"), ("ab|c", .right, "abc|"), ("abc|", .right, "abc|"),
    ("one two|", .wordLeft, "one |two"), ("one, |two", .wordLeft, "|one, two"), ("|", .wordLeft, "|"),
    ("|one two", .wordRight, "one| two"), ("one| (two) x", .wordRight, "one (two|) x"), ("one|", .wordRight, "one|"),
    ("ab|c", .start, "|abc"), ("a|bc", .end, "abc|"), ("ab|c", .erase, "a|c"), ("|abc", .erase, "|abc"),
    ("ab|c", .eraseAfter, "ab|"), ("abc|", .eraseAfter, "abc|"), ("by:ada says  |x", .eraseWord, "by:ada |x"),
    ("|abc", .eraseWord, "|abc"), ("ab|cd", .eraseRest, "ab|"), ("ab|cd", .eraseAll, "|"), ("|", .eraseAll, "|"),
    ("港口|x", .left, "港|口x"), ("ńe|", .erase, "ń|"),
  ]) func everyKeyDoesWhatItSays(_ before: String, _ edit: LineEditor.Edit, _ after: String) {
    var line = line(before)
    line.apply(edit)
    #expect(marked(line) == after)
  }

  @Test func typingGoesWhereTheCursorIs() {
    var line = line("no|th")
    line.insert("r")
    #expect(marked(line) == "nor|th")
    // A mark joins the letter before it, and is erased with it.
    line.insert("\u{301}")
    #expect(line.count == 5 && line.cursor == 3)
    line.apply(.erase)
    #expect(marked(line) == "no|th")
  }

  @Test func anyKeysKeepTheCursorInTheLine() {
    let texts = ["e\u{301}", "🇺", "🇦", " ", "港", "👩\u{200D}", "\u{FE0F}", "ab "]
    var random = MonkeyTests.Random(state: 7)
    var line = LineEditor()
    for _ in 0..<5000 {
      if Bool.random(using: &random) {
        line.insert(texts.randomElement(using: &random) ?? "")
      } else {
        line.apply(LineEditor.Edit.allCases.randomElement(using: &random) ?? .left)
      }
      #expect((0...line.count).contains(line.cursor))
      let columns = Int.random(in: 0...20, using: &random)
      let window = line.window(columns: columns)
      #expect(window.range.lowerBound <= line.cursor && window.cursorColumn <= max(0, columns))
    }
  }

  /// The row that is shown, its signs included, and the cell of the cursor.
  private func row(_ marked: String, _ columns: Int) -> (text: String, cursor: Int) {
    let line = line(marked)
    let window = line.window(columns: columns)
    let text = (window.isCutBefore ? "…" : "") + line.shown(window.range) + (window.isCutAfter ? "…" : "")
    return (text, window.cursorColumn)
  }

  @Test(arguments: [
    ("abc|", 10, "abc", 3), ("abcdefghi|", 10, "abcdefghi", 9), ("abcdefghij|", 10, "…cdefghij", 9),
    ("|abcdefghijkl", 10, "abcdefghi…", 0), ("abcdefgh|ijkl", 10, "abcdefghi…", 8),
    ("abcdefghijklm|nopqrstuvwxyz", 10, "…ijklmnop…", 6), ("港口港口港口|", 10, "…港口港口", 9), ("abc|", 4, "abc", 3),
  ]) func aLongLineShowsWhatIsAroundTheCursor(_ line: String, _ columns: Int, _ text: String, _ cursor: Int) {
    let row = row(line, columns)
    #expect(row.text == text && row.cursor == cursor)
  }

  @Test func noWindowIsWiderThanItsRow() {
    let text = "The 港口 council, by 8 votes to 2 — “no comment” — e\u{301}tude 🙂 end"
    for columns in 3..<80 {
      var line = LineEditor(text)
      line.apply(.start)
      for _ in 0...line.count {
        let window = line.window(columns: columns)
        let signs = (window.isCutBefore ? 1 : 0) + (window.isCutAfter ? 1 : 0)
        #expect(signs + line.width(window.range) <= columns, "\(line.cursor) in \(columns)")
        #expect(window.cursorColumn < columns)
        #expect(window.range.contains(line.cursor) || line.cursor == window.range.upperBound)
        line.apply(.right)
      }
    }
  }

  // MARK: History

  @Test func aHistoryIsWalkedFromTheLatestAndBackToWhatWasTyped() {
    var history = PromptHistory()
    let nothing = history.step(by: -1, from: "x")
    #expect(nothing == nil)
    for line in ["one", "two", "one", ""] { history.keep(line) }
    var seen: [String?] = []
    for delta in [-1, -1, -1, 1, 1, 1] { seen.append(history.step(by: delta, from: "typed")) }
    #expect(seen == ["one", "two", nil, "one", "typed", nil])
  }

  @Test func aHistoryKeepsSoManyLines() {
    var history = PromptHistory()
    for number in 0..<PromptHistory.limit + 5 { history.keep("\(number)") }
    var last: String?
    while let line = history.step(by: -1, from: "") { last = line }
    #expect(last == "5")
  }
}
