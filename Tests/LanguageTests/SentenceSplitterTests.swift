import Dossier
import Testing

@testable import Language

@Suite struct SentenceSplitterTests {
  /// Sentences are separated by a bar in the argument.
  @Test(arguments: [
    "The mayor left.| Nobody saw her.",
    "“Will it rain?” he asked.| It did.",
    "“Will it rain?” Marta Voss asked.| It did.",
    "“It will rain.”| The crowd left.",
    "\"It will rain.\"| The crowd left.",
    "Dr. Ito met Gen. Marsh in St. Petersburg.| They spoke.",
    "J. K. Marsh sold the firm to Brown & Co. last year.",
    "He lives in the U.S.| The rest do not.",
    "The U.S. Senate voted.| Why?| Nobody knows!",
    "It ended (or so it seemed.)| Then it rained.",
    "said the R.|US President left.",
    "the end.|Then he left",
    "It grew by 3.5 percent.| Prices fell.",
    "He waited ... and left.",
    "He waited…| Nobody came.",
    "One line\n\n|another line",
    "One line\nthat goes on",
    "1. The first point.| 2. The second.",
    "At 5 p.m. the doors opened.",
    "She sailed in 1805.[17]| The war went on. [3][4]| It ended.",
    "The case was Orlov v. Marsh.| It failed.",
  ])
  func splits(marked: String) {
    let expected = marked.split(separator: "|").map { part in
      let text = SourceText(String(part))
      return text[text.trimmed(text.span)]
    }
    let text = SourceText(marked.split(separator: "|").joined())
    let analysed = Analyser().split(text, blocks: [text.span])
    #expect(analysed.sentences.map { text[$0.span] } == expected)
  }

  /// What never ends is cut, so that nothing costs the square of a whole file.
  @Test func cutsWhatNeverEnds() {
    let text = SourceText(String(repeating: "word ", count: 1200))
    let sentences = Analyser().split(text, blocks: [text.span]).sentences
    #expect(sentences.map(\.tokens.count) == [500, 500, 200])
  }

  @Test func neverCrossesABlock() {
    let text = SourceText("One two\nthree four. Five")
    let analysed = Analyser().split(text, blocks: [Span(0, 7), Span(8, 24)])
    #expect(analysed.paragraphs.map(\.sentences) == [0..<1, 1..<3])
    #expect(analysed.sentences.map(\.tokens) == [0..<2, 2..<5, 5..<6])
  }
}
