import Dossier
import TestSupport
import Testing

@testable import Query

@Suite struct TextSearchTests {
  private var dossier = SampleDossier().dossier

  private func find(_ words: String) -> [String] {
    var found: [String] = []
    search(words) { match in found += match.found.map { dossier[match.document].text[$0] } }
    return found
  }

  private func search(_ words: String, _ visit: (Match) -> Void) {
    let query = Query(words)
    let corpus = Corpus(dossier.documents)
    let directory = Directory(dossier, corpus: corpus)
    let passages = Passages(dossier, directory, differences: dossier.disagreements.map(\.id))
    TextSearch(query, corpus, directory, passages).matches(in: dossier.documents.map(\.id)) { match in
      visit(match)
      return true
    }
  }

  @Test(arguments: [
    ("the cranes", ["The cranes", "the cranes", "The cranes"]), ("The cranes", ["The cranes", "The cranes"]),
    ("cranes inspected", ["cranes", "inspected"]), ("cranes -inspected", ["cranes", "cranes"]),
    ("\"open and useful\"", ["open and useful"]), ("\"cranes inspect\"", []), ("crane", ["crane", "crane", "crane"]),
    ("\"crane\"", []), ("\"crane", ["crane", "crane", "crane"]), ("\"rane", []), ("zebra", []), ("", []),
    ("smigly", ["Śmigły"]),
    ("52 OR 40", ["40", "52"]), ("Ćwiczenia", ["Ćwiczenia"]), ("ada (autumn OR lasted)", ["Ada", "autumn"]),
    ("mayor strike near:3", []), ("ships strike near:7", ["ships", "strike", "ships", "strike"]),
    ("in:wire cranes", ["cranes"]), ("date:2023 cranes", []), ("date:2024 40", ["40"]),
    ("-date:2024 quill", ["Quill", "Quill"]),
    ("-cranes -strike -quill -brandt -mayor date:2023", []),
    ("(40 OR 41) strikes near:5", []), ("(mayor OR ships) strike near:7", ["ships", "strike", "ships", "strike"]),
    ("бранд", ["Brand", "Brand", "Brand", "Brand"]), ("квилл", []),
  ]) func textIsFound(_ query: String, _ expected: [String]) {
    #expect(find(query) == expected)
  }

  @Test func speakersAndMarksAreAskedOfStatements() {
    #expect(find("by:brandt cranes") == ["cranes", "cranes"])
    #expect(find("by:quill cranes") == ["cranes"])
    let direct = find("by:quill kind:direct")
    #expect(!direct.isEmpty && direct.allSatisfy { $0.hasPrefix("“") })
    #expect(!find("is:contradiction").isEmpty)
    #expect(find("is:contradiction is:shift verdict:accepted").isEmpty)
  }

  /// One whom no text names speaks too: found by the words for them.
  @Test func aSpeakerWhoIsNoActorIsFoundByTheWordsForThem() throws {
    var searched = self
    #expect(find("by:\"side door\"").isEmpty)
    let number = try #require(dossier.statements.firstIndex { $0.document.index == 1 && $0.isListed })
    let text = dossier.documents[1].text
    let words = Array("side door".utf8)
    let start = try #require(text.bytes.indices.first { text.bytes[$0...].starts(with: words) })
    searched.dossier.statements[number].speaker = .init(mention: Span(start, start + words.count), actor: nil)
    #expect(searched.find("by:\"side door\"") == [text[dossier.statements[number].span]])
    #expect(searched.find("by:\"side door\" is:shift").isEmpty)
  }

  @Test func whatWasNotSaidIsFoundAsThat() throws {
    #expect(find("is:unsaid").isEmpty)
    var searched = self
    let number = try #require(dossier.statements.firstIndex { $0.cue != nil })
    searched.dossier.statements[number].cue?.status = .notSaid
    let statement = searched.dossier.statements[number]
    #expect(searched.find("is:unsaid") == [dossier[statement.document].text[statement.span]])
  }

  /// Without a word to find, every passage without those to avoid is found, in every article alike.
  @Test func whatIsAvoidedAloneLeavesAllOtherPassages() {
    let paragraphs = dossier.documents.flatMap { document in document.blocks.map { document.text[$0.span] } }
    for word in ["cranes", "zebra"] {
      #expect(find("-\(word)") == paragraphs.filter { !$0.lowercased().contains(word) })
    }
  }

