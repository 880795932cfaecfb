internal import Language

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
    let giveOneFigure = Self.giveOneFigure(pair)
    if !giveOneFigure, !pair.left.quantities.isEmpty, !pair.right.quantities.isEmpty { likeness *= 0.8 }
    sameness =
      pair.isBetweenDocuments && pair.shared.count >= 2 && min(pair.left.terms.count, pair.right.terms.count) >= 3
        && !Self.giveOtherFigures(pair) && !Self.giveOtherHeadcounts(pair) && !Self.giveOtherTimes(pair)
      ? Self.sameness(pair, giveOneFigure: giveOneFigure) : -.infinity
  }

  /// 0…1: how often readers call such a pair one fact, more cautiously than on the thirty articles that it was fitted to: of 75
  /// other events, where eight agreements each are marked at most, half of what is above the bar by this, and a quarter of
  /// what was between, is among them.
  var confidence: Double { Logarithm.chance(1.2 * sameness + 1.5) }

  /// Whether both date one act, and no time of the one can be one of the other's: those of what somebody said apart.
  private static func giveOtherTimes(_ pair: ClaimPair) -> Bool {
    let (ones, others) = (pair.left.timesOfActs, pair.right.timesOfActs)
    guard !ones.isEmpty, !others.isEmpty, ones.allSatisfy({ one in others.allSatisfy(one.clashes) }) else {
      return false
    }
    let relation = ActRelation(pair: pair)
    return ones.contains { one in
      guard let act = pair.left.words.verb(above: one.tokens.lowerBound) else { return true }
      return others.contains { other in
        pair.right.words.verb(above: other.tokens.lowerBound).map { relation.areOneInMeaning(act, $0) } ?? true
      }
    }
  }

  /// Whether both count the same, and no count of the one is one of the other's.
  private static func giveOtherFigures(_ pair: ClaimPair) -> Bool {
    var clashes = false
    for left in pair.left.quantities {
      for right in pair.right.quantities {
        if left.agrees(with: right), !left.isOtherBound(than: right) { return false }
        if left.counted == right.counted, left.unit == right.unit { clashes = true }
      }
    }
    return clashes
  }

  /// Whether one counts as many killed, held or gathered as the other does not.
  private static func giveOtherHeadcounts(_ pair: ClaimPair) -> Bool {
    pair.left.headcounts.contains { one in
      let others = pair.right.headcounts.filter { $0.sort == one.sort }
      return !others.isEmpty && !others.contains { one.agrees(with: $0) && !one.isOtherBound(than: $0) }
    }
  }

  /// A logistic regression on the pairs of sentences of forty events (ECB+, PolNeAR, Reuters, broadcasters), in which people
  /// marked the facts that two articles tell in their own words.
  ///
  /// Shared rare words, one figure and one day speak for it; names alone, long sentences, headings and what stands far
  /// down speak against it, as what an account tells first is what others tell too. On events that it was not fitted to
  /// nine an event hold 52 of 100 marked facts (the benchmark's), where the regression before, on 300 judged pairs and
  /// without place in the text and days, had 43.
  private static func sameness(_ pair: ClaimPair, giveOneFigure: Bool) -> Double {
    // Two who speak of one matter tell no fact alike unless they say much the same.
    guard pair.similarity > 0.2 || !pair.left.isOfOtherSpeakers(than: pair.right) else { return -.infinity }
    let names = sharedNames(pair)
    let shared = Double(pair.shared.count)
    // Names alone are no fact.
    guard shared - names >= 1 else { return -.infinity }
    let (left, right) = (Double(pair.left.terms.count), Double(pair.right.terms.count))
    let mass = pair.shared.reduce(0) { $0 + pair.left.weight(of: $1) }
    let depth = Logarithm.natural(1 + Double(pair.left.order)) + Logarithm.natural(1 + Double(pair.right.order))
    let areOfOneTime = pair.left.times.contains { one in pair.right.times.contains(where: one.isSame) }
    let sum =
      -6.34 + 4.28 * pair.similarity + 1.86 * Logarithm.natural(1 + shared) + 0.158 * pair.tie
      + 1.16 * Logarithm.natural(1 + mass) - 7.59 * shared / (left + right - shared) - 0.23 * names
      + (giveOneFigure ? 1.07 : 0) + (areOfOneTime ? 1.78 : 0) - 0.061 * min(left, right)
      - 0.051 * max(left, right) - (pair.left.isHeading || pair.right.isHeading ? 2.18 : 0) - 0.207 * depth
    return tellsOneThing(pair) ? sum : min(sum, Self.ofNamesAlone)
  }

  /// Sameness, well below the bar, of claims that name the same and tell nothing of it alike.
  private static let ofNamesAlone = -1.6

  /// Whether they share a word that tells something and names nobody, told in both as so, as not so, or as open: who *has
  /// met* one and who *may meet* him share no more than two names.
  private static func tellsOneThing(_ pair: ClaimPair) -> Bool {
    func ways(_ term: Int, _ claim: Claim) -> Set<[Bool]> {
      Set(
        claim.words.lazy.filter {
          $0.term == term && telling.contains($0.tag) && !$0.isName && $0.relation != .nmodDesc
        }
        .map { [$0.isNegated, $0.isTentative] })
    }
    return pair.shared.contains { !ways($0, pair.left).isDisjoint(with: ways($0, pair.right)) }
  }

  private static let telling: Set<PartOfSpeech> = [.verb, .noun, .adj, .num]

  /// How many words are part of a name in both.
  private static func sharedNames(_ pair: ClaimPair) -> Double {
    let (left, right) = (pair.left.words, pair.right.words)
    return Double(
      pair.shared.count { term in
        left.first { $0.term == term }?.isName ?? false && right.first { $0.term == term }?.isName ?? false
      })
  }

  private static func giveOneFigure(_ pair: ClaimPair) -> Bool {
    pair.left.quantities.contains { one in pair.right.quantities.contains { $0.low == one.low } }
  }
}
