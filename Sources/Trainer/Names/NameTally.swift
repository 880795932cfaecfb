import Dossier
import Language

/// Counts of names found, right and missed.
struct NameTally: CustomStringConvertible {
  private var right = 0
  private var found = 0
  private var gold = 0
  private var byKind: [Name.Kind: (right: Int, found: Int, gold: Int)] = [:]
  /// For every twentieth of probability: names found, and right ones.
  private var bins = [(found: Int, right: Int)](repeating: (0, 0), count: 21)

  mutating func add(_ names: [NameFinder.Found], _ document: NameGold) {
    gold += document.entities.count
    for entity in document.entities { byKind[entity.kind, default: (0, 0, 0)].gold += 1 }
    for name in names {
      let tokens = document.analysed.tokens
      let entity = NameGold.Entity(
        start: tokens[name.tokens.lowerBound].span.start, end: tokens[name.tokens.upperBound - 1].span.end,
        kind: name.kind)
      let hit = document.entities.contains(entity)
      found += 1
      byKind[name.kind, default: (0, 0, 0)].found += 1
      let bin = Int((max(0, min(1, name.probability)) * 20).rounded())
      bins[bin].found += 1
      guard hit else { continue }
      right += 1
      byKind[name.kind, default: (0, 0, 0)].right += 1
      bins[bin].right += 1
    }
  }

  mutating func merge(_ other: NameTally) {
    right += other.right
    found += other.found
    gold += other.gold
    for bin in bins.indices {
      bins[bin].found += other.bins[bin].found
      bins[bin].right += other.bins[bin].right
    }
  }

  /// The share of right names by probability.
  var calibration: [Float] {
    bins.enumerated().map { number, bin in
      ((Float(bin.right) + Float(number) / 10) / (Float(bin.found) + 2) * 1000).rounded() / 1000
    }
  }

  /// The shares that five-fold cross-validation gave; the trainer writes them beside the weights.
  static let measured: [Float] = [
    0.0, 0.025, 0.025, 0.12, 0.12, 0.283, 0.304, 0.312, 0.402, 0.43, 0.478, 0.503, 0.58, 0.58, 0.656, 0.698, 0.753,
    0.784, 0.861, 0.922, 0.983,
  ]

  var description: String {
    let kinds = Name.Kind.allCases.map { kind -> String in
      let count = byKind[kind] ?? (0, 0, 0)
      return "\(kind.rawValue) \(Self.score(count.right, count.found, count.gold))"
    }
    return "F1 \(Self.score(right, found, gold)) P \(Self.percent(right, found)) R \(Self.percent(right, gold))  "
      + kinds.joined(separator: " ")
  }

  private static func score(_ right: Int, _ found: Int, _ gold: Int) -> Double { percent(2 * right, found + gold) }

  private static func percent(_ part: Int, _ whole: Int) -> Double {
    whole == 0 ? 0 : (Double(part) / Double(whole) * 10_000).rounded() / 100
  }
}
