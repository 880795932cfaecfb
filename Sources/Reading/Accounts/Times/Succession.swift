internal import Language

/// What a sentence tells to have come first, and what then: *police opened fire after protesters threw stones*.
struct Succession: Sendable {
  /// Terms of what came first, and of what came then, each without those of the other.
  var first: Set<Int>
  var then: Set<Int>
  /// Those of them that name the two acts and what takes part, not what is said besides.
  var core: Set<Int>
  /// The word that orders them, with what hangs on it.
  var words: Range<Int>

  /// In order of place. Cost: quadratic in the words, where a word orders two things; else linear.
  static func successions(in words: [Claim.Word]) -> [Succession] {
    words.indices.compactMap { cue in
      guard let (isAfter, below) = order(at: cue, in: words) else { return nil }
      let inner = subtree(of: below, in: words)
      guard let above = verb(above: below, in: words), !words[above].isNegated, !words[below].isNegated else {
        return nil
      }
      let outer = subtree(of: above, in: words).subtracting(inner)
      let (one, other) = (terms(of: inner, in: words), terms(of: outer, in: words))
      let (sub, main) = (one.subtracting(other), other.subtracting(one))
      guard !sub.isEmpty, !main.isEmpty, let last = inner.max() else { return nil }
      let core = terms(of: near(below, in: words).union(near(above, in: words)), in: words)
      return Succession(
        first: isAfter ? sub : main, then: isAfter ? main : sub, core: core, words: min(cue, last)..<max(cue, last) + 1)
    }
  }

  /// Whether a word says that the one came after or before the other, and the head of what it introduces.
  private static func order(at cue: Int, in words: [Claim.Word]) -> (isAfter: Bool, below: Int)? {
    let isAfter: Bool
    switch words[cue].norm {
    case "after", "once", "following": isAfter = true
    case "before": isAfter = false
    case "response", "reply", "retaliation":
      // *In response to a hail of stones*.
      guard cue > 0, words[cue - 1].norm == "in", let matter = words.dependent(of: cue, [.nmod]) else { return nil }
      return (true, matter)
    default: return nil
    }
    guard [.mark, .case].contains(words[cue].relation), let head = words[cue].head, head > cue else { return nil }
    // *After two days*, *before Monday*: when, and not what.
    guard words[head].tag == .verb || words[head].term != nil, !QuantityLexicon.isTime(words[head].lemma) else {
      return nil
    }
    return (isAfter, head)
  }

  /// The verb that something hangs on; of one that tells who says it, what is said.
  private static func verb(above index: Int, in words: [Claim.Word]) -> Int? {
    guard let verb = words.verb(above: index), !words[verb].marks.contains(.assertion) else { return nil }
    return verb
  }

  private static func subtree(of root: Int, in words: [Claim.Word]) -> Set<Int> {
    Set(words.indices.filter { words.lies($0, under: root, within: words.count) })
  }

  /// An act with what hangs on it, and on who does it or to whom it is done.
  private static func near(_ root: Int, in words: [Claim.Word]) -> Set<Int> {
    Set(
      words.indices.filter { index in
        guard index != root, let head = words[index].head else { return index == root }
        return head == root
          || words[head].head == root && [.nsubj, .nsubjPass, .obj].contains(words[head].relation)
      })
  }

  private static func terms(of indices: Set<Int>, in words: [Claim.Word]) -> Set<Int> {
    Set(indices.compactMap { words[$0].term })
  }
}
