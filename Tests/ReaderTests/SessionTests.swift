import Dossier
import Terminal
import TestSupport
import Testing

@testable import Reader

/// A set opens where it was left.
@Suite struct SessionTests {
  /// Ways to leave the reader.
  private static let ways = [
    "", "j<enter>jjj", "<tab>jj<tab>j", "5jj", "5<tab>j", "3lj", "4jj", "nc", "nco", "z", "tG", "fquill<enter>",
    "<tab><tab>ad", "b", "}", "ncG", "c]]", "cjjj<tab>", "c+<pgdn>", ">>>",
  ]

  @Test(arguments: ways) func theScreenIsTheSame(_ keys: String) {
    var reader = ReaderHarness()
    reader.press(keys)
    reader.state.message = nil
    let values = Session(reader.state).values
    var again = ReaderHarness()
    again.state.resume(values)
    again.state.message = nil
    #expect(again.screen == reader.screen)
    #expect(Session(again.state).values == values)
  }

  @Test func whatIsGoneIsLeftOut() {
    var reader = ReaderHarness()
    reader.press("G<enter>jj5j")
    let values = Session(reader.state).values
    var other = SampleDossier().dossier
    other.disagreements = []
    other.statements = []
    other.actors = []
    other.documents.removeLast()
    other.events.removeLast()
    var again = ReaderHarness(dossier: Dossier(documents: other.documents, events: other.events))
    again.state.resume(values)
    #expect(again.state.view == .differences)
    again.state.resume(["view": "99", "place 0 news/wire.txt": "9999999 -4", "widening": "x", "compare": "nowhere"])
    #expect(again.state.screen().rows == 36)
  }

  @Test(arguments: ways) func articlesThatLieElsewhereOpenWhereTheyWereLeft(_ keys: String) {
    var reader = ReaderHarness()
    reader.press(keys)
    reader.state.message = nil
    var moved = SampleDossier().dossier
    for index in moved.documents.indices { moved.documents[index].path = "/elsewhere/\(index).txt" }
    var again = ReaderHarness(dossier: moved)
    again.state.resume(Session(reader.state).values)
    again.state.message = nil
    #expect(again.screen == reader.screen)
  }

  @Test func aSessionIsEqualToItsLikeOnly() {
    var reader = ReaderHarness()
    let before = Session(reader.state)
    #expect(before == Session(reader.state))
    reader.press("j")
    #expect(before != Session(reader.state))
  }
}
