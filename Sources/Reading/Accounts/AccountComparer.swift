public import Dossier
public import Language

/// Finds where the accounts of one event part, where they agree, and what one leaves out.
///
/// The rooms beside this file, in the order of the work: `Words`, `Figures`, `Times` and `Deeds` read what a sentence holds;
/// `Claims` gathers it; `Pairs` brings two claims together; `Judges` hold one kind of disagreement each; `Rejoinders` finds
/// who answers whom in one text; `Results` ranks what they found and finds agreements and omissions. `Contrast` sets single
/// sentences against each other.
public struct AccountComparer: Sendable {
  private let judges: [any Judge] = [
    NumberJudge(), HeadcountJudge(), TallyJudge(), AgeJudge(),
    DateJudge(), ClockJudge(), OrderJudge(), EndJudge(), PlaceJudge(),
    NegationJudge(), DisputeJudge(), UnknownJudge(), CertaintyJudge(), DoubtJudge(), HedgeJudge(), ExtentJudge(),
    RolesJudge(), DoerJudge(), InitiativeJudge(), FrameJudge(kind: .purpose), FrameJudge(kind: .cause),
    StanceJudge(), QuoteJudge(), WillJudge(), DismissalJudge(), RightJudge(), AccusationJudge(),
    EmphasisJudge(), RetellingJudge(), DemandingJudge(), PartJudge(), StandingJudge(), NamingJudge(),
  ]
  /// Those whose divergences stand between two events as well; figures, dates and aims of two events are never one.
  private let crossEventJudges: [any Judge] = [
    StanceJudge(), NamingJudge(), TermsJudge(), DemandingJudge(), PartJudge(),
    StandingJudge(),
  ]

  public init() {}

  /// Fills `disagreements`, `agreements`, `omissions` and `bar`.
  ///
  /// Every mark carries its reason and its evidence. A sentence that repeats an earlier one of its own document is read
  /// once. Cost: linear in the claims but for sorting; each claim meets at most forty others.
  public func compare(_ dossier: inout Dossier, texts: [AnalysedText]) {
    let claims = ClaimSet(dossier, texts: texts)
    var drafts: [Draft] = []
    var alike: [[LikePair]] = []
    for group in claims.groups {
      let background = background(of: group, in: claims)
      alike.append([])
      let shared = SharedSentences(group)
      for (left, right) in CandidateIndex(group).pairs() {
        let pair = ClaimPair(group[left], group[right], background: background)
        let draft = shared.areInBoth(left, right) ? nil : Self.draft(pair, judges)
        if let draft { drafts.append(draft) }
        alike[alike.count - 1].append(
          LikePair(pair, left: left, right: right, isDenied: draft?.divergence.kind == .negation))
      }
      drafts += RejoinderFinder(dossier: dossier).drafts(among: group, background: background)
    }
    drafts += acrossEvents(claims)
    dossier.disagreements = Ranking(dossier: dossier).disagreements(from: drafts)
    dossier.bar = Ranking.bar
    let parted = PartedPassages(dossier)
    for (group, pairs) in zip(claims.groups, alike) {
      let documents = Set(group.map(\.passage.document.index)).sorted()
      let agreements = AgreementFinder().agreements(
        among: group, pairs: pairs, origins: Origins.of(documents, in: dossier, texts: texts), parted: parted
      ) { [dossier] claim, words in claim.phrase(words, in: dossier[claim.passage.document].text) }
      dossier.agreements += agreements
      dossier.omissions += OmissionFinder().omissions(
        among: group, pairs: pairs, agreements: agreements.filter { $0.confidence >= Self.maybeTold }, parted: parted)
    }
  }

  /// What another account may well tell it does not leave out.
  private static let maybeTold = 0.16

  private func acrossEvents(_ claims: ClaimSet) -> [Draft] {
    let pairs = CrossEventIndex(sides: claims.sides).pairs(among: claims.groups)
    guard !pairs.isEmpty else { return [] }
    let background = background(of: claims.groups.flatMap { $0 }, in: claims)
    return pairs.compactMap { left, right in
      Self.draft(
        ClaimPair(
          claims.groups[left.0][left.1], claims.groups[right.0][right.1], background: background, isOneEvent: false),
        crossEventJudges)
    }
  }

