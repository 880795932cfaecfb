internal import CLanguageTables

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Whether two names may be of one bearer, and by which rule.
public struct NameMatch: Hashable, Sendable {
  /// Whether they are taken for one.
  public var same: Bool
  /// 0…1; one half parts same from different.
  public var score: Double
  /// What decided, in a few words: `exact`, `variant spelling`, `surnames differ` …; several joined by ` + `.
  public var rule: String
  /// Whether nothing but sure ties was used: no misspelling, no likeness of letters, no word against another.
  public var isSure: Bool
}

/// Compares names of people, organisations and places.
///
/// Words are aligned one to one by sameness, known variants, sound, pet form, initial or likeness; a logistic regression over what the alignment shows
/// gives the score. Its weights are a table (`name-match.tsv`) that the trainer writes.
public struct NameMatcher: Sendable {
  private let weights: [Double]

  /// Uses the weights in the binary.
  public init() {
    weights = Self.embeddedWeights
  }

  package init(weights: [Double]) {
    self.weights = weights
  }

  /// Compares two names. Symmetric; cost: product of their numbers of words.
  public func compare(_ left: String, _ right: String) -> NameMatch {
    compare(PreparedName(left), PreparedName(right))
  }

  /// Compares two names that are prepared.
  public func compare(_ left: PreparedName, _ right: PreparedName) -> NameMatch {
    if let match = decide(left, right) { return match }
    let alignment = NameAlignment(left, right)
    let evidence = NameEvidence(left, right, alignment)
    var sum = 0.0
    for (value, weight) in zip(evidence.values, weights) { sum += value * weight }
    let score = 1 / (1 + exp(-sum))
    let same = score >= 0.5
    return NameMatch(
      same: same, score: score, rule: same ? evidence.reason : evidence.obstacle, isSure: same && evidence.isSure)
  }

  /// What the trainer learns from: the evidence of a pair, and the match where that is decided without weights.
  package static func evidence(_ left: String, _ right: String) -> (values: [Double], decided: NameMatch?) {
    let (left, right) = (PreparedName(left), PreparedName(right))
    return (
      NameEvidence(left, right, NameAlignment(left, right)).values, NameMatcher(weights: []).decide(left, right)
    )
  }

  /// What needs no alignment.
  private func decide(_ left: PreparedName, _ right: PreparedName) -> NameMatch? {
    if left.text == right.text { return NameMatch(same: true, score: 1, rule: "exact", isSure: true) }
    if left.words.isEmpty || right.words.isEmpty {
      let same = left.folded == right.folded
      return NameMatch(same: same, score: same ? 0.9 : 0, rule: same ? "case or marks" : "no word", isSure: same)
    }
    if left.folded == right.folded, left.wasTransliterated == right.wasTransliterated {
      return NameMatch(same: true, score: 0.99, rule: "case or marks", isSure: true)
    }
    if let female = left.isFemale, let other = right.isFemale, female != other {
      return NameMatch(same: false, score: 0.02, rule: "titles differ", isSure: false)
    }
    if let place = left.place, let other = right.place {
      return place == other
        ? NameMatch(same: true, score: 0.97, rule: "place variant", isSure: true)
        : NameMatch(same: false, score: 0.02, rule: "places differ", isSure: false)
    }
    if let acronym = left.acronym ?? right.acronym {
      let long = left.acronym == nil ? left : right
      if long.acronym == nil, Self.isAcronym(acronym, of: long) {
        return NameMatch(same: true, score: 0.85, rule: "acronym", isSure: true)
      }
    }
    return nil
  }

  private static func isAcronym(_ letters: [UInt8], of name: PreparedName) -> Bool {
    let parts = name.folded.split(separator: 0x20)
    guard parts.count >= 2, letters.count >= 2 else { return false }
    let small: Set<[UInt8]> = Set(
      ["of", "the", "and", "for", "in", "on", "de", "du", "la", "des"].map { Array($0.utf8) })
    let all = parts.compactMap(\.first)
    let main = parts.filter { !small.contains(Array($0)) }.compactMap(\.first)
    return letters == all || letters == main
  }

  private static let embeddedWeights: [Double] = {
    let text = UnsafeRawBufferPointer(start: crossread_name_match_start(), count: Int(crossread_name_match_length()))
    var byName: [String: Double] = [:]
    for line in String(decoding: text, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t")
      if fields.count == 2, let value = Double(fields[1]) { byName[String(fields[0])] = value }
    }
    return NameEvidence.names.map { byName[$0] ?? 0 }
  }()
}
