import Dossier

/// Reads back what `DossierEncoder` wrote.
struct DossierDecoder {
  private var input: ByteReader
  // Made once: the compiler's own lists of cases are built anew at each use.
  private let mentionKinds = Mention.Kind.allCases
  private let actorKinds = Actor.Kind.allCases
  private let statementKinds = Statement.Kind.allCases
  private let cueKinds = Statement.Cue.Kind.allCases
  private let cueStatuses = Statement.Cue.Status.allCases
  private let bases = Basis.allCases
  private let flagKinds = Flag.Kind.allCases
  private let relations = Disagreement.Relation.allCases
  private let kinds = Disagreement.Kind.allCases
  private let times = Disagreement.Time.allCases
  private let blockKinds = [.title, .deck, .heading, .paragraph, .listItem] + Debris.allCases.map(Block.Kind.debris)

  init(_ input: ByteReader) { self.input = input }

  /// Reads a whole dossier.
  /// - Complexity: O(bytes); about 1 ms for each MB.
  mutating func dossier() throws(DamagedEntry) -> Dossier {
    let documents = try list(40) { (reader, index) throws(DamagedEntry) in try reader.document(index) }
    let events = try list(9) { (reader, index) throws(DamagedEntry) in
      Event(
        id: Event.ID(index), label: try reader.input.string(), date: try reader.optionalDate(),
        place: try reader.input.optionalString(),
        documents: try reader.list(4) { (reader, _) throws(DamagedEntry) in Document.ID(try reader.input.number()) })
    }
    return Dossier(
      documents: documents, events: events,
      actors: try list(18) { (reader, index) throws(DamagedEntry) in try reader.actor(index) },
      statements: try list(28) { (reader, index) throws(DamagedEntry) in try reader.statement(index) },
      disagreements: try list(47) { (reader, index) throws(DamagedEntry) in try reader.disagreement(index) },
      agreements: try list(32) { (reader, _) throws(DamagedEntry) in try reader.agreement() },
      omissions: try list(24) { (reader, _) throws(DamagedEntry) in
        Omission(
          present: try reader.passage(), missingFrom: Document.ID(try reader.input.number()),
          confidence: try reader.input.double())
      },
      bar: try input.double())
  }

  private mutating func list<Value>(
    _ least: Int, _ read: (inout DossierDecoder, Int) throws(DamagedEntry) -> Value
  ) throws(DamagedEntry) -> [Value] {
    let count = try input.count(ofElementsWithAtLeast: least)
    var values: [Value] = []
    values.reserveCapacity(count)
    for index in 0..<count { values.append(try read(&self, index)) }
    return values
  }

  private mutating func document(_ index: Int) throws(DamagedEntry) -> Document {
    let (path, name) = (try input.string(), try input.string())
    let text = SourceText(validUTF8: try input.raw(), lineStarts: try input.rawNumbers())
    let isPage = try input.byte() != 0
    var document = Document(
      id: Document.ID(index), path: path, name: name, text: text, contentHash: try input.string())
    document.isPage = isPage
    document.title = try input.optionalSpan()
    if try input.byte() != 0 {
      document.source = Source(
        name: try input.string(), basis: try input.choice(bases), span: try input.optionalSpan())
    }
    if try input.byte() != 0 {
      document.published = Published(
        date: try date(), basis: try input.choice(bases), span: try input.optionalSpan())
    }
    document.author = try input.optionalSpan()
    document.url = try input.optionalString()
    document.language = try input.string()
    document.blocks = try list(9) { (reader, _) throws(DamagedEntry) in
      Block(span: try reader.input.span(), kind: try reader.input.choice(reader.blockKinds))
    }
    document.flags = try list(13) { (reader, _) throws(DamagedEntry) in
      Flag(
        span: try reader.input.span(), kind: try reader.input.choice(reader.flagKinds),
        note: try reader.input.string())
    }
    document.notes = try list(4) { (reader, _) throws(DamagedEntry) in try reader.input.string() }
    document.event = try id()
    return document
  }

  private mutating func optionalDate() throws(DamagedEntry) -> PartialDate? {
    try input.byte() == 0 ? nil : try date()
  }