  @Test func whatIsFoundInAStatementIsNotFoundAgainWithinIt() {
    for query in ["-by:nobody", "kind:direct OR kind:reported", "cranes -by:nobody"] {
      var end: (document: Document.ID, at: UInt32)?
      search(query) { match in
        for span in match.found {
          if let end, end.document == match.document { #expect(span.start >= end.at, "\(query)") }
          end = (match.document, span.end)
        }
      }
      #expect(end != nil)
    }
  }

  @Test func articlesWithoutAYearAreSaidToLieInNone() {
    let documents = [Document(id: .init(0), path: "a", name: "a", text: SourceText("A."), published: nil)]
    #expect(Directory(Dossier(documents: documents), corpus: Corpus(documents)).remedy(for: Query("date:2022")) == nil)
  }

  @Test(arguments: [
    ("лукашенка", ["lukashenka", "lukashenko"]), ("Лукашенку", ["Lukashenko"]), ("зеленского", ["zelensky"]),
    ("Путиным", ["Putin"]), ("Трампа", ["Trump"]), ("москву", ["moscow"]), ("Київ", ["Kyiv"]), ("Киева", ["Kyiv"]),
    ("ελλάδα", ["greece"]), ("Lukašenko", ["Lukashenko"]), ("Иванов", ["Ivanov"]), ("Россия", []),
    ("\"Владимира Путина\"", ["Vladimir Putin"]),
  ]) func namesAreFoundInTheirCasesAndUnderTheirOtherNames(_ query: String, _ expected: [String]) {
    let text =
      "Alluding to Greece, lukashenka and Ivan Ivanov rose. Lukashenko met Vladimir Putin, Trump and Zelensky: Kyiv, Moscow."
    let lower = expected.first?.first?.isLowercase ?? true
    #expect(find(query, in: lower ? text.lowercased() : text).map { $0 } == expected)
  }

  private func find(_ words: String, in text: String) -> [String] {
    let source = SourceText(text)
    let paragraph = Block(span: source.span, kind: .paragraph)
    let documents = [Document(id: .init(0), path: "a", name: "a", text: source, blocks: [paragraph])]
    let corpus = Corpus(documents)
    corpus.prepare()
    let query = Query(words)
    let directory = Directory(Dossier(documents: documents), corpus: corpus)
    var found: [String] = []
    TextSearch(query, corpus, directory, nil).matches(in: [documents[0].id]) { match in
      found += match.found.map { documents[0].text[$0] }
      return true
    }
    let rows = Rows(text: TextColumn(count: 1) { _ in text }, original: { _ in text })
    #expect(rows.matching(query, directory, corpus) == [!found.isEmpty])
    return found
  }

  @Test(arguments: [
    ("Путин", ["Putin"]), ("путин", ["Putin", "PUTIN", "putin"]), ("ПУТИН", ["PUTIN"]), ("ПутиН", ["Putin"]),
    ("Πούτιν", ["Putin"]), ("πούτιν", ["Putin", "PUTIN", "putin"]), ("ΠΟΥΤΙΝ", ["PUTIN"]),
    ("Лукашенко", ["Lukashenko"]), ("лукашенко", ["Lukashenko"]), ("ЛУКАШЕНКО", []), ("Λουκασένκο", ["Lukashenko"]),
    ("Щербаков", ["Shcherbakov"]), ("Минск", ["Минск"]), ("МИНСК", ["МИНСК"]), ("минск", ["Минск", "МИНСК"]),
    ("Minsk", ["Минск"]), ("MINSK", ["МИНСК"]), ("\"Владимир Путин\"", ["Vladimir\nPutin"]),
    ("\"владимир Путин\"", []), ("\"Vladimir Putin\"", ["Vladimir\nPutin"]), ("\"Vladimir putin\"", []),
    ("Putin", ["Putin"]), ("PUTIN", ["PUTIN"]), ("Zebra OR Лукаш", ["Lukas"]),
  ]) func capitalsCountInAnotherAlphabetToo(_ query: String, _ expected: [String]) {
    let text = "Vladimir\nPutin met Lukashenko. PUTIN spoke; putin is no name. Shcherbakov left Минск. МИНСК stays."
    #expect(find(query, in: text) == expected)
  }
}
