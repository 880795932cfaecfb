internal import Dossier
internal import Language

/// One act, two causes or two aims: *to persuade Minsk to join the war* / *the focus was on the economy*.
struct FrameJudge: Judge {
  let kind: Frame.Kind

  func judge(_ pair: ClaimPair) -> Divergence? {
    guard pair.similarity < 0.7 else { return nil }
    if kind == .cause, let denied = denied(pair) { return denied }
    var best: Divergence?
    for left in pair.left.frames where left.kind == kind && !left.isDenied {
      for right in pair.right.frames where right.kind == kind && !right.isDenied {
        guard let bond = bond(left, right, in: pair), let common = common(left, right, bond, in: pair) else { continue }
        let divergence = divergence(left, right, bond, common: common, in: pair)
        if divergence.confidence > (best?.confidence ?? 0) { best = divergence }
      }
    }
    return best
  }

  /// By what two frames are known to explain one thing.
  private struct Bond {
    /// Two aims of one visit: its words need not be the same, visit and talks are one act here.
    var isMeeting: Bool
    /// Of what the whole event is about no word is rare: there act and doer must be one.
    var isOneDeed: Bool
    /// What both explain is one, whatever the act.
    var isOneEffect: Bool
    /// The weight of the terms that both explain.
    var weight: Double

    var isOneThing: Bool { isOneDeed || isOneEffect }
  }

  /// - Returns: `nil` where two things may be explained.
  private func bond(_ left: Frame, _ right: Frame, in pair: ClaimPair) -> Bond? {
    let topic = left.topic.intersection(right.topic)
    let isOneAct = isOneAct(left, right, in: pair)
    let bond = Bond(
      isMeeting: kind == .purpose && left.isOfMeeting && right.isOfMeeting,
      isOneDeed: isOneAct && haveOneDoer(left, right, in: pair),
      isOneEffect: isOneEffect(left, right, in: pair) || isOneMatter(left, right, in: pair),
      weight: topic.reduce(0) { $0 + min(pair.left.weight(of: $1), pair.right.weight(of: $1)) })
    guard bond.isOneEffect || !left.isPlain && !right.isPlain else { return nil }
    // One who tells in two ways what an act was for tells one aim.
    if left.isPlain, right.isPlain, kind == .purpose,
      pair.haveOneHolder(left.filler.lowerBound, right.filler.lowerBound)
    {
      return nil
    }
    guard bond.isMeeting || bond.isOneThing || bond.weight > 3 && topic.count >= 2,
      bond.isOneThing || !agree(left.filler, right.filler, in: pair)
    else { return nil }
    // `After` and `over` tell when or where as often as why: then the act itself must be one.
    let isTold = bond.isOneEffect && left.strength + right.strength >= 1.5
    if left.strength * right.strength < 1, !isTold, !isOneAct || topic.count < 2 { return nil }
    let isKnown = isOneAct || bond.isOneEffect
    switch kind {
    // Two aims of two acts are no quarrel.
    case .purpose: return isKnown || bond.isMeeting || left.act == nil || right.act == nil ? bond : nil
    case .cause: return isKnown || bond.weight >= 6 && explainsTold(left, right, in: pair) ? bond : nil
    }
  }

  /// How much of what they give the two have in common, 0…1; `nil` where they do not part in it.
  private func common(_ left: Frame, _ right: Frame, _ bond: Bond, in pair: ClaimPair) -> Double? {
    let actors = (actors(of: left.filler, in: pair.left), actors(of: right.filler, in: pair.right))
    let doer = doer(of: left, in: pair.left)
    guard actors.0.intersection(actors.1).allSatisfy({ $0 == doer }) else { return nil }
    let fillers = [pair.left.terms(in: left.filler), pair.right.terms(in: right.filler)]
    guard let least = fillers.map(\.count).min(), least > 0 else { return nil }
    // Who gives the other's reason beside his own parts from nobody.
    if bond.isOneEffect, fillers.contains(where: { 2 * $0.intersection(pair.shared).count > $0.count }) { return nil }
    let common = Double(fillers[0].intersection(fillers[1]).count) / Double(least)
    // One speaker may give two reasons; that two outlets give one each is worth seeing.
    let areTwo =
      !pair.haveOneHolder(left.filler.lowerBound, right.filler.lowerBound)
      || pair.isBetweenDocuments && (pair.tie > 5 || bond.isOneThing)
    return common < 0.5 && areTwo ? common : nil
  }

