import Dossier
import Testing

@testable import Reader

/// Who gets to speak: rows of actors, columns of sources.
@Suite struct MatrixTests {
  @Test func aFilterLeavesTheSourcesInWhichItsActorsSpeak() throws {
    var reader = ReaderHarness()
    reader.press("3")
    let all = reader.state.lists.columns
    #expect(all == reader.state.index.sourceOrder)
    let quiet = try #require(
      reader.state.lists.matrix.first { actor in
        all.contains { reader.state.lists.cells[MatrixPlace(actor: actor, document: $0)] == nil }
      })
    reader.press("f\"\(reader.state.dossier[quiet].name)\"<enter>")
    #expect(reader.state.lists.matrix == [quiet])
    #expect(reader.state.lists.columns.count < all.count)
    #expect(
      reader.state.lists.columns.allSatisfy {
        (reader.state.lists.cells[MatrixPlace(actor: quiet, document: $0)]?.statements ?? 0) > 0
      })
    #expect(reader.state.matrix.document.map(reader.state.lists.columns.contains) == true)
    reader.press("<esc>")
    #expect(reader.state.lists.columns == all)
  }

  @Test func barsOfTwoScalesSaySo() {
    var reader = ReaderHarness()
    reader.press("3")
    #expect(reader.shows("all quotes, own scale"))
  }

  /// Heads that would be cut to the same show where they differ.
  @Test func narrowHeadsAreToldApart() {
    #expect(Wording.apart(["ecb8plus_a", "ecb8plus_b", "wire"], columns: 7) == ["…plus_a", "…plus_b", "wire"])
    #expect(Wording.apart(["gazette of the coast", "wire"], columns: 7) == ["gazett…", "wire"])
    #expect(Wording.apart(["one", "one"], columns: 7) == ["one", "one"])
  }

  @Test func aFilterTakesASource() throws {
    var reader = ReaderHarness()
    reader.press("3")
    let source = try #require(reader.state.lists.columns.last)
    reader.press("fin:\"\(reader.state.dossier[source].label)\"<enter>")
    #expect(!reader.state.lists.matrix.isEmpty)
    for actor in reader.state.lists.matrix {
      #expect(reader.state.dossier[actor].mentions.contains { $0.document == source })
    }
  }

  @Test func bracketsGoToTheNextSourceInWhichTheActorSpeaks() {
    var reader = ReaderHarness()
    reader.press("3g")
    func speaks() -> Bool {
      guard let actor = reader.state.matrix.actor, let document = reader.state.matrix.document else { return false }
      return (reader.state.lists.cells[MatrixPlace(actor: actor, document: document)]?.statements ?? 0) > 0
    }
    for _ in reader.state.lists.columns { reader.press("h") }
    var visited: [Document.ID?] = speaks() ? [reader.state.matrix.document] : []
    for _ in reader.state.lists.columns where !reader.shows("in no source further right") {
      reader.press("]")
      #expect(speaks())
      visited.append(reader.state.matrix.document)
    }
    #expect(reader.shows("in no source further right") && Set(visited).count > 1)
    for _ in visited where !reader.shows("in no source further left") { reader.press("[") }
    #expect(speaks())
  }
}
