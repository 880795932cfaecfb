public import Dossier

/// A small dossier made by hand, with at least one of everything that a reader shows: three articles of two events,
/// debris, a damaged word, a repeat, direct and reported speech, every relation, wide and accented letters.
public struct SampleDossier {
  public private(set) var dossier = Dossier()

  private static let gazette = """
    Home > News > Harbour
    Harbour talks end with a promise
    LORNE, 3 March 2024 (Lorne Gazette) - Mayor Ada Quill met union leader Tomas Brandt at the harbour on Sunday.
    “We are ready to reopen the north quay within a month,” Quill said after the talks. “The cranes are safe.”
    Brandt said that the dockers would return to work once the cranes had been inspected.
    According to the harbour office, 40 ships were turned away during the strike.
    The mayor called the talks “open and useful”. The talkshad lasted five hours, and both sides shook hands.
    See also: Ferry fares rise again
    Photo: Lorne Gazette
    """

  private static let wire = """
    Dockers leave harbour talks empty-handed
    LORNE (Coast Wire) - The mayor of Lorne refused on Sunday to set a date for the reopening of the north quay, the dockers' union said.
    “There is no will to reopen anything,” union leader Tomas Brandt told reporters at the harbour gate. “The cranes are not safe.”
    The harbour office said 52 ships had been turned away during the strike.
    Mayor Ada Quill left through a side door. The strike of the dockers began in February.
    “There is no will to reopen anything,” union leader Tomas Brandt told reporters at the harbour gate.
    """

  private static let letter = """
    Quill speaks again
    On May 9 the mayor, Ada Quill, said the quay would stay closed until autumn.
    “I never promised a date,” she said.
    Jan Śmigły, her deputy, praised the crews: “Ćwiczenia w porcie 港の訓練 went well.”
    """

  public init() {
    add(
      "gazette", Self.gazette, source: "Lorne Gazette", PartialDate(year: 2024, month: 3, day: 3), title: 1,
      debris: [
        0: .breadcrumb, 7: .related, 8: .credit,
      ])
    add(
      "wire", Self.wire, source: "Coast Wire", PartialDate(year: 2024, month: 3, day: 3), title: 0,
      debris: [5: .duplicate])
    add("letter", Self.letter, source: nil, PartialDate(month: 5, day: 9), title: 0, debris: [:])
    dossier.documents[0].url = "https://gazette.example/harbour"
    dossier.documents[0].flags = [
      Flag(span: span("talkshad", in: 0), kind: .damagedText, note: "two words run together: talkshad")
    ]
    addEvents()
    addActors()
    addStatements()
    addDisagreements()
    dossier.agreements = [
      Agreement(
        claim: passage("met union leader Tomas Brandt at the harbour on Sunday", in: 0),
        passages: [
          passage("met union leader Tomas Brandt at the harbour on Sunday", in: 0),
          passage("union leader Tomas Brandt told reporters at the harbour gate", in: 1),
        ], independentSources: 2, confidence: 0.71,
        because: "they share “Brandt”, “union”, “harbour”, and none denies it or counts otherwise",
        evidence: (0...1).map { document in
          let brandt = span("union leader Tomas Brandt", in: document)
          return [brandt, span("harbour", in: document, from: Int(brandt.end))]
        })
    ]
    dossier.omissions = [
      Omission(present: passage("both sides shook hands", in: 0), missingFrom: Document.ID(1), confidence: 0.71)
    ]
  }

  /// The span of the first `words` in a document, from an offset on.
  public func span(_ words: String, in document: Int, from offset: Int = 0) -> Span {
    let bytes = dossier.documents[document].text.bytes
    let wanted = Array(words.utf8)
    let start = (offset...max(offset, bytes.count - wanted.count)).first { bytes[$0...].starts(with: wanted) }
    guard let start else { preconditionFailure("the sample has no “\(words)”") }
    return Span(start, start + wanted.count)
  }

  private func passage(_ words: String, in document: Int) -> Passage {
    Passage(document: Document.ID(document), span: span(words, in: document))
  }

