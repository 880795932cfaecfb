internal import Dossier
internal import Language

/// Whose deed it is that one account tells and another denies.
extension NegationJudge {
  /// *Leadership is about solving problems*: what a thing is, and no deed of anybody.
  func isNature(_ index: Int, in claim: Claim) -> Bool {
    guard claim.words[index].tag == .verb, claim.words[index].norm.hasSuffix("ing"),
      let being = claim.words.dependent(of: index, [.cop, .aux]), let mark = claim.words.dependent(of: index, [.mark])
    else { return false }
    // *Whether he is solving it* is no such thing.
    return claim.words[being].lemma == "be" && being < mark
  }

  /// *Holm did not sign the pact*, *Berg signed it*: each is told of somebody else, who stands for somebody else.
  func areOfTwoDoers(_ i: Int, _ j: Int, in pair: ClaimPair) -> Bool {
    guard let one = pair.left.words.doer(of: i), let other = pair.right.words.doer(of: j) else { return false }
    return pair.background.side(of: one) != pair.background.side(of: other)
  }

  /// Whether the one that says no names a doer where the other only tells that it was done: *no ransom was paid* answers
  /// whoever is said to have paid.
  func isOthersDeed(_ i: Int, _ j: Int, isLeftDenied: Bool, in pair: ClaimPair) -> Bool {
    let (left, right) = (isAgentless(i, in: pair.left), isAgentless(j, in: pair.right))
    return isLeftDenied ? !left && right : left && !right
  }

  private func isAgentless(_ index: Int, in claim: Claim) -> Bool {
    let word = claim.words[index]
    // *A letter sent from his desk*.
    let isParticiple = word.relation == .acl && word.tag == .verb && !word.norm.hasSuffix("ing")
    return
      (isParticiple
      || claim.words.contains { $0.head == index && ($0.relation == .nsubjPass || $0.relation == .auxPass) })
      && !claim.words.contains { $0.head == index && $0.relation == .oblAgent }
  }
}
