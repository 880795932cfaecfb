internal import Dossier
internal import Language

/// How many were killed, hurt, arrested or gathered: *killing 31 workers* / *23 people lost their lives*.
///
/// The words may have nothing in common but what befell the people. That it is one happening is known by neither text giving
/// the figure of the other, and by each giving hardly any other of that sort.
struct HeadcountJudge: Judge {
  func judge(_ pair: ClaimPair) -> Divergence? {
    guard pair.isBetweenDocuments, !pair.left.headcounts.isEmpty, !pair.right.headcounts.isEmpty, !pair.areOfTwoDays,
      !isOfThePast(pair.left), !isOfThePast(pair.right), !areAtTwoPlaces(pair)
    else { return nil }
    for left in pair.left.headcounts {
      for right in pair.right.headcounts where left.sort == right.sort && left.isOfLikeSize(as: right) {
        let (ones, others) = (known(left.sort, pair.left, pair), known(right.sort, pair.right, pair))
        // *At least seven*, *at least six*: both can be true, yet each has its own.
        let areBounds = left.isOtherBound(than: right)
        let agree = { (one: Headcount, other: Headcount) in
          areBounds ? one.low == other.low : one.agrees(with: other)
        }
        guard !agree(left, right), !others.contains(where: { agree(left, $0) }),
          !ones.contains(where: { agree($0, right) })
        else { continue }
        let figures = max(Set(ones.map(\.low)).count, Set(others.map(\.low)).count)
        guard figures <= Self.most, !left.isNone && !right.isNone || areAtOnePlace(pair) else { continue }
        return Divergence(
          kind: left.isNone || right.isNone ? .negation : .number, relation: areBounds ? .tension : .contradiction,
          reason: "{A} gives “{a}”, {B} “{b}”.",
          matches: [.init(left: left.phrase, right: right.phrase, relation: "other count")],
          topic: "headcount \(left.sort.rawValue)",
          confidence: min(0.8, (figures == 1 ? 0.52 : 0.47) + pair.tie / 50))
      }
    }
    return nil
  }

  /// So many different figures a text of one happening may give.
  private static let most = 2

  private func known(_ sort: Headcount.Sort, _ claim: Claim, _ pair: ClaimPair) -> [Headcount] {
    // *A man was hurt* says that not nobody was, and no number.
    (pair.background.headcounts[claim.passage.document.index]?[sort] ?? []).filter { $0.bound != .above || $0.low > 1 }
  }

  /// Whether it tells of years before.
  private func isOfThePast(_ claim: Claim) -> Bool {
    claim.times.contains { time in
      switch time.value {
      case .period: true
      case .relative(.year, let offset): offset < 0
      case .date(let date): date.year != nil && date.day == nil
      default: false
      }
    }
  }

  /// Whether neither names a place that the other does not: nobody hurt in one town, or in the north, says nothing of
  /// another.
  private func areAtOnePlace(_ pair: ClaimPair) -> Bool {
    let places = [pair.left, pair.right].map { Set($0.actors.filter(pair.background.places.contains)) }
    let parts = [pair.left, pair.right].map { Set($0.words.map(\.norm).filter(Self.directions.contains)) }
    return places[0] == places[1] && parts[0] == parts[1]
  }

  private static let directions: Set<String> = [
    "north", "south", "east", "west", "northern", "southern", "eastern", "western",
  ]

  /// The places that a claim names, but for those whence people come.
  private func places(in claim: Claim, _ pair: ClaimPair) -> [Int] {
    claim.actors.filter { actor in
      pair.background.places.contains(actor)
        && !claim.words.indices.contains { claim.words[$0].actor == actor && isOrigin($0, in: claim) }
    }
  }

  private func isOrigin(_ name: Int, in claim: Claim) -> Bool {
    var name = name
    // *From Vietnam, Albania and Moldova*.
    while [.conj, .flat].contains(claim.words[name].relation), let head = claim.words[name].head, head < name {
      name = head
    }
    return claim.words.hasCase(["from"], at: name)
  }

  private func areAtTwoPlaces(_ pair: ClaimPair) -> Bool {
    let (ones, others) = (places(in: pair.left, pair), places(in: pair.right, pair))
    guard !ones.isEmpty, !others.isEmpty, !ones.contains(where: others.contains) else { return false }
    return !ones.contains { one in others.contains { pair.background.areNeighbours(one, $0) } }
  }
}
