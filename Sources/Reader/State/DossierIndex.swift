public import Dossier
import Query
import Synchronization

/// What panes look up in a dossier, found once: built beside the dossier, off the main thread, and never changed.
///
/// - Complexity: O(n) to build in the number of marks, O(n log n) in that of differences.
public final class DossierIndex: Sendable {
  public let dossier: Dossier
  /// Another number for every index that was made: an address may be used again.
  let serial = made.add(1, ordering: .relaxed).newValue
  private static let made = Atomic(0)
  /// Whether analysis is still to come, so that empty lists say so.
  let isReading: Bool
  /// What is marked in each document.
  let marks: MarkIndex
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
  /// The place of each difference in `ranked`.
  let rank: [Int]
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
    for statement in dossier.statements where statement.isListed && statement.document.index < count {
      all.append(statement.id)
      byDocument[statement.document.index].append(statement.id)
      for actor in statement.speakers { byActor[actor.index].append(statement.id) }
    }
    marks = MarkIndex(dossier)
    let short = dossier.actors.map(\.shortName)
    let uses = Dictionary(short.map { ($0, 1) }, uniquingKeysWith: +)
    shortNames = zip(dossier.actors, short).map { uses[$1] == 1 ? $1 : $0.name }
    statements = all
    statementsOfDocument = byDocument
    statementsOfActor = byActor
    ranked = dossier.rankedDisagreements
    rank = Self.places(of: ranked.map(\.index))
    sourceOrder = Self.order(of: dossier)
    sourceRank = Self.places(of: sourceOrder.map(\.index))
    finder = Finder(dossier, corpus)
  }

  /// What an actor says in a document, without repeats. Cost: O(log n) in what the actor says.
  func statements(of actor: Actor.ID, in document: Document.ID) -> ArraySlice<Statement.ID> {
    let all = statementsOfActor[actor.index]
    func first(from wanted: Document.ID) -> Int {
      all.partitioningIndex { dossier[$0].document >= wanted }
    }
    let start = first(from: document)
    let end = first(from: Document.ID(document.index + 1))
    return all[start..<max(start, end)]
  }

  /// Where each number stands in a permutation.
  private static func places(of order: [Int]) -> [Int] {
    var places = [Int](repeating: 0, count: order.count)
    for (place, number) in order.enumerated() { places[number] = place }
    return places
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
