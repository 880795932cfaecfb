internal import Dossier
internal import Language

/// One utterance, quoted twice and not alike: by two speakers, cut before the words that weigh, or set in other words.
struct QuoteJudge: Judge {
  func judge(_ pair: ClaimPair) -> Divergence? {
    guard pair.isBetweenDocuments else { return nil }
    let left = pair.left.words.indices.filter { pair.left.words[$0].isQuoted && pair.left.words[$0].term != nil }
    let right = pair.right.words.indices.filter { pair.right.words[$0].isQuoted && pair.right.words[$0].term != nil }
    guard !left.isEmpty, !right.isEmpty else { return nil }
    let (leftTerms, rightTerms) = (terms(left, pair.left), terms(right, pair.right))
    let common = leftTerms.intersection(rightTerms)
    guard left.count >= 2, right.count >= 2 else { return reset(pair, left, right, common) }
    guard common.count >= 2, Double(common.count) >= 0.6 * Double(min(leftTerms.count, rightTerms.count)) else {
      return reset(pair, left, right, common)
    }
    return otherSpeaker(pair, left, right, common: common.count) ?? gloss(pair) ?? cut(pair, left, right, rightTerms)
      ?? cut(pair.swapped, right, left, leftTerms).map {
        $0.swapped(reason: "{B} quotes on to “{b}”, where {A} stops at “{a}”.")
      } ?? reset(pair, left, right, common)
  }

  /// A few of one speaker's words, quoted by both, stand among other words: *the visit is “destructive”* / *partisanship,
  /// which is “destructive”*.
  private func reset(_ pair: ClaimPair, _ left: [Int], _ right: [Int], _ common: Set<Int>) -> Divergence? {
    guard common.count > 1, pair.tie > 6, pair.similarity < 0.6, abs(left.count - right.count) >= 5,
      let one = left.first(where: { common.contains(pair.left.words[$0].term ?? -1) }),
      let other = right.first(where: { pair.right.words[$0].term == pair.left.words[one].term }),
      pair.haveOneHolder(one, other),
      let (leftWords, rightWords) = words(around: one, other, pair)
    else { return nil }
    return Divergence(
      kind: .attribution, relation: .framing, reason: "Both quote one speaker: {A} sets “{a}” where {B} has “{b}”.",
      matches: [
        .init(left: leftWords, right: rightWords, relation: "same words, set otherwise"),
        .init(left: one..<one + 1, right: other..<other + 1, relation: "quoted by both"),
      ],
      confidence: min(0.75, 0.22 + pair.tie / 30))
  }

  /// The same few words, quoted by both, and after them each reporter's own account of the rest: *“a balanced approach”
  /// with some revenue growth* / *of tax increases*.
  private func gloss(_ pair: ClaimPair) -> Divergence? {
    guard let left = gloss(in: pair.left), let right = gloss(in: pair.right), left.quoted == right.quoted,
      pair.haveOneHolder(left.last, right.last),
      let (one, other) = difference(left.words, right.words, pair)
    else { return nil }
    return Divergence(
      kind: .wording, relation: .framing, reason: "After the same words {A} has “{a}”, {B} “{b}”.",
      matches: [.init(left: one, right: other, relation: "same words, glossed otherwise")],
      confidence: min(0.75, 0.45 + pair.tie / 36))
  }

  private func difference(_ left: Range<Int>, _ right: Range<Int>, _ pair: ClaimPair) -> (Range<Int>, Range<Int>)? {
    let (ones, others) = (terms(Array(left), pair.left), terms(Array(right), pair.right))
    return ones.isSubset(of: others) || others.isSubset(of: ones) ? nil : (left, right)
  }

  /// A short quotation and the phrase that a preposition hangs on it.
  private func gloss(in claim: Claim) -> (quoted: Set<Int>, last: Int, words: Range<Int>)? {
    let words = claim.words
    for close in words.indices where words[close].norm == "”" || words[close].norm == "\"" {
      var start = close
      while start > 0, words[start - 1].isQuoted, close - start < 8 { start -= 1 }
      let quoted = terms(Array(start..<close), claim)
      guard quoted.count >= 2, close - start < 8 else { continue }
      var next = close + 1
      if next < words.count, words[next].norm == "," { next += 1 }
      guard next < words.count, words[next].relation == .case else { continue }
      var end = next
      while end < words.count, end - next < 12, ![",", ".", ";", "”", "“", "\""].contains(words[end].norm) { end += 1 }
      guard words[next..<end].contains(where: { $0.term != nil }),
        let last = (start..<close).last(where: { words[$0].term != nil })
      else { continue }
      return (quoted, last, next..<end)
    }
    return nil
  }

