import Dossier
import TestSupport
import Testing

@testable import Reader

@Suite struct SearchTests {
  @Test(arguments: [
    ("Zelenskýj", "zelenskyj"), ("ŁÓDŹ", "lodz"), ("“don’t”", "\"don't\""), ("Ёлка", "елка"), ("Αθήνα", "αθηνα"),
    ("co\u{AD}operate", "cooperate"), ("e\u{301}", "e"),
  ]) func foldingForgetsCaseAndDiacritics(_ text: String, _ folded: String) {
    #expect(Folding.fold(text) == folded)
  }

  @Test func foldedOffsetsLeadBackToTheSource() {
    let text = SourceText("Æther “Śmigły” naïve e\u{301}nd")
    let folded = FoldedText(text)
    let start = String(decoding: folded.bytes, as: UTF8.self).utf8
    #expect(String(decoding: start, as: UTF8.self).contains("smigly"))
    let corpus = Corpus([Document(id: Document.ID(0), path: "x", name: "x", text: text)])
    for (words, found) in [("smigly", "Śmigły"), ("naive", "naïve"), ("end", "e\u{301}nd"), ("\"", "“")] {
      #expect(corpus.find(words, in: [Document.ID(0)]).first.map { text[$0.span] } == found)
    }
  }

  @Test func aCapitalAsksForTheCase() {
    let corpus = Corpus(SampleDossier().dossier.documents)
    let order = [Document.ID(0), Document.ID(1), Document.ID(2)]
    #expect(corpus.find("the cranes", in: order).count == 3)
    #expect(corpus.find("The cranes", in: order).count == 2)
    #expect(corpus.find("", in: order).isEmpty)
    #expect(corpus.find("no such words", in: order).isEmpty)
  }

  @Test func searchFollowsTheLettersAndEscapeReturns() {
    var reader = ReaderHarness()
    let before = reader.screen
    reader.press("/promised")
    #expect(reader.state.document?.index == 2)
    reader.press("<esc>")
    #expect(reader.screen == before)
  }

  @Test func aSearchWithoutHitSaysSo() {
    var reader = ReaderHarness()
    reader.press("/zebra<enter>")
    #expect(reader.foot.contains("“zebra” is in none of the articles"))
    #expect(reader.state.search == nil)
  }

  @Test(arguments: [
    ("quill", true), ("quill -mayor", false), ("-brandt", true), ("brandt OR quill", true), ("\"ada quill\"", true),
    ("\"quill ada\"", false), ("by:quill", true), ("by:brandt", false), ("kind:direct", true), ("is:shift", true),
    ("date:2024", true), ("date:2020..2023", false), ("date:..2024", true), ("date:2023..", true), ("in:gazette", true),
    ("unknown:field", false), ("", true),
  ]) func queriesNarrow(_ query: String, _ expected: Bool) {
    let facts = Facts(
      text: "Ada Quill, mayor of Lorne", by: ["Ada Quill"], sources: ["Lorne Gazette"], kinds: ["direct"],
      marks: ["shift"], date: PartialDate(year: 2024))
    #expect(Query(query).matches(facts) == expected)
  }

  @Test func filterOfDifferencesTakesFields() {
    var reader = ReaderHarness()
    reader.press("5fis:contradiction by:brandt<enter>")
    #expect(reader.state.lists.accounts.count == 1)
    #expect(reader.shows("negation"))
  }

  @Test func anEmptyFilterResultSaysWhatToTry() {
    var reader = ReaderHarness()
    reader.press("<tab>fzzz<enter>")
    #expect(reader.shows("Nothing here matches “zzz”"))
    reader.press("<esc>")
    #expect(reader.shows("Jan Śmigły"))
  }
}
