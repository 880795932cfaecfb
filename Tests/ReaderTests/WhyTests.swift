import Dossier
import Ingest
import Reading
import TestSupport
import Testing

@testable import Reader

/// On a key, the reason why a mention belongs to its actor and a statement to its speaker.
@Suite struct WhyTests {
  @Test func aStatementSaysWhyItHasItsSpeaker() {
    var reader = ReaderHarness()
    reader.press("<tab><tab>jK")
    #expect(reader.shows("Why this speaker"))
    #expect(reader.shows("Speaker: Ada Quill"))
    #expect(reader.shows("Because: subject of the cue"))
    #expect(reader.shows("Confidence: "))
  }

  @Test func anActorSaysWhatTiesItsMentions() {
    var reader = ReaderHarness()
    reader.press("<tab>jK")
    #expect(reader.shows("Tied together by:"))
    #expect(reader.shows("subject of the sentence before ×1"))
  }

  @Test func aMentionInTheTextSaysWhoseItIs() throws {
    var reader = ReaderHarness()
    reader.press("<tab><tab><tab>")
    let mention = try #require(reader.state.dossier.actors[0].mentions.first { $0.basis == "role in this text" })
    let document = try #require(reader.state.document)
    try #require(mention.document == document)
    for _ in 0..<40 where (reader.state.places[0]?.cursor ?? 0) < Int(mention.span.start) { reader.press("j") }
    reader.press("K")
    #expect(reader.shows("is Ada Quill: role in this text"))
  }

  /// One pair of marks around any words, whatever marks they came with.
  @Test(arguments: [
    ("a plain report", "“a plain report”"), ("“all of it,”", "“all of it,”"), ("the end of it.”", "“the end of it.”"),
    ("that it is “open and useful”", "“that it is “open and useful””"), ("“The start", "“The start"),
  ])
  func quotationMarksAreNotDoubled(_ text: String, _ quoted: String) {
    #expect(Wording.quoted(text) == quoted)
  }

  @Test func saysWhichSourcesUseAName() {
    let documents = Loader().load([Repository.seeds]).documents
    var reader = ReaderHarness(dossier: DossierReader().read(documents))
    reader.press("7jjK")
    #expect(reader.shows("Lukashenka ×1 (001)"))
  }
}
