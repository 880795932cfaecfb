import Dossier
import Language
import Testing

@testable import Reading

/// One utterance in several accounts is one fact, and what else their sentences tell is theirs.
@Suite struct AccountsSharedQuotationTests {
  private func quotations(_ texts: [String]) -> [[String]] {
    quotations(texts) { group, quotation in
      quotation.claims.map { "\(group[$0].passage.document.index):\(group[$0].order)" }
    }
  }

  private func quotations(_ texts: [String], _ words: ([Claim], SharedQuotation) -> [String]) -> [[String]] {
    let documents = texts.enumerated().map { index, text in
      Document(id: Document.ID(index), path: "\(index).txt", name: "\(index)", text: SourceText(text))
    }
    let analysed = documents.map { Analyser().analyse($0.text, blocks: [$0.text.span]) }
    let dossier = DossierReader().attribute(documents, texts: analysed)
    return ClaimSet(dossier, texts: analysed).groups.flatMap { group in
      SharedQuotation.all(among: group).map { words(group, $0) }
    }
  }

  @Test func findsAnUtteranceThatAllQuote() {
    let said = "“We will not leave this harbour before the storm is over. Nobody will.”"
    let found = quotations(
      [
        "Anna Orlov spoke to the crowd. \(said) Anna Orlov told reporters.",
        "\(said) Anna Orlov said on Friday.",
        "Anna Orlov said that she would “not leave this harbour before the storm” was over.",
      ])
    #expect(found == [["0:1", "1:0", "2:0"]])
  }

  /// All that both quote is evidence, and not only the words by which it was found.
  @Test func anUtteranceIsLitWhole() {
    let texts = [
      "“We will not leave this harbour before the storm is over,” Anna Orlov said.",
      "“I swear, we will not leave this harbour before the storm is over tonight,” Anna Orlov said.",
    ]
    let found = quotations(texts) { group, quotation in
      quotation.claims.compactMap { claim in
        quotation.phrases[claim].map { SourceText(texts[group[claim].passage.document.index])[group[claim].span($0)] }
      }
    }
    let words = "e will not leave this harbour before the storm is over"
    #expect(found == [["W\(words)", "w\(words)"]])
  }

  @Test func leavesWhatTwoSayAndStockPhrases() {
    let left = "“We will not leave this harbour before the storm is over,” Anna Orlov said."
    #expect(quotations([left, "“We will not leave this harbour before the storm is over,” Jan Dorn said."]) == [])
    #expect(quotations([left, "“We will not be what you want us to be,” Anna Orlov said."]) == [])
  }

  /// Two papers that print one text part nowhere, however it goes back and forth; one that has altered it may.
  @Test func oneTextPrintedTwiceDoesNotPart() throws {
    let (first, second) = ("The pier was closed on Monday.", "The pier was not closed on Monday.")
    let (there, elsewhere) = (try pair(first, second), try pair(second, first))
    let printed = SharedSentences([there.left, there.right, elsewhere.left, elsewhere.right])
    #expect(printed.areInBoth(0, 1))
    let altered = SharedSentences([there.left, there.right, elsewhere.right])
    #expect(!altered.areInBoth(0, 1))
  }
}
