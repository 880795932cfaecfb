internal import Dossier
internal import Language

/// One thing, two places: *a student in Seattle* / *a student at a college in Bellingham*.
struct PlaceJudge: Judge {
  func judge(_ pair: ClaimPair) -> Finding? {
    guard pair.tie > 5.5, !pair.background.places.isEmpty else { return nil }
    let (lefts, rights) = (located(in: pair.left, pair), located(in: pair.right, pair))
    for left in lefts {
      for right in rights where left.term == right.term && left.place != right.place {
        guard !rights.contains(where: { $0.place == left.place }), !lefts.contains(where: { $0.place == right.place }),
          // Places that a sentence names side by side may lie one in the other.
          !pair.background.areNeighbours(left.place, right.place)
        else { continue }
        return Finding(
          kind: .place, relation: .contradiction, reason: "{A} places it at “{a}”, {B} at “{b}”.",
          matches: [
            .init(left: left.word..<left.word + 1, right: right.word..<right.word + 1, relation: "other place")
          ],
          confidence: min(0.8, 0.3 + pair.tie / 25))
      }
    }
    return nil
  }

  /// Places with the thing that is said to be there: the nearest noun or verb above that the other claim has too.
  private func located(in claim: Claim, _ pair: ClaimPair) -> [(term: Int, place: Int, word: Int)] {
    claim.words.indices.compactMap { index in
      guard let place = claim.words[index].actor, pair.background.places.contains(place),
        claim.words.contains(where: { $0.head == index && $0.relation == .case && Self.prepositions.contains($0.norm) })
      else { return nil }
      var current = claim.words[index].head
      for _ in 0..<4 {
        guard let head = current else { return nil }
        let word = claim.words[head]
        if let term = word.term, !word.isName, pair.shared.contains(term) { return (term, place, index) }
        current = word.head
      }
      return nil
    }
  }

  private static let prepositions: Set<String> = ["in", "at", "near", "outside"]
}
