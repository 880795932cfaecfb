internal import Dossier

/// The one run of words in which two otherwise equal statements differ.
struct Substitution {
  struct Run {
    var text: String
    var lemmas: [String]
    var content: [String]
    var isNegation: Bool

    /// Words and two-word names of one against those of the other.
    func combinations(with other: Run) -> [(String, String)] {
      units.flatMap { one in other.units.map { (one, $0) } }
    }

    private var units: [String] { content + (content.count > 1 ? [content.joined(separator: "_")] : []) }
  }

  /// What the difference comes to.
  enum Verdict {
    case same
    case contradiction(kind: Disagreement.Kind, probability: Double, because: String)
  }

  let old: Run
  let new: Run
  /// How many words they share.
  private let shared: Int

  /// - Returns: `nil` where the two differ in more than one run of four words.
  init?(_ premise: [ContrastText.Word], _ hypothesis: [ContrastText.Word]) {
    let (left, right) = (premise.map(\.norm), hypothesis.map(\.norm))
    let shorter = min(left.count, right.count)
    var start = 0
    while start < shorter, left[start] == right[start] { start += 1 }
    var end = 0
    while end < shorter - start, left[left.count - 1 - end] == right[right.count - 1 - end] { end += 1 }
    shared = start + end
    guard shared >= 2, max(left.count, right.count) - start - end <= 4 else { return nil }
    old = Self.run(premise[start..<left.count - end])
    new = Self.run(hypothesis[start..<right.count - end])
  }

  private static let articles: Set<String> = ["a", "an", "the", "from", "to", "of", "do", "be"]
  private static let denials: Set<String> = [
    "not", "n't", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot", "zero", "refuse",
    "incapable", "unable", "fail", "lack", "yet",
  ]

  private static func run(_ words: ArraySlice<ContrastText.Word>) -> Run {
    let lemmas = words.map(\.lemma).filter { !articles.contains($0) }
    return Run(
      text: words.map(\.norm).joined(separator: " "), lemmas: lemmas, content: lemmas.filter { !denials.contains($0) },
      isNegation: words.contains { denials.contains($0.norm) })
  }

  /// What the difference means; `nil` where it is not known.
  func verdict() -> Verdict? {
    let relations = WordRelations.shared
    if let (left, right) = values {
      return left == right
        ? .same : .contradiction(kind: .number, probability: 0.97, because: "“\(old.text)” against “\(new.text)”.")
    }
    // Two words tell enough of what is counted, and too little of what is meant.
    guard shared >= 3 else { return nil }
    if old.lemmas == new.lemmas { return .same }
    for (one, other) in old.combinations(with: new) {
      if relations.areOpposite(one, other) {
        return .contradiction(
          kind: .antonym, probability: 0.96, because: "“\(old.text)” is the opposite of “\(new.text)”.")
      }
      if let kind = relations.excludingKind(one, other) {
        return .contradiction(
          kind: .incompatible, probability: 0.95, because: "“\(old.text)” and “\(new.text)” are two kinds of \(kind).")
      }
    }
    if old.isNegation != new.isNegation, old.content == new.content {
      return .contradiction(
        kind: .negation, probability: 0.95, because: "One of them says no: “\(new.text)”, “\(old.text)”.")
    }
    return nil
  }

  private var values: (Double, Double)? {
    guard old.lemmas.count == 1, new.lemmas.count == 1, let left = Ordinals.value(old.lemmas[0]),
      let right = Ordinals.value(new.lemmas[0])
    else { return nil }
    return (left, right)
  }
}
