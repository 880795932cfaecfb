import Dossier
import Testing

@testable import Reading

/// Marks are paired by glyph and neighbours. Every sentence here is made up.
@Suite struct StatementsQuotationFinderTests {
  private func quotations(_ text: String) -> [Quotation] {
    let source = SourceText(text)
    let paragraphs = source.lineStarts.indices.map { source.trimmed(source.lineSpan($0 + 1)) }.filter { !$0.isEmpty }
    return QuotationFinder.quotations(in: source.bytes, paragraphs: paragraphs)
  }

  private func words(_ text: String, depth: Int = 0) -> [String] {
    quotations(text).filter { $0.depth == depth }.map { SourceText(text)[$0.content] }
  }

  @Test(arguments: [
    "“The dam will hold,” she said.", "\"The dam will hold,\" she said.", "''The dam will hold,'' she said.",
    "``The dam will hold,'' she said.", "«The dam will hold,» she said.", "»The dam will hold,« she said.",
    "„The dam will hold,“ she said.", "”The dam will hold,” she said.", "“The dam will hold,\" she said.",
    "“The dam will hold,“ she said.", "“The dam will hold,’’ she said.", "‘The dam will hold,’ she said.",
    "'The dam will hold,' she said.",
  ])
  func everyStyleOfMark(_ text: String) {
    #expect(words(text) == ["The dam will hold,"])
  }

  @Test func interruptedQuotationIsTwo() {
    #expect(words("“We waited,” he said. “Nobody came.”") == ["We waited,", "Nobody came."])
  }

  @Test func nestedQuotation() {
    let text = "“They shouted ‘Open the gate!’ and left,” the guard’s wife said."
    #expect(words(text) == ["They shouted ‘Open the gate!’ and left,"])
    #expect(words(text, depth: 1) == ["Open the gate!"])
  }

  @Test func nestedMarkNeverClosedEndsWithTheOuterOne() {
    let text = "“People tell me, ‘I like the plan.” He nodded."
    #expect(words(text) == ["People tell me, ‘I like the plan."])
    #expect(words(text, depth: 1) == ["I like the plan."])
  }

  @Test func sameMarkNested() {
    #expect(words("“She called it “great” twice,” he said.") == ["She called it “great” twice,"])
  }

  @Test func paragraphLeftOpenAndTakenUp() {
    let found = quotations("“The road is closed.\n\n“It opens in May,” the mayor said.")
    #expect(found.map(\.continuesAbove) == [false, true])
    #expect(found.map(\.continuesBelow) == [true, false])
    #expect(found.map(\.isClosed) == [false, true])
  }

  @Test func paragraphLeftOpenAndClosedBelow() {
    let text = "She began: “The road is closed.\n\nIt opens in May.” Then she left."
    #expect(words(text) == ["The road is closed.", "It opens in May."])
  }

  @Test func unclosedQuotationEndsWithItsParagraph() {
    let found = quotations("He said: “The road is closed.\n\nTraffic was light.")
    #expect(found.count == 1)
    #expect(found.first?.isClosed == false)
    #expect(words("He said: “The road is closed.\n\nTraffic was light.") == ["The road is closed."])
  }

  @Test func unclosedQuotationEndsBeforeTheNext() {
    #expect(words("“The road is closed. “It opens in May,” he said.") == ["The road is closed.", "It opens in May,"])
  }

  @Test(arguments: [
    "The boys’ boats and the captain's log didn’t match.", "Back in the ’90s and the '80s it was rock 'n' roll.",
    "He is 6'4\" tall and carries a 12\" ruler.", "A 5\" pipe burst.", "It's the workers' call, the unions' call.",
    "Stray mark here” and nothing else.",
  ])
  func apostrophesInchesAndStrayMarksAreNone(_ text: String) {
    #expect(words(text).isEmpty)
  }

  @Test func inchesInsideAQuotation() {
    #expect(words("\"The pipe is 12\" wide,\" she said.") == ["The pipe is 12\" wide,"])
  }

  @Test func possessiveInsideSingleMarks() {
    #expect(words("‘The farmers’ market stays,’ he said.") == ["The farmers’ market stays,"])
  }

  /// Whatever the bytes, spans lie inside their paragraph and hold their content.
  @Test func anyMixOfMarksStaysInBounds() {
    let pieces = ["“", "”", "\"", "'", "‘", "’", "„", "«", "»", "''", "``", " ", "a", ".", "7", "\n", "s", ","]
    var state: UInt64 = 42
    for _ in 0..<3000 {
      var text = ""
      for _ in 0..<24 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      let size = text.utf8.count
      for quotation in quotations(text) {
        #expect(quotation.span.contains(quotation.content))
        #expect(Int(quotation.span.end) <= size)
      }
    }
  }
}
