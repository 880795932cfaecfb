import Dossier
import FoundationEssentials
import Ingest
import Reading
import Report
import TestSupport
import Testing

/// The interchange on the real seeds: valid JSON, and every span the very words that it is said to hold.
@Suite struct DossierJSONTests {
  static let dossier = DossierReader().read(Loader().load([Repository.seeds]).documents)

  struct Output: Decodable {
    var schema: String
    var documents: [Document]
    var actors: [Actor]
    var statements: [Statement]
    var disagreements: [Disagreement]

    struct Place: Decodable {
      var document: String
      var start: Int
      var end: Int
    }
    struct Document: Decodable {
      var id: String
      var text: String
      var debris: [Range]
      var flags: [Range]
    }
    struct Range: Decodable {
      var start: Int
      var end: Int
    }
    struct Actor: Decodable {
      var id: String
      var mentions: [Place]
    }
    struct Statement: Decodable {
      var id: String
      var document: String
      var start: Int
      var end: Int
      var speaker: String?
      var speakerText: String?
      var speakerStart: Int?
      var speakerEnd: Int?
      var cue: String?
      var cueStart: Int?
      var cueEnd: Int?
    }
    struct Disagreement: Decodable {
      var left: Place
      var right: Place
      var evidence: [Evidence]
    }
    struct Evidence: Decodable {
      var leftStart: Int
      var leftEnd: Int
      var rightStart: Int
      var rightEnd: Int
    }
  }

  private func decoded() throws -> Output {
    try JSONDecoder().decode(Output.self, from: Data(DossierJSON.encode(AnnotatedDossier(Self.dossier))))
  }

  private func words(_ start: Int, _ end: Int, in scalars: [Unicode.Scalar]) throws -> String {
    try #require(0 <= start && start < end && end <= scalars.count, "span \(start)..<\(end) lies outside the text")
    var words = ""
    words.unicodeScalars.append(contentsOf: scalars[start..<end])
    return words
  }

  @Test func everySpanHoldsTheWordsThatTheDossierSees() throws {
    let output = try decoded()
    let dossier = Self.dossier
    #expect(output.schema == "crossread/1")
    #expect(output.documents.count == 5)
    let texts = Dictionary(uniqueKeysWithValues: output.documents.map { ($0.id, Array($0.text.unicodeScalars)) })
    for (document, original) in zip(output.documents, dossier.documents) {
      let scalars = try #require(texts[document.id])
      let debris = original.blocks.filter { $0.debris != nil }
      #expect(document.debris.count == debris.count)
      for (range, block) in zip(document.debris, debris) {
        #expect(try words(range.start, range.end, in: scalars) == original.text[block.span])
      }
      for (range, flag) in zip(document.flags, original.flags) {
        #expect(try words(range.start, range.end, in: scalars) == original.text[flag.span])
      }
    }
    for (actor, original) in zip(output.actors, dossier.actors) {
      for (mention, place) in zip(actor.mentions, original.mentions) {
        let scalars = try #require(texts[mention.document])
        let passage = Passage(document: place.document, span: place.span)
        #expect(try words(mention.start, mention.end, in: scalars) == dossier[passage])
      }
    }
    for (statement, original) in zip(output.statements, dossier.statements) {
      let scalars = try #require(texts[statement.document])
      let text = dossier[original.document].text
      #expect(try words(statement.start, statement.end, in: scalars) == text[original.span])
      if let start = statement.speakerStart, let end = statement.speakerEnd {
        #expect(try words(start, end, in: scalars) == statement.speakerText)
      }
      if let start = statement.cueStart, let end = statement.cueEnd {
        #expect(try words(start, end, in: scalars) == statement.cue)
      }
    }
    for (disagreement, original) in zip(output.disagreements, dossier.disagreements) {
      let (left, right) = (disagreement.left, disagreement.right)
      let leftScalars = try #require(texts[left.document])
      let rightScalars = try #require(texts[right.document])
      #expect(try words(left.start, left.end, in: leftScalars) == dossier[original.left.passage])
      #expect(try words(right.start, right.end, in: rightScalars) == dossier[original.right.passage])
      for evidence in disagreement.evidence {
        _ = try words(evidence.leftStart, evidence.leftEnd, in: leftScalars)
        _ = try words(evidence.rightStart, evidence.rightEnd, in: rightScalars)
      }
    }
  }

  @Test func everyReferenceExists() throws {
    let output = try decoded()
    let documents = Set(output.documents.map(\.id))
    let actors = Set(output.actors.map(\.id))
    #expect(output.statements.allSatisfy { documents.contains($0.document) })
    #expect(output.statements.allSatisfy { $0.speaker.map(actors.contains) ?? true })
    #expect(
      output.disagreements.allSatisfy { documents.contains($0.left.document) && documents.contains($0.right.document) })
  }

  @Test func theSameInputGivesTheSameBytes() {
    let again = DossierReader().read(Loader().load([Repository.seeds]).documents)
    #expect(DossierJSON.encode(AnnotatedDossier(again)) == DossierJSON.encode(AnnotatedDossier(Self.dossier)))
  }
}
