internal import Dossier
internal import Language

/// How much two opposite poles tell against each other, which is to ask whether they are said of one thing.
extension StanceJudge {
  /// Low for words that the whole event is about: they name the matter, not an attitude to it.
  private func rarity(of left: Projection, _ right: Projection, in pair: ClaimPair) -> Double {
    // One deed told as done and as not done: however much is said of it, there the accounts part.
    if isOneDeed(left, right, in: pair) { return 1 }
    let (left, right) = (left.words, right.words)
    let most = max(pair.left.weights.max() ?? 1, pair.right.weights.max() ?? 1)
    func share(_ range: Range<Int>, _ claim: Claim) -> Double {
      (claim.words[range].compactMap(\.term).map(claim.weight).max() ?? most) / most
    }
    let both = share(left, pair.left) * share(right, pair.right)
    return both * both.squareRoot()
  }

  /// Whether both tell of one act upon one thing, and one of them says no.
  private func isOneDeed(_ left: Projection, _ right: Projection, in pair: ClaimPair) -> Bool {
    left.isNegated != right.isNegated && left.theme != nil && left.theme == right.theme
      && pair.left.words[left.words.lowerBound].term == pair.right.words[right.words.lowerBound].term
  }

  /// How much the two poles tell against each other.
  func weigh(_ left: Projection, _ right: Projection, in pair: ClaimPair) -> Opposition {
    let none = Opposition(left: left, right: right, value: 0, overlap: 0, target: 0)
    let axis = pair.background.axes[left.axis]
    let overlap = pair.localOverlap(left.words, right.words)
    let common = left.target.intersection(right.target)
    let target = common.reduce(0) { $0 + pair.left.weight(of: $1) }
    // How it is told or what is so can be opposed only of one thing.
    if axis.kind == .wording || axis.kind == .state, overlap < 2.5 { return none }
    // Large, begun or near is said of one thing: of two it is two states.
    if axis.kind == .state, overlap < 5, let one = left.theme, let other = right.theme, one != other { return none }
    // Sales rise and profits fall.
    if axis.kind == .state, case .term(let one) = left.subject, case .term(let other) = right.subject, one != other {
      return none
    }
    // How things stand changes from day to day; when they changed may be what two speakers quarrel about.
    if axis.kind == .state, pair.areOfTwoDays, pair.left.holder(of: left.words.lowerBound) == nil,
      pair.right.holder(of: right.words.lowerBound) == nil
    {
      return none
    }
    // *The offer*, *an earlier offer*: two.
    if left.theme != nil, left.theme == right.theme, order(of: left, in: pair.left) != order(of: right, in: pair.right)
    {
      return none
    }
    let kind: Double =
      switch axis.kind {
      case .stance, .outcome: 1
      case .wording: 0.9
      case .state: 0.5
      }
    let spokenOf = targets(left, right, in: pair)
    var closeness = 0.45 + 0.35 * min(1, overlap / 4) + 0.2 * min(1, target / 3) + 0.25 * spokenOf
    // *Promised to build a bridge*, *declined to promise an inquiry*: two matters.
    if areOverTwoMatters(left, right, in: pair) { return none }
    // Ready, true or guilty is said of somebody: of two it is no clash.
    let (one, other) = (bearer(left, on: axis, in: pair.left), bearer(right, on: axis, in: pair.right))
    if axis.isExclusive || axis.kind == .wording || axis.kind == .outcome, case .actor(let one) = one,
      case .actor(let other) = other, one != other
    {
      return none
    }
    if axis.isExclusive, let one, let other, one != other { closeness *= 0.7 }
    // Of whom the one side does not speak it says nothing.
    if axis.isExclusive,
      isOfOneNotSpokenOf(one, besides: other, in: pair.right) || isOfOneNotSpokenOf(other, besides: one, in: pair.left)
    {
      closeness *= 0.6
    }
    // *Holm doubles down*, *people back down*: two who do it.
    if isOfAnybody(left, in: pair.left) != isOfAnybody(right, in: pair.right),
      left.theme == nil || left.theme != right.theme
    {
      return none
    }
    // *Norburg won* / *who lost to Norburg*: one outcome.
    if axis.kind == .outcome, isOneOutcome(left, right) || isOneOutcome(right, left) { return none }
    // Where one wins another loses: how it went is a clash where it is told of one and the same.
    if axis.kind == .outcome, one == nil || one != other, overlap < 2.5 { closeness *= 0.6 }
    // *Legitimate oversight*, *criminal conspiracy*: two nouns, two matters.
    let areAttributes = [(left, pair.left), (right, pair.right)].allSatisfy {
      $1.words[$0.words.lowerBound].relation == .amod
    }
    if areAttributes, left.theme != right.theme { closeness *= 0.6 }
    let areHeld =
      pair.left.holder(of: left.words.lowerBound) != nil && pair.right.holder(of: right.words.lowerBound) != nil
    let isOfTwoThings = common.isEmpty && !left.target.isEmpty && !right.target.isEmpty && overlap < 2.5
    // Who slams the one and celebrates the other has taken no two sides.
    if axis.kind == .stance, case .actor(let doer) = left.subject, right.subject == .actor(doer), let one = left.theme,
      let other = right.theme, one != other
    {
      return none
    }
    closeness *= likeness(of: left.theme, right.theme, on: axis)
    if isOfTwoThings {
      // Some decline to run, others are willing to listen.
      if axis.isExclusive, let one, let other, one != other { return none }
      closeness *= areHeld ? 0.8 : 0.65
    }
    return Opposition(
      left: left, right: right,
      value: kind * left.strength * right.strength * closeness * pair.background.axisRarity[left.axis]
        * rarity(of: left, right, in: pair),
      overlap: overlap + target, target: spokenOf, isOfTwoThings: isOfTwoThings)
  }

