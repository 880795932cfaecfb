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