  private func background(of claims: [Claim], in set: ClaimSet) -> Background {
    let axes = AxisLexicon.shared.axes
    return Background(
      axisRarity: Self.rarity(of: axes.count, in: claims), axes: axes, actorRarity: Self.actorRarity(in: claims),
      places: set.places, neighbours: Self.neighbours(of: set.places, in: claims), counts: Self.counts(in: claims),
      measures: Self.measures(in: claims),
      tallies: Dictionary(grouping: claims, by: \.passage.document.index).mapValues { $0.flatMap(\.tallies) },
      headcounts: Self.headcounts(in: claims), sides: set.sides)
  }

  /// The surest of what the judges find.
  private static func draft(_ pair: ClaimPair, _ judges: [any Judge]) -> Draft? {
    judges.compactMap { $0.judge(pair) }.max { $0.confidence < $1.confidence }.map { Draft(pair: pair, divergence: $0) }
  }

  /// For each place, those that some claim names with it.
  private static func neighbours(of places: Set<Int>, in claims: [Claim]) -> [Int: Set<Int>] {
    var found: [Int: Set<Int>] = [:]
    for claim in claims {
      let here = claim.actors.filter(places.contains)
      for place in here where here.count > 1 { found[place, default: []].formUnion(here) }
    }
    return found
  }

  /// How many figures the document that has most gives for each thing counted.
  private static func counts(in claims: [Claim]) -> [String: Int] {
    var figures: [String: [Int: Set<Double>]] = [:]
    for claim in claims {
      for quantity in claim.quantities {
        guard let counted = quantity.counted ?? quantity.unit else { continue }
        figures[counted, default: [:]][claim.passage.document.index, default: []].insert(quantity.low)
      }
    }
    return figures.mapValues { $0.values.map(\.count).max() ?? 0 }
  }

  private static func measures(in claims: [Claim]) -> [Int: [String: Set<Double>]] {
    var found: [Int: [String: Set<Double>]] = [:]
    for claim in claims {
      for quantity in claim.quantities {
        guard let unit = quantity.unit else { continue }
        found[claim.passage.document.index, default: [:]][unit, default: []].insert(quantity.low)
      }
    }
    return found
  }

  private static func headcounts(in claims: [Claim]) -> [Int: [Headcount.Sort: [Headcount]]] {
    var found: [Int: [Headcount.Sort: [Headcount]]] = [:]
    for claim in claims {
      for count in claim.headcounts {
        found[claim.passage.document.index, default: [:]][count.sort, default: []].append(count)
      }
    }
    return found
  }

  /// 1 for an actor whom one claim speaks of, 0 for one of whom all do.
  private static func actorRarity(in group: [Claim]) -> [Int: Double] {
    var seen: [Int: Double] = [:]
    for claim in group { for actor in claim.actors { seen[actor, default: 0] += 1 } }
    let all = max(4, Double(group.count))
    return seen.mapValues { max(0, min(1, Logarithm.natural((all + 1) / $0) / Logarithm.natural(all))) }
  }

  /// 1 for an axis on which few claims take a side, 0 for one on which all do.
  private static func rarity(of count: Int, in group: [Claim]) -> [Double] {
    var seen = [Double](repeating: 0, count: count)
    for claim in group where !claim.isHeading {
      var strongest: [Int: Double] = [:]
      for projection in claim.projections {
        strongest[projection.axis] = max(strongest[projection.axis] ?? 0, projection.strength)
      }
      for (axis, strength) in strongest { seen[axis] += min(1, strength) }
    }
    let all = max(4, Double(group.count))
    return seen.map { max(0, min(1, Logarithm.natural((all + 2) / ($0 + 1)) / Logarithm.natural(all / 3))) }
  }
}

/// A pair and what a judge found in it.
struct Draft: Sendable {
  var pair: ClaimPair
  var divergence: Divergence
}
