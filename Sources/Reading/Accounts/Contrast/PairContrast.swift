public import Dossier
internal import Language

/// Sets one statement against another, with nothing known of event or time.
///
/// The two are aligned on their syntax. Judges look for a clause of the premise that tells the hypothesis's deed otherwise;
/// else the places where the two part are gathered, and a trained score weighs them. Without such a place there is no
/// contradiction, whatever the score.
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

  private let analyser = Analyser()
  private let model: ContrastModel

  public init() { self.init(model: .shared) }

  package init(model: ContrastModel) { self.model = model }

  /// - Parameters:
  ///   - premise: what is given; may hold several sentences.
  ///   - hypothesis: what is held against it.
  /// - Returns: the label with the strongest reason. Identical statements never contradict. Cost: the product of their
  ///   lengths in words.
  public func contrast(premise: String, hypothesis: String) -> Result {
    let (given, held) = (ContrastText(premise, analyser: analyser), ContrastText(hypothesis, analyser: analyser))
    let (left, right) = (given.words.filter { !$0.isPunctuation }, held.words.filter { !$0.isPunctuation })
    guard !left.isEmpty, !right.isEmpty else { return agreement(coverage: 0) }
    if left.map(\.norm) == right.map(\.norm) { return agreement(coverage: 1) }
    switch Substitution(left, right)?.verdict() {
    case .same: return agreement(coverage: 0.95)
    case .contradiction(let kind, let probability, let because):
      return contradiction(kind: kind, probability: probability, because: because)
    case nil: break
    }
    let parting = Parting(given, held)
    if let finding = PropositionJudges.finding(parting.alignment) {
      return contradiction(kind: finding.kind, probability: finding.probability, because: finding.because)
    }
    let score = model.score(parting.features) - model.bar
    if let clash = parting.clashes.first, score >= 0 || score >= -1 && clash.isSure,
      ContrastRegime(parting.alignment).admits(clash, score: score)
    {
      return contradiction(
        kind: clash.kind, probability: Double(max(0.5, Self.logistic(score))),
        because: ContrastWording(parting.alignment).because(clash))
    }
    let probability = Double(Self.logistic(score))
    return agreement(coverage: parting.alignment.coverage, contradiction: min(probability, 0.49))
  }

  /// The features of a pair, for training; `nil` for one that needs no score.
  package func features(premise: String, hypothesis: String) -> [UInt32]? {
    let (given, held) = (ContrastText(premise, analyser: analyser), ContrastText(hypothesis, analyser: analyser))
    guard !given.words.isEmpty, !held.words.isEmpty else { return nil }
    return Parting(given, held).features
  }

  private func contradiction(kind: Disagreement.Kind, probability: Double, because: String) -> Result {
    Result(
      label: .contradiction,
      scores: [
        .contradiction: probability, .entailment: (1 - probability) / 2, .neutral: (1 - probability) / 2,
      ], kind: kind, because: because)
  }

  private func agreement(coverage: Double, contradiction: Double = 0) -> Result {
    let entailment = (1 - contradiction) * (coverage >= 0.8 ? coverage : coverage * 0.6)
    let neutral = 1 - contradiction - entailment
    let label: Label = entailment >= neutral ? .entailment : .neutral
    return Result(
      label: label, scores: [.contradiction: contradiction, .entailment: entailment, .neutral: neutral], kind: nil,
      because: label == .entailment
        ? "All that the second says stands in the first." : "Nothing in the second is against the first.")
  }

  private static func logistic(_ value: Float) -> Float {
    let power = LinearModel.exponential(-abs(value))
    return value >= 0 ? 1 / (1 + power) : power / (1 + power)
  }
}

/// Two statements aligned, where they part, and what the score sees.
struct Parting {
  let alignment: ContrastAlignment
  /// Those that tell, the strongest first.
  let clashes: [ContrastClash]
  let features: [UInt32]

  init(_ premise: ContrastText, _ hypothesis: ContrastText) {
    alignment = ContrastAlignment(premise, hypothesis)
    let figures = ContrastFigures(alignment)
    let found = ContrastClashFinder(alignment: alignment, figures: figures).clashes()
    features = ContrastFeatures(alignment, figures: figures, clashes: found).keys
    clashes = found.filter(\.isTelling).enumerated().sorted {
      let (one, other) = ($0.element.strength, $1.element.strength)
      return one != other ? one > other : $0.offset < $1.offset
    }.map(\.element)
  }
}
