internal import Dossier
internal import Language

/// One happening, two times: the boat fair is on 3 June / in late August.
struct DateJudge: Judge {
  func judge(_ pair: ClaimPair) -> Divergence? {
    var best: (divergence: Divergence, value: Double)?
    for left in pair.left.times {
      for right in pair.right.times where left.clashes(with: right) {
        // A time that both give is not what parts them.
        guard !gives(left, pair.right), !gives(right, pair.left) else { continue }
        guard !areFarApart(left, right) else { continue }
        // What one outlet tells on two days are two days.
        let areLeads =
          pair.left.leadDays.contains { $0.value == left.value }
          && pair.right.leadDays.contains { $0.value == right.value }
        guard !areLeads || pair.left.outlet == nil || pair.left.outlet != pair.right.outlet else { continue }
        guard let value = nearness(left, right, in: pair), value > (best?.value ?? 0) else { continue }
        best = (divergence(left, right, value: value, in: pair), value)
      }
    }
    return best?.divergence
  }

  /// Whether a claim gives a time too; not where it only tells when somebody spoke: *was arrested on Tuesday, the minister
  /// said Wednesday*.
  private func gives(_ time: TimeExpression, _ claim: Claim) -> Bool {
    claim.times.contains { other in
      other.value == time.value
        && !(claim.words.verb(above: other.tokens.lowerBound).map { claim.words[$0].marks.contains(.assertion) }
          ?? false)
    }
  }

  /// Two days far apart, or years, are those of two happenings: two polls, two deaths.
  private func areFarApart(_ left: TimeExpression, _ right: TimeExpression) -> Bool {
    guard case .date(let one) = left.value, case .date(let other) = right.value else { return false }
    if let year = one.year, let otherYear = other.year, abs(year - otherYear) > 1 { return true }
    return one.days(to: other).map { $0 > Self.far } ?? false
  }

  private static let far = 60

  /// *On Sunday*, *in September*: who names only a month for the one and a day of the week for the other tells of two, unless
  /// it is known who did the one thing.
  private func areOfTwoAges(_ left: TimeExpression, _ right: TimeExpression) -> Bool {
    switch (left.value, right.value) {
    case (.weekday, .date(let date)), (.date(let date), .weekday): date.day == nil
    default: false
    }
  }

  /// Weight of the terms in the clauses of the two times, at least two of them shared.
  private func closeness(_ left: Range<Int>, _ right: Range<Int>, in pair: ClaimPair) -> Double {
    let near = pair.left.terms(around: left, radius: 9).intersection(pair.right.terms(around: right, radius: 9))
      .subtracting(pair.left.terms(around: left, radius: 0)).subtracting(pair.right.terms(around: right, radius: 0))
    guard near.count >= 2 else { return 0 }
    return near.reduce(0) { $0 + min(pair.left.weight(of: $1), pair.right.weight(of: $1)) }
  }

  /// How telling what both dates are said of is; `nil` where it may be two things. Dates stand in every other sentence of
  /// the news: the dated verb must be one, or what it tells to happen.
  private func nearness(_ left: TimeExpression, _ right: TimeExpression, in pair: ClaimPair) -> Double? {
    let value = closeness(left.tokens, right.tokens, in: pair)
    switch (left.value, right.value) {
    case (.period, .period): return value > Self.near ? value : nil
    default: break
    }
    if areOfOneFuture(left, right, in: pair) { return Self.near + pair.tie / 4 }
    guard let (leftAct, rightAct) = acts(left, right, in: pair) else { return nil }
    let isOneVerb =
      pair.left.words[leftAct].term == pair.right.words[rightAct].term && pair.left.words[leftAct].term != nil
      || pair.tie > 6 && !pair.left.words[leftAct].isLightVerb && !pair.right.words[rightAct].isLightVerb
        && ActRelation(pair: pair).areOne(leftAct, rightAct)
    if value > Self.near, isOneVerb { return value }
    guard pair.isBetweenDocuments, areOfOneGrain(left, right), !pair.left.words[leftAct].marks.contains(.assertion),
      let one = Happening(verb: leftAct, in: pair.left.words),
      let other = Happening(verb: rightAct, in: pair.right.words),
      let weight = one.weight(asOneWith: other, in: pair), weight > 2
    else { return nil }
    return max(value, Self.near + weight / 2)
  }

  private static let near = 3.2

  /// Two days of the calendar for one matter that is yet to come, whatever they call it.
  private func areOfOneFuture(_ left: TimeExpression, _ right: TimeExpression, in pair: ClaimPair) -> Bool {
    guard case .date(let one) = left.value, case .date(let other) = right.value, one.day != nil, one.month != nil,
      other.day != nil, other.month != nil, !left.isReckoned, !right.isReckoned
    else { return false }
    return pair.areOfOneMatter
      && [pair.left, pair.right].allSatisfy { $0.times.count == 1 && Happening.tellsOfFuture($0.words) }
  }

