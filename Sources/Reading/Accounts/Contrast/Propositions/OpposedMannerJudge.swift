internal import Dossier
internal import Language

/// The same deed, done in opposite ways: *was hard to get a permit* / *easily got a permit*.
struct OpposedMannerJudge: PropositionJudge {
  func finding(in comparison: PropositionComparison) -> PropositionFinding? {
    let (premise, hypothesis) = (comparison.alignment.premise, comparison.alignment.hypothesis)
    for match in comparison.matches where match.loose.count == 1 && !match.borne.isEmpty {
      let manner = match.loose[0]
      let word = hypothesis.words[manner]
      guard [.adv, .adj].contains(word.tag), !word.isNegated, match.agent != .different, match.patient != .different,
        match.agent == .same || match.patient == .same,
        let other = premise.words.indices.first(where: { index in
          premise.words[index].sentence == premise.words[match.given.predicate].sentence
            && isAgainst(premise.words[index], word)
            && (premise.isInside(match.given.predicate, index) || premise.isInside(index, match.given.predicate))
        })
      else { continue }
      return PropositionFinding(
        kind: .antonym,
        because: "\(premise.quoted(other..<other + 1)) in the first is against "
          + "\(hypothesis.quoted(manner..<manner + 1)) in the second.", probability: 0.75)
    }
    return nil
  }

  private func isAgainst(_ given: ContrastText.Word, _ held: ContrastText.Word) -> Bool {
    !given.isNegated
      && (DeedTable.shared.areOpposed(given.lemma, held.lemma)
        || WordRelations.shared.areOpposite(given.lemma, held.lemma))
  }
}
