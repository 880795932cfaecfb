import Dossier
import TestSupport
import Testing

@testable import Reader

/// Names and merges as a person gives them: what is taken, and what is asked about first.
@Suite struct CorrectionTests {
  @Test func aNameIsTrimmedAndNobodyElses() {
    var reader = ReaderHarness()
    reader.press("7jR<C-u>  Ada   Stone  <enter>")
    #expect(reader.state.dossier.actors[0].name == "Ada Stone")
    reader.press("R<C-u>Tomas Brandt<enter>")
    #expect(reader.shows("another actor is called Tomas Brandt: & merges the two"))
    reader.press("<C-u> <enter>")
    #expect(reader.shows("a name is not empty") && reader.state.dossier.actors[0].name == "Ada Stone")
    reader.press("<esc>6R<C-u> Gazette <enter>")
    #expect(reader.state.dossier.documents[0].source?.name == "Gazette")
  }

  /// Two rows of one name would be one actor to whoever reads them.
  @Test func whoLosesTheNameIsCalledByTheCommonestOther() {
    var reader = ReaderHarness()
    reader.press("7j%ada quill<enter>")
    #expect(reader.state.dossier.actors.map(\.name).filter { $0.contains("Quill") } == ["Quill", "Ada Quill"])
    #expect(reader.foot.contains("Split of Ada Quill from Quill"))
    reader.press("u")
    #expect(reader.state.dossier.actors[0].name == "Ada Quill")
  }

  /// The letters that are typed on are for the line that the key opens, wherever one stands.
  @Test(arguments: ["9&", "8&", "0&", "5&", "2&"]) func whereNoActorIsPickedItIsAskedFor(_ keys: String) {
    var reader = ReaderHarness()
    reader.press(keys)
    #expect(reader.shows("Which actor is to have another's name?"))
    reader.press("brandt<enter>")
    #expect(reader.shows("Who is the same as Tomas Brandt?"))
    reader.press("quill<enter>")
    #expect(reader.state.dossier.actors.count == 3)
  }

  @Test func anActorThatIsAskedForIsSplitUnlessItHasOneName() {
    var reader = ReaderHarness()
    reader.press("9%śmigły<enter>")
    #expect(reader.state.layers.isEmpty && reader.foot.contains("Jan Śmigły stays one: all texts use one name"))
    reader.press("%quill<enter>the mayor<enter>")
    #expect(reader.state.dossier.actors.last?.name == "The mayor")
    reader.press("3%")
    #expect(reader.shows("Which name is somebody else than Ada Quill?"))
  }

  @Test func whatIsOfTwoKindsIsMergedOnlyAfterYes() {
    var reader = ReaderHarness()
    reader.press("7j&harbour<enter>")
    #expect(reader.shows("Ada Quill is taken for a person, harbour office for an organisation. Merge them?"))
    reader.press("no<enter>")
    #expect(reader.state.dossier.actors.count == 4 && reader.foot.contains("stay two"))
    reader.press("&harbour<enter>yes<enter>")
    #expect(reader.state.dossier.actors.count == 3)
  }
}
