internal import Dossier
internal import Language

/// What one account tells, and another says to be disputed: *she drew a revolver* / *her family contests the allegation that she
/// had a revolver*.
struct DisputeJudge: Judge {
  func judge(_ pair: ClaimPair) -> Divergence? {
    guard pair.has(.dispute), pair.tie > 4, !pair.hasQuestion else { return nil }
    return pair.eitherWay(elseBy: "{B} has “{b}” disputed, {A} tells “{a}”.", divergence)
  }

  /// The left disputes what the right tells.
  private func divergence(_ pair: ClaimPair) -> Divergence? {
    guard !isDisputing(pair.right) else { return nil }
    for verb in pair.left.words.indices where isDispute(verb, in: pair.left) {
      guard let root = disputed(by: verb, in: pair.left) else { continue }
      let content = pair.left.words.indices.filter { pair.left.words.lies($0, under: root) }
      let terms = Set(content.compactMap { pair.left.words[$0].term })
      guard let told = deed(root, toldIn: pair.right, by: pair.left) ?? matter(terms, of: root, toldIn: pair),
        let lowest = content.min(), let highest = content.max(), !pair.haveOneHolder(verb, told.lowerBound)
      else { continue }
      return Divergence(
        kind: .negation, relation: .contradiction, reason: "{A} has “{a}” disputed, {B} tells “{b}”.",
        matches: [.init(left: min(verb, lowest)..<max(verb, highest) + 1, right: told, relation: "disputed")],
        // However many tell it, one dispute stands between two accounts once.
        topic: "dispute \(pair.left.passage.document.index) \(pair.left.order)",
        confidence: min(0.75, 0.42 + pair.tie / 36))
    }
    return nil
  }

  /// Where the right tells most of what the left has disputed.
  private func matter(_ terms: Set<Int>, of root: Int, toldIn pair: ClaimPair) -> Range<Int>? {
    let words = pair.right.words
    let told = words.indices.filter { words[$0].term.map(terms.contains) ?? false }
    let known = Set(told.compactMap { words[$0].term })
    guard known.count >= 2, 5 * known.count >= 3 * terms.count, isToldByName(root, in: pair, among: known),
      // Names alone tell nothing.
      told.contains(where: { !words[$0].isName }), let first = told.first, let last = told.last,
      // Who tells that it was not so says no more than who disputes it.
      !told.contains(where: { words[$0].isNegated || words[$0].isTentative }),
      // *To sue it for any role*: whether there was one is open.
      !told.contains(where: { $0 > 0 && words[$0 - 1].norm == "any" })
    else { return nil }
    return first..<last + 1
  }

  /// Where a claim tells, as done, the very deed of one upon another that is disputed, whatever else is disputed of it.
  private func deed(_ root: Int, toldIn claim: Claim, by disputing: Claim) -> Range<Int>? {
    guard disputing.words[root].tag == .verb, let term = disputing.words[root].term,
      let disputed = disputing.deeds.first(where: { $0.word == root }),
      let told = claim.deeds.first(where: { deed in
        let word = claim.words[deed.word]
        return word.term == term && word.tag == .verb && deed.doer == disputed.doer && deed.target == disputed.target
          && !word.isNegated && !word.isTentative
      })
    else { return nil }
    let parts = claim.words.indices.filter { index in
      claim.words[index].head == told.word
        && [.nsubj, .obj, .nsubjPass, .oblAgent].contains(claim.words[index].relation)
    }
    return min(parts.min() ?? told.word, told.word)..<max(parts.max() ?? told.word, told.word) + 1
  }

  private static let claims: Set<String> = [
    "claim", "allegation", "accusation", "account", "version", "report", "assertion", "charge", "suggestion", "story",
    "contention", "notion", "rumor", "rumour", "idea",
  ]

  /// What is asked for: who denies it refuses it.
  private static let asked: Set<String> = [
    "access", "appeal", "application", "asylum", "bail", "benefit", "coverage", "entry", "motion", "permission",
    "permit", "petition", "request", "right", "service", "treatment", "visa",
  ]

  private func isDispute(_ index: Int, in claim: Claim) -> Bool {
    let word = claim.words[index]
    return word.tag == .verb && word.marks.contains(.dispute) && !word.isNegated && !word.isTentative
  }

  private func isDisputing(_ claim: Claim) -> Bool { claim.words.indices.contains { isDispute($0, in: claim) } }

  /// Whether what is disputed by its name is told by that name; a clause may be told by another verb.
  private func isToldByName(_ root: Int, in pair: ClaimPair, among told: Set<Int>) -> Bool {
    let word = pair.left.words[root]
    guard word.tag == .noun || word.norm.hasSuffix("ing") else { return true }
    return word.term.map(told.contains) ?? false
  }

  /// The head of what is disputed: a clause or a noun of its own, or that of a claim which is disputed.
  private func disputed(by verb: Int, in claim: Claim) -> Int? {
    let words = claim.words
    let noun = words.dependent(of: verb, [.obj, .nsubjPass]) ?? (words[verb].relation == .acl ? words[verb].head : nil)
    let root =
      if let noun, Self.claims.contains(words[noun].lemma) {
        content(of: noun, besides: verb, in: words) ?? words.dependent(of: verb, [.ccomp])
      } else if let clause = words.dependent(of: verb, [.ccomp]) {
        clause
      } else if words[verb].lemma == "deny" {
        // *Denied shelling the town*, *denied the shelling of the town*.
        words.dependent(of: verb, [.xcomp]) ?? noun.flatMap { Self.asked.contains(words[$0].lemma) ? nil : $0 }
      } else {
        Int?.none
      }
    return root == verb ? nil : root
  }

  /// *The allegation that he fled*, *the reports of shelling*.
  private func content(of noun: Int, besides verb: Int, in words: [Claim.Word]) -> Int? {
    func below(_ isContent: (Int) -> Bool) -> Int? {
      words.indices.first { words[$0].head == noun && $0 != verb && isContent($0) }
    }
    return below { [.acl, .ccomp, .aclRelcl].contains(words[$0].relation) }
      // *The report in a paper that he fled*: the parse may hang the clause on the nearest noun.
      ?? words.indices.first { index in
        [.acl, .ccomp, .aclRelcl].contains(words[index].relation)
          && words[index].head.map { words[$0].relation == .nmod && words[$0].head == noun } ?? false
          && words.dependent(of: index, [.nsubj, .nsubjPass]).map { words[$0].tag != .pron || words[$0].actor != nil }
            ?? false
      }
      ?? below { words[$0].relation == .nmod && words.hasCase(["of"], at: $0) }
  }
}
