internal import Dossier
internal import Language

/// One thing left undone, by one who could not and by one who would not: *he could not meet them* / *his refusal to meet*.
struct WillJudge: Judge {
  func judge(_ pair: ClaimPair) -> Divergence? {
    guard pair.has(.unwilling), pair.isBetweenDocuments, !pair.hasQuestion else { return nil }
    return pair.eitherWay(elseBy: "{A} has “{a}”, {B} “{b}”: unwilling against unable.", divergence)
  }

  /// The left could not, the right would not.
  private func divergence(_ pair: ClaimPair) -> Divergence? {
    for one in inabilities(of: pair.left) {
      for other in refusals(of: pair.right) where areOne(one.act, other.act, in: pair) {
        guard let doer = doer(of: one, in: pair.left), doer == self.doer(of: other, in: pair.right) else { continue }
        let isHeld =
          pair.left.holder(of: one.mark) != nil && !pair.haveOneHolder(one.mark, other.mark)
          && pair.right.holder(of: other.mark) != nil
        return Divergence(
          kind: .wording, relation: isHeld ? .tension : .framing,
          reason: "{A} has “{a}”, {B} “{b}”: unable against unwilling.",
          matches: [.init(left: span(one), right: span(other), relation: "could not, would not")],
          confidence: min(0.75, 0.48 + pair.tie / 40))
      }
    }
    return nil
  }

  /// A word that says cannot or will not, and the act.
  private struct Omission {
    var mark: Int
    var act: Int
  }

  private func span(_ omission: Omission) -> Range<Int> {
    min(omission.mark, omission.act)..<max(omission.mark, omission.act) + 1
  }

  private func areOne(_ left: Int, _ right: Int, in pair: ClaimPair) -> Bool {
    let (one, other) = (pair.left.words[left], pair.right.words[right])
    return one.lemma == other.lemma || one.term != nil && one.term == other.term
  }

  private func inabilities(of claim: Claim) -> [Omission] {
    claim.words.indices.compactMap { index in
      let word = claim.words[index]
      if word.marks.contains(.unable) { return completed(index, in: claim) }
      guard word.lemma == "can" || word.norm == "could", word.relation == .aux, let act = word.head,
        claim.words[act].tag == .verb,
        claim.words.contains(where: { $0.head == act && ["not", "n't", "n’t", "never"].contains($0.norm) })
      else { return nil }
      return Omission(mark: index, act: act)
    }
  }

  private func refusals(of claim: Claim) -> [Omission] {
    claim.words.indices.compactMap { index in
      claim.words[index].marks.contains(.unwilling) && !claim.words[index].isNegated
        ? completed(index, in: claim) : nil
    }
  }

  /// The verb that completes the word: *refused to meet*.
  private func completed(_ index: Int, in claim: Claim) -> Omission? {
    claim.words.indices.first {
      claim.words[$0].head == index && claim.words[$0].tag == .verb
        && [.xcomp, .acl, .ccomp, .advcl].contains(claim.words[$0].relation)
    }.map { Omission(mark: index, act: $0) }
  }

  private func doer(of omission: Omission, in claim: Claim) -> Int? {
    for verb in [omission.act, omission.mark] {
      let found = claim.words.first {
        $0.head == verb && [.nsubj, .nmodPoss].contains($0.relation) && $0.actor != nil
      }
      if let found { return found.actor }
    }
    let held = claim.holder(of: omission.act)
    return held?.kind == .direct && claim.words.contains { $0.head == omission.act && $0.norm == "i" }
      ? held?.actor?.index : nil
  }
}
