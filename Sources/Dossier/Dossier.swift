/// All that was read from a set of documents: the one value that the reader's panes, the report and the JSON show.
///
/// A plain value, immutable once read. Every `Identifier` is an index into the list of its kind.
public struct Dossier: Sendable {
  public var documents: [Document]
  public var events: [Event]
  /// Most mentioned first.
  public var actors: [Actor]
  /// By document, then place.
  public var statements: [Statement]
  /// Most confident first. Those below `bar` are kept, and shown on request.
  public var disagreements: [Disagreement]
  public var agreements: [Agreement]
  public var omissions: [Omission]
  /// The confidence at which a disagreement is shown unasked.
  public var bar: Double

  public init(
    documents: [Document] = [], events: [Event] = [], actors: [Actor] = [], statements: [Statement] = [],
    disagreements: [Disagreement] = [], agreements: [Agreement] = [], omissions: [Omission] = [], bar: Double = 0.5
  ) {
    self.documents = documents
    self.events = events
    self.actors = actors
    self.statements = statements
    self.disagreements = disagreements
    self.agreements = agreements
    self.omissions = omissions
    self.bar = bar
    tellOutletsApart()
  }

  /// Marks the documents whose outlet another has too. Cost: linear in the documents.
  mutating func tellOutletsApart() {
    var counts: [String: Int] = [:]
    for document in documents { if let source = document.source { counts[source.name, default: 0] += 1 } }
    for index in documents.indices {
      let isShared = documents[index].source.map { counts[$0.name] ?? 0 > 1 } ?? false
      if documents[index].isOutletShared != isShared { documents[index].isOutletShared = isShared }
    }
  }

  @inlinable public subscript(id: Document.ID) -> Document { documents[id.index] }
  @inlinable public subscript(id: Event.ID) -> Event { events[id.index] }
  @inlinable public subscript(id: Actor.ID) -> Actor { actors[id.index] }
  @inlinable public subscript(id: Statement.ID) -> Statement { statements[id.index] }
  @inlinable public subscript(id: Disagreement.ID) -> Disagreement { disagreements[id.index] }

  /// When a document was published, else the date of its event.
  public func date(of document: Document.ID) -> PartialDate? {
    let document = self[document]
    return document.published?.date ?? document.event.flatMap { self[$0].date }
  }

  /// The disagreements as every list and report has them: contradictions first, of one relation the surest.
  ///
  /// Small keys are sorted, not the disagreements themselves: a large set has tens of thousands.
  public var rankedDisagreements: [Disagreement.ID] {
    var keys: [(relation: Int, doubt: Double, number: Int)] = []
    keys.reserveCapacity(disagreements.count)
    for number in disagreements.indices {
      keys.append((disagreements[number].relation.rank, -disagreements[number].confidence, number))
    }
    keys.sort { $0 < $1 }
    return keys.map { Disagreement.ID($0.number) }
  }

  /// The names of the actors who say a statement; `nil` where none does.
  public func speakerNames(of statement: Statement) -> String? {
    let names = statement.speakers.map { self[$0].name }
    return names.isEmpty ? nil : names.joined(separator: " and ")
  }

  /// Who says a statement: the actors, else the words that name the speaker.
  public func speaker(of statement: Statement) -> String? {
    guard let speaker = statement.speaker else { return nil }
    return speakerNames(of: statement) ?? speaker.mention.map { self[statement.document].text[$0] }
  }

  /// Whether the words of a side are those of who holds it, in quotation marks; else the article reports them in its own.
  public func isQuoted(_ side: Disagreement.Side) -> Bool {
    guard let statement = side.statement.map({ self[$0] }) else { return false }
    return statement.kind == .direct && spans(of: statement).contains { $0.contains(side.passage.span) }
  }

  /// The words of a passage.
  public subscript(passage: Passage) -> String { documents[passage.document.index].text[passage.span] }
}
