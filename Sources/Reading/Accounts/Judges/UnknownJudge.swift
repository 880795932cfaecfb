internal import Dossier
internal import Language

/// One account says that a thing is not known, the other tells it: *would not say how many were inside* / *two children
/// were inside*.
struct UnknownJudge: Judge {
  func judge(_ pair: ClaimPair) -> Divergence? {
    guard pair.isBetweenDocuments, !pair.hasQuestion, pair.time != .different else { return nil }
    return pair.eitherWay(elseBy: "{A} tells, “{a}”, what {B} leaves open, “{b}”.", divergence)
  }

  /// The left leaves open, the right tells.
  private func divergence(_ pair: ClaimPair) -> Divergence? {
    for unknown in pair.left.unknowns {
      let shared = unknown.content.intersection(pair.shared)
      let weight = shared.reduce(0) { $0 + pair.left.weight(of: $1) }
      guard shared.count >= 2, weight > 4, unknown.predicate.map(shared.contains) ?? true,
        !pair.right.unknowns.contains(where: { !$0.content.isDisjoint(with: shared) }),
        let answer = answer(to: unknown, about: shared, in: pair.right, places: pair.background.places)
      else { continue }
      return Divergence(
        kind: kind(of: unknown.question), relation: .tension,
        reason: "{A} leaves open, “{a}”, what {B} tells, “{b}”.",
        matches: [.init(left: unknown.words, right: answer, relation: "left open, told")],
        confidence: min(0.75, 0.4 + weight / 40))
    }
    return nil
  }

  private func kind(of question: Unknown.Question) -> Disagreement.Kind {
    switch question {
    case .why: .cause
    case .howMany: .number
    case .when: .date
    case .place: .place
    case .who: .roles
    case .whether: .incompatible
    }
  }

  /// The words that tell what was left open.
  private func answer(
    to unknown: Unknown, about shared: Set<Int>, in claim: Claim, places: Set<Int>
  ) -> Range<Int>? {
    func isNear(_ range: Range<Int>) -> Bool {
      claim.terms(around: range, radius: 8).intersection(shared).count >= 2
    }
    switch unknown.question {
    case .why:
      return claim.frames.first { explains($0, unknown, about: shared, in: claim) }.map {
        min($0.cue.lowerBound, $0.filler.lowerBound)..<max($0.cue.upperBound, $0.filler.upperBound)
      }
    case .howMany: return claim.quantities.first { $0.unit == nil && isNear($0.tokens) }?.tokens
    case .when:
      return claim.times.first { isNear($0.tokens) }?.tokens ?? claim.clocks.first { isNear($0.tokens) }?.tokens
    case .place:
      return claim.words.indices.first { index in
        claim.words[index].actor.map(places.contains) ?? false && isNear(index..<index + 1)
          && claim.words.hasCase(["in", "at", "near"], at: index)
      }.map { $0..<$0 + 1 }
    case .who: return doer(of: unknown, in: claim)
    case .whether:
      let told = claim.words.indices.filter { claim.words[$0].term.map(shared.contains) ?? false }
      guard let first = told.first, let last = told.last, last - first < 14,
        !claim.words[first...last].contains(where: \.isTentative),
        // *There was nobody else in the building*.
        let start = (max(0, first - 2)...last).first(where: { [.verb, .aux].contains(claim.words[$0].tag) })
      else { return nil }
      return min(start, first)..<last + 1
    }
  }

  /// Who is told to have done what nobody is known to have done.
  private func doer(of unknown: Unknown, in claim: Claim) -> Range<Int>? {
    claim.words.indices.lazy.compactMap { verb -> Range<Int>? in
      let word = claim.words[verb]
      guard word.tag == .verb, word.term != nil, word.term == unknown.predicate, !word.isNegated, !word.isTentative,
        let doer = claim.words.dependent(of: verb, [.oblAgent]) ?? claim.words.dependent(of: verb, [.nsubj]),
        [.noun, .propn].contains(claim.words[doer].tag)
      else { return nil }
      return min(doer, verb)..<max(doer, verb) + 1
    }.first
  }

  /// Whether it is this act that a cause or an aim is given for.
  private func explains(_ frame: Frame, _ unknown: Unknown, about shared: Set<Int>, in claim: Claim) -> Bool {
    guard !frame.isDenied else { return false }
    let common = frame.topic.intersection(shared)
    guard unknown.predicate != nil else { return common.count >= 2 }
    return !common.isEmpty && frame.act.flatMap { claim.words[$0].term }.map(unknown.content.contains) ?? false
  }
}
