import Dossier
import TestSupport
import Testing

@testable import Reader

/// What was added to a difference, after the articles were edited; what another copy of the program replaced.
@Suite struct LostRemarkTests {
  private let sample = SampleDossier().dossier

  @Test func whatIsLostIsPutOnTheSelectedDifference() throws {
    var reader = ReaderHarness.withALoss
    #expect(reader.state.remarks.lost.count == 1)
    reader.press("n'<enter>")
    #expect(reader.shows("a puts it on difference 1 of 5 · Ada Quill / Tomas Brandt"))
    reader.press("a")
    let first = try #require(reader.state.lists.visible.ranked.first)
    #expect(reader.state.remarks[.difference(first)]?.note == "keep me")
    #expect(reader.state.remarks.lost.isEmpty && reader.state.layers.isEmpty)
    #expect(reader.foot.contains("The note is on difference 1 of 5"))
    reader.press("u")
    #expect(reader.state.remarks.lost.count == 1 && reader.state.remarks[.difference(first)] == nil)
  }

  @Test func inAListItIsPutOnWhatTheListHas() {
    var reader = ReaderHarness.withALoss
    reader.press("5<tab>'<enter>a")
    #expect(reader.state.remarks[.agreement(0)]?.note == "keep me" && reader.state.remarks.lost.isEmpty)
  }

  /// The explanation of anything else has no such key.
  @Test func onlyWhatIsLostCanBePutElsewhere() {
    var reader = ReaderHarness()
    reader.press("nKa")
    #expect(!reader.state.layers.isEmpty && reader.state.remarks.placed.isEmpty)
  }

  @Test func whatAnotherCopyReplacedIsNotSaidToBeUndone() throws {
    var reader = ReaderHarness()
    reader.press("nmmine<enter>")
    let mine = try #require(reader.state.remarks.placed.first)
    let passages = try #require(mine.passages)
    let theirs = PlacedAnnotation(.note("theirs"), on: passages, of: sample, made: mine.annotation.made + 1).annotation
    let arrival = RemarkArrival(
      [theirs], after: [mine.annotation.id: mine.annotation], in: sample.documents, areOthers: true)
    reader.state.receive(arrival)
    reader.press("u")
    #expect(reader.foot.contains("Another copy of crossread has replaced it"))
    #expect(reader.state.remarks.placed.map(\.annotation) == [theirs])
    #expect(reader.state.remarks.takeUnkept().count == 1, "nothing but the note itself is to be kept")
    reader.press("u")
    #expect(reader.foot.contains("nothing was added since this reading began"))
  }
}
