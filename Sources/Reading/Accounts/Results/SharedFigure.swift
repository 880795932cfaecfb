internal import Dossier

/// What several documents give one figure for, whatever words tell it: *killing ten people* / *ten lost their lives*.
struct SharedFigure {
  /// The first sentences that give it, one of each document, in order.
  var claims: [Int]
  /// The words that give it in each, by the claim.
  var phrases: [Int: Range<Int>]

  /// How surely they tell one fact.
  static let confidence = 0.8
  /// So many counts of one kind an account may give for one of them to be known by its figure.
  private static let few = 2

  /// - Parameter claims: of one event, by document and order.
  /// - Returns: in order of matter and figure. Cost: linear in the claims.
  static func all(among claims: [Claim]) -> [SharedFigure] {
    var told: [FigureTold: [(claim: Int, phrase: Range<Int>)]] = [:]
    var counts: [Document.ID: [String: Set<FigureTold>]] = [:]
    for index in claims.indices where !claims[index].isHeading {
      let document = claims[index].passage.document
      for (figure, phrase) in FigureTold.figures(in: claims[index]) {
        if figure.isCount { counts[document, default: [:]][figure.matter, default: []].insert(figure) }
        guard !told[figure, default: []].contains(where: { claims[$0.claim].passage.document == document }) else {
          continue
        }
        told[figure, default: []].append((index, phrase))
      }
    }
    return told.sorted { $0.key < $1.key }.compactMap { figure, members in
      let isOfFew = members.allSatisfy {
        counts[claims[$0.claim].passage.document]?[figure.matter].map { $0.count <= few } ?? true
      }
      guard isOfFew, members.count > 1, areOfOneThing(members.map { claims[$0.claim] }) else { return nil }
      return SharedFigure(
        claims: members.map(\.claim), phrases: Dictionary(uniqueKeysWithValues: members.map { ($0.claim, $0.phrase) }))
    }
  }
}

extension SharedFigure {
  /// Whether they do not each name which one they mean, and none the same: two models may cost the same.
  private static func areOfOneThing(_ claims: [Claim]) -> Bool {
    let named = claims.map(names).filter { !$0.isEmpty }
    return named.count < 2 || named.dropFirst().contains { !$0.isDisjoint(with: named[0]) }
  }

  /// *The 15-inch model*: which one, by unit and figure.
  private static func names(in claim: Claim) -> Set<String> {
    Set(
      claim.quantities.compactMap { quantity in
        guard let unit = quantity.unit, !QuantityLexicon.isMoney(unit),
          !["day", "percent", "magnitude"].contains(unit),
          claim.words[quantity.phrase].contains(where: { $0.norm == "-" })
        else { return nil }
        return "\(quantity.low) \(unit)"
      })
  }
}

/// A figure so much its own that two accounts of one event that give it tell one fact: ten dead, $281 million, 68 percent,
/// 61 votes to 37, 5:20 in the morning.
///
/// On real events of fifteen kinds and twenty invented ones nearly all the groups that it joins and shared words had not
/// joined tell one fact; small numbers, lengths of time and round shares are told of much, and are left out.
struct FigureTold: Hashable, Comparable {
  /// What befell those whom it counts, its unit, or what it counts.
  let matter: String
  private let low: Double
  private let high: Double
  /// Whether it is a plain count, of which an account that gives many gives them of many things.
  let isCount: Bool

  private init(_ matter: String, _ low: Double, _ high: Double, isCount: Bool = false) {
    (self.matter, self.low, self.high, self.isCount) = (matter, low, high, isCount)
  }

  static func < (one: FigureTold, other: FigureTold) -> Bool {
    (one.matter, one.low, one.high) < (other.matter, other.low, other.high)
  }

  /// Those of one sentence, with the words that give them.
  static func figures(in claim: Claim) -> [(FigureTold, Range<Int>)] {
    let people = claim.headcounts.filter { $0.low >= 3 }.map {
      (FigureTold($0.sort.rawValue, $0.low, $0.high), $0.phrase)
    }
    let votes = claim.tallies.map { (FigureTold("vote", $0.second, $0.first), $0.tokens) }
    // Much begins on the hour.
    let moments = claim.clocks.filter { $0.minutes % 60 != 0 }.map {
      (FigureTold("clock", Double($0.minutes), Double($0.minutes)), $0.tokens)
    }
    let quantities = claim.quantities.compactMap { quantity in FigureTold(quantity).map { ($0, quantity.phrase) } }
    return people + votes + moments + quantities
  }

  private init?(_ quantity: Quantity) {
    let isTelling =
      switch quantity.unit {
      case "day": false
      case "magnitude": true
      case "percent": !quantity.low.isMultiple(of: 5)
      case let unit?: Self.isPrecise(quantity.low) || QuantityLexicon.isMoney(unit) && quantity.low >= 100
      // *Hundreds* is no figure.
      case nil: quantity.low >= 13 && quantity.low == quantity.high
      }
    guard isTelling, let matter = quantity.unit ?? quantity.counted else { return nil }
    self.init(matter, quantity.low, quantity.high, isCount: quantity.unit == nil)
  }

  /// Whether a figure has three places that are no noughts at its end: 13,200 and 4.75, not 500.
  private static func isPrecise(_ value: Double) -> Bool {
    guard value > 0 else { return false }
    var value = value
    while value >= 1000 { value /= 10 }
    while value < 100 { value *= 10 }
    return !value.rounded().isMultiple(of: 10)
  }
}

extension Double {
  fileprivate func isMultiple(of other: Double) -> Bool { truncatingRemainder(dividingBy: other) == 0 }
}
