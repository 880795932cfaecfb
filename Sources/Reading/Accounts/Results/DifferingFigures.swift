internal import Dossier

/// Where passages that tell one fact part in a figure or a time, for the reason to own up to it.
struct DifferingFigures {
  private let claims: [Claim]

  /// - Parameter claims: those of one agreement.
  init(_ claims: [Claim]) { self.claims = claims }

  /// What a reason that says that none denies the fact goes on with.
  var words: String {
    let found = [
      areIn { $0.pairsOf($1).contains { one, other in one.isMoney && other.isMoney && one.unit != other.unit } }
        ? "the currencies" : nil,
      areIn(Self.countOtherwise) ? "the figures" : nil,
      areIn { one, other in
        one.timesOfActs.contains { time in other.timesOfActs.contains(where: time.clashes) }
      } ? "the times" : nil,
    ].compactMap(\.self)
    return found.isEmpty ? " or counts otherwise" : ", though \(found.joined(separator: " and ")) differ"
  }

  private func areIn(_ differs: (Claim, Claim) -> Bool) -> Bool {
    claims.indices.contains { index in claims[..<index].contains { differs($0, claims[index]) } }
  }

  /// Whether the two give other figures for what is counted or measured alike; one that the other gives too parts nothing.
  private static func countOtherwise(_ one: Claim, _ other: Claim) -> Bool {
    func isGiven(_ quantity: Quantity, in claim: Claim) -> Bool { claim.quantities.contains { $0.low == quantity.low } }
    return one.pairsOf(other).contains { left, right in
      left.unit == right.unit && left.counted == right.counted && left.low != right.low && !isGiven(left, in: other)
        && !isGiven(right, in: one)
    }
  }
}

extension Claim {
  fileprivate func pairsOf(_ other: Claim) -> [(Quantity, Quantity)] {
    quantities.flatMap { one in other.quantities.map { (one, $0) } }
  }
}

extension Quantity {
  fileprivate var isMoney: Bool { unit.map(QuantityLexicon.isMoney) ?? false }
}
