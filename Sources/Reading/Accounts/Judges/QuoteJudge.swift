internal import Dossier

/// One utterance, quoted twice and not alike: by two speakers, or cut before the words that weigh.
struct QuoteJudge: Judge {
  func judge(_ pair: ClaimPair) -> Finding? {
    guard pair.left.passage.document != pair.right.passage.document else { return nil }
    let left = pair.left.words.indices.filter { pair.left.words[$0].isQuoted && pair.left.words[$0].term != nil }
    let right = pair.right.words.indices.filter { pair.right.words[$0].isQuoted && pair.right.words[$0].term != nil }
    guard left.count >= 2, right.count >= 2 else { return nil }
    let (leftTerms, rightTerms) = (terms(left, pair.left), terms(right, pair.right))
    let common = leftTerms.intersection(rightTerms)
    guard common.count >= 2, Double(common.count) >= 0.6 * Double(min(leftTerms.count, rightTerms.count)) else {
      return nil
    }
    return otherSpeaker(pair, left, right, common: common.count) ?? cut(pair, left, right, rightTerms)
      ?? cut(pair.swapped, right, left, leftTerms).map(swap)
  }

  private func terms(_ words: [Int], _ claim: Claim) -> Set<Int> { Set(words.compactMap { claim.words[$0].term }) }

  /// The same words, said by two.
  private func otherSpeaker(_ pair: ClaimPair, _ left: [Int], _ right: [Int], common: Int) -> Finding? {
    guard common >= 4, let one = pair.left.holder(of: left[0]), let other = pair.right.holder(of: right[0]),
      let speaker = one.actor, let otherSpeaker = other.actor, speaker != otherSpeaker
    else { return nil }
    return Finding(
      kind: .attribution, relation: .contradiction, reason: "The same words stand to {A} as “{a}” and to {B} as “{b}”.",
      matches: [
        .init(
          left: left[0]..<left[left.count - 1] + 1, right: right[0]..<right[right.count - 1] + 1,
          relation: "other speaker")
      ],
      confidence: 0.5)
  }

  /// The left quotation goes on, with words that take a side, where the right one ends.
  private func cut(_ pair: ClaimPair, _ left: [Int], _ right: [Int], _ rightTerms: Set<Int>) -> Finding? {
    guard let last = left.lastIndex(where: { rightTerms.contains(pair.left.words[$0].term ?? -1) }),
      last + 1 < left.count
    else { return nil }
    let rest = left[last + 1]..<left[left.count - 1] + 1
    guard pair.left.words[rest].allSatisfy(\.isQuoted), rest.count <= 12,
      pair.left.projections.contains(where: {
        rest.contains($0.words.lowerBound) && $0.strength >= 0.8 && pair.background.axes[$0.axis].kind == .stance
      })
    else { return nil }
    return Finding(
      kind: .wording, relation: .framing, reason: "{A} quotes on to “{a}”, where {B} stops at “{b}”.",
      matches: [
        .init(left: rest, right: right[right.count - 1]..<right[right.count - 1] + 1, relation: "quotation cut")
      ],
      confidence: 0.6)
  }

  private func swap(_ finding: Finding) -> Finding {
    var finding = finding
    finding.matches = finding.matches.map { .init(left: $0.right, right: $0.left, relation: $0.relation) }
    finding.reason = "{B} quotes on to “{b}”, where {A} stops at “{a}”."
    return finding
  }
}
