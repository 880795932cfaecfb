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

  /// What is shown of it hangs on a bar that nobody sees.
  @Test func aBarThatWasLeftElsewhereIsSaid() {
    var reader = ReaderHarness()
    reader.press("na}}}}}}}}")
    var again = ReaderHarness()
    again.state.resume(Session(reader.state).values)
    #expect(again.state.message == "Bar at 0.90: 1 of 6 differences shown · as you left it, { } move it")
    var usual = ReaderHarness()
    usual.state.resume(Session(ReaderHarness().state).values)
    #expect(usual.state.message == nil)
  }

  @Test func whatIsShownBelowTheBarIsSaidToBe() throws {
    var reader = ReaderHarness()
    reader.press("n")
    reader.state.show(difference: try #require(reader.state.lists.visible.ranked.last))
    reader.press("a}}}}}}}}")
    #expect(reader.foot.contains("2 of 6 differences shown, 1 of them below it as you remarked on it"))
    reader.press("e")
    let name = reader.state.defaultPath(of: .difference(try #require(reader.state.difference)))
    #expect(name == "sample-shift-2.md", "the number that the screen gives it")
  }

  @Test func aSessionIsEqualToItsLikeOnly() {
    var reader = ReaderHarness()
    let before = Session(reader.state)
    #expect(before == Session(reader.state))
    reader.press("j")
    #expect(before != Session(reader.state))
  }
}
