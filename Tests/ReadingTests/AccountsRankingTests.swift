import Dossier
import Testing

@testable import Reading

@Suite struct AccountsRankingTests {
  @Test func clashesBetweenEventsWeighLessAmongMoreDocuments() {
    let weights = [0, 5, 30, 200, 10_000].map(Ranking.acrossEvents)
    #expect(weights == weights.sorted(by: >))
    #expect(weights[0] == weights[1] && weights[3] == weights[4])
    #expect(weights[1] > weights[2] && weights[2] > weights[3])
  }

  @Test func anAttitudeWeighsLessInsideOneAccount() throws {
    let sentences = ["Anna Berg is ready for the harbour talks.", "Carl Dorn is unwilling to hold harbour talks."]
    let documents = sentences.enumerated().map {
      Document(
        id: Document.ID($0), path: "\($0).txt", name: "\($0)", text: SourceText($1 + String(repeating: " ", count: 9)))
    }
    let actors = ["Anna Berg", "Carl Dorn"].enumerated().map { Actor(id: Actor.ID($0), name: $1, kind: .person) }
    let ranking = Ranking(dossier: Dossier(documents: documents, actors: actors))
    let divergence = Divergence(
      kind: .stance, relation: .tension, reason: "{A}, {B}",
      matches: [.init(left: 3..<4, right: 3..<4, relation: "opposed")], confidence: 0.7)
    var pair = try pair(sentences[0], sentences[1], speakers: [0, 1])
    let between = ranking.disagreements(from: [Draft(pair: pair, divergence: divergence)])
    pair.right.passage.document = pair.left.passage.document
    let inside = ranking.disagreements(from: [Draft(pair: pair, divergence: divergence)])
    #expect(try #require(between.first).confidence > (try #require(inside.first).confidence))
    var named = divergence
    named.kind = .number
    let figure = ranking.disagreements(from: [Draft(pair: pair, divergence: named)])
    #expect(try #require(figure.first).confidence > (try #require(inside.first).confidence))
  }

  private func ranked(_ left: String, _ right: String, _ words: Range<Int>) throws -> (Disagreement, Dossier) {
    let documents = [left, right].enumerated().map {
      Document(id: Document.ID($0), path: "\($0).txt", name: "\($0)", text: SourceText($1))
    }
    let dossier = Dossier(documents: documents)
    let divergence = Divergence(
      kind: .number, relation: .tension, reason: "{A} has “{a}”, {B} “{b}”.",
      matches: [.init(left: words, right: 1..<2, relation: "opposed")], confidence: 0.7)
    let found = Ranking(dossier: dossier).disagreements(from: [
      Draft(pair: try pair(left, right), divergence: divergence)
    ])
    return (try #require(found.first), dossier)
  }

  /// Whom we hardly think to have said it a mark does not name.
  @Test(arguments: [(0.2, nil), (0.8, Actor.ID(0))]) func namesNoDoubtfulHolder(confidence: Double, actor: Actor.ID?)
    throws
  {
    let (left, right) = ("The harbour was closed for a day.", "The harbour was closed for a week.")
    let documents = [left, right].enumerated().map {
      Document(id: Document.ID($0), path: "\($0).txt", name: "\($0)", text: SourceText($1))
    }
    var pair = try pair(left, right, speakers: [0, nil])
    pair.left.held[0].confidence = confidence
    let divergence = Divergence(
      kind: .number, relation: .tension, reason: "{A}, {B}",
      matches: [.init(left: 1..<2, right: 1..<2, relation: "opposed")], confidence: 0.7)
    let found = Ranking(dossier: Dossier(documents: documents)).disagreements(from: [
      Draft(pair: pair, divergence: divergence)
    ])
    #expect(found.map(\.left.actor) == [actor])
    #expect(found.allSatisfy { ($0.left.statement == nil) == (actor == nil) })
  }

  @Test func quotationMarksInAReasonAreSingleOrNone() throws {
    let (whole, dossier) = try ranked("They saw a \"balanced plan\" fail there.", "The plan held up well.", 2..<7)
    #expect(dossier.because(whole).contains("“a ‘balanced plan’”"))
    let (half, other) = try ranked("They saw a \"balanced plan fail there.", "The plan held up well.", 2..<6)
    #expect(other.because(half).contains("“a balanced plan”"))
  }
}
