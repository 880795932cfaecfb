internal import Dossier
internal import Language

/// One happening, two times: the primary is on 30 April / in mid May.
struct DateJudge: Judge {
  func judge(_ pair: ClaimPair) -> Finding? {
    var best: (finding: Finding, value: Double)?
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
        let value = closeness(left.tokens, right.tokens, in: pair)
        guard value > 3.2, isOneAct(left, right, in: pair) else { continue }
        if value > (best?.value ?? 0) {
          best = (finding(left, right, value: value, in: pair), value)
        }
      }
    }
    return best?.finding
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

  /// Weight of the terms in the clauses of the two times, at least two of them shared.
  private func closeness(_ left: Range<Int>, _ right: Range<Int>, in pair: ClaimPair) -> Double {
    let near = pair.left.terms(around: left, radius: 9).intersection(pair.right.terms(around: right, radius: 9))
      .subtracting(pair.left.terms(around: left, radius: 0)).subtracting(pair.right.terms(around: right, radius: 0))
    guard near.count >= 2 else { return 0 }
    return near.reduce(0) { $0 + min(pair.left.weight(of: $1), pair.right.weight(of: $1)) }
  }

  /// Dates stand in every other sentence of the news: the dated verb must be one.
  private func isOneAct(_ left: TimeExpression, _ right: TimeExpression, in pair: ClaimPair) -> Bool {
    switch (left.value, right.value) {
    case (.period, .period): return true
    default: break
    }
    let (leftAct, rightAct) = (
      pair.left.words.verb(above: left.tokens.lowerBound), pair.right.words.verb(above: right.tokens.lowerBound)
    )
    // *The match on Sunday* / *matches on Wednesday*: where nothing is told to have happened nothing is one.
    guard let leftAct, let rightAct,
      !isAside(leftAct, in: pair.left) || !isAside(rightAct, in: pair.right)
    else { return false }
    // What two did on two days are two acts; and of two sayings one must know that they are one's.
    let (one, other) = (pair.left.words.doer(of: leftAct), pair.right.words.doer(of: rightAct))
    if let one = pair.left.words.name(of: leftAct), let other = pair.right.words.name(of: rightAct), one != other {
      return false
    }
    let isSaying = pair.left.words[leftAct].marks.contains(.assertion)
    guard one == other || !isSaying && (one == nil || other == nil) else { return false }
    // *An order was issued Sunday naming a minister* / *Tuesday accepting a resignation*: two orders.
    let (matter, otherMatter) = (matters(of: leftAct, in: pair.left), matters(of: rightAct, in: pair.right))
    guard matter.isEmpty || otherMatter.isEmpty || !matter.isDisjoint(with: otherMatter) else { return false }
    // *Killed 40 on Tuesday* / *killing four on Monday*: two killings.
    let (oneCount, otherCount) = (counts(of: leftAct, in: pair.left), counts(of: rightAct, in: pair.right))
    guard oneCount.isEmpty || otherCount.isEmpty || oneCount.contains(where: { otherCount.contains(where: $0.agrees) })
    else { return false }
    // *The previous poll*, *ten years ago Sunday*: one of several.
    guard !isOneOfSeveral(leftAct, in: pair.left), !isOneOfSeveral(rightAct, in: pair.right) else { return false }
    return pair.left.words[leftAct].term == pair.right.words[rightAct].term && pair.left.words[leftAct].term != nil
      || pair.tie > 6 && ActRelation(pair: pair).areOne(leftAct, rightAct)
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

  /// Whether what the act is done to, or its time, is told from others of its kind.
  private func isOneOfSeveral(_ act: Int, in claim: Claim) -> Bool {
    claim.words.indices.contains { index in
      let word = claim.words[index]
      // *Last year* is a time by itself.
      guard Self.tellingApart.contains(word.norm), !claim.times.contains(where: { $0.tokens.contains(index) }),
        let head = word.head
      else { return false }
      return head == act || claim.words[head].head == act || head == claim.words[act].head
    }
  }

  private static let tellingApart: Set<String> = [
    "previous", "previously", "earlier", "first", "second", "third", "last", "latest", "next", "another", "ago",
    "again", "too",
  ]

  /// The date, where it is reckoned from the day of writing.
  private func reckoned(_ time: TimeExpression) -> String {
    guard time.isReckoned, case .date(let date) = time.value else { return "" }
    return ", \(date)"
  }

  private func finding(_ left: TimeExpression, _ right: TimeExpression, value: Double, in pair: ClaimPair) -> Finding {
    let isHard: Bool =
      switch (left.value, right.value) {
      case (.date, .date), (.period, .period), (.relative, .relative), (.weekday, .weekday): true
      default: false
      }
    return Finding(
      kind: .date, relation: isHard ? .contradiction : .tension,
      reason: "{A} puts it at “{a}”\(reckoned(left)), {B} at “{b}”\(reckoned(right)).",
      matches: [.init(left: left.tokens, right: right.tokens, relation: "other time")],
      confidence: min(0.9, 0.35 + value / 16 + (isHard ? 0.1 : 0)))
  }
}