  /// Whether one side's bearer is an actor whom the other, that is said of nobody known, does not speak of.
  private func isOfOneNotSpokenOf(
    _ bearer: Deed.Participant?, besides other: Deed.Participant?, in claim: Claim
  ) -> Bool {
    guard case .actor(let actor) = bearer, other == nil else { return false }
    return !claim.actors.contains(actor) && !claim.carried.contains(actor)
  }

  /// *People back down*: of nobody in particular.
  private func isOfAnybody(_ projection: Projection, in claim: Claim) -> Bool {
    claim.words.contains { word in
      word.head.map(projection.words.contains) ?? false && [.nsubj, .nsubjPass].contains(word.relation)
        && word.actor == nil
        && Self.anybody.contains(word.lemma)
    }
  }

  private static let anybody: Set<String> = [
    "people", "person", "everybody", "everyone", "anybody", "anyone", "somebody", "someone", "one", "you",
  ]

  /// Whether the poles stand over two clauses that have nothing in common: *promised to build it* / *declined to promise an
  /// answer*, *cleared of taking bribes* / *guilty of fraud*.
  private func areOverTwoMatters(_ left: Projection, _ right: Projection, in pair: ClaimPair) -> Bool {
    let (one, other) = (
      matters(under: left.words.lowerBound, in: pair.left), matters(under: right.words.lowerBound, in: pair.right)
    )
    return !one.isEmpty && !other.isEmpty && one.isDisjoint(with: other)
  }

  /// The terms of a clause under a word, names aside.
  private func matters(under index: Int, in claim: Claim) -> Set<Int> {
    let clause =
      claim.words.dependent(of: index, [.ccomp, .xcomp])
      ?? claim.words.indices.first { other in
        claim.words[other].head == index && claim.words[other].tag == .verb
          && claim.words.contains { $0.head == other && $0.norm == "of" }
      }
    guard let clause else { return [] }
    return Set(
      claim.words.indices.filter { ($0 == clause || claim.words[$0].head == clause) && !claim.words[$0].isName }
        .compactMap { claim.words[$0].term })
  }

  /// What tells the one thing that a pole is said of from others of its kind.
  private func order(of projection: Projection, in claim: Claim) -> Set<String> {
    guard case .term(let term) = projection.theme else { return [] }
    let noun = claim.words.indices.filter { claim.words[$0].term == term }.min {
      abs($0 - projection.words.lowerBound) < abs($1 - projection.words.lowerBound)
    }
    return noun.map { Happening.tellingApart($0, in: claim) } ?? []
  }

  private func isOneOutcome(_ one: Projection, _ other: Projection) -> Bool {
    one.subject != nil && one.subject == other.theme && one.subject != other.subject
  }

  /// Of whom or what it is said: what it acts upon or, for what is no act and for how one fared, its subject.
  private func bearer(_ projection: Projection, on axis: Axis, in claim: Claim) -> Deed.Participant? {
    let isAct = claim.words[projection.words.lowerBound].tag == .verb
    if axis.kind == .outcome, isAct { return projection.subject }
    if case .actor = projection.theme { return projection.theme }
    return isAct ? nil : projection.subject
  }

  /// How near the one thing that each is said of lies to the other's: one thing has many nouns, an actor has few.
  private func likeness(of left: Deed.Participant?, _ right: Deed.Participant?, on axis: Axis) -> Double {
    guard let left, let right else { return 1 }
    if left == right { return 1.25 }
    switch (left, right) {
    // Who supports the one and who opposes the other do not part.
    case (.actor, .actor): return axis.kind == .stance ? 0 : 0.6
    // How it went is told of a thing; for or against it speaks in many words.
    case (.term, .term): return axis.kind == .outcome ? 0.65 : 0.85
    default: return 0.75
    }
  }

  /// How telling the actors are whom both claims speak of, those who speak left out.
  func targets(_ left: Projection, _ right: Projection, in pair: ClaimPair) -> Double {
    let holders = [pair.left.holder(of: left.words.lowerBound), pair.right.holder(of: right.words.lowerBound)]
      .compactMap { $0?.actor?.index }
    let common = Set(pair.left.actors + pair.left.carried).intersection(pair.right.actors + pair.right.carried)
    return common.subtracting(holders).map { pair.background.actorRarity[$0] ?? 0 }.max() ?? 0
  }
}
