internal import Language

/// Finds which words of a sentence stand under a negator, a condition or a hedge.
struct Scope {
  let lexicon = ScopeLexicon.shared

  /// Fills `marks`, `isNegated` and `isTentative`; two negators cancel.
  func mark(_ words: inout [Claim.Word]) {
    let isParsed = words.contains { $0.head != nil }
    if let list = listOfDemands(in: words) {
      for word in list { words[word].isTentative = true }
    }
    for index in words.indices {
      words[index].marks = (lexicon.marks[words[index].norm] ?? []).union(lexicon.marks[words[index].lemma] ?? [])
      // *Appear in court*, *appeared on Tuesday*: who comes forward is no guess.
      if words[index].lemma == "appear", index + 1 < words.count, words[index + 1].tag == .adp,
        words[index + 1].norm != "to", words[index + 1].norm != "like"
      {
        words[index].marks.remove(.hedge)
      }
      if isNegator(words, index) {
        words[index].marks.insert(.negator)
        for word in scope(of: index, in: words, isParsed: isParsed) where word != index {
          words[word].isNegated.toggle()
        }
      }
      if isTentative(words, index) {
        for word in tentativeScope(of: index, in: words, isParsed: isParsed) where word != index {
          words[word].isTentative = true
        }
      }
    }
  }

  /// What follows *conditions for a ceasefire:* is demanded, not said to be so.
  private func listOfDemands(in words: [Claim.Word]) -> Range<Int>? {
    guard let colon = words.firstIndex(where: { $0.norm == ":" }),
      words[max(0, colon - 5)..<colon].contains(where: { Self.demands.contains($0.lemma) })
    else { return nil }
    return colon + 1..<words.count
  }

  private static let demands: Set<String> = ["condition", "demand", "term", "requirement", "ultimatum", "proposal"]

  func isNegator(_ words: [Claim.Word], _ index: Int) -> Bool {
    // `Not only` affirms.
    if words[index].norm == "not", index + 1 < words.count, Self.affirming.contains(words[index + 1].norm) {
      return false
    }
    if ["not", "n't"].contains(words[index].norm), isOneOfMore(after: index, in: words) { return false }
    // *Barely 3,000 people came*: they came.
    if words[index].marks.contains(.approximation), index + 1 < words.count,
      words[index + 1].tag == .num
        || ["a", "half"].contains(words[index + 1].norm)
    {
      return false
    }
    if lexicon.negators.contains(words[index].norm) || lexicon.negators.contains(words[index].lemma) {
      return words[index].norm != "no" || !(index + 1 < words.count && words[index + 1].norm == ".")
    }
    guard let phrases = lexicon.negatingPhrases[words[index].lemma] else { return false }
    return phrases.contains { rest in
      index + rest.count < words.count && rest.indices.allSatisfy { words[index + 1 + $0].norm == rest[$0] }
    }
  }

  /// *Not the only worry*, *not his first visit*: there is one, and more.
  private func isOneOfMore(after index: Int, in words: [Claim.Word]) -> Bool {
    let next = words[(index + 1)...].prefix(5)
    guard let one = next.firstIndex(where: { ["only", "sole", "first"].contains($0.norm) }), one > index + 1 else {
      return false
    }
    return words[index + 1..<one].allSatisfy { [.det, .pron, .noun, .propn, .part].contains($0.tag) }
  }

  private func isTentative(_ words: [Claim.Word], _ index: Int) -> Bool {
    words[index].marks.contains(.hedge) || lexicon.conditions.contains(words[index].norm)
  }

  private func scope(of index: Int, in words: [Claim.Word], isParsed: Bool) -> [Int] {
    let window = windowScope(of: index, in: words, reach: 6)
    guard isParsed else { return window }
    switch (words[index].relation, words[index].head) {
    case (.det, let head?), (.case, let head?), (.detPredet, let head?):
      // `no willingness to act`; and the verb whose subject or object it is.
      var found = subtree(of: head, in: words, after: index).filter { !isGiven($0, under: head, in: words) }
      if let verb = words[head].head, [.nsubj, .nsubjPass, .obj].contains(words[head].relation) {
        found.append(verb)
        if words[head].relation != .obj {
          found += subtree(of: verb, in: words, after: head).filter { !isGiven($0, under: verb, in: words) }
        }
      }
      return Array(Set(found)).sorted()
    case (.advmod, let head?), (.ccPreconj, let head?), (.cc, let head?), (.advmod.universal, let head?):
      return Array(
        Set([head] + subtree(of: head, in: words, after: index).filter { !isGiven($0, under: head, in: words) })
      )
      .sorted()
    default:
      // A verb or noun that negates what follows: `failed to`, `denies any role`, `lack of`; who denies that he ordered the
      // raid does not deny the raid.
      let isClausal = words.contains { $0.head == index && [.ccomp, .xcomp].contains($0.relation) }
      let found = subtree(of: index, in: words, after: index, withContent: true)
      return found.isEmpty
        ? window : found.filter { !isAttribute($0, in: words) && !(isClausal && isGiven($0, under: index, in: words)) }
    }
  }

