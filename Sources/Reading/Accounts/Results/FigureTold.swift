/// A figure so much its own that two accounts of one event that give it tell one fact: ten dead, $281 million, 61 votes to 37,
/// 5:20 in the morning.
///
/// On real events of twelve kinds and twenty invented ones all fourteen groups that shared words had not joined tell one
/// fact.
struct FigureTold: Hashable, Comparable {
  /// What befell those whom it counts, or its unit.
  private var matter: String
  private var low: Double
  private var high: Double

  /// How surely they do.
  static let confidence = 0.8

  static func < (one: FigureTold, other: FigureTold) -> Bool {
    (one.matter, one.low, one.high) < (other.matter, other.low, other.high)
  }

  static func figures(in claim: Claim) -> Set<FigureTold> {
    let counts = claim.headcounts.filter { $0.low >= fewest }.map {
      FigureTold(matter: $0.sort.rawValue, low: $0.low, high: $0.high)
    }
    let measures = claim.quantities.compactMap { quantity -> FigureTold? in
      guard let matter = quantity.unit ?? quantity.counted, matter != "day",
        matter == "magnitude" || isPrecise(quantity.low)
      else { return nil }
      return FigureTold(matter: matter, low: quantity.low, high: quantity.high)
    }
    let votes = claim.tallies.map { FigureTold(matter: "vote", low: $0.second, high: $0.first) }
    let moments = claim.clocks.filter { $0.minutes % 60 != 0 }.map {
      FigureTold(matter: "clock", low: Double($0.minutes), high: Double($0.minutes))
    }
    return Set(counts + measures + votes + moments)
  }

  /// One or two of a kind are told of much.
  private static let fewest = 3.0

  /// Whether a figure has three places that are no noughts at its end: 13,200 and 4.75, not 500.
  private static func isPrecise(_ value: Double) -> Bool {
    guard value > 0 else { return false }
    var value = value
    while value >= 1000 { value /= 10 }
    while value < 100 { value *= 10 }
    return (value.rounded()).truncatingRemainder(dividingBy: 10) != 0
  }
}
