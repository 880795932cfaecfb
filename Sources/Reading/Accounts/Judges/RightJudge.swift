internal import Dossier
internal import Language

/// For the thing, or only for the right to it: *his endorsement of the mosque* / *his support of the right to build it*.
struct RightJudge: Judge {
  func judge(_ pair: ClaimPair) -> Divergence? {
    guard pair.has(.right), pair.tie > 4, pair.isBetweenDocuments else { return nil }
    return pair.eitherWay(elseBy: "{B} has only the right defended, “{b}”, {A} the thing itself, “{a}”.", divergence)
  }

  /// The left is for the right alone.
  private func divergence(_ pair: ClaimPair) -> Divergence? {
    for one in favours(in: pair.left) {
      guard let right = thing(of: one, in: pair.left), pair.left.words[right].marks.contains(.right) else {
        continue
      }
      for other in favours(in: pair.right) where other.subject == one.subject {
        guard let thing = thing(of: other, in: pair.right), !pair.right.marks.contains(.right)
        else { continue }
        return Divergence(
          kind: .stance, relation: .tension,
          reason: "{A} has only the right defended, “{a}”, {B} the thing itself, “{b}”.",
          matches: [
            .init(
              left: span(one, to: right), right: span(other, to: thing), relation: "the right and the thing")
          ],
          confidence: min(0.75, 0.44 + pair.tie / 40))
      }
    }
    return nil
  }

  /// Words by which a known actor is for something.
  private func favours(in claim: Claim) -> [Projection] {
    claim.projections.filter { projection in
      guard case .actor = projection.subject else { return false }
      return AxisLexicon.shared.axes[projection.axis].name == "support" && projection.pole > 0
        && projection.strength >= 0.5
    }
  }

  /// What it is that somebody is for.
  private func thing(of projection: Projection, in claim: Claim) -> Int? {
    claim.words.indices.first {
      projection.words.contains(claim.words[$0].head ?? -1)
        && [.obj, .nmod, .obl, .nsubjPass].contains(claim.words[$0].relation) && claim.words[$0].tag == .noun
    }
  }

  private func span(_ projection: Projection, to word: Int) -> Range<Int> {
    min(projection.words.lowerBound, word)..<max(projection.words.upperBound, word + 1)
  }
}