  private mutating func date() throws(DamagedEntry) -> PartialDate {
    PartialDate(
      year: try input.optionalNumber(), month: try input.optionalNumber(), day: try input.optionalNumber())
  }

  private mutating func id<Value>() throws(DamagedEntry) -> Identifier<Value>? {
    guard let index = try input.optionalNumber() else { return nil }
    guard index >= 0 else { throw DamagedEntry() }
    return Identifier(index)
  }

  private mutating func passage() throws(DamagedEntry) -> Passage {
    Passage(document: Document.ID(try input.number()), span: try input.span())
  }

  private mutating func actor(_ index: Int) throws(DamagedEntry) -> Actor {
    Actor(
      id: Actor.ID(index), name: try input.string(), kind: try input.choice(actorKinds),
      aliases: try list(8) { (reader, _) throws(DamagedEntry) in
        Actor.Alias(text: try reader.input.string(), count: try reader.input.number())
      },
      roles: try list(16) { (reader, _) throws(DamagedEntry) in
        Actor.Role(text: try reader.input.string(), passage: try reader.passage())
      },
      mentions: try list(25) { (reader, _) throws(DamagedEntry) in
        Mention(
          document: Document.ID(try reader.input.number()), span: try reader.input.span(),
          kind: try reader.input.choice(reader.mentionKinds), basis: try reader.input.string(),
          confidence: try reader.input.double())
      },
      speaksFor: try id())
  }

  private mutating func statement(_ index: Int) throws(DamagedEntry) -> Statement {
    Statement(
      id: Statement.ID(index), document: Document.ID(try input.number()), span: try input.span(),
      kind: try input.choice(statementKinds),
      speaker: try input.byte() == 0
        ? nil
        : .init(
          mention: try input.optionalSpan(), actor: try id(),
          others: try list(1) { (reader, _) throws(DamagedEntry) in Actor.ID(try reader.input.number()) }),
      cue: try input.byte() == 0
        ? nil
        : .init(
          span: try input.span(), kind: try input.choice(cueKinds), status: try input.choice(cueStatuses),
          phrase: try input.span()),
      confidence: try input.double(), basis: try input.string(), duplicateOf: try id(), continues: try id(),
      isListed: try input.byte() == 1)
  }

  private mutating func side() throws(DamagedEntry) -> Disagreement.Side {
    .init(passage: try passage(), statement: try id(), actor: try id())
  }

  private mutating func reason() throws(DamagedEntry) -> Reason {
    Reason(
      try list(1) { (reader, _) throws(DamagedEntry) in
        let tag = try reader.input.byte()
        switch tag {
        case 0: return .words(try reader.input.string())
        case 1, 2: return .side(isLeft: tag == 1)
        case 3, 4: return .source(isLeft: tag == 3)
        case 5: return .actor(Actor.ID(try reader.input.number()))
        default: throw DamagedEntry()
        }
      })
  }

  private mutating func agreement() throws(DamagedEntry) -> Agreement {
    let agreement = Agreement(
      claim: try passage(), passages: try list(12) { (reader, _) throws(DamagedEntry) in try reader.passage() },
      independentSources: try input.number(), confidence: try input.double(), because: try input.string(),
      evidence: try list(4) { (reader, _) throws(DamagedEntry) in
        try reader.list(8) { (reader, _) throws(DamagedEntry) in try reader.input.span() }
      })
    guard agreement.evidence.count == agreement.passages.count else { throw DamagedEntry() }
    return agreement
  }

  private mutating func disagreement(_ index: Int) throws(DamagedEntry) -> Disagreement {
    Disagreement(
      id: Disagreement.ID(index), relation: try input.choice(relations), kind: try input.choice(kinds),
      left: try side(), right: try side(), time: try input.choice(times), reason: try reason(),
      evidence: try list(20) { (reader, _) throws(DamagedEntry) in
        Disagreement.Evidence(
          left: try reader.input.span(), right: try reader.input.span(), relation: try reader.input.string())
      },
      confidence: try input.double())
  }
}
