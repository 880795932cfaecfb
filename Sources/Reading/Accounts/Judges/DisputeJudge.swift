internal import Dossier
internal import Language

/// What one account tells, and another says to be disputed: *she drew a revolver* / *her family contests the allegation that she
/// had a revolver*.
struct DisputeJudge: Judge {
  func judge(_ pair: ClaimPair) -> Finding? {
    guard pair.has(.dispute), pair.tie > 4, !pair.hasQuestion else { return nil }
    return pair.eitherWay(elseBy: "{B} has “{b}” disputed, {A} tells “{a}”.", finding)
  }

  /// The left disputes what the right tells.
  private func finding(_ pair: ClaimPair) -> Finding? {
    guard !isDisputing(pair.right) else { return nil }
    for verb in pair.left.words.indices where isDispute(verb, in: pair.left) {
      guard let content = content(of: verb, in: pair.left) else { continue }
      let terms = Set(content.compactMap { pair.left.words[$0].isName ? nil : pair.left.words[$0].term })
      let told = pair.right.words.indices.filter { pair.right.words[$0].term.map(terms.contains) ?? false }
      let known = Set(told.compactMap { pair.right.words[$0].term })
      guard known.count >= 2, 5 * known.count >= 3 * terms.count, let first = told.first, let last = told.last,
        let lowest = content.min(), let highest = content.max(),
        // Who tells that it was not so says no more than who disputes it.
        !told.contains(where: { pair.right.words[$0].isNegated || pair.right.words[$0].isTentative }),
        !pair.haveOneHolder(verb, first)
      else { continue }
      return Finding(
        kind: .negation, relation: .contradiction, reason: "{A} has “{a}” disputed, {B} tells “{b}”.",
        matches: [
          .init(left: min(verb, lowest)..<max(verb, highest) + 1, right: first..<last + 1, relation: "disputed")
        ],
        // However many tell it, one dispute stands between two accounts once.
        topic: "dispute \(pair.left.passage.document.index) \(pair.left.order)",
        confidence: min(0.75, 0.42 + pair.tie / 36))
    }
    return nil
  }

  private static let claims: Set<String> = [
    "claim", "allegation", "accusation", "account", "version", "report", "assertion", "charge", "suggestion", "story",
    "contention", "notion",
  ]

  private func isDispute(_ index: Int, in claim: Claim) -> Bool {
    let word = claim.words[index]
    return word.tag == .verb && word.marks.contains(.dispute) && !word.isNegated && !word.isTentative
  }

  private func isDisputing(_ claim: Claim) -> Bool { claim.words.indices.contains { isDispute($0, in: claim) } }

  /// The words of what is disputed: a clause of its own, or that of a claim which is disputed.
  private func content(of verb: Int, in claim: Claim) -> [Int]? {
    let words = claim.words
    let noun = words.dependent(of: verb, [.obj, .nsubjPass]) ?? (words[verb].relation == .acl ? words[verb].head : nil)
    let holder = noun.flatMap { Self.claims.contains(words[$0].lemma) ? $0 : nil }
    let clause = holder.flatMap { holder in
      words.indices.first {
        words[$0].head == holder && [.acl, .ccomp, .aclRelcl].contains(words[$0].relation) && $0 != verb
      }
    }
    guard let root = clause ?? words.dependent(of: verb, [.ccomp]), root != verb else { return nil }
    return words.indices.filter { words.lies($0, under: root) }
  }
}
