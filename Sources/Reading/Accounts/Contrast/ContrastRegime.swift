internal import Language

/// Where the trained score may speak: it has learnt from short texts that say one thing, each set against a sentence made
/// from it. In a longer text most words that stand where others were expected tell of something else.
struct ContrastRegime {
  let alignment: ContrastAlignment

  init(_ alignment: ContrastAlignment) { self.alignment = alignment }

  /// - Parameters:
  ///   - clash: the reason that the score would have.
  ///   - score: how far the score stands above the bar.
  func admits(_ clash: ContrastClash, score: Float) -> Bool {
    switch clash.ground {
    case .other, .name: score >= 1.5 || score >= 0.5 && isOneStatement(clash)
    case .figure: score >= 1.5 || score >= 0.5 && clash.isOfOneSubject && isSaidOfOneThing
    case .exclusive: score >= 0.5 && (clash.basis == "slot" || isOfOneDeed(clash))
    case .opposite: !isConverse(clash)
    default: true
    }
  }

  /// Whether the premise is little more than one statement, and the clash stands in its main clause.
  private func isOneStatement(_ clash: ContrastClash) -> Bool {
    guard clash.subject != .described, isOfOneSort(clash) else { return false }
    let premise = alignment.premise
    if premise.sentences > 1, alignment.hypothesis.words.count(where: \.isContent) > 5 { return false }
    if clash.subject == .none { return premise.words.count { !$0.isPunctuation } <= 40 }
    guard let place = clash.premise?.lowerBound, let clause = premise.clause(of: place) else { return false }
    return premise.words[clause.predicate].head == nil
  }

  /// Whether the two words are of one sort.
  private func isOfOneSort(_ clash: ContrastClash) -> Bool {
    guard let place = clash.premise?.lowerBound else { return false }
    return alignment.premise.words[place].tag == alignment.hypothesis.words[clash.hypothesis.lowerBound].tag
  }

  /// Whether the clauses of the two words tell one deed, or what somebody is.
  private func isOfOneDeed(_ clash: ContrastClash) -> Bool {
    guard let place = clash.premise?.lowerBound, let given = alignment.premise.clause(of: place)?.predicate,
      let held = alignment.hypothesis.clause(of: clash.hypothesis.lowerBound)?.predicate
    else { return false }
    let (one, two) = (alignment.premise.words[given], alignment.hypothesis.words[held])
    return one.tag != .verb && two.tag != .verb || alignment.tie(one, two)?.0.isSupport ?? false
  }

  private func isConverse(_ clash: ContrastClash) -> Bool {
    guard let place = clash.premise?.lowerBound else { return false }
    return DeedTable.shared.areConverse(
      alignment.premise.words[place].lemma, alignment.hypothesis.words[clash.hypothesis.lowerBound].lemma)
  }

  /// Whether the premise has the hypothesis's predicate.
  private var isSaidOfOneThing: Bool {
    guard
      let root = alignment.hypothesis.words.indices.first(where: { alignment.hypothesis.words[$0].head == nil })
    else { return false }
    return alignment.isSupported(root)
  }
}