  private func divergence(_ left: Frame, _ right: Frame, _ bond: Bond, common: Double, in pair: ClaimPair) -> Divergence
  {
    // What both only tell to have come before explains nothing by itself: of six such pairs none was right.
    let isSequence = [(left, pair.left), (right, pair.right)].allSatisfy {
      Self.sequences.contains($1.words[$0.cue.lowerBound].norm)
    }
    let isHeld =
      pair.left.holder(of: left.filler.lowerBound) != nil || pair.right.holder(of: right.filler.lowerBound) != nil
    let isOneHolder = pair.haveOneHolder(left.filler.lowerBound, right.filler.lowerBound)
    return Divergence(
      kind: kind == .cause ? .cause : .purpose, relation: isHeld && !isOneHolder ? .tension : .framing,
      reason: kind == .cause
        ? "{A} gives “{a}” as what brought it about, {B} “{b}”."
        : "{A} gives “{a}” as what it is for, {B} “{b}”.",
      matches: [.init(left: left.filler, right: right.filler, relation: "other \(kind.rawValue)")],
      confidence: min(
        isSequence ? 0.44 : 0.85,
        0.2 + 0.25 * left.strength * right.strength + (bond.isMeeting ? 0.32 : 0)
          + max(bond.weight, bond.isOneThing ? 3.5 : 0) / 14 - common * 0.2
          - (left.isPlain && right.isPlain ? 0.1 : 0)))
  }

  private static let sequences: Set<String> = ["after", "following", "since"]

  /// A reason that one denies and the other gives, or tells as what was wanted.
  private func denied(_ pair: ClaimPair) -> Divergence? {
    pair.eitherWay(elseBy: "{B} says it was not “{b}”, {A} tells of “{a}”.", reason)
  }

  private func reason(_ pair: ClaimPair) -> Divergence? {
    for frame in pair.left.frames where frame.kind == .cause && frame.isDenied {
      // Whom and what it names is no reason yet.
      let terms = Set(
        frame.filler.compactMap { pair.left.words[$0].isName ? nil : pair.left.words[$0].term }
      ).intersection(pair.shared)
      let told = pair.right.words.indices.filter { pair.right.words[$0].term.map(terms.contains) ?? false }
      guard terms.count >= 2, let first = told.first, let last = told.last,
        // That it is so is not denied, only that it is the reason.
        told.contains(where: { isReason($0, in: pair.right) }),
        !pair.right.frames.contains(where: \.isDenied), !told.contains(where: { pair.right.words[$0].isNegated }),
        !pair.haveOneHolder(frame.filler.lowerBound, first)
      else { continue }
      return Divergence(
        kind: .cause, relation: .tension, reason: "{A} says it was not “{a}”, {B} tells of “{b}”.",
        matches: [.init(left: frame.filler, right: first..<last + 1, relation: "reason denied")],
        confidence: min(0.75, 0.44 + pair.tie / 36))
    }
    return nil
  }

  /// Whether a word stands in a cause or an aim, or is what somebody wanted.
  private func isReason(_ word: Int, in claim: Claim) -> Bool {
    claim.frames.contains { $0.filler.contains(word) }
      || claim.words[word].head.map { Self.wanting.contains(claim.words[$0].lemma) } ?? false
  }

  private static let wanting: Set<String> = ["want", "seek", "prefer", "wish", "demand", "favor", "favour", "plan"]

