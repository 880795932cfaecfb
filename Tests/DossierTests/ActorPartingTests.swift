import Dossier
import TestSupport
import Testing

/// A name that is split off an actor takes along what is said under it.
@Suite struct ActorPartingTests {
  private static let text =
    "Harbour chief Ada Marsh said she was ready. “Soon,” the chief said. Lena Marsh, a docker, said she was not. “Never,” she said."

  private let document = Document(id: Document.ID(0), path: "a.txt", name: "a", text: SourceText(text))

  private func span(_ words: String, after: String = "") -> Span {
    let bytes = document.text.bytes
    func place(_ needle: [UInt8], from offset: Int) -> Int {
      bytes.indices[offset...].first { bytes[$0...].starts(with: needle) } ?? 0
    }
    let start = place(Array(words.utf8), from: place(Array(after.utf8), from: 0))
    return Span(start, start + words.utf8.count)
  }

  /// Both women taken for one.
  private var dossier: Dossier {
    let mentions: [(Span, Mention.Kind)] = [
      (span("Ada Marsh"), .name), (span("she", after: "Ada Marsh"), .pronoun), (span("the chief"), .title),
      (span("Lena Marsh"), .name), (span("she", after: "docker"), .pronoun), (span("she", after: "“Never,”"), .pronoun),
    ]
    let actor = Actor(
      id: Actor.ID(0), name: "Ada Marsh", kind: .person,
      mentions: mentions.map { Mention(document: document.id, span: $0.0, kind: $0.1, basis: "name") })
    let said: [(Span, Span)] = [
      (span("she was ready"), span("Harbour chief Ada Marsh")), (span("“Soon,”"), span("the chief")),
      (span("she was not"), span("Lena Marsh, a docker")), (span("“Never,”"), span("she", after: "“Never,”")),
    ]
    let statements = said.enumerated().map { number, said in
      Statement(
        id: Statement.ID(number), document: document.id, span: said.0, kind: .direct,
        speaker: .init(mention: said.1, actor: actor.id), confidence: 1, basis: "subject of said")
    }
    func disagreement(_ id: Int, _ left: Int, _ right: Int) -> Disagreement {
      func side(_ number: Int) -> Disagreement.Side {
        .init(
          passage: Passage(document: document.id, span: said[number].0), statement: Statement.ID(number),
          actor: actor.id)
      }
      return Disagreement(
        id: Disagreement.ID(id), relation: .shift, kind: .stance, left: side(left), right: side(right),
        time: .different,
        reason: Reason("she changed her mind."), evidence: [], confidence: 0.8)
    }
    return Dossier(
      documents: [document], actors: [actor], statements: statements,
      disagreements: [disagreement(0, 0, 2), disagreement(1, 2, 3)])
  }

  private func split(_ words: Span) -> Dossier {
    let passage = Passage(document: document.id, span: words)
    return AnnotatedDossier(
      [PlacedAnnotation(.otherActor, on: [passage], of: dossier, made: 1)], on: dossier
    ).dossier
  }

  @Test func whatIsSaidUnderTheNameGoesWithIt() {
    let parted = split(span("Lena Marsh"))
    #expect(parted.actors.map(\.name) == ["Ada Marsh", "Lena Marsh"])
    #expect(parted.statements.map { $0.speaker?.actor?.index } == [0, 0, 1, 1])
    #expect(parted.actors[1].mentions.map(\.kind) == [.name, .pronoun, .pronoun])
    #expect(parted.actors[0].mentions.count == 3)
  }

  @Test func whatATitleSaysGoesWithTheTitleOnly() {
    #expect(split(span("the chief")).statements.map { $0.speaker?.actor?.index } == [0, 1, 0, 0])
  }

  /// What was a change of mind of one is none of two; where both sides are the other's it still is one.
  @Test func theSidesOfDifferencesGoToo() {
    let parted = split(span("Lena Marsh")).disagreements
    #expect(parted[0].left.actor == Actor.ID(0) && parted[0].right.actor == Actor.ID(1) && parted[0].confidence == 0)
    #expect(parted[1].left.actor == Actor.ID(1) && parted[1].right.actor == Actor.ID(1) && parted[1].confidence == 0.8)
  }
}
