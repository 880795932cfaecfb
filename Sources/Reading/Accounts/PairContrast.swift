public import Dossier
internal import Language

/// Sets one statement against another, with nothing known of event or time: the judges on a single pair.
public struct PairContrast: Sendable {
  public enum Label: String, Sendable, CaseIterable { case contradiction, entailment, neutral }

  /// What a pair comes to, with its reason.
  public struct Result: Sendable {
    public var label: Label
    /// 0…1 each, one in sum.
    public var scores: [Label: Double]
    /// The kind of contradiction; `nil` where there is none.
    public var kind: Disagreement.Kind?
    /// One plain sentence.
    public var because: String
  }

  /// A ground for contradiction.
  struct Signal {
    var kind: Disagreement.Kind
    var probability: Double
    var because: String
  }

  private let analyser = Analyser()
  private let relations = WordRelations.shared

  public init() {}

  /// - Parameters:
  ///   - premise: what is given; may hold several sentences.
  ///   - hypothesis: what is held against it.
  /// - Returns: the label with the strongest reason. Identical statements never contradict. Cost: linear in their length.
  public func contrast(premise: String, hypothesis: String) -> Result {
    let pair = StatementPair(premise, hypothesis, analyser: analyser)
    guard !pair.hypothesis.isEmpty, !pair.premise.isEmpty else { return result([], coverage: 0) }
    if pair.isIdentical { return result([], coverage: 1) }
    if let difference = pair.difference, let signal = substitution(difference, in: pair) {
      return result(signal.map { [$0] } ?? [], coverage: signal == nil ? 0.95 : 0)
    }
    return result(signals(in: pair), coverage: pair.coverage)
  }

  private func result(_ signals: [Signal], coverage: Double) -> Result {
    let best = signals.max { $0.probability < $1.probability }
    // Independent grounds add up.
    let contradiction = 1 - signals.reduce(1) { $0 * (1 - $1.probability * ($1.because == best?.because ? 1 : 0.4)) }
    let entailment = (1 - contradiction) * (coverage >= 0.8 ? coverage : coverage * 0.6)
    let scores: [Label: Double] = [
      .contradiction: contradiction, .entailment: entailment, .neutral: 1 - contradiction - entailment,
    ]
    if contradiction >= 0.5, let best {
      return Result(label: .contradiction, scores: scores, kind: best.kind, because: best.because)
    }
    let label: Label = entailment >= 1 - contradiction - entailment ? .entailment : .neutral
    return Result(
      label: label, scores: scores, kind: nil,
      because: label == .entailment
        ? "All that the second says stands in the first." : "Nothing in the second is against the first.")
  }

  /// What one replaced run of words in otherwise equal sentences means.
  /// - Returns: `nil` where it is not known; a signal of `nil` where the two mean the same.
  private func substitution(_ difference: StatementPair.Difference, in pair: StatementPair) -> Signal?? {
    let (old, new) = (difference.old, difference.new)
    if let (left, right) = values(old, new) {
      return left == right
        ? .some(nil) : Signal(kind: .number, probability: 0.97, because: "“\(old.text)” against “\(new.text)”.")
    }
    if old.lemmas == new.lemmas { return .some(nil) }
    for (one, other) in old.combinations(with: new) {
      if relations.areOpposite(one, other) {
        return Signal(kind: .antonym, probability: 0.96, because: "“\(old.text)” is the opposite of “\(new.text)”.")
      }
      if let kind = relations.excludingKind(one, other) {
        return Signal(
          kind: .incompatible, probability: 0.95, because: "“\(old.text)” and “\(new.text)” are two kinds of \(kind).")
      }
    }
    if old.isNegation != new.isNegation, old.content == new.content {
      return Signal(kind: .negation, probability: 0.95, because: "One of them says no: “\(new.text)”, “\(old.text)”.")
    }
    return nil
  }

  private func values(_ old: StatementPair.Run, _ new: StatementPair.Run) -> (Double, Double)? {
    guard old.lemmas.count == 1, new.lemmas.count == 1, let left = Ordinals.value(old.lemmas[0]),
      let right = Ordinals.value(new.lemmas[0])
    else { return nil }
    return (left, right)
  }

  private func signals(in pair: StatementPair) -> [Signal] {
    var found: [Signal] = []
    let coverage = pair.coverage
    guard coverage >= 0.3 else { return [] }
    if let cue = pair.denial, coverage >= 0.34 {
      found.append(Signal(kind: .negation, probability: 0.82, because: "The second says “\(cue)”, the first does not."))
    }
    if let lost = pair.lostDenial, coverage >= 0.6 {
      found.append(Signal(kind: .negation, probability: 0.7, because: "The first says “\(lost)”, the second does not."))
    }
    if let cue = pair.restriction, coverage >= 0.34 {
      found.append(
        Signal(
          kind: .incompatible, probability: 0.8, because: "The second says “\(cue)”, which the first does not bear."))
    }
    if let (left, right) = pair.otherFigure, coverage >= 0.45 {
      found.append(
        Signal(kind: .number, probability: 0.72, because: "“\(left)” in the first, “\(right)” in the second."))
    }
    for word in pair.unsupported {
      for given in pair.premiseLemmas where pair.isAligned(given, word) {
        if relations.areOpposite(given, word) {
          found.append(
            Signal(kind: .antonym, probability: coverage >= 0.55 ? 0.66 : 0.4, because: "“\(given)” against “\(word)”.")
          )
        } else if let kind = relations.excludingKind(given, word) {
          found.append(
            Signal(
              kind: .incompatible, probability: coverage >= 0.55 ? 0.62 : 0.35,
              because: "“\(given)” and “\(word)” are two kinds of \(kind)."))
        }
      }
    }
    return found
  }
}

/// Values of ordinals and of single number words.
enum Ordinals {
  private static let words: [String: Double] = {
    var values: [String: Double] = [:]
    for (index, word) in [
      "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
      "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
      "twentieth",
    ].enumerated() { values[word] = Double(index + 1) }
    return values
  }()

  /// The value of `third`, `3rd`, `three` or `3`; cardinals and ordinals do not mix.
  static func value(_ word: String) -> Double? {
    if let value = words[word] { return value + 0.5 }
    if let value = QuantityReader.plain(word) { return value }
    let digits = word.prefix { $0.isNumber }
    guard !digits.isEmpty, ["st", "nd", "rd", "th"].contains(String(word.dropFirst(digits.count))) else { return nil }
    return Double(digits).map { $0 + 0.5 }
  }
}
