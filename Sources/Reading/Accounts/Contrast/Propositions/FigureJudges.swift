internal import Dossier
internal import Language

/// The same thing counted, in the same deed, with another figure: *involve 240 patients* / *involve 200 patients*.
struct OtherFigureJudge: PropositionJudge {
  func finding(in comparison: PropositionComparison) -> PropositionFinding? {
    let alignment = comparison.alignment
    // `One` is as often a word for somebody or something.
    for figure in alignment.hypothesis.figures where figure.high > 1 && (figure.counted != nil || figure.unit != nil) {
      for match in comparison.matches where match.given.actuality == match.held.actuality && isOfOneThing(match) {
        let near = alignment.premise.figures.filter { other in
          alignment.premise.isInside(other.tokens.lowerBound, match.given.predicate)
        }
        let related = near.filter { $0.unit == figure.unit && $0.counted == figure.counted }
        guard let other = related.first, !near.contains(where: { areOne($0, figure) }),
          match.loose.allSatisfy({ figure.tokens.contains($0) })
        else { continue }
        return PropositionFinding(
          kind: .number,
          because: "\(alignment.premise.quoted(other.tokens)) in the first, "
            + "\(alignment.hypothesis.quoted(figure.tokens)) in the second.", probability: 0.8)
      }
    }
    return nil
  }

  /// Of one deed, round figures that lie far apart are two figures.
  private func areOne(_ left: Quantity, _ right: Quantity) -> Bool {
    guard left.agrees(with: right) else { return false }
    let isExact = [left, right].allSatisfy { $0.bound == .exact && $0.low == $0.high }
    return !isExact || max(left.low, right.low) <= 1.15 * min(left.low, right.low)
  }

  /// The one who does it, or to whom it is done, is the same; the other may be what is counted.
  private func isOfOneThing(_ match: ClauseMatch) -> Bool {
    (match.agent == .same || match.patient == .same) && match.agent != .different
  }
}

/// A count that holds of a part only: *three wars, two over the isle* / *three wars over the isle*.
struct PartOfNumberJudge: PropositionJudge {
  func finding(in comparison: PropositionComparison) -> PropositionFinding? {
    let (premise, hypothesis) = (comparison.alignment.premise, comparison.alignment.hypothesis)
    for index in hypothesis.words.indices {
      guard let count = hypothesis.words[index].value, count > 1, let noun = hypothesis.words[index].head,
        hypothesis.words[index].relation == .nummod
      else { continue }
      for whole in premise.words.indices where premise.words[whole].value == count {
        guard let other = premise.words[whole].head, comparison.sameness.areSame(other, noun),
          let part = part(after: other, below: count, in: premise)
        else { continue }
        // What the text says of the part, the hypothesis says of the whole.
        let said = Set(premise.words[part + 1..<min(premise.words.count, part + 8)].filter(\.isContent).map(\.stem))
        let before = Set(premise.words[..<part].map(\.stem))
        let held = hypothesis.words.indices.filter { $0 > noun && hypothesis.words[$0].isContent }
          .map { hypothesis.words[$0].stem }
        guard !held.isEmpty, held.allSatisfy({ said.contains($0) && !before.contains($0) }) else { continue }
        return PropositionFinding(
          kind: .number,
          because: "The first says it of \(premise.quoted(part..<part + 1)) of \(premise.quoted(whole..<other + 1)), "
            + "the second of all.", probability: 0.8)
      }
    }
    return nil
  }

  /// A smaller number set after the noun by a comma: *, two over …*, *, two of them …*.
  private func part(after noun: Int, below count: Double, in text: ContrastText) -> Int? {
    text.words.indices.first { index in
      index > noun + 1 && index <= noun + 6 && text.words[index - 1].norm == ","
        && text.words[index].value.map { $0 < count && $0 >= 1 } ?? false && index + 1 < text.words.count
        && [.adp, .verb].contains(text.words[index + 1].tag)
    }
  }
}

/// Values given to several in turn, laid to the wrong one: *Dorn and Lind got 3 and 5 years, respectively* / *Dorn got 5*.
struct RespectiveShareJudge: PropositionJudge {
  func finding(in comparison: PropositionComparison) -> PropositionFinding? {
    let (premise, hypothesis) = (comparison.alignment.premise, comparison.alignment.hypothesis)
    guard let mark = premise.words.firstIndex(where: { $0.norm == "respectively" }) else { return nil }
    let sentence = premise.words[mark].sentence
    let named = namedTogether(before: mark, sentence: sentence, in: premise)
    let shares = premise.words.indices.filter {
      $0 > named.last ?? mark && $0 < mark && premise.words[$0].value != nil && isShare($0, in: premise)
    }
    guard named.count >= 2, shares.count == named.count else { return nil }
    for (place, name) in named.enumerated() {
      guard let own = [comparison.held.agent, comparison.held.patient].compactMap(\.self).first,
        sharesName(name, own, comparison)
      else { continue }
      let share = premise.words[shares[place]].value
      for index in hypothesis.words.indices {
        guard let value = hypothesis.words[index].value, value != share,
          shares.contains(where: { premise.words[$0].value == value })
        else { continue }
        return PropositionFinding(
          kind: .number,
          because: "The first gives \(comparison.quoted(name, in: premise)) "
            + "\(premise.quoted(shares[place]..<shares[place] + 1)), the second "
            + "\(hypothesis.quoted(index..<index + 1)).", probability: 0.9)
      }
    }
    return nil
  }

  private func isShare(_ index: Int, in text: ContrastText) -> Bool {
    [.nummod, .conj, .obl, .obj, .nmod].contains(text.words[index].relation)
  }

  /// The last row of names joined by *and* before the values.
  private func namedTogether(before end: Int, sentence: Int, in text: ContrastText) -> [Int] {
    let heads = text.words.indices.last { index in
      index < end && text.words[index].sentence == sentence && text.words[index].tag == .propn
        && text.words[index].relation != .conj
        && text.children[index].contains { text.words[$0].relation == .conj && text.words[$0].tag == .propn }
    }
    guard let heads else { return [] }
    return [heads] + text.children[heads].filter { text.words[$0].relation == .conj }
  }

  private func sharesName(_ name: Int, _ own: Int, _ comparison: PropositionComparison) -> Bool {
    let text = comparison.alignment.premise
    let names = Set([name] + text.children[name].filter { text.words[$0].relation == .flat }).map {
      text.words[$0].norm
    }
    let held = comparison.alignment.hypothesis
    let parts = [own] + held.children[own].filter { [.flat, .compound].contains(held.words[$0].relation) }
    return parts.contains { names.contains(held.words[$0].norm) }
  }
}