  /// Whether both are of these days, or both dates of some year: *on Sunday* and *in September* are of two happenings, *on
  /// June 3* and *in late August* may be of one.
  private func areOfOneGrain(_ left: TimeExpression, _ right: TimeExpression) -> Bool {
    switch (left.value, right.value) {
    case (.weekday, .date), (.date, .weekday): false
    case (.date(let one), .date(let other)): (one.year == nil) == (other.year == nil)
    default: true
    }
  }

  /// The verbs of two times that may tell of one act, as far as doers, counts and purposes show.
  private func acts(_ left: TimeExpression, _ right: TimeExpression, in pair: ClaimPair) -> (Int, Int)? {
    let (leftAct, rightAct) = (
      pair.left.words.verb(above: left.tokens.lowerBound), pair.right.words.verb(above: right.tokens.lowerBound)
    )
    // *The match on Sunday* / *matches on Wednesday*: where nothing is told to have happened nothing is one.
    guard let leftAct, let rightAct,
      !isAside(leftAct, in: pair.left) || !isAside(rightAct, in: pair.right)
    else { return nil }
    // What two did on two days are two acts; and of two sayings one must know that they are one's.
    let (one, other) = (pair.left.words.doer(of: leftAct), pair.right.words.doer(of: rightAct))
    if let one = pair.left.words.name(of: leftAct), let other = pair.right.words.name(of: rightAct), one != other {
      return nil
    }
    let isSaying = pair.left.words[leftAct].marks.contains(.assertion)
    // Who speaks on two days says two things, unless they are the same.
    guard isSaying ? one == other && pair.similarity > 0.2 : one == other || one == nil || other == nil else {
      return nil
    }
    if areOfTwoAges(left, right), one == nil || one != other { return nil }
    // *They will meet on Tuesday*, *they met on Thursday*: two meetings.
    if let one = Happening.isAhead(leftAct, in: pair.left.words),
      let other = Happening.isAhead(rightAct, in: pair.right.words),
      one != other
    {
      return nil
    }
    // *An order was issued Sunday naming a minister* / *Tuesday accepting a resignation*: two orders.
    let (matter, otherMatter) = (matters(of: leftAct, in: pair.left), matters(of: rightAct, in: pair.right))
    guard matter.isEmpty || otherMatter.isEmpty || !matter.isDisjoint(with: otherMatter) else { return nil }
    // *Killed 40 on Tuesday* / *killing four on Monday*: two killings.
    let (oneCount, otherCount) = (counts(of: leftAct, in: pair.left), counts(of: rightAct, in: pair.right))
    guard oneCount.isEmpty || otherCount.isEmpty || oneCount.contains(where: { otherCount.contains(where: $0.agrees) })
    else { return nil }
    // *The previous poll*, *ten years ago Sunday*: one of several.
    guard !Happening.isOneOfSeveral(leftAct, in: pair.left), !Happening.isOneOfSeveral(rightAct, in: pair.right) else {
      return nil
    }
    return (leftAct, rightAct)
  }

  /// Whether it only tells which ones are meant: *the points of games played on Monday*.
  private func isAside(_ act: Int, in claim: Claim) -> Bool {
    claim.words[act].relation == .acl && claim.words.doer(of: act) == nil
  }

  /// The acts that an act, or what it is done to, is said to consist in.
  private func matters(of act: Int, in claim: Claim) -> Set<Int> {
    Set(
      claim.words.filter { word in
        guard word.tag == .verb, word.norm.hasSuffix("ing"), let head = word.head,
          [.acl, .advcl, .xcomp].contains(word.relation)
        else { return false }
        return head == act
          || claim.words[head].head == act && [.obj, .nsubjPass, .nsubj].contains(claim.words[head].relation)
      }.compactMap(\.term))
  }

  /// How many the act is done to, as far as they are counted.
  private func counts(of act: Int, in claim: Claim) -> [Quantity] {
    claim.quantities.filter { quantity in
      guard quantity.unit == nil, let noun = claim.words[quantity.tokens.upperBound - 1].head else { return false }
      // *Killing four of them*: the figure itself is the object.
      return noun == act || claim.words[noun].head == act && [.obj, .nsubjPass].contains(claim.words[noun].relation)
    }
  }

  /// The date, where it is reckoned from the day of writing.
  private func reckoned(_ time: TimeExpression) -> String {
    guard time.isReckoned, case .date(let date) = time.value else { return "" }
    return ", \(date)"
  }

  private func divergence(_ left: TimeExpression, _ right: TimeExpression, value: Double, in pair: ClaimPair)
    -> Divergence
  {
    let isHard: Bool =
      switch (left.value, right.value) {
      case (.date, .date), (.period, .period), (.relative, .relative), (.weekday, .weekday): true
      default: false
      }
    return Divergence(
      kind: .date, relation: isHard ? .contradiction : .tension,
      reason: "{A} puts it at “{a}”\(reckoned(left)), {B} at “{b}”\(reckoned(right)).",
      matches: [.init(left: left.tokens, right: right.tokens, relation: "other time")],
      confidence: min(0.9, 0.35 + value / 16 + (isHard ? 0.1 : 0)))
  }
}
