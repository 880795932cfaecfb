import Dossier
import Testing

@testable import Ingest

struct DamageFinderTests {
  private func damaged(_ string: String) -> [String] {
    let text = SourceText(string)
    return DamageFinder.flags(text, in: [text.span]).map { text[$0.span] }
  }

  @Test(arguments: [
    ("The farmers hadopened a new market.", "hadopened"), ("Talks between the two and MarkovReuters", "MarkovReuters"),
    ("R.US President Anna Nowak spoke.", "R.US"), ("They want an end to the war.The minister agreed.", "war.The"),
    ("The river flooded many housesThe mayor came.", "housesThe"), ("He praised allof the plans", ""),
    ("It was madewith care.", "madewith"),
  ])
  func gluedWords(sentence: String, token: String) {
    #expect(damaged(sentence) == (token.isEmpty ? [] : [token]))
  }

  @Test(arguments: [
    "McDonald and MacArthur met DeSantis on YouTube.",
    "The U.S. President and J.K. Rowling, Ph.D., came at 5 p.m. to Booking.com.",
    "See https://example.org/NewsPage.html or write to PressOffice@example.org.",
    "The lawmaker was reinstated by the subcommittee.",
    "iPhone sales rose; eBay fell.", "GlobalBank grew. GlobalBank fell.", "Переговоры прошли вМинске.", "",
  ])
  func soundText(sentence: String) {
    #expect(damaged(sentence) == [])
  }
}

struct QuoteBalanceTests {
  /// The flagged words of paragraphs, one a line.
  private func unclosed(_ string: String) -> [String] {
    let text = SourceText(string)
    let spans = BlockFinder.blocks(in: text).blocks.map(\.span)
    return QuoteBalance.flags(text, in: spans).map { text[$0.span] }
  }

  @Test func anOpenMarkRunsToTheEndOfItsParagraph() {
    #expect(unclosed("He said: “We will wait. Then we act.\nNobody answered.") == ["“We will wait. Then we act."])
    #expect(unclosed("He said: \"We will wait.") == ["\"We will wait."])
  }

  @Test(arguments: [
    "“We wait.\n“Then we act,” he said.", "“One ‘inner’ one.”", "A 6' 2\" man", "„Wir warten“, sagte er.",
    "«Мы ждём», — сказал он.",
    "“They wait,“ she said.", "“We wait.\"", "He left.\"",
  ])
  func soundQuotations(string: String) {
    #expect(unclosed(string) == [])
  }
}

struct FoldedTextTests {
  @Test func foldsCaseSpacesQuotesAndDigits() {
    let folded = FoldedText(Array(">>> Mr.  Ivanov’s 1,250 “Ärzte” – МИНСК…!".utf8)[...])
    #expect(String(decoding: folded.bytes, as: UTF8.self) == "mr. ivanov's 0,0 \"ärzte\" - минск.!")
    #expect(folded.words.count == 6 && folded.hashes.count == 6)
    #expect(folded.lineEnd == folded.bytes.count - 2)
  }

  @Test func originsPointIntoTheText() {
    let text = SourceText("x\n  • Read MORE: here")
    let folded = FoldedText(text, Span(4, text.count))
    #expect(folded.holds(Array("read more".utf8), at: 0))
    #expect(folded.origins.first == 8)
  }
}
