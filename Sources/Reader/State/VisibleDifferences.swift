import Dossier
import Synchronization

/// The differences that are not below the bar or that the person has remarked on, and how many there are of each relation
/// everywhere.
struct VisibleDifferences {
  /// What they depend on.
  struct Key: Hashable {
    var index: Int
    var bar: Double
    /// Those below the bar that the person has judged or noted, agreements too: they stay.
    var remarked: Set<Finding>
    /// Those that the person holds to be wrong: listed, but neither counted nor gone to.
    var rejected: Set<Disagreement.ID> = []
  }

  private(set) var key: Key?
  /// Another number for every one that was made: cheaper to compare than the key.
  private(set) var serial = 0
  private static let made = Atomic(0)
  /// Strongest first.
  private(set) var ranked: [Disagreement.ID] = []
  /// Those of them that the person has not rejected: what is counted, and gone to one after another.
  private(set) var held: [Disagreement.ID] = []
  /// Whether each difference of the dossier is one of them.
  private(set) var isShown: [Bool] = []
  private(set) var total = RelationCounts()
  private(set) var ofDocument: [RelationCounts] = []
  private(set) var ofActor: [RelationCounts] = []
  /// The strongest relation that each statement is in.
  private(set) var ofStatement: [Statement.ID: Disagreement.Relation] = [:]

  init() {}

  /// - Complexity: one pass over the differences.
  init(_ index: DossierIndex, _ key: Key) {
    let dossier = index.dossier
    self.key = key
    serial = Self.made.add(1, ordering: .relaxed).newValue
    isShown = [Bool](repeating: false, count: dossier.disagreements.count)
    ofDocument = [RelationCounts](repeating: RelationCounts(), count: dossier.documents.count)
    ofActor = [RelationCounts](repeating: RelationCounts(), count: dossier.actors.count)
    for id in index.ranked where dossier[id].confidence >= key.bar || key.remarked.contains(.difference(id)) {
      ranked.append(id)
      isShown[id.index] = true
      guard !key.rejected.contains(id) else { continue }
      held.append(id)
      count(dossier[id])
    }
  }

  /// The place of a difference in `held`; `nil` where it is below the bar or rejected. Cost: O(log n).
  func place(of id: Disagreement.ID, in index: DossierIndex) -> Int? {
    let place = held.partitioningIndex { index.rank[$0.index] >= index.rank[id.index] }
    return place < held.count && held[place] == id ? place : nil
  }

  /// Whether it is one of `held`.
  func isHeld(_ id: Disagreement.ID) -> Bool { isShown[id.index] && !isRejected(id) }

  /// Whether the person holds it to be wrong.
  func isRejected(_ id: Disagreement.ID) -> Bool { key?.rejected.contains(id) ?? false }

  /// How many of those that are listed the person has rejected.
  var rejectedCount: Int { ranked.count - held.count }

  private mutating func count(_ difference: Disagreement) {
    let (relation, left, right) = (difference.relation, difference.left, difference.right)
    total[relation] += 1
    ofDocument[left.passage.document.index][relation] += 1
    if right.passage.document != left.passage.document { ofDocument[right.passage.document.index][relation] += 1 }
    if let actor = left.actor { ofActor[actor.index][relation] += 1 }
    if let actor = right.actor, actor != left.actor { ofActor[actor.index][relation] += 1 }
    for statement in [left.statement, right.statement].compactMap(\.self) where ofStatement[statement] == nil {
      ofStatement[statement] = relation
    }
  }
}
