/// Weights of the pronoun features.
///
/// A linear ranking model over `PronounFeatures`, trained by `crossread-train pronouns`; the table is text, one weight a line.
public struct PronounModel: Sendable {
  /// One weight for every feature.
  public var weights: [Double]
  /// What a candidate must score to be taken at all.
  public var threshold: Double

  /// The model that ships.
  public static let shared = PronounModel(EmbeddedTable.pronouns)

  /// Names of the features, in the order of the weights.
  public static var featureNames: [String] { PronounFeatures.shared.names }

  public init(weights: [Double], threshold: Double) {
    self.weights = weights
    self.threshold = threshold
  }

  init(_ table: EmbeddedTable) {
    var known: [Substring: Double] = [:]
    for fields in table.rows() where fields.count >= 2 { known[fields[0]] = Double(fields[1]) }
    weights = PronounFeatures.shared.names.map { known[Substring($0)] ?? 0 }
    threshold = known["threshold"] ?? 0
  }

  /// How likely a candidate is the one meant, 0…1, by the scores of all and of "none of them".
  package func likelihood(of chosen: Int, among scores: [Double]) -> Double {
    let most = max(scores.max() ?? threshold, threshold)
    func mass(_ score: Double) -> Double { Double(LinearModel.exponential(Float(score - most))) }
    return mass(scores[chosen]) / scores.reduce(mass(threshold)) { $0 + mass($1) }
  }

  func score(_ features: [Int]) -> Double { features.reduce(0) { $0 + weights[$1] } }
}
