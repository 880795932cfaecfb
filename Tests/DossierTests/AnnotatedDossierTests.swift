import Dossier
import Testing

@Suite struct AnnotatedDossierTests {
  private let document = Document(
    id: Document.ID(0), path: "a.txt", name: "a",
    text: SourceText("Ada Marsh spoke. Marsh left. Bell stayed. “Yes,” Bell said. “No,” she said."))

  private func span(_ words: String, from offset: Int = 0) -> Span {
    let bytes = document.text.bytes
    let needle = Array(words.utf8)
    guard let start = bytes.indices.first(where: { $0 >= offset && bytes[$0...].starts(with: needle) }) else {
      preconditionFailure("\(words) is not in the text")
    }
    return Span(start, start + needle.count)
  }

  private var dossier: Dossier {
    func actor(_ index: Int, _ name: String, _ spans: [Span]) -> Actor {
      Actor(
        id: Actor.ID(index), name: name, kind: .person, aliases: [.init(text: name, count: spans.count)],
        mentions: spans.map { Mention(document: document.id, span: $0, kind: .name, basis: "name") })
    }
    func statement(_ index: Int, _ words: String, _ mention: Span?, _ actor: Int?) -> Statement {
      Statement(
        id: Statement.ID(index), document: document.id, span: span(words), kind: .direct,
        speaker: .init(mention: mention, actor: actor.map { Actor.ID($0) }), confidence: 0.9, basis: "subject of said")
    }
    func side(_ words: String, _ actor: Int?) -> Disagreement.Side {
      .init(passage: Passage(document: document.id, span: span(words)), actor: actor.map { Actor.ID($0) })
    }
    return Dossier(
      documents: [document],
      actors: [
        actor(0, "Ada Marsh", [span("Ada Marsh")]), actor(1, "Marsh", [span("Marsh left").trimmedTo(5)]),
        actor(2, "Bell", [span("Bell"), span("Bell", from: 50)]),
      ],
      statements: [statement(0, "“Yes,”", span("Bell", from: 50), 2), statement(1, "“No,”", nil, nil)],
      disagreements: [
        Disagreement(
          id: Disagreement.ID(0), relation: .contradiction, kind: .negation, left: side("“Yes,”", 2),
          right: side("“No,”", nil),
          time: .same, because: "yes against no", evidence: [], confidence: 0.9)
      ])
  }

  private func annotated(_ content: Annotation.Content, _ spans: Span...) -> AnnotatedDossier {
    let anchors = spans.map { Anchor($0, in: document) }
    return AnnotatedDossier(
      [Annotation(id: .init(digits: "1"), made: 1, anchors: anchors, content: content)], on: dossier)
  }

  @Test func nothingLaidOverChangesNothing() {
    let annotated = AnnotatedDossier(dossier)
    #expect(annotated.dossier.actors.map(\.name) == ["Ada Marsh", "Marsh", "Bell"])
    #expect(annotated.remarks.isEmpty && annotated.marks.isEmpty && annotated.lost.isEmpty)
  }

  @Test func aVerdictFindsItsPairInEitherOrder() {
    #expect(
      annotated(.verdict(.rejected), span("“Yes,”"), span("“No,”")).remarks[Disagreement.ID(0)]?.verdict == .rejected)
    #expect(
      annotated(.verdict(.accepted), span("“No,”"), span("“Yes,”")).remarks[Disagreement.ID(0)]?.verdict == .accepted)
  }

  @Test func aMergeMovesEveryReference() {
    let merged = annotated(.sameActor, span("Ada Marsh"), span("Marsh left").trimmedTo(5)).dossier
    #expect(merged.actors.map(\.name) == ["Ada Marsh", "Bell"])
    #expect(merged.actors.map(\.id.index) == [0, 1])
    #expect(merged.actors[0].mentions.count == 2)
    #expect(merged.statements[0].speaker?.actor == Actor.ID(1))
    #expect(merged.disagreements[0].left.actor == Actor.ID(1))
    let reversed = annotated(.sameActor, span("Bell"), span("Ada Marsh")).dossier
    #expect(reversed.actors.map(\.name) == ["Marsh", "Bell"])
    #expect(reversed.statements[0].speaker?.actor == Actor.ID(1))
  }

  @Test func aRenamedActorKeepsItsMentions() {
    let renamed = annotated(.actorName("Thomas Bell"), span("Bell")).dossier
    #expect(renamed.actors[2].name == "Thomas Bell")
    #expect(renamed.actors[2].mentions.count == 2)
  }

  @Test func aCorrectedSpeakerIsAnActor() {
    let corrected = annotated(.speaker("Ada Marsh"), span("“No,”")).dossier
    #expect(corrected.statements[1].speaker?.actor == Actor.ID(0))
    #expect(corrected.statements[1].confidence == 1)
    let new = annotated(.speaker("Someone Else"), span("“No,”")).dossier
    #expect(new.actors.last?.name == "Someone Else")
  }

  @Test func notesStandWhereTheyWereMade() {
    let noted = annotated(.note("see"), span("Marsh left"))
    #expect(noted.marks.map(\.passage.span) == [span("Marsh left")])
  }

  @Test func whatIsNoLongerInTheTextIsLostButNotGone() {
    let other = Document(id: Document.ID(0), path: "z.txt", name: "z", text: SourceText("Nothing here."))
    let note = Annotation(
      id: .init(digits: "2"), made: 1, anchors: [Anchor(span("Marsh left"), in: document)], content: .note("n"))
    #expect(AnnotatedDossier([note], on: Dossier(documents: [other])).lost == [note])
  }
}

extension Span {
  fileprivate func trimmedTo(_ count: Int) -> Span { Span(Int(start), Int(start) + count) }
}
