internal import Dossier
internal import Language

/// What somebody does in a war, or for peace.
struct Part: Sendable {
  /// Who does it.
  var actor: Int
  var isForPeace: Bool
  /// The words that say so.
  var words: Range<Int>
}

/// Finds who wages war and who makes peace, by the words of that axis.
struct PartFinder {
  let words: [Claim.Word]
  let projections: [Projection]

  private static let axis = AxisLexicon.shared.axes.firstIndex { $0.name == "peace" }

  private static let conditions: Set<String> = ["condition", "precondition", "demand", "term", "ultimatum"]
  /// *Ready to end the war*.
  private static let ending: Set<String> = ["end", "stop", "halt", "finish", "avert", "prevent", "avoid"]

  /// In order of place. Cost: quadratic in the words.
  var parts: [Part] {
    projections.flatMap { projection -> [Part] in
      guard projection.axis == Self.axis, !projection.isNegated else { return [] }
      let word = projection.words.lowerBound
      let end = words[word].relation == .obj ? words[word].head : nil
      let ending = end.flatMap { Self.ending.contains(words[$0].lemma) ? $0 : nil }
      guard projection.strength >= 0.8 || ending != nil else { return [] }
      var actors = [doer(of: word)]
      let isForPeace = (projection.pole > 0) != (ending != nil)
      if !isForPeace { actors += [origin(of: word), chiefActor(of: word)] }
      return Set(actors.compactMap { $0 }).sorted().map {
        Part(
          actor: $0, isForPeace: isForPeace,
          words: min(ending ?? word, word)..<projection.words.upperBound)
      }
    }
  }

  /// *An offensive from Belarus*.
  private func origin(of index: Int) -> Int? {
    words.indices.first { other in
      [index, words[index].head].contains(words[other].head) && words[other].actor != nil
        && words.hasCase(["from"], at: other)
    }.flatMap { words[$0].actor }
  }

  /// Who acts in the main clause where the war stands in another: *although …, she opened the border to its army*.
  private func chiefActor(of index: Int) -> Int? {
    var current = index
    var isBelow = false
    for _ in 0..<40 {
      guard let head = words[current].head else { break }
      if [.advcl, .aclRelcl, .acl].contains(words[current].relation) { isBelow = true }
      current = head
    }
    return isBelow ? words.doer(of: current) : nil
  }

  /// Whose it is, or the subject of the clause in which it stands.
  private func doer(of index: Int) -> Int? {
    var current: Int? = index
    for _ in 0..<8 {
      // *Conditions for a ceasefire* make no peace.
      guard let here = current, !Self.conditions.contains(words[here].lemma) else { return nil }
      let owner = words.indices.first {
        words[$0].head == here && [.nsubj, .nmodPoss, .amod].contains(words[$0].relation)
          && words[$0].actor != nil
      }
      if let owner { return words[owner].actor }
      if words[here].tag == .verb,
        let subject = words.indices.first(where: {
          words[$0].head == here && words[$0].relation == .nsubj
        })
      {
        return words.actor(at: subject)
      }
      current = words[here].head
    }
    return nil
  }
}