  private mutating func add(
    _ name: String, _ text: String, source: String?, _ date: PartialDate, title: Int, debris: [Int: Debris]
  ) {
    let source = source.map { Source(name: $0, basis: .dateline, span: nil) }
    let text = SourceText(text)
    let blocks = text.lineStarts.indices.map { line in
      let kind: Block.Kind = debris[line].map { .debris($0) } ?? (line == title ? .title : .paragraph)
      return Block(span: text.trimmed(text.lineSpan(line + 1)), kind: kind)
    }
    dossier.documents.append(
      Document(
        id: Document.ID(dossier.documents.count), path: "news/\(name).txt", name: name, text: text,
        title: blocks[title].span, source: source, published: Published(date: date, basis: .dateline, span: nil),
        blocks: blocks))
  }

  private mutating func addEvents() {
    let harbour = [Document.ID(0), Document.ID(1)]
    dossier.events = [
      Event(
        id: Event.ID(0), label: "Harbour talks", date: PartialDate(year: 2024, month: 3, day: 3), place: "Lorne",
        documents: harbour),
      Event(id: Event.ID(1), label: "Quill speaks", date: PartialDate(month: 5, day: 9), documents: [Document.ID(2)]),
    ]
    for (index, event) in [0, 0, 1].enumerated() { dossier.documents[index].event = Event.ID(event) }
  }

  private mutating func addActors() {
    let names: [(String, Actor.Kind, [(String, Int, Mention.Kind, String)])] = [
      (
        "Ada Quill", .person,
        [
          ("Ada Quill", 0, .name, "full name"), ("Quill said", 0, .name, "surname"),
          ("The mayor", 0, .title, "role in this text"),
          ("The mayor of Lorne", 1, .title, "role in this text"), ("Ada Quill", 1, .name, "full name"),
          ("Ada Quill", 2, .name, "full name"), ("she", 2, .pronoun, "subject of the sentence before"),
        ]
      ),
      (
        "Tomas Brandt", .person,
        [
          ("Tomas Brandt", 0, .name, "full name"), ("Brandt said", 0, .name, "surname"),
          ("Tomas Brandt", 1, .name, "full name"),
        ]
      ),
      (
        "harbour office", .organisation,
        [("harbour office", 0, .name, "organisation word"), ("harbour office", 1, .name, "organisation word")]
      ),
      ("Jan Śmigły", .person, [("Jan Śmigły", 2, .name, "full name")]),
    ]
    dossier.actors = names.enumerated().map { index, entry in
      let (name, kind, mentions) = entry
      return Actor(
        id: Actor.ID(index), name: name, kind: kind, aliases: [Actor.Alias(text: name, count: mentions.count)],
        mentions: mentions.map { words, document, kind, basis in
          let whole = span(words, in: document)
          let surname = words.hasSuffix(" said") ? Span(Int(whole.start), Int(whole.end) - 5) : whole
          return Mention(document: Document.ID(document), span: surname, kind: kind, basis: basis)
        })
    }
    dossier.actors[0].roles = [Actor.Role(text: "Mayor", passage: passage("Mayor", in: 0))]
  }

  private mutating func addStatements() {
    let rows: [(String, Int, Statement.Kind, Int?, String?, Statement.Cue.Kind, Double)] = [
      ("“We are ready to reopen the north quay within a month,”", 0, .direct, 0, "said", .asserts, 0.97),
      ("“The cranes are safe.”", 0, .direct, 0, nil, .asserts, 0.93),
      (
        "that the dockers would return to work once the cranes had been inspected", 0, .indirect, 1, "said", .promises,
        0.95
      ),
      ("40 ships were turned away during the strike", 0, .indirect, 2, "According to", .asserts, 0.9),
      ("“open and useful”", 0, .mixed, 0, "called", .praises, 0.7),
      ("The mayor of Lorne refused on Sunday to set a date", 1, .indirect, nil, "said", .accuses, 0.6),
      ("“There is no will to reopen anything,”", 1, .direct, 1, "told reporters", .accuses, 0.96),
      ("“The cranes are not safe.”", 1, .direct, 1, nil, .denies, 0.92),
      ("52 ships had been turned away during the strike", 1, .indirect, 2, "said", .asserts, 0.94),
      ("the quay would stay closed until autumn", 2, .indirect, 0, "said", .asserts, 0.93),
      ("“I never promised a date,”", 2, .direct, 0, "said", .denies, 0.97),
      ("“Ćwiczenia w porcie 港の訓練 went well.”", 2, .direct, 3, "praised", .praises, 0.8),
    ]
    dossier.statements = rows.enumerated().map { index, row in
      let (words, document, kind, actor, cue, cueKind, confidence) = row
      let speaker = actor.map { number in
        Statement.Speaker(
          mention: dossier.actors[number].mentions.first { $0.document.index == document }?.span,
          actor: Actor.ID(number))
      }
      return Statement(
        id: Statement.ID(index), document: Document.ID(document), span: span(words, in: document), kind: kind,
        speaker: speaker, cue: cue.map { Statement.Cue(span: span($0, in: document), kind: cueKind) },
        confidence: confidence, basis: actor == nil ? "no speaker in reach" : "subject of the cue")
    }
  }