  private static let affirming: Set<String> = ["only", "just", "merely", "simply", "solely"]

  /// An adjective of what the act is *for*, *to* or *about*: who refuses to apologise for an outrageous word does not
  /// deny that it was one.
  private func isAttribute(_ index: Int, in words: [Claim.Word]) -> Bool {
    guard words[index].relation == .amod, let noun = words[index].head else { return false }
    return [.obl, .nmod].contains(words[noun].relation)
  }

  /// Whether a word stands in a definite noun phrase under the negated word: what is named as known is not denied, as the
  /// invasion in *did not support the army in its invasion* (Horn 1989, presupposition under negation).
  private func isGiven(_ index: Int, under head: Int, in words: [Claim.Word]) -> Bool {
    var current = index
    for _ in 0..<40 where current != head {
      // *Does not have the experience*: there the thing itself is denied.
      let isHad = words[current].relation == .obj && words[current].head == head && words[head].lemma == "have"
      if !isHad, [.obj, .obl, .nmod].contains(words[current].relation), isDefinite(current, in: words) { return true }
      guard let next = words[current].head else { return false }
      current = next
    }
    return false
  }

  private func isDefinite(_ noun: Int, in words: [Claim.Word]) -> Bool {
    words[noun].tag == .noun
      && words.contains {
        $0.head == noun
          && ($0.relation == .nmodPoss || $0.relation == .det && Self.definiteDeterminers.contains($0.norm))
      }
  }

  private static let definiteDeterminers: Set<String> = ["the", "this", "that", "these", "those"]

  private func tentativeScope(of index: Int, in words: [Claim.Word], isParsed: Bool) -> [Int] {
    guard isParsed, let head = words[index].head else { return windowScope(of: index, in: words, reach: 8) }
    switch words[index].relation {
    case .aux, .auxPass, .mark, .advmod:
      // `If he ran and won`: what is joined to a condition is one too.
      let joined = words.indices.filter { words[$0].head == head && words[$0].relation == .conj }
      return [head] + joined + ([head] + joined).flatMap { subtree(of: $0, in: words, after: index) }
    case .amod: return [head]
    default: return subtree(of: index, in: words, after: index)
    }
  }

  /// Following words up to the clause's end.
  private func windowScope(of index: Int, in words: [Claim.Word], reach: Int) -> [Int] {
    var found: [Int] = []
    for next in index + 1..<max(index + 1, min(words.count, index + 1 + reach)) {
      if Self.clauseEnds.contains(words[next].norm) { break }
      found.append(next)
    }
    return found
  }

  private static let clauseEnds: Set<String> = [
    ",", ".", ";", ":", "?", "!", "“", "”", "\"", "but", "who", "which", "although", "though", "while", "—", "–", "(",
    ")",
  ]

  /// Clauses of their own: what is not disputed, said or known is not thereby denied.
  private static let barriers: Set<DependencyRelation> = [.advcl, .parataxis, .aclRelcl, .ccomp, .acl, .advclRelcl]

  /// Words under `root` after `index`; clauses of their own (adverbial, coordinated, parenthetic) stay out.
  ///
  /// - Parameter withContent: whether the clause that `root` itself takes is in: *denied that he ordered it*.
  private func subtree(
    of root: Int, in words: [Claim.Word], after index: Int, withContent: Bool = false
  ) -> [Int] {
    (index + 1..<max(index + 1, words.count)).filter { word in
      var current = word
      for _ in 0..<40 {
        if current == root { return true }
        let relation = words[current].relation
        let isContent = withContent && relation == .ccomp && words[current].head == root
        if Self.barriers.contains(relation), !isContent { return false }
        if relation == .conj, words[current].tag == .verb { return false }
        guard let head = words[current].head else { return false }
        current = head
      }
      return false
    }
  }
}
