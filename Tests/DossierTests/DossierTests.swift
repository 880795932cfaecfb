import Dossier
import Testing

@Suite struct SpanTests {
  @Test func overlapIsHalfOpen() {
    #expect(!Span(0, 3).overlaps(Span(3, 5)))
    #expect(Span(0, 4).overlaps(Span(3, 5)))
    #expect(Span(0, 4).overlap(with: Span(3, 5)) == 1)
    #expect(Span(0, 2).overlap(with: Span(3, 5)) == 0)
  }

  @Test func readingOrderPutsTheLongerFirst() {
    #expect([Span(2, 3), Span(0, 2), Span(0, 5)].sorted() == [Span(0, 5), Span(0, 2), Span(2, 3)])
  }

  @Test func containment() {
    #expect(Span(0, 5).contains(Span(0, 5)))
    #expect(!Span(1, 5).contains(Span(0, 2)))
    #expect(Span(1, 2).union(Span(4, 6)) == Span(1, 6))
  }
}

@Suite struct SourceTextTests {
  @Test func linesAreCountedFromOne() {
    let text = SourceText("a\nbb\n\nc")
    #expect((0..<text.count).map { text.line(at: $0) } == [1, 1, 2, 2, 2, 3, 4])
    #expect((1...4).map { text[text.lineSpan($0)] } == ["a", "bb", "", "c"])
  }

  @Test func aSpanThatCutsACharacterIsRepaired() {
    #expect(SourceText("é")[Span(0, 1)] == "\u{FFFD}")
    #expect(SourceText("ab")[Span(1, 99)] == "b")
  }

  @Test func trimmingKnowsTheNoBreakSpace() {
    let text = SourceText(" \u{A0}x y\u{A0}\t")
    #expect(text[text.trimmed(text.span)] == "x y")
  }
}

@Suite struct ScalarOffsetsTests {
  @Test(arguments: ["", "abc", "aé中😀b", String(repeating: "é", count: 400), String(repeating: "a😀", count: 300)])
  func conversionIsExactBothWays(string: String) {
    let offsets = ScalarOffsets(SourceText(string))
    var utf8 = 0
    for (index, scalar) in string.unicodeScalars.enumerated() {
      #expect(offsets.scalars(atUTF8: utf8) == index)
      #expect(offsets.utf8(atScalar: index) == utf8)
      utf8 += String(scalar).utf8.count
    }
    #expect(offsets.scalars(atUTF8: utf8) == string.unicodeScalars.count)
    #expect(offsets.utf8(atScalar: string.unicodeScalars.count) == utf8)
  }
}

@Suite struct PartialDateTests {
  @Test(arguments: [
    (PartialDate(year: 2025, month: 8, day: 1), "2025-08-01"), (PartialDate(month: 8, day: 1), "--08-01"),
    (PartialDate(year: 2025, month: 8), "2025-08"), (PartialDate(year: 2025), "2025"), (PartialDate(day: 3), "----03"),
    (PartialDate(), ""),
  ])
  func description(date: PartialDate, text: String) {
    #expect(date.description == text)
  }

  @Test func unknownPartsAgreeWithAnything() {
    #expect(PartialDate(month: 8, day: 1).isCompatible(with: PartialDate(year: 2025, month: 8)))
    #expect(!PartialDate(month: 8, day: 1).isCompatible(with: PartialDate(month: 8, day: 2)))
  }
}

@Suite struct DocumentLabelTests {
  private func dossier(_ outlets: [String?]) -> Dossier {
    Dossier(
      documents: outlets.enumerated().map { index, outlet in
        Document(
          id: Document.ID(index), path: "\(index).txt", name: "00\(index)", text: SourceText("x"),
          source: outlet.map { Source(name: $0, basis: .byline, span: nil) })
      })
  }

  @Test func noTwoLabelsAreAlike() {
    #expect(dossier(["AP", nil, "AP", "TASS"]).documents.map(\.label) == ["AP 000", "001", "AP 002", "TASS"])
    #expect(dossier(["AP", nil, "AP", "TASS"]).documents.map(\.outlet) == ["AP", "001", "AP", "TASS"])
  }

  @Test(arguments: [
    ("she called it \"a disgrace", "she called it \"a disgrace\""),
    ("a “fair” deal and a “bad one", "a “fair” deal and a “bad one”"),
    ("a “fair” deal", "a “fair” deal"), ("\"Go,\" he said, \"now\"", "\"Go,\" he said, \"now\""),
    ("a 17\" screen", "a 17\" screen"),
    ("fair” it was", "fair” it was"),
  ]) func aQuotationThatWasBegunIsClosed(words: String, closed: String) {
    #expect(words.withQuotationClosed == closed)
  }
}