  private mutating func addDisagreements() {
    add(
      .contradiction, .negation, ("The cranes are safe", 0, 1, 0), ("The cranes are not safe", 1, 7, 1), 0.91, .same,
      "gazette (Ada Quill) says the cranes are “safe”; wire (Tomas Brandt) says they are “not safe”",
      ("safe", "not safe"))
    add(
      .contradiction, .number, ("40 ships were turned away", 0, 3, 2), ("52 ships had been turned away", 1, 8, 2), 0.84,
      .same, "gazette counts “40” ships turned away; wire counts “52”", ("40", "52"))
    add(
      .shift, .stance, ("We are ready to reopen the north quay within a month", 0, 0, 0),
      ("I never promised a date", 2, 10, 0),
      0.62, .different, "Ada Quill was “ready” to reopen “within a month”, and later “never promised a date”",
      ("within a month", "never promised"))
    add(
      .tension, .stance, ("We are ready to reopen the north quay within a month", 0, 0, 0),
      ("There is no will to reopen anything", 1, 6, 1),
      0.66, .same, "gazette (Ada Quill) calls the mayor “ready” to reopen; wire (Tomas Brandt) says there is “no will”",
      ("ready", "no will"))
    add(
      .framing, .wording, ("both sides shook hands", 0, nil, nil), ("left through a side door", 1, nil, nil), 0.55,
      .same,
      "gazette ends the talks with “shook hands”; wire with “a side door”", ("shook hands", "side door"))
    add(
      .tension, .date, ("stay closed until autumn", 2, 9, 0), ("I never promised a date", 2, 10, 0), 0.31, .same,
      "“until autumn” names a date; “never promised a date” denies one", ("autumn", "date"))
    dossier.disagreements.sort { $0.confidence > $1.confidence }
    for index in dossier.disagreements.indices { dossier.disagreements[index].id = Disagreement.ID(index) }
  }

  private mutating func add(
    _ relation: Disagreement.Relation, _ kind: Disagreement.Kind, _ left: (String, Int, Int?, Int?),
    _ right: (String, Int, Int?, Int?), _ confidence: Double, _ time: Disagreement.Time, _ because: String,
    _ words: (String, String)
  ) {
    func side(_ side: (String, Int, Int?, Int?)) -> Disagreement.Side {
      Disagreement.Side(
        passage: passage(side.0, in: side.1), statement: side.2.map { Statement.ID($0) },
        actor: side.3.map { Actor.ID($0) })
    }
    func lit(_ word: String, in passage: Passage) -> Span {
      let inside = dossier[passage].utf8
      let wanted = Array(word.utf8)
      let bytes = Array(inside)
      let start = (0...bytes.count - wanted.count).first { bytes[$0...].starts(with: wanted) } ?? 0
      return Span(Int(passage.span.start) + start, Int(passage.span.start) + start + wanted.count)
    }
    let (one, other) = (side(left), side(right))
    let evidence = Disagreement.Evidence(
      left: lit(words.0, in: one.passage), right: lit(words.1, in: other.passage), relation: "opposed")
    dossier.disagreements.append(
      Disagreement(
        id: Disagreement.ID(dossier.disagreements.count), relation: relation, kind: kind, left: one, right: other,
        time: time, reason: Reason(because), evidence: [evidence], confidence: confidence))
  }
}