  /// What the shared word is said of: its subject or the noun above it, where the two differ.
  private func words(around left: Int, _ right: Int, _ pair: ClaimPair) -> (Range<Int>, Range<Int>)? {
    func partners(_ index: Int, _ claim: Claim) -> [Int] {
      var found = claim.words.indices.filter {
        claim.words[$0].head == index && [.nsubj, .nsubjPass, .obj, .nmod].contains(claim.words[$0].relation)
      }
      if let head = claim.words[index].head { found.append(head) }
      return found.filter { claim.words[$0].term != nil || claim.words[$0].actor != nil }
    }
    let (lefts, rights) = (partners(left, pair.left), partners(right, pair.right))
    let known = Set(rights.compactMap { pair.right.words[$0].term })
    guard let one = lefts.first(where: { !known.contains(pair.left.words[$0].term ?? -1) }),
      let other = rights.first(where: { index in
        !lefts.contains { pair.left.words[$0].term == pair.right.words[index].term }
      })
    else { return nil }
    return (min(one, left)..<max(one, left) + 1, min(other, right)..<max(other, right) + 1)
  }

  private func terms(_ words: [Int], _ claim: Claim) -> Set<Int> { Set(words.compactMap { claim.words[$0].term }) }

  /// The same words, said by two.
  private func otherSpeaker(_ pair: ClaimPair, _ left: [Int], _ right: [Int], common: Int) -> Divergence? {
    // Speakers that the text names beside the words, or the clash may be our own mistake.
    guard common >= 4 || common >= 3 && quoted(pair.left) == quoted(pair.right),
      let one = pair.left.holder(of: left[0]), one.cue != nil,
      let other = pair.right.holder(of: right[0]), other.cue != nil,
      let speaker = one.actor, let otherSpeaker = other.actor, speaker != otherSpeaker,
      isNamed(speaker, in: pair.left), isNamed(otherSpeaker, in: pair.right)
    else { return nil }
    return Divergence(
      kind: .attribution, relation: .contradiction, reason: "The same words stand to {A} as “{a}” and to {B} as “{b}”.",
      matches: [
        .init(
          left: left[0]..<left[left.count - 1] + 1, right: right[0]..<right[right.count - 1] + 1,
          relation: "other speaker")
      ],
      // As often as not it is we who heard the wrong speaker.
      confidence: 0.4)
  }

  private func quoted(_ claim: Claim) -> [String] { claim.words.filter { $0.isQuoted && $0.tag != .punct }.map(\.norm) }

  private func isNamed(_ speaker: Actor.ID, in claim: Claim) -> Bool {
    claim.words.contains { $0.actor == speaker.index && !$0.isQuoted }
  }

  /// The left quotation goes on, with words that take a side, where the right one ends.
  private func cut(_ pair: ClaimPair, _ left: [Int], _ right: [Int], _ rightTerms: Set<Int>) -> Divergence? {
    guard let last = left.lastIndex(where: { rightTerms.contains(pair.left.words[$0].term ?? -1) }),
      last + 1 < left.count, pair.haveOneHolder(left[last], right[0])
    else { return nil }
    let rest = left[last + 1]..<left[left.count - 1] + 1
    // Where the other goes on in words of its own nothing is cut.
    let leftTerms = terms(left, pair.left)
    guard let end = right.lastIndex(where: { leftTerms.contains(pair.right.words[$0].term ?? -1) }),
      right.count - end <= 2
    else { return nil }
    guard pair.left.words[rest].allSatisfy(\.isQuoted), rest.count <= 12,
      pair.left.projections.contains(where: {
        rest.contains($0.words.lowerBound) && $0.strength >= 0.8 && pair.background.axes[$0.axis].kind == .stance
      })
    else { return nil }
    return Divergence(
      kind: .wording, relation: .framing, reason: "{A} quotes on to “{a}”, where {B} stops at “{b}”.",
      matches: [
        .init(left: rest, right: right[right.count - 1]..<right[right.count - 1] + 1, relation: "quotation cut")
      ],
      confidence: 0.5)
  }
}
