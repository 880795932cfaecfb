import Dossier
import TestSupport
import Testing

@testable import Query

@Suite struct TextSearchTests {
  private let dossier = SampleDossier().dossier

  private func find(_ words: String) -> [String] {
    let query = Query(words)
    let corpus = Corpus(dossier.documents)
    let directory = Directory(dossier, corpus: corpus)
    let passages = Passages(dossier, directory, differences: dossier.disagreements.map(\.id))
    var found: [String] = []
    TextSearch(query, corpus, directory, passages).matches(in: dossier.documents.map(\.id)) { match in
      found += match.found.map { dossier[match.document].text[$0] }
      return true
    }
    return found
  }

  @Test(arguments: [
    ("the cranes", ["The cranes", "the cranes", "The cranes"]), ("The cranes", ["The cranes", "The cranes"]),
    ("cranes inspected", ["cranes", "inspected"]), ("cranes -inspected", ["cranes", "cranes"]),
    ("\"open and useful\"", ["open and useful"]), ("zebra", []), ("", []), ("smigly", ["Śmigły"]),
    ("52 OR 40", ["40", "52"]), ("Ćwiczenia", ["Ćwiczenia"]), ("ada (autumn OR lasted)", ["Ada", "autumn"]),
    ("mayor strike near:3", []), ("ships strike near:7", ["ships", "strike", "ships", "strike"]),
    ("in:wire cranes", ["cranes"]), ("date:2023 cranes", []), ("date:2024 40", ["40"]),
    ("-date:2024 quill", ["Quill", "Quill"]),
    ("бранд", ["Brand", "Brand", "Brand", "Brand"]), ("квилл", []),
  ]) func textIsFound(_ query: String, _ expected: [String]) {
    #expect(find(query) == expected)
  }

  @Test func speakersAndMarksAreAskedOfStatements() {
    #expect(find("by:brandt cranes") == ["cranes", "cranes"])
    #expect(find("by:quill cranes") == ["cranes"])
    #expect(find("by:quill kind:direct").allSatisfy { $0.hasPrefix("“") })
    #expect(!find("is:contradiction").isEmpty)
    #expect(find("is:contradiction is:shift verdict:accepted").isEmpty)
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
