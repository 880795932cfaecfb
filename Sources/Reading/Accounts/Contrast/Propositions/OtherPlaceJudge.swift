internal import Dossier
internal import Language

/// A deed that has one place, put elsewhere: *was born in Oslo* / *was born in Turku*.
struct OtherPlaceJudge: PropositionJudge {
  func finding(in comparison: PropositionComparison) -> PropositionFinding? {
    let (premise, hypothesis) = (comparison.alignment.premise, comparison.alignment.hypothesis)
    guard DeedTable.shared.isOf(.placed, comparison.held(comparison.held.predicate)) else { return nil }
    for match in comparison.matches
    where match.given.actuality == match.held.actuality && isOfOne(match) && !match.isOfOtherTime {
      let places = match.given.others.filter { isPlace($0, in: premise) }
      for place in match.held.others where isPlace(place, in: hypothesis) {
        guard let other = places.first, match.loose.allSatisfy({ hypothesis.isInside($0, place) }),
          all(places, in: premise).allSatisfy({ excludes(premise.words[$0], hypothesis.words[place]) })
        else { continue }
        return PropositionFinding(
          kind: .place,
          because: "\(comparison.quoted(other, in: premise)) in the first, "
            + "\(comparison.quoted(place, in: hypothesis)) in the second.", probability: 0.8)
      }
    }
    return nil
  }

  /// Whether it is told of one thing: the one to whom it is done or, without such, who does it.
  private func isOfOne(_ match: ClauseMatch) -> Bool {
    match.held.patient == nil ? match.agent == .same : match.patient == .same
  }

  private func isPlace(_ index: Int, in text: ContrastText) -> Bool {
    text.words[index].tag == .propn && text.words[index].name != .person
      && ["prep:in", "prep:at", "prep:near", "prep:from"].contains(text.words[index].role)
  }

  /// The places with those set beside or under them: *Valence, Drôme, France*.
  private func all(_ places: [Int], in text: ContrastText) -> [Int] {
    text.words.indices.filter { index in
      text.words[index].tag == .propn && places.contains { text.isInside(index, $0) }
    }
  }

  /// Whether both are known and neither holds the other.
  private func excludes(_ given: ContrastText.Word, _ held: ContrastText.Word) -> Bool {
    let states = Nationality.shared
    if let one = states.state(of: given.norm), let two = states.state(of: held.norm) { return one != two }
    guard !given.meanings.isEmpty, !held.meanings.isEmpty else { return false }
    guard let distance = WordMeanings.distance(given.meanings, held.meanings) else { return true }
    return !distance.isSame && !distance.isBroader && !distance.isNarrower
  }
}
