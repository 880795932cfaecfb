internal import Dossier
internal import Language

/// One and the same figure, told of opposite things: *earnings of $374m* / *lost $374m*.
struct OpposedFigureJudge: PropositionJudge {
  func finding(in comparison: PropositionComparison) -> PropositionFinding? {
    let (premise, hypothesis) = (comparison.alignment.premise, comparison.alignment.hypothesis)
    for figure in hypothesis.figures where figure.unit != nil {
      for other in premise.figures where other.unit == figure.unit && other.low == figure.low {
        for one in governors(of: other, in: premise) {
          for two in governors(of: figure, in: hypothesis) where areOpposed(one, two, comparison) {
            return PropositionFinding(
              kind: .antonym,
              because: "\(hypothesis.quoted(figure.tokens)) is \(premise.quoted(one..<one + 1)) in the first, "
                + "\(hypothesis.quoted(two..<two + 1)) in the second.", probability: 0.8)
          }
        }
      }
    }
    return nil
  }

  private func areOpposed(_ one: Int, _ two: Int, _ comparison: PropositionComparison) -> Bool {
    let (given, held) = (comparison.given(one), comparison.held(two))
    guard given.isNegated == held.isNegated else { return false }
    return DeedTable.shared.areOpposed(given.lemma, held.lemma) || AxisOpposites.shared.areOpposite(given, held)
  }

  /// The words over the figure, up to the verb.
  private func governors(of figure: Quantity, in text: ContrastText) -> [Int] {
    var found: [Int] = []
    var current = text.words[figure.tokens.lowerBound].head
    while let here = current, found.count < 4 {
      if !figure.tokens.contains(here) { found.append(here) }
      if text.words[here].tag == .verb { break }
      current = text.words[here].head
    }
    return found
  }
}
