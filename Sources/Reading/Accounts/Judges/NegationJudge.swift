internal import Dossier
internal import Language

/// Aligned content, one side negated: *disputed the report* / *did not directly dispute it*.
struct NegationJudge: Judge {
  func judge(_ pair: ClaimPair) -> Finding? {
    guard !pair.left.isQuestion, !pair.right.isQuestion else { return nil }
    var best: Finding?
    for i in pair.left.words.indices where isPredicate(i, in: pair.left) {
      for j in pair.right.words.indices where pair.right.words[j].term == pair.left.words[i].term {
        guard isPredicate(j, in: pair.right), pair.left.words[i].tag == pair.right.words[j].tag,
          let finding = finding(i, j, in: pair), finding.confidence > (best?.confidence ?? 0)
        else { continue }
        best = finding
      }
    }
    return best
  }

  private func isPredicate(_ index: Int, in claim: Claim) -> Bool {
    let word = claim.words[index]
    return word.term != nil && !word.isTentative && !word.isName && [.verb, .adj, .noun].contains(word.tag)
  }

  private func finding(_ i: Int, _ j: Int, in pair: ClaimPair) -> Finding? {
    let (left, right) = (negator(of: i, in: pair.left), negator(of: j, in: pair.right))
    guard (left == nil) != (right == nil), let term = pair.left.words[i].term, !pair.haveOneHolder(i, j) else {
      return nil
    }
    // Said both ways in one of the two, it is told in full there.
    guard pair.left.words.filter({ $0.term == term }).count == 1,
      pair.right.words.filter({ $0.term == term }).count == 1
    else { return nil }
    // A negated reporting of it, as in `denied that he sent it`, denies it too.
    guard left != nil || !pair.left.words[i].isNegated, right != nil || !pair.right.words[j].isNegated else {
      return nil
    }
    let shared = arguments(of: i, in: pair.left).intersection(arguments(of: j, in: pair.right))
    let overlap = pair.localOverlap(i..<i + 1, j..<j + 1, radius: 12)
    // An adjective or noun is one thing only where what it is said of is one.
    guard !shared.isEmpty || pair.left.words[i].tag == .verb && pair.tie > 6, overlap > 3.5 else { return nil }
    let isHard = pair.containment > 0.6 && pair.left.held.isEmpty == pair.right.held.isEmpty
    return Finding(
      kind: .negation, relation: isHard ? .contradiction : .tension,
      reason: "{A} has “{a}”, {B} “{b}”: one of them says no.",
      matches: [
        .init(left: (left ?? i)..<i + 1, right: (right ?? j)..<j + 1, relation: "negated on one side")
      ],
      confidence: min(0.88, 0.3 + overlap / 14 + 0.08 * Double(shared.count)))
  }

  /// The negator that belongs to the predicate itself.
  private func negator(of index: Int, in claim: Claim) -> Int? {
    let scope = Scope()
    let isParsed = claim.words.contains { $0.head != nil }
    return (max(0, index - 6)..<index).last { other in
      guard scope.isNegator(claim.words, other) else { return false }
      return isParsed ? claim.words[other].head == index : other >= index - 3
    }
  }

  /// Terms of its subjects, objects and complements, and of the noun that it describes.
  private func arguments(of index: Int, in claim: Claim) -> Set<Int> {
    var found = Set<Int>()
    if claim.words[index].relation == .amod, let head = claim.words[index].head, let term = claim.words[head].term {
      found.insert(term)
    }
    for word in claim.words where word.head == index {
      switch word.relation {
      case .nsubj, .nsubjPass, .obj, .obl, .ccomp, .xcomp, .nmod, .amod:
        if let term = word.term { found.insert(term) }
      default: continue
      }
    }
    return found
  }
}
