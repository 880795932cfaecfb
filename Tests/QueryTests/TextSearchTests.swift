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
}
