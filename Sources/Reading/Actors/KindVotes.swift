import Language

/// What all texts together take a name for; it steadies what one text says of a name that it uses once.
struct KindVotes {
  private var shares: [String: [Double]] = [:]

  init(_ mentions: [[NameMention]], _ forms: NameForms) {
    for text in mentions {
      for mention in text {
        shares[forms[mention.form].key, default: Self.none][Self.number(mention.kind)] += Self.weight(mention)
      }
    }
    for (key, weights) in shares {
      let sum = weights.reduce(0, +)
      if sum > 0 { shares[key] = weights.map { 2 * $0 / sum } }
    }
  }

  /// Twice the share of every kind, in the order of `Name.Kind.allCases`.
  func shares(of key: String) -> [Double] { shares[key] ?? Self.none }

  static let none = [Double](repeating: 0, count: Name.Kind.allCases.count)

  static func number(_ kind: Name.Kind) -> Int { Name.Kind.allCases.firstIndex(of: kind) ?? 0 }

  /// Whether most uses of a name are of a place.
  func isPlace(_ key: String) -> Bool {
    if case .state? = StateTable.shared.standing(of: key) { return true }
    return shares(of: key)[Self.number(.place)] > 1
  }

  /// A title before a name says more than the name finder.
  static func weight(_ mention: NameMention) -> Double {
    mention.confidence + (mention.gender != nil || !mention.roles.isEmpty ? 2 : 0)
  }
}
