internal import Dossier
internal import Language

/// One account tells a statement straight, the other's reporter calls it misleading, false or unproven.
struct DoubtJudge: Judge {
  func judge(_ pair: ClaimPair) -> Divergence? {
    guard pair.has(.doubt), pair.tie > 5, pair.isBetweenDocuments else { return nil }
    let (left, right) = (doubt(in: pair.left), doubt(in: pair.right))
    guard (left == nil) != (right == nil) else { return nil }
    if let left { return divergence(pair, doubt: left) }
    return right.flatMap { divergence(pair.swapped, doubt: $0) }.map {
      $0.swapped(reason: "{B} calls “{b}” what {A} tells as “{a}”.")
    }
  }

  private func divergence(_ pair: ClaimPair, doubt: Int) -> Divergence? {
    // What the other tells must be what is doubted.
    let doubted = terms(doubtedBy: doubt, in: pair.left).intersection(pair.shared)
    guard doubted.count >= 2, isTold(doubt, in: pair),
      let told = pair.right.words.indices.filter({
        pair.right.words[$0].term.map(doubted.contains) ?? false && !pair.right.words[$0].isName
      })
      .min(by: { first, second in
        let (one, other) = (pair.right.words[first].term ?? 0, pair.right.words[second].term ?? 0)
        return pair.right.weight(of: one) != pair.right.weight(of: other)
          ? pair.right.weight(of: one) > pair.right.weight(of: other) : first < second
      })
    else { return nil }
    return Divergence(
      kind: .stance, relation: .tension, reason: "{A} calls “{a}” what {B} tells as “{b}”.",
      matches: [.init(left: doubt..<doubt + 1, right: told..<told + 1, relation: "doubted by one reporter")],
      confidence: min(0.8, 0.36 + pair.tie / 28))
  }

  /// What stands under the word that the doubt belongs to, or near it where the parse shows none; names left out.
  private func terms(doubtedBy doubt: Int, in claim: Claim) -> Set<Int> {
    let words = claim.words
    guard let head = words[doubt].head, words[head].tag == .verb else {
      return claim.terms(around: doubt..<doubt + 1, radius: 14)
    }
    let below = words.indices.filter {
      $0 > doubt && $0 != head && !words[$0].isName && words.lies($0, under: head)
    }
    return Set(below.compactMap { words[$0].term })
  }

  /// Of a doubtful thing the other must tell too: *the questionable claims*.
  private func isTold(_ doubt: Int, in pair: ClaimPair) -> Bool {
    guard pair.left.words[doubt].relation == .amod, let thing = pair.left.words[doubt].head else { return true }
    return pair.left.words[thing].term.map(pair.shared.contains) ?? false
  }

  /// A word of doubt that is the reporter's own.
  private func doubt(in claim: Claim) -> Int? {
    guard !claim.isQuestion, !claim.isHeading else { return nil }
    return claim.words.indices.first { index in
      let word = claim.words[index]
      return !word.isQuoted && !word.isNegated && word.marks.contains(.doubt)
        && claim.holder(of: index) == nil
    }
  }
}
