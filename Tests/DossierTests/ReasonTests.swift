import TestSupport
import Testing

@testable import Dossier

/// A reason is one sentence, whatever the files are called that it names.
@Suite struct ReasonTests {
  @Test func aNameOfAFileDoesNotBreakOrFillIt() throws {
    var dossier = SampleDossier().dossier
    for index in dossier.documents.indices { dossier.documents[index].source = nil }
    let long = String(repeating: "long", count: 50)
    (dossier.documents[0].name, dossier.documents[1].name) = ("a\n\u{1B}b", long)
    var difference = try #require(dossier.disagreements.first)
    (difference.left.actor, difference.left.statement) = (nil, nil)
    difference.left.passage.document = Document.ID(0)
    difference.right.passage.document = Document.ID(1)
    difference.reason = Reason([.side(isLeft: true), .words(" says so; "), .source(isLeft: false), .words(" not")])
    let because = dossier.because(difference)
    #expect(because.hasPrefix("a b says so; long") && because.hasSuffix("… not"))
    #expect(because.count < 80)
  }
}
