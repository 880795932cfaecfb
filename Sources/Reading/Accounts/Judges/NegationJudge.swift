internal import Dossier
internal import Language

/// Aligned content, one side negated: *disputed the report* / *did not directly dispute it*.
struct NegationJudge: Judge {
  func judge(_ pair: ClaimPair) -> Finding? {
    guard !pair.left.isQuestion, !pair.right.isQuestion else { return nil }
    var best: Finding?
    for (i, left) in pair.left.words.enumerated() {
      guard let term = left.term, pair.shared.contains(term), left.tag == .verb || left.tag == .adj || left.tag == .x
      else { continue }
      for (j, right) in pair.right.words.enumerated() where right.term == term && left.isNegated != right.isNegated {
        guard right.tag == left.tag, !left.isTentative, !right.isTentative, !pair.haveOneHolder(i, j) else { continue }
        // Said both ways in one of the two, it is told in full there.
        guard !says(term, negated: left.isNegated, pair.right), !says(term, negated: right.isNegated, pair.left) else {
          continue
        }
        let overlap = pair.localOverlap(i..<i + 1, j..<j + 1, radius: 8)
        guard overlap > 3 else { continue }
        let confidence = min(0.88, 0.3 + overlap / 14 + pair.similarity * 0.3)
        if confidence > (best?.confidence ?? 0) {
          let isHard = pair.containment > 0.6 && pair.left.held.isEmpty == pair.right.held.isEmpty
          best = Finding(
            kind: .negation, relation: isHard ? .contradiction : .tension,
            reason: "{A} has “{a}”, {B} “{b}”: one of them says no.",
            matches: [
              .init(left: phrase(i, in: pair.left), right: phrase(j, in: pair.right), relation: "negated on one side")
            ],
            confidence: confidence)
        }
      }
    }
    return best
  }

  private func says(_ term: Int, negated: Bool, _ claim: Claim) -> Bool {
    claim.words.contains { $0.term == term && $0.isNegated == negated }
  }

  /// The word with its negator, where that stands just before it.
  private func phrase(_ index: Int, in claim: Claim) -> Range<Int> {
    guard claim.words[index].isNegated else { return index..<index + 1 }
    let scope = Scope()
    let start = (max(0, index - 4)..<index).last { scope.isNegator(claim.words, $0) }
    return (start ?? index)..<index + 1
  }
}
