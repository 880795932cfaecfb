internal import Dossier
internal import Language

/// What a side does in a war, or for peace.
struct Part: Sendable {
  /// Who does it, and whom he speaks for.
  var actor: Int
  var side: Int
  var isForPeace: Bool
  /// The words that say so.
  var words: Range<Int>
}

/// Finds who wages war and who makes peace, by the words of that axis.
struct PartFinder {
  let sides: Sides

  private static let axis = AxisLexicon.shared.axes.firstIndex { $0.name == "peace" }

  private static let conditions: Set<String> = ["condition", "precondition", "demand", "term", "ultimatum"]
  /// *Ready to end the war*.
  private static let ending: Set<String> = ["end", "stop", "halt", "finish", "avert", "prevent", "avoid"]

  /// In order of place. Cost: quadratic in the words.
  func parts(in claim: Claim) -> [Part] {
    claim.projections.flatMap { projection -> [Part] in
      guard projection.axis == Self.axis, !projection.isNegated else { return [] }
      let word = projection.words.lowerBound
      let end = claim.words[word].relation == .obj ? claim.words[word].head : nil
      let ending = end.flatMap { Self.ending.contains(claim.words[$0].lemma) ? $0 : nil }
      guard projection.strength >= 0.8 || ending != nil else { return [] }
      var actors = [doer(of: word, in: claim)]
      let isForPeace = (projection.pole > 0) != (ending != nil)
      if !isForPeace { actors += [origin(of: word, in: claim), chiefActor(of: word, in: claim)] }
      return Set(actors.compactMap { $0 }).sorted().map {
        Part(
          actor: $0, side: sides[$0], isForPeace: isForPeace,
          words: min(ending ?? word, word)..<projection.words.upperBound)
      }
    }
  }

  /// *An offensive from Belarus*.
  private func origin(of index: Int, in claim: Claim) -> Int? {
    claim.words.indices.first { other in
      [index, claim.words[index].head].contains(claim.words[other].head) && claim.words[other].actor != nil
        && claim.words.contains { $0.head == other && $0.relation == .case && $0.norm == "from" }
    }.flatMap { claim.words[$0].actor }
  }

  /// Who acts in the main clause where the war stands in another: *although …, she opened the border to its army*.
  private func chiefActor(of index: Int, in claim: Claim) -> Int? {
    var current = index
    var isBelow = false
    for _ in 0..<40 {
      guard let head = claim.words[current].head else { break }
      if [.advcl, .aclRelcl, .acl].contains(claim.words[current].relation) { isBelow = true }
      current = head
    }
    guard isBelow else { return nil }
    return claim.words.indices.first { claim.words[$0].head == current && claim.words[$0].relation == .nsubj }
      .flatMap { claim.words.actor(at: $0) }
  }

  /// Whose it is, or the subject of the clause in which it stands.
  private func doer(of index: Int, in claim: Claim) -> Int? {
    var current: Int? = index
    for _ in 0..<8 {
      // *Conditions for a ceasefire* make no peace.
      guard let here = current, !Self.conditions.contains(claim.words[here].lemma) else { return nil }
      let owner = claim.words.indices.first {
        claim.words[$0].head == here && [.nsubj, .nmodPoss, .amod].contains(claim.words[$0].relation)
          && claim.words[$0].actor != nil
      }
      if let owner { return claim.words[owner].actor }
      if claim.words[here].tag == .verb,
        let subject = claim.words.indices.first(where: {
          claim.words[$0].head == here && claim.words[$0].relation == .nsubj
        })
      {
        return claim.words.actor(at: subject)
      }
      current = claim.words[here].head
    }
    return nil
  }
}
