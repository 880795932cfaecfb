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
    func side(_ words: String, _ actor: Int?, _ statement: Int) -> Disagreement.Side {
      .init(
        passage: Passage(document: document.id, span: span(words)), statement: Statement.ID(statement),
        actor: actor.map { Actor.ID($0) })
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
          id: Disagreement.ID(0), relation: .contradiction, kind: .negation, left: side("“Yes,”", 2, 0),
          right: side("“No,”", nil, 1), time: .same,
          reason: Reason([
            .side(isLeft: true), .words(" says yes, "), .side(isLeft: false), .words(" no, of "), .actor(Actor.ID(1)),
            .words("."),
          ]), evidence: [], confidence: 0.9)
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
      annotated(.verdict(.rejected), span("“Yes,”"), span("“No,”")).remarks[.difference(Disagreement.ID(0))]?.verdict
        == .rejected)
    #expect(
      annotated(.verdict(.accepted), span("“No,”"), span("“Yes,”")).remarks[.difference(Disagreement.ID(0))]?.verdict
        == .accepted)
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

  @Test func aStatementCanBeSaidByNobody() {
    let corrected = annotated(.speaker(nil), span("“Yes,”")).dossier
    #expect(corrected.statements[0].speaker == nil && corrected.actors.count == dossier.actors.count)
    #expect(corrected.disagreements[0].left.actor == nil)
    #expect(corrected.because(corrected.disagreements[0]).hasPrefix("a says yes"))
    #expect(Annotation.Content(kind: "speaker", value: "") == .speaker(nil))
    #expect(Annotation.Content.speaker(nil).value.isEmpty && !Annotation.Content.speaker(nil).wording.isEmpty)
  }

  @Test func notesStandWhereTheyWereMade() {
    let noted = annotated(.note("see"), span("Marsh left"))
    #expect(noted.marks.map(\.passage.span) == [span("Marsh left")])
  }

  @Test func remarksOnAPairGatherAllThatWasAdded() {
    let sides = [span("“No,”"), span("“Yes,”")].map { Anchor($0, in: document) }
    let contents: [Annotation.Content] = [
      .tag("quay"), .note("old"), .bookmark, .note("new"), .tag("quay"), .verdict(.unsure),
    ]
    let annotations = contents.enumerated().map { number, content in
      Annotation(id: .init(digits: "\(number)"), made: Int64(number), anchors: sides, content: content)
    }
    let remark = AnnotatedDossier(annotations, on: dossier).remarks[.difference(Disagreement.ID(0))]
    #expect(remark?.tags == ["quay"] && remark?.note == "old / new" && remark?.isBookmarked == true)
    #expect(remark?.verdict == .unsure && remark?.annotations.count == 6)
  }

  @Test func aCorrectedSpeakerHoldsTheSideToo() {
    let corrected = annotated(.speaker("Ada Marsh"), span("“Yes,”")).dossier
    #expect(corrected.statements[0].speaker?.actor == Actor.ID(0))
    #expect(corrected.disagreements[0].left.actor == Actor.ID(0) && corrected.disagreements[0].confidence == 0.9)
  }

  @Test func aReasonCallsEverybodyAsThePersonDoes() {
    func because(_ content: Annotation.Content, _ spans: Span...) -> String {
      let dossier = AnnotatedDossier(
        [
          Annotation(id: .init(digits: "1"), made: 1, anchors: spans.map { Anchor($0, in: document) }, content: content)
        ],
        on: dossier
      ).dossier
      return dossier.because(dossier.disagreements[0])
    }
    #expect(dossier.because(dossier.disagreements[0]) == "a (Bell) says yes, a no, of Marsh.")
    #expect(because(.actorName("Thomas Bell"), span("Bell")) == "a (Thomas Bell) says yes, a no, of Marsh.")
    #expect(because(.speaker("Ada Marsh"), span("“No,”")) == "a (Bell) says yes, a (Ada Marsh) no, of Marsh.")
    #expect(because(.outlet("Gazette"), span("Bell")) == "Gazette (Bell) says yes, Gazette no, of Marsh.")
    #expect(
      because(.sameActor, span("Ada Marsh"), span("Marsh left").trimmedTo(5))
        == "a (Bell) says yes, a no, of Ada Marsh.")
  }

  @Test func whatOneSpeakerHeldHasNoGroundWhereTheyAreTwo() {
    var changed = dossier
    changed.disagreements[0].relation = .shift
    changed.disagreements[0].right.actor = changed.disagreements[0].left.actor
    let correction = Annotation(
      id: .init(digits: "1"), made: 1, anchors: [Anchor(span("“No,”"), in: document)], content: .speaker("Ada Marsh"))
    let corrected = AnnotatedDossier([correction], on: changed).dossier
    let difference = corrected.disagreements[0]
    #expect(difference.confidence == 0 && corrected.because(difference).hasSuffix("you have corrected that."))
    let other = Annotation(
      id: .init(digits: "2"), made: 2, anchors: [Anchor(span("“Yes,”"), in: document)],
      content: .speaker("Someone Else"))
    let both = AnnotatedDossier([correction, other], on: changed).dossier
    #expect(both.because(both.disagreements[0]).split(separator: "corrected").count == 2)
  }

  @Test func otherRemarksLeaveTheCorrectionsAsTheyAre() {
    let rename = PlacedAnnotation(
      .actorName("Thomas Bell"), on: [Passage(document: document.id, span: span("Bell"))], of: dossier, made: 1)
    let note = PlacedAnnotation(
      .note("n"), on: [Passage(document: document.id, span: span("Marsh left"))], of: dossier, made: 2)
    var annotated = AnnotatedDossier([rename], on: dossier)
    annotated.remark([rename, note])
    #expect(annotated.dossier.actors[2].name == "Thomas Bell")
    #expect(annotated.marks(on: Passage(document: document.id, span: span("left"))).count == 1)
    annotated.remark([rename])
    #expect(annotated.marks.isEmpty && annotated.marks(in: document.id).isEmpty)
  }

  @Test func whatMovedWithItsTextIsFoundThere() {
    let moved = Document(
      id: Document.ID(0), path: "a.txt", name: "a",
      text: SourceText("A new first line.\n" + document.text[document.text.span]))
    let note = Annotation(
      id: .init(digits: "2"), made: 1, anchors: [Anchor(span("Marsh left"), in: document)], content: .note("n"))
    let annotated = AnnotatedDossier([note], on: Dossier(documents: [moved]))
    #expect(annotated.marks.map { moved.text[$0.passage.span] } == ["Marsh left"])
    #expect(annotated.lost.isEmpty)
  }

  @Test func whatMovedElsewhereWithItsTextIsFoundThere() {
    func moved(_ path: String, _ text: String) -> Document {
      Document(id: Document.ID(1), path: path, name: "b", text: SourceText(text))
    }
    let text = document.text[document.text.span]
    let other = Document(id: Document.ID(0), path: "o.txt", name: "o", text: SourceText("Marsh left. Not this one."))
    let note = Annotation(
      id: .init(digits: "2"), made: 1, anchors: [Anchor(span("Marsh left"), in: document)], content: .note("n"))
    for path in ["/home/x/a.txt", "./a.txt", "renamed.txt"] {
      let later = moved(path, "One line more.\n" + text)
      let annotated = AnnotatedDossier([note], on: Dossier(documents: [other, later]))
      #expect(annotated.marks.map(\.passage.document) == [later.id])
    }
    // The words are gone from what is a later version all the same.
    let changed = moved("/home/x/a.txt", text.split(separator: "Marsh left").joined(separator: "Gone"))
    #expect(AnnotatedDossier([note], on: Dossier(documents: [other, changed])).lost == [note])
    // A file of that name with another story is none.
    let unlike = moved("b/a.txt", "Quite another story, of which nothing here is told, says this.")
    #expect(AnnotatedDossier([note], on: Dossier(documents: [other, unlike])).elsewhere == [note])
  }

  @Test func whatIsNoLongerInTheTextIsLostButNotGone() {
    let changed = Document(id: Document.ID(0), path: document.path, name: "z", text: SourceText("Nothing here."))
    let note = Annotation(
      id: .init(digits: "2"), made: 1, anchors: [Anchor(span("Marsh left"), in: document)], content: .note("n"))
    let annotated = AnnotatedDossier([note], on: Dossier(documents: [changed]))
    #expect(annotated.lost == [note] && annotated.elsewhere.isEmpty)
  }

  @Test func whatIsOnATextThatIsNotOpenIsElsewhere() {
    let other = Document(id: Document.ID(0), path: "z.txt", name: "z", text: SourceText("Nothing here."))
    let changed = Document(id: Document.ID(1), path: document.path, name: "a", text: SourceText("Something new."))
    let here = Anchor(Span(0, 7), in: other)
    let there = Anchor(span("Marsh left"), in: document)
    let note = Annotation(id: .init(digits: "1"), made: 1, anchors: [here, there], content: .note("n"))
    let name = Annotation(id: .init(digits: "2"), made: 2, anchors: [there], content: .actorName("Ada"))
    let annotated = AnnotatedDossier([note, name], on: Dossier(documents: [other]))
    #expect(annotated.elsewhere == [name, note] && annotated.lost.isEmpty)
    // What is missing of it belongs to a file that is open: that is a loss.
    let both = AnnotatedDossier([note, name], on: Dossier(documents: [other, changed]))
    #expect(both.lost == [name, note] && both.elsewhere.isEmpty)
  }
}

extension Span {
  fileprivate func trimmedTo(_ count: Int) -> Span { Span(Int(start), Int(start) + count) }
}
