internal import Dossier
internal import Language

/// What somebody or something is, told in opposite words: *was a liberal thinker* / *was a conservative politician*.
struct OpposedNatureJudge: PropositionJudge {
  func finding(in comparison: PropositionComparison) -> PropositionFinding? {
    let (premise, hypothesis) = (comparison.alignment.premise, comparison.alignment.hypothesis)
    let held = comparison.held
    guard held.actuality == .real, isNature(held.predicate, in: hypothesis), let own = held.agent else { return nil }
    for given in comparison.clauses
    where given.actuality == .real && isNature(given.predicate, in: premise) && given.predicate != given.agent {
      guard comparison.sameness.areSame(given.agent, own) else { continue }
      for one in words(of: given.predicate, in: premise) {
        for two in words(of: held.predicate, in: hypothesis)
        where areOpposite(premise.words[one], hypothesis.words[two]) {
          return PropositionFinding(
            kind: .antonym,
            because: "\(premise.quoted(one..<one + 1)) is the opposite of \(hypothesis.quoted(two..<two + 1)).",
            probability: 0.8)
        }
      }
    }
    return nil
  }

  private func areOpposite(_ left: ContrastText.Word, _ right: ContrastText.Word) -> Bool {
    left.tag == right.tag
      && (WordRelations.shared.areOpposite(left.lemma, right.lemma)
        || DeedTable.shared.areOpposed(left.lemma, right.lemma) || AxisOpposites.shared.areOpposite(left, right))
  }

  private func isNature(_ predicate: Int, in text: ContrastText) -> Bool {
    text.children[predicate].contains { text.words[$0].relation == .cop }
  }

  /// The word itself and what it is qualified by.
  private func words(of predicate: Int, in text: ContrastText) -> [Int] {
    [predicate] + text.children[predicate].filter { text.words[$0].relation == .amod }
  }
}
