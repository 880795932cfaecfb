import Dossier

/// How many differences of each relation.
struct RelationCounts: Hashable, Sendable {
  /// By rank. A plain value: a large set has one for every article and actor.
  private var counts = SIMD4<Int32>()

  subscript(relation: Disagreement.Relation) -> Int {
    get { Int(counts[relation.rank]) }
    set { counts[relation.rank] = Int32(clamping: newValue) }
  }

  var total: Int { Int(counts.wrappedSum()) }

  /// The strongest relation that occurs.
  var strongest: Disagreement.Relation? {
    Disagreement.Relation.allCases.filter { self[$0] > 0 }.min { $0.rank < $1.rank }
  }
}
