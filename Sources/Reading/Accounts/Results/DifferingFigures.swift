internal import Dossier

/// Where passages that tell one fact part in a figure or a time, or are denied elsewhere, for the reason to own up to it.
struct DifferingFigures {
  private let claims: [Claim]

  private let isDenied: Bool

  /// - Parameters:
  ///   - claims: those of one agreement.
  ///   - isDenied: whether another passage denies what one of them tells.
  init(_ claims: [Claim], isDenied: Bool) {
    self.claims = claims
    self.isDenied = isDenied
  }

  /// What a reason that says what they share goes on with.
  var words: String {
    let found = [
      areIn { $0.pairsOf($1).contains { one, other in one.isMoney && other.isMoney && one.unit != other.unit } }
        ? "the currencies" : nil,
      areIn(Self.countOtherwise) ? "the figures" : nil,
      areIn(Self.dateOtherwise) ? "the times" : nil,
    ].compactMap(\.self)
    let differing = found.isEmpty ? nil : "\(found.joined(separator: " and ")) differ"
    if isDenied {
      return ", though another passage denies it" + (differing.map { ", and \($0)" } ?? "")
    }
    return ", and none denies it" + (differing.map { ", though \($0)" } ?? " or counts otherwise")
  }

  private func areIn(_ differs: (Claim, Claim) -> Bool) -> Bool {
    claims.indices.contains { index in claims[..<index].contains { differs($0, claims[index]) } }
  }

  /// Whether the two give other times, and neither that of the other too.
  private static func dateOtherwise(_ one: Claim, _ other: Claim) -> Bool {
    let (ones, others) = (one.timesOfActs, other.timesOfActs)
    return ones.contains { time in
      others.contains { counterpart in
        time.clashes(with: counterpart) && !others.contains(where: time.isSame)
          && !ones.contains(where: counterpart.isSame)
      }
    }
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
