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
    case .other, .name: score >= 0.5 && isOneStatement(clash)
    case .figure, .exclusive: score >= 2 || score >= 0.5 && isSaidOfOneThing(clash)
    default: true
    }
  }

  /// Whether the premise is little more than one statement, and the clash stands in its main clause.
  private func isOneStatement(_ clash: ContrastClash) -> Bool {
    guard clash.subject != .described else { return false }
    let premise = alignment.premise
    if premise.sentences > 1, alignment.hypothesis.words.count(where: \.isContent) > 5 { return false }
    if clash.subject == .none { return premise.words.count { !$0.isPunctuation } <= 40 }
    guard let place = clash.premise?.lowerBound, let clause = premise.clause(of: place) else { return false }
    return premise.words[clause.predicate].head == nil
  }

  /// Whether both say the same of the same subject, the clash aside.
  private func isSaidOfOneThing(_ clash: ContrastClash) -> Bool {
    guard clash.isOfOneSubject,
      let root = alignment.hypothesis.words.indices.first(where: { alignment.hypothesis.words[$0].head == nil })
    else { return false }
    return alignment.isSupported(root)
  }
}
