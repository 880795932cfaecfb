import Dossier
import TestSupport
import Testing

@testable import Reader

/// What is offered to be exported: what one stands at first, and nothing that has to do with another place.
@Suite struct ExportTests {
  private func offered(_ keys: String) -> [Excerpt] {
    var reader = ReaderHarness()
    reader.press(keys)
    return reader.state.excerpts.map(\.excerpt)
  }

  private static let pair = Excerpt.comparison([Document.ID(0), Document.ID(1)])

  @Test(arguments: ["n6", "n7", "n7j", "n8", "n9", "n0"]) func whatIsGoneToComesFirst(_ keys: String) {
    // Going to a pane moves nothing; `n` again is at the difference.
    let found = offered(keys + "n")
    guard case .difference = found.first else {
      Issue.record("\(found)")
      return
    }
    #expect(found.contains { if case .comparison = $0 { true } else { false } })
  }

  @Test func thePairThatPartsIsOfferedBeforeAnyComparison() {
    #expect(offered("n").contains(Self.pair) && offered("5").contains(Self.pair))
    #expect(offered("5<tab>").contains(Self.pair), "an agreement")
    #expect(offered("5<tab><tab>").contains(Self.pair), "an omission")
  }

  /// The last comparison has nothing to do with the difference that is selected since.
  @Test func whatWasComparedBeforeIsNotOffered() {
    var reader = ReaderHarness()
    reader.press("2)1n")
    #expect(reader.state.compare?.documents.contains(Document.ID(2)) == true)
    #expect(reader.state.excerpts.map(\.excerpt).contains(Self.pair))
    let comparisons = reader.state.excerpts.filter { if case .comparison = $0.excerpt { true } else { false } }
    #expect(comparisons.count == 1)
    #expect(offered("2").first == Self.pair, "in Compare what is shown")
  }
}
