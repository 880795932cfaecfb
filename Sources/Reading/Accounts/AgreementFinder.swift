internal import Dossier
internal import Language

/// Finds what several documents tell alike, counted by independent origin.
struct AgreementFinder {
  /// Score from which two claims are taken to tell the same.
  private let alike = -1.2
  /// At most so many for an event.
  private let most = 30

  /// - Parameters:
  ///   - claims: of one event.
  ///   - pairs: the candidates among them.
  ///   - origins: the origin of every document, by index in the dossier.
  ///   - parted: passages that part above the bar.
  /// - Returns: those with the most origins first, then those best alike.
  func agreements(
    among claims: [Claim], pairs: [LikePair], origins: [Int: Int], parted: PartedPassages = PartedPassages(Dossier())
  ) -> [Agreement] {
    var group = Array(claims.indices)
    var members: [[Int]] = claims.indices.map { [$0] }
    var strength = [Double](repeating: -.infinity, count: claims.count)
    let links = pairs.filter { pair in
      !pair.isDenied && pair.sameness >= alike
        && claims[pair.left].passage.document != claims[pair.right].passage.document
        && !parted.contains(claims[pair.left].passage, claims[pair.right].passage)
    }.sorted { $0.sameness != $1.sameness ? $0.sameness > $1.sameness : ($0.left, $0.right) < ($1.left, $1.right) }
    for link in links {
      let (into, from) = (group[link.left], group[link.right])
      guard into != from else { continue }
      // One passage of each document, the one best alike: a claim is told once in an account.
      let documents = Set(members[into].map { claims[$0].passage.document })
      guard members[from].allSatisfy({ !documents.contains(claims[$0].passage.document) }) else { continue }
      for member in members[from] { group[member] = into }
      members[into] += members[from]
      members[from] = []
      strength[into] = max(strength[into], strength[from], link.sameness)
    }
    let found = members.indices.filter { members[$0].count > 1 }.map { index -> (Agreement, Double) in
      let inside = members[index].sorted()
      let count = Set(inside.map { origins[claims[$0].passage.document.index] ?? claims[$0].passage.document.index })
        .count
      let clearest = inside.min { claims[$0].words.count < claims[$1].words.count } ?? inside[0]
      return (
        Agreement(
          claim: claims[clearest].passage, passages: inside.map { claims[$0].passage }, independentSources: count),
        strength[index]
      )
    }
    return found.sorted {
      $0.0.independentSources != $1.0.independentSources
        ? $0.0.independentSources > $1.0.independentSources : $0.1 != $1.1 ? $0.1 > $1.1 : $0.0.claim < $1.0.claim
    }.prefix(most).map(\.0)
  }
}

/// Two claims of an event, by index, and how far they tell the same.
struct LikePair {
  var left: Int
  var right: Int
  /// 0…1.
  var likeness: Double
  /// How surely both tell one fact, in log-odds; `-infinity` for claims that hardly share a word.
  var sameness: Double
  /// Whether one denies what the other tells: they are about one thing and agree on nothing.
  var isDenied: Bool

  init(_ pair: ClaimPair, left: Int, right: Int, isDenied: Bool = false) {
    self.left = left
    self.right = right
    self.isDenied = isDenied
    // A short claim inside a long one is told in it; two that share a single word are not alike.
    let isShared = pair.shared.count >= 3 && pair.similarity >= 0.22
    likeness = max(pair.similarity, isShared ? pair.containment * 0.75 : 0)
    let figures = Self.figures(pair)
    if figures < 0 { likeness *= 0.8 }
    sameness =
      pair.isBetweenDocuments && pair.shared.count >= 2 && min(pair.left.terms.count, pair.right.terms.count) >= 3
        && !Self.giveOtherFigures(pair)
      ? Self.sameness(pair, figures: figures) : -.infinity
  }

  /// 1 where both give one figure, -1 where each gives others, 0 where one gives none.
  private static func figures(_ pair: ClaimPair) -> Double {
    guard !pair.left.quantities.isEmpty, !pair.right.quantities.isEmpty else { return 0 }
    return Set(pair.left.quantities.map(\.low)).isDisjoint(with: pair.right.quantities.map(\.low)) ? -1 : 1
  }

  /// Whether both count the same, and no count of the one is one of the other's.
  private static func giveOtherFigures(_ pair: ClaimPair) -> Bool {
    var clashes = false
    for left in pair.left.quantities {
      for right in pair.right.quantities {
        if left.agrees(with: right) { return false }
        if left.counted == right.counted, left.unit == right.unit { clashes = true }
      }
    }
    return clashes
  }

  /// A logistic regression on 300 pairs of sentences from 64 events, of which people said whether both tell one fact.
  ///
  /// Shared rare words and shared verbs speak for it; names alone, and many words that one has for itself, against it.
  /// On 100 pairs of 46 other events it tells the one from the other better than the likeness alone (area under the curve
  /// 0.68 against 0.63); of what is shown there 42 of 100 tell one fact and 20 more a part of one.
  private static func sameness(_ pair: ClaimPair, figures: Double) -> Double {
    var (verbs, names) = (0.0, 0.0)
    var seen = Set<Int>()
    for word in pair.left.words where word.tag == .verb || word.isName {
      guard let term = word.term, pair.shared.contains(term), seen.insert(term).inserted,
        let other = pair.right.words.first(where: { $0.term == term })
      else { continue }
      if word.tag == .verb, other.tag == .verb { verbs += 1 }
      if word.isName, other.isName { names += 1 }
    }
    // Names alone are no fact.
    guard Double(pair.shared.count) - names + verbs >= 1 else { return -.infinity }
    return -6.03 + 4.2 * pair.similarity + 0.61 * pair.containment
      + 1.78 * Logarithm.natural(1 + Double(pair.shared.count)) + 0.23 * pair.tie + 0.64 * verbs - 0.34 * names
      + 0.35 * figures - 0.05 * Double(min(pair.left.terms.count, pair.right.terms.count))
  }
}
