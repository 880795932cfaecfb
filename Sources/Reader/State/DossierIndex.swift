public import Dossier
import Query

/// What panes look up in a dossier, found once: built beside the dossier, off the main thread, and never changed.
///
/// - Complexity: O(n log n) to build, in the number of marks.
public final class DossierIndex: Sendable {
  /// One passage of a difference where it stands in a text.
  struct Side: Sendable, Hashable {
    var difference: Disagreement.ID
    var isLeft: Bool
  }

  /// An actor's mention where it stands in a text.
  struct ActorMention: Sendable, Hashable {
    var actor: Actor.ID
    /// Index into the actor's mentions.
    var mention: Int
  }

  /// The marks of one document.
  struct DocumentMarks: Sendable {
    var statements: SpanIndex<Statement.ID>
    var mentions: SpanIndex<ActorMention>
    var sides: SpanIndex<Side>
    /// Indexes into the dossier's omissions that this document tells and another does not.
    var omissions: SpanIndex<Int>
    /// Indexes into the dossier's agreements that this document is part of.
    var agreements: SpanIndex<Int>
    var flags: SpanIndex<Flag>
  }

  public let dossier: Dossier
  /// Whether analysis is still to come, so that empty lists say so.
  let isReading: Bool
  let marks: [DocumentMarks]
  /// What to call each actor where room is short; never the same for two.
  let shortNames: [String]
  /// Statements of each actor, without repeats, in the dossier's order.
  let statementsOfActor: [[Statement.ID]]
  /// Statements of each document, without repeats.
  let statementsOfDocument: [[Statement.ID]]
  /// All statements, without repeats.
  let statements: [Statement.ID]
  /// Contradictions first, then tensions, framings and shifts; within a relation the most confident first.
  let ranked: [Disagreement.ID]
  /// Documents in the order of the Sources pane: event by event.
  let sourceOrder: [Document.ID]
  /// The place of each document in `sourceOrder`.
  let sourceRank: [Int]
  /// What searches and filters look through.
  let finder: Finder

  /// Indexes `dossier`.
  /// - Parameter isReading: whether it holds the documents only, and the rest is still being read.
  public convenience init(_ dossier: Dossier, isReading: Bool = false) {
    self.init(dossier, isReading: isReading, corpus: Corpus(dossier.documents))
  }

  /// - Parameter corpus: the folded texts; an earlier index of the same documents may have them.
  init(_ dossier: Dossier, isReading: Bool, corpus: Corpus) {
    self.dossier = dossier
    self.isReading = isReading
    let count = dossier.documents.count
    var byDocument = [[Statement.ID]](repeating: [], count: count)
    var byActor = [[Statement.ID]](repeating: [], count: dossier.actors.count)
    var all: [Statement.ID] = []
    var statementEntries = [[SpanIndex<Statement.ID>.Entry]](repeating: [], count: count)
    for statement in dossier.statements where statement.document.index < count {
      statementEntries[statement.document.index].append(.init(span: statement.span, value: statement.id))
      guard statement.duplicateOf == nil else { continue }
      all.append(statement.id)
      byDocument[statement.document.index].append(statement.id)
      if let actor = statement.speaker?.actor { byActor[actor.index].append(statement.id) }
    }
    var mentionEntries = [[SpanIndex<ActorMention>.Entry]](repeating: [], count: count)
    for actor in dossier.actors {
      for (index, mention) in actor.mentions.enumerated() where mention.document.index < count {
        mentionEntries[mention.document.index].append(
          .init(span: mention.span, value: ActorMention(actor: actor.id, mention: index)))
      }
    }
    var sideEntries = [[SpanIndex<Side>.Entry]](repeating: [], count: count)
    for difference in dossier.disagreements {
      for (side, isLeft) in [(difference.left, true), (difference.right, false)] {
        sideEntries[side.passage.document.index].append(
          .init(span: side.passage.span, value: Side(difference: difference.id, isLeft: isLeft)))
      }
    }
    var omissionEntries = [[SpanIndex<Int>.Entry]](repeating: [], count: count)
    for (index, omission) in dossier.omissions.enumerated() {
      omissionEntries[omission.present.document.index].append(.init(span: omission.present.span, value: index))
    }
    var agreementEntries = [[SpanIndex<Int>.Entry]](repeating: [], count: count)
    for (index, agreement) in dossier.agreements.enumerated() {
      for passage in agreement.passages {
        agreementEntries[passage.document.index].append(.init(span: passage.span, value: index))
      }
    }
    marks = dossier.documents.indices.map { index in
      DocumentMarks(
        statements: SpanIndex(statementEntries[index]), mentions: SpanIndex(mentionEntries[index]),
        sides: SpanIndex(sideEntries[index]), omissions: SpanIndex(omissionEntries[index]),
        agreements: SpanIndex(agreementEntries[index]),
        flags: SpanIndex(dossier.documents[index].flags.map { .init(span: $0.span, value: $0) }))
    }
    let short = dossier.actors.map(\.shortName)
    let uses = Dictionary(short.map { ($0, 1) }, uniquingKeysWith: +)
    shortNames = zip(dossier.actors, short).map { uses[$1] == 1 ? $1 : $0.name }
    statements = all
    statementsOfDocument = byDocument
    statementsOfActor = byActor
    ranked = dossier.disagreements.sorted { left, right in
      if left.relation != right.relation { return left.relation.rank < right.relation.rank }
      return left.confidence != right.confidence ? left.confidence > right.confidence : left.id < right.id
    }.map(\.id)
    let order = Self.order(of: dossier)
    var rank = [Int](repeating: 0, count: count)
    for (place, id) in order.enumerated() { rank[id.index] = place }
    sourceOrder = order
    sourceRank = rank
    finder = Finder(dossier, corpus)
  }

  /// What an actor says in a document, without repeats. Cost: O(log n) in what the actor says.
  func statements(of actor: Actor.ID, in document: Document.ID) -> ArraySlice<Statement.ID> {
    let all = statementsOfActor[actor.index]
    func first(from wanted: Document.ID) -> Int {
      var low = 0
      var high = all.count
      while low < high {
        let middle = (low + high) / 2
        if dossier[all[middle]].document < wanted { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let start = first(from: document)
    let end = first(from: Document.ID(document.index + 1))
    return all[start..<max(start, end)]
  }

  /// Event by event as the dossier lists them; documents of no event last.
  private static func order(of dossier: Dossier) -> [Document.ID] {
    var seen = [Bool](repeating: false, count: dossier.documents.count)
    var order: [Document.ID] = []
    for event in dossier.events {
      for document in event.documents where document.index < seen.count && !seen[document.index] {
        seen[document.index] = true
        order.append(document)
      }
    }
    return order + dossier.documents.map(\.id).filter { !seen[$0.index] }
  }
}

extension Disagreement {
  /// Both passages, left first.
  var sides: [Side] { [left, right] }
}
