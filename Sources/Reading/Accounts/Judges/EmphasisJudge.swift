internal import Dossier
internal import Language

/// What one speaker stressed, as two accounts of one event have it: *he doubled down on his charge* / *on his questions*.
struct EmphasisJudge: Judge {
  func judge(_ pair: ClaimPair) -> Divergence? {
    guard pair.isOneEvent, pair.left.marks.contains(.emphasis), pair.right.marks.contains(.emphasis),
      pair.isBetweenDocuments
    else { return nil }
    let rights = stresses(in: pair.right)
    for left in stresses(in: pair.left) {
      for right in rights where left.speaker == right.speaker {
        let (ones, others) = (pair.left.terms(in: left.content), pair.right.terms(in: right.content))
        // The same thing in other order is the same thing.
        guard ones.count > 1, others.count > 1, 3 * ones.intersection(others).count <= min(ones.count, others.count)
        else { continue }
        let isOneWord = pair.left.words[left.word].term == pair.right.words[right.word].term
        return Divergence(
          kind: .wording, relation: .framing,
          reason: "What one speaker stressed: {A} has “{a}”, {B} “{b}”.",
          matches: [.init(left: left.content, right: right.content, relation: "stressed")],
          topic: "stressed \(left.speaker)", confidence: min(0.7, (isOneWord ? 0.42 : 0.32) + pair.tie / 45))
      }
    }
    return nil
  }

  private struct Stress {
    var word: Int
    var speaker: Int
    var content: Range<Int>
  }

  private func stresses(in claim: Claim) -> [Stress] {
    claim.words.indices.compactMap { verb in
      guard claim.words[verb].marks.contains(.emphasis), claim.words[verb].tag == .verb,
        let speaker = speaker(of: verb, in: claim), let content = content(of: verb, in: claim)
      else { return nil }
      return Stress(word: verb, speaker: speaker, content: content)
    }
  }

  /// Its subject, or that of the verb that it is set beside.
  private func speaker(of verb: Int, in claim: Claim) -> Int? {
    var current = verb
    for _ in 0..<4 {
      // A dateline too may pass for a subject: the nearest is the real one.
      if let subject = claim.words.indices.last(where: {
        $0 < current && claim.words[$0].head == current && claim.words[$0].relation == .nsubj
      }) {
        return claim.words.actor(at: subject)
      }
      guard [.advcl, .conj, .xcomp].contains(claim.words[current].relation), let head = claim.words[current].head else {
        return nil
      }
      current = head
    }
    return nil
  }

  /// What follows the verb, to the end of the clause.
  private func content(of verb: Int, in claim: Claim) -> Range<Int>? {
    var end = verb + 1
    while end < claim.words.count, end - verb <= Self.reach, !Self.stops.contains(claim.words[end].norm) { end += 1 }
    // A name is not broken off.
    while end < claim.words.count, claim.words[end].tag == .propn, claim.words[end - 1].tag == .propn { end += 1 }
    var start = verb + 1
    while start < end, Self.links.contains(claim.words[start].norm) { start += 1 }
    while end > start, claim.words[end - 1].term == nil { end -= 1 }
    return end - start > 1 ? start..<end : nil
  }

  private static let reach = 16
  private static let links: Set<String> = ["that", "the", "on", "down", "his", "her", "their", "its"]
  private static let stops: Set<String> = [".", ",", ";", ":", "“", "”", "\"", "but"]
}