  /// Whether what both explain is one: the fire, his defeat, that he left.
  private func isOneEffect(_ left: Frame, _ right: Frame, in pair: ClaimPair) -> Bool {
    guard pair.isBetweenDocuments, !pair.areOfTwoDays, let one = left.effect, let other = right.effect,
      let effect = Happening.named(by: one, in: pair.left.words),
      let another = Happening.named(by: other, in: pair.right.words),
      !left.filler.contains(effect.word), !right.filler.contains(another.word)
    else { return false }
    return effect.weight(asOneWith: another, in: pair) ?? 0 > 2
  }

  /// Whether the two sentences are of one matter, so that both explain one thing, whatever they call it.
  private func isOneMatter(_ left: Frame, _ right: Frame, in pair: ClaimPair) -> Bool {
    guard pair.areOfOneMatter, !pair.areOfTwoDays, left.strength * right.strength == 1 else { return false }
    // What each blames the other for are two things.
    return kind == .purpose
      || [(left, pair.left), (right, pair.right)].allSatisfy {
        !$0.isPlain && !Self.charges.contains($1.words[$0.cue.lowerBound].lemma)
      }
  }

  private static let charges: Set<String> = ["accuse", "blame", "fault", "credit", "thank"]

  private func isOneAct(_ left: Frame, _ right: Frame, in pair: ClaimPair) -> Bool {
    guard let act = left.act, let other = right.act,
      pair.left.words[act].isNegated == pair.right.words[other].isNegated
    else { return false }
    // Two were shot: two deeds.
    if let one = sufferer(of: act, in: pair.left), let another = sufferer(of: other, in: pair.right), one != another {
      return false
    }
    return !pair.left.words[act].isLightVerb && ActRelation(pair: pair).areOne(act, other)
      || !takes(act, in: pair.left).isDisjoint(with: takes(other, in: pair.right))
  }

  /// The actor to whom an act is done, or to whom that is done with which it is joined: *was shot and killed*.
  private func sufferer(of act: Int, in claim: Claim) -> Int? {
    let first = claim.words[act].relation == .conj ? claim.words[act].head ?? act : act
    return claim.words.actor(of: act, [.obj, .nsubjPass]) ?? claim.words.actor(of: first, [.obj, .nsubjPass])
  }

  private func haveOneDoer(_ left: Frame, _ right: Frame, in pair: ClaimPair) -> Bool {
    guard let doer = doer(of: left, in: pair.left) else { return false }
    return doer == self.doer(of: right, in: pair.right)
  }

  private func doer(of frame: Frame, in claim: Claim) -> Int? {
    claim.words.first { $0.head == frame.act && frame.act != nil && $0.relation == .nsubj }?.actor
  }

  /// The telling things that an act is done to: *run for re-election*, *seek re-election*.
  private func takes(_ act: Int, in claim: Claim) -> Set<Int> {
    Set(
      claim.words.filter { $0.head == act && [.obj, .obl, .nsubjPass].contains($0.relation) && $0.actor == nil }
        .compactMap(\.term).filter { claim.weight(of: $0) > 1.2 })
  }

  /// Whether the act that the one explains is told in what the other explains.
  private func explainsTold(_ left: Frame, _ right: Frame, in pair: ClaimPair) -> Bool {
    let acts = [(left, pair.left, right), (right, pair.right, left)]
    return acts.contains { frame, claim, other in
      guard let act = frame.act, let term = claim.words[act].term else { return false }
      return !claim.words[act].isLightVerb && other.topic.contains(term)
    }
  }

  /// Whether both stand on one side of an axis: *to join the war*, *further aggression*.
  private func agree(_ left: Range<Int>, _ right: Range<Int>, in pair: ClaimPair) -> Bool {
    pair.left.projections.contains { one in
      left.contains(one.words.lowerBound)
        && pair.right.projections.contains {
          right.contains($0.words.lowerBound) && $0.axis == one.axis && $0.pole == one.pole
        }
    }
  }

  /// The actors that a cause or an aim names, but for those of whom something is: *his remarks*, *the Russia inquiry*.
  private func actors(of words: Range<Int>, in claim: Claim) -> Set<Int> {
    Set(claim.words[words].filter { ![.nmodPoss, .compound].contains($0.relation) }.compactMap(\.actor))
  }
}
