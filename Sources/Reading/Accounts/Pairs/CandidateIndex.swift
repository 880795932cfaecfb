internal import Dossier

/// Finds, for every claim of an event, the few others worth judging: never all pairs.
///
/// Claims meet through shared terms, actors and axes. A key that more than `limit` claims share says little and only
/// joins neighbours in reading order, so that the cost stays near n log n.
struct CandidateIndex {
  private let postings: [Key: [Int]]
  private let claims: [Claim]
  private let limit = 48
  private let neighbours = 40

  private enum Key: Hashable, Comparable {
    case term(Int)
    case axis(Int)
    case actor(Int)
    /// An aim of a visit or of talks: of one event they are one act, whatever it is called.
    case aim
    /// Of one event there is one number of the dead, whatever words tell it.
    case headcount(Headcount.Sort)
    /// Nor do two tell of one vote in the same words.
    case tally
  }

  init(_ claims: [Claim]) {
    var postings: [Key: [Int]] = [:]
    for (index, claim) in claims.enumerated() {
      for term in claim.terms { postings[.term(term), default: []].append(index) }
      for axis in Set(claim.projections.map(\.axis)) { postings[.axis(axis), default: []].append(index) }
      for actor in claim.actors { postings[.actor(actor), default: []].append(index) }
      for sort in Set(claim.headcounts.map(\.sort)) { postings[.headcount(sort), default: []].append(index) }
      if !claim.tallies.isEmpty { postings[.tally, default: []].append(index) }
      if Self.hasAim(claim) { postings[.aim, default: []].append(index) }
    }
    self.postings = postings
    self.claims = claims
  }

  private static func hasAim(_ claim: Claim) -> Bool {
    claim.frames.contains { $0.kind == .purpose && $0.isOfMeeting }
  }

  /// Pairs `(i, j)` with `i < j`, each once, in order.
  func pairs() -> [(Int, Int)] {
    var found: [(Int, Int)] = []
    for index in claims.indices {
      var scores: [Int: Double] = [:]
      func meet(_ key: Key, weight: Double) {
        guard let others = postings[key], others.count > 1 else { return }
        let share = weight / Double(others.count).squareRoot()
        // Of a crowded key only the claims around this one in order.
        let here = others.partitioningIndex { $0 >= index }
        for other in others[max(0, here - limit)..<min(others.count, here + limit)] where other != index {
          scores[other, default: 0] += share
        }
      }
      for (term, weight) in zip(claims[index].terms, claims[index].weights) { meet(.term(term), weight: weight) }
      for axis in Set(claims[index].projections.map(\.axis)).sorted() { meet(.axis(axis), weight: 3) }
      for actor in claims[index].actors { meet(.actor(actor), weight: 1) }
      for sort in Set(claims[index].headcounts.map(\.sort)).sorted() { meet(.headcount(sort), weight: 5) }
      if !claims[index].tallies.isEmpty { meet(.tally, weight: 5) }
      if Self.hasAim(claims[index]) { meet(.aim, weight: 5) }
      let best = scores.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.prefix(neighbours)
      found += best.map { (min(index, $0.key), max(index, $0.key)) }
    }
    found.sort { $0 < $1 }
    var unique: [(Int, Int)] = []
    for pair in found where unique.last.map({ $0 != pair }) ?? true { unique.append(pair) }
    return unique
  }
}
