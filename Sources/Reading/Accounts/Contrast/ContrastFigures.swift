internal import Dossier
internal import Language

/// How the figures and times of a hypothesis stand to those of a premise.
struct ContrastFigures {
  enum Verdict: String {
    /// The premise has the very figure, or one that rounds to it.
    case borne
    /// Another figure of the same unit or of the same thing, where no figure of the premise agrees.
    case clashing
    /// The premise has figures of the sort, of other things.
    case other
    case missing
  }

  struct Finding {
    /// `year`, `date`, `time`, `amount`, `ordinal` or `number`.
    var sort: String
    var verdict: Verdict
    /// Words of the hypothesis.
    var hypothesis: Range<Int>
    /// Words of the premise that it is held against.
    var premise: Range<Int>?
    /// Whether both stand under words that answer each other.
    var isAnchored: Bool
  }

  let findings: [Finding]

  /// The name of the finding for the score, with what ties the two figures.
  static func label(_ finding: Finding, in alignment: ContrastAlignment) -> String {
    let subject = finding.premise.map { alignment.subjectTie($0.lowerBound, finding.hypothesis.lowerBound).rawValue }
    return "\(finding.verdict) \(finding.isAnchored) \(subject ?? "-")"
  }

  init(_ alignment: ContrastAlignment) {
    findings = Self.times(alignment) + Self.amounts(alignment) + Self.numbers(alignment)
  }

  private static func times(_ alignment: ContrastAlignment) -> [Finding] {
    alignment.hypothesis.times.map { time in
      let given = alignment.premise.times
      let sort: String =
        switch time.value {
        case .date(let date): date.month == nil ? "year" : "date"
        case .period: "period"
        default: "time"
        }
      if let same = given.first(where: { $0.value == time.value }) {
        return Finding(
          sort: sort, verdict: .borne, hypothesis: time.tokens, premise: same.tokens,
          isAnchored: isAnchored(time.tokens, same.tokens, alignment))
      }
      let clashing = given.filter { $0.clashes(with: time) }
      let agreeing = given.first { !$0.clashes(with: time) && isOneSort($0, time) }
      if let agreeing {
        return Finding(
          sort: sort, verdict: .borne, hypothesis: time.tokens, premise: agreeing.tokens,
          isAnchored: isAnchored(time.tokens, agreeing.tokens, alignment))
      }
      guard !clashing.isEmpty else {
        return Finding(sort: sort, verdict: .missing, hypothesis: time.tokens, premise: nil, isAnchored: false)
      }
      let anchored = clashing.first { isAnchored(time.tokens, $0.tokens, alignment) }
      return Finding(
        sort: sort, verdict: .clashing, hypothesis: time.tokens, premise: (anchored ?? clashing[0]).tokens,
        isAnchored: anchored != nil)
    }
  }

  private static func isOneSort(_ left: TimeExpression, _ right: TimeExpression) -> Bool {
    switch (left.value, right.value) {
    case (.date, .date), (.weekday, .weekday), (.relative, .relative), (.period, .period): true
    default: false
    }
  }

  private static func amounts(_ alignment: ContrastAlignment) -> [Finding] {
    alignment.hypothesis.figures.map { figure in
      let given = alignment.premise.figures
      let related = given.filter { $0.unit == figure.unit && (figure.unit != nil || $0.counted == figure.counted) }
      if let same = (related + given.filter { $0.unit == figure.unit }).first(where: { $0.agrees(with: figure) }) {
        return Finding(
          sort: "amount", verdict: .borne, hypothesis: figure.tokens, premise: same.tokens,
          isAnchored: isAnchored(figure.tokens, same.tokens, alignment))
      }
      if !related.isEmpty {
        let anchored = related.first { isAnchored(figure.tokens, $0.tokens, alignment) }
        return Finding(
          sort: "amount", verdict: .clashing, hypothesis: figure.tokens, premise: (anchored ?? related[0]).tokens,
          isAnchored: anchored != nil)
      }
      return Finding(
        sort: "amount", verdict: given.isEmpty ? .missing : .other, hypothesis: figure.tokens,
        premise: given.first?.tokens,
        isAnchored: false)
    }
  }

  /// Ordinals, bare years and numbers that are neither time nor quantity.
  private static func numbers(_ alignment: ContrastAlignment) -> [Finding] {
    let (given, words) = (alignment.premise.words, alignment.hypothesis.words)
    let read = Set(alignment.hypothesis.figures.flatMap(\.tokens) + alignment.hypothesis.times.flatMap(\.tokens))
    return words.indices.compactMap { index in
      guard let value = words[index].value, !read.contains(index) else { return nil }
      let isOrdinal = value != value.rounded()
      let sort = words[index].isYear ? "year" : isOrdinal ? "ordinal" : "number"
      let like = given.indices.filter { other in
        given[other].isYear == words[index].isYear
          && given[other].value.map { ($0 != $0.rounded()) == isOrdinal } ?? false
      }
      if let same = like.first(where: { given[$0].value == value }) {
        return Finding(
          sort: sort, verdict: .borne, hypothesis: index..<index + 1, premise: same..<same + 1,
          isAnchored: isAnchored(index..<index + 1, same..<same + 1, alignment))
      }
      let anchored = like.first { isAnchored(index..<index + 1, $0..<$0 + 1, alignment) }
      guard let other = anchored ?? like.first else {
        return Finding(sort: sort, verdict: .missing, hypothesis: index..<index + 1, premise: nil, isAnchored: false)
      }
      return Finding(
        sort: sort, verdict: sort == "number" && anchored == nil ? .other : .clashing, hypothesis: index..<index + 1,
        premise: other..<other + 1, isAnchored: anchored != nil)
    }
  }

  /// Whether the words over the two figures, up to the verb, answer each other.
  private static func isAnchored(_ hypothesis: Range<Int>, _ premise: Range<Int>, _ alignment: ContrastAlignment)
    -> Bool
  {
    let above = chain(hypothesis.lowerBound, in: alignment.hypothesis, outside: hypothesis)
    let given = Set(chain(premise.lowerBound, in: alignment.premise, outside: premise))
    return above.contains { word in alignment.support(of: word).map(given.contains) ?? false }
  }

  private static func chain(_ index: Int, in text: ContrastText, outside range: Range<Int>) -> [Int] {
    var found: [Int] = []
    var current = text.words[index].head
    for _ in 0..<6 {
      guard let here = current else { break }
      if !range.contains(here) { found.append(here) }
      if text.words[here].tag == .verb { break }
      current = text.words[here].head
    }
    return found
  }
}
