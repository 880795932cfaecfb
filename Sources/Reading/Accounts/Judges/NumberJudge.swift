internal import Dossier
internal import Language

/// The same thing counted, another figure. Rounding, ranges and "more than" that can both hold agree.
///
/// News is full of figures: two are of one thing only where the same is said of the same. On articles that merely share
/// their topic nearly every pair of figures that only shares words around them is of two things.
struct NumberJudge: Judge {
  func judge(_ pair: ClaimPair) -> Divergence? {
    // Prices and tolls change from day to day.
    guard !pair.areOfTwoDays else { return nil }
    var best: Divergence?
    for left in pair.left.quantities {
      for right in pair.right.quantities {
        guard left.unit == right.unit, !left.agrees(with: right), left.isOfLikeSize(as: right),
          isPart(left, in: pair.left) == isPart(right, in: pair.right)
        else { continue }
        let isMeasure = isOneMeasure(left, right, in: pair)
        guard left.unit != nil || left.counted == right.counted || isMeasure else { continue }
        // Another figure there may be the one that answers this one.
        guard !pair.right.quantities.contains(where: { answers($0, left) }),
          !pair.left.quantities.contains(where: { answers($0, right) }),
          Occasion.mayBeOne(left.tokens, right.tokens, in: pair), !isKnown(left, to: pair.right, in: pair),
          !isKnown(right, to: pair.left, in: pair), !isShareOf(left, right, in: pair)
        else { continue }
        guard !areNames(left, right, in: pair) else { continue }
        let overlap = pair.localOverlap(left.tokens, right.tokens, radius: 8)
        let countsSame = left.counted != nil && left.counted == right.counted
        if isMeasure {
          // A list of quakes measures many.
          guard left.unit != "magnitude" || pair.background.counts["magnitude", default: 0] <= 2 else { continue }
          let confidence = min(0.8, 0.42 + overlap / 24 + pair.tie / 60)
          if confidence > best?.confidence ?? 0 { best = divergence(left, right, confidence) }
          continue
        }
        let measured = left.unit == nil ? nil : measures(left, in: pair.left)
        let areOneProperty = measured != nil && measured == measures(right, in: pair.right)
        if let confidence = ofOnlyFigures(left, right, in: pair) ?? ofFewFigures(left, right, in: pair),
          confidence > best?.confidence ?? 0
        {
          best = divergence(left, right, confidence)
          continue
        }
        guard overlap > (countsSame || areOneProperty ? 2.5 : 4) else { continue }
        guard let one = place(of: left, in: pair.left), let other = place(of: right, in: pair.right),
          // Whoever sits through talks: how long they were is known by them, unless two are known to have their own.
          areOneProperty && left.unit == "day" ? !haveTwoDoers(left, right, in: pair) : !one.isOfAnother(than: other),
          isNeeded(left, in: pair.left) == isNeeded(right, in: pair.right)
        else { continue }
        let isOneThing = isOneThing(one, other, in: pair)
        // *Was married to two women* / *has at least three wives*: other verbs, yet one matter, as far as the words around tell.
        let isOneMatter =
          (countsSame && left.unit == nil || areOneProperty) && pair.isBetweenDocuments && pair.tie > 5
          && overlap + pair.tie / 2 > 5.5
          && !isRest(left, in: pair.left) && !isRest(right, in: pair.right)
          && harm(near: left, in: pair.left) == harm(near: right, in: pair.right)
        guard isOneThing || isOneMatter else { continue }
        // Points, goals, shots: of what one account counts many times, another count is hardly the same one.
        let others = left.counted.flatMap { pair.background.counts[$0] } ?? 0
        let confidence = min(
          0.9,
          0.35 + overlap / 16 + (countsSame ? 0.1 : 0) - (isOneThing ? 0 : 0.08) - 0.06 * Double(max(0, others - 3)))
        guard confidence > (best?.confidence ?? 0) else { continue }
        best = divergence(left, right, confidence)
      }
    }
    return best
  }

  /// Whether a figure may be what the other account has of one: alike, of one unit, and not of another thing.
  private func answers(_ figure: Quantity, _ other: Quantity) -> Bool {
    figure.agrees(with: other) && figure.unit == other.unit
      && (figure.counted == other.counted || figure.low == other.low || figure.counted == nil || other.counted == nil)
  }

  /// Where each account has but one figure for what is counted, a large and telling one, they are figures of one thing.
  private func ofOnlyFigures(_ left: Quantity, _ right: Quantity, in pair: ClaimPair) -> Double? {
    guard left.unit == nil, let counted = left.counted, counted == right.counted, pair.isBetweenDocuments,
      pair.background.counts[counted] == 1, min(left.low, right.low) >= 10,
      !Self.inhabitants.contains(counted), !haveTwoDoers(left, right, in: pair), !isRest(left, in: pair.left),
      !isRest(right, in: pair.right),
      let term = pair.left.terms(in: left.phrase).intersection(pair.right.terms(in: right.phrase)).max(by: {
        pair.left.weight(of: $0) < pair.left.weight(of: $1)
      }), pair.left.weight(of: term) > (max(left.high, right.high) < 2 * min(left.low, right.low) ? 1.6 : 2.4)
    else { return nil }
    return min(0.7, 0.4 + pair.tie / 40)
  }

  /// Sentences that share rare things, in accounts that give hardly a figure of the unit: they are of one thing.
  ///
  /// On 75 events that people marked six of seven such pairs are clashes, whatever verbs and nouns tell them; with less in
  /// common nine of 18.
  private func ofFewFigures(_ left: Quantity, _ right: Quantity, in pair: ClaimPair) -> Double? {
    guard let unit = left.unit,
      // Lengths of time are told of much.
      unit == "day"
        ? pair.areOfOneMatter && pair.containment > 0.4
        : pair.areOfOneMatter || pair.isBetweenDocuments && pair.tie > 8,
      pair.background.counts[unit, default: 0] <= 3, !isName(left, in: pair.left), !isName(right, in: pair.right),
      !haveTwoDoers(left, right, in: pair), !isOfAnother(left, in: pair.left), !isOfAnother(right, in: pair.right),
      areMeasuredAlike(left, right, in: pair)
    else { return nil }
    if let one = place(of: left, in: pair.left), let other = place(of: right, in: pair.right),
      one.isOfAnotherKind(than: other)
    {
      return nil
    }
    return min(0.7, 0.3 + pair.tie / 36)
  }

  /// Whether the clauses of the two tell of two who are known: one's goals are not another's.
  private func haveTwoDoers(_ left: Quantity, _ right: Quantity, in pair: ClaimPair) -> Bool {
    guard let one = doer(of: left, in: pair.left), let other = doer(of: right, in: pair.right) else { return false }
    return one != other
  }

  private func doer(of quantity: Quantity, in claim: Claim) -> Int? {
    var verb = claim.words.verb(above: quantity.tokens.lowerBound)
    for _ in 0..<4 {
      // Who tells it has not done it.
      guard let here = verb, !claim.words[here].marks.contains(.assertion) else { return nil }
      if let doer = claim.words.doer(of: here) { return doer }
      verb = claim.words.verb(above: here)
    }
    return nil
  }

  /// Of one thing two figures that do not agree cannot both be true, whatever its verbs: on twenty events that nothing was
  /// fitted to people called five of six such pairs contradictions.
  private func divergence(_ left: Quantity, _ right: Quantity, _ confidence: Double) -> Divergence {
    Divergence(
      kind: .number, relation: .contradiction, reason: "{A} gives “{a}”, {B} “{b}”.",
      matches: [.init(left: left.phrase, right: right.phrase, relation: "other figure")], confidence: confidence)
  }

  /// Whether it counts what others leave: *the remaining two delegates*.
  private func isRest(_ quantity: Quantity, in claim: Claim) -> Bool {
    claim.words[max(0, quantity.tokens.lowerBound - 2)..<quantity.tokens.upperBound].contains {
      ["remaining", "other", "another", "additional", "further"].contains($0.norm)
    }
  }

  /// Whether it counts some of a whole that is known: *12 of the demonstrators*.
  private func isPart(_ quantity: Quantity, in claim: Claim) -> Bool {
    let after = quantity.tokens.upperBound
    return quantity.unit == nil && after + 1 < claim.words.count && claim.words[after].norm == "of"
      && Self.known.contains(claim.words[after + 1].norm)
  }

  private static let known: Set<String> = [
    "the", "those", "these", "them", "us", "whom", "which", "his", "her", "their",
  ]

  /// *The 40 votes necessary*: none that anybody has.
  private func isNeeded(_ quantity: Quantity, in claim: Claim) -> Bool {
    let end = quantity.tokens.upperBound
    return claim.words[max(0, quantity.tokens.lowerBound - 2)..<min(claim.words.count, end + 3)].contains {
      ["necessary", "needed", "required", "requisite"].contains($0.norm)
    }
  }

  private enum Harm { case death, injury }

  /// The dead and the wounded are counted apart.
  private func harm(near quantity: Quantity, in claim: Claim) -> Harm? {
    let near = claim.words[
      max(0, quantity.tokens.lowerBound - 6)..<min(claim.words.count, quantity.tokens.upperBound + 6)]
    if near.contains(where: { ["wound", "injure", "hurt"].contains($0.lemma) }) { return .injury }
    return near.contains { ["kill", "die", "dead", "death", "lose", "slay", "murder"].contains($0.lemma) }
      ? .death : nil
  }

  /// Whether one act of one doer, or on one thing, has both figures.
  private func isOneThing(_ one: Place, _ other: Place, in pair: ClaimPair) -> Bool {
    guard ActRelation(pair: pair).areOneInMeaning(one.act, other.act),
      pair.left.words[one.act].isNegated == pair.right.words[other.act].isNegated
    else { return false }
    // An act that both name without its doer is known by what else is said of it.
    let isNamed = one.subject != nil && one.subject == other.subject
    guard isNamed || !pair.left.words[one.act].isLightVerb else { return false }
    return isNamed || !one.around.isDisjoint(with: other.around) && pair.tie > 4
  }

  private struct Place {
    var act: Int
    var subject: Deed.Participant?
    /// Terms that say which one the subject is: *the northern index*.
    var kind: Set<Int>
    /// Terms of what else hangs on the act and on what is counted.
    var around: Set<Int>

    /// Whether both name a subject, and not the same.
    func isOfAnother(than other: Place) -> Bool {
      guard let subject, let otherSubject = other.subject else { return false }
      return subject != otherSubject || isOfAnotherKind(than: other)
    }

    /// *The northern index*, *the southern index*.
    func isOfAnotherKind(than other: Place) -> Bool {
      subject == other.subject && !kind.isEmpty && !other.kind.isEmpty && kind.isDisjoint(with: other.kind)
    }
  }

  /// The subject of a verb; of one that is joined to another, the other's: *scored 20 points and grabbed 7 rebounds*.
  func subject(of verb: Int, in words: [Claim.Word]) -> Int? {
    var current = verb
    for _ in 0..<4 {
      if let subject = words.dependent(of: current, [.nsubj, .nsubjPass]) { return subject }
      guard words[current].relation == .conj, let head = words[current].head else { return nil }
      current = head
    }
    return nil
  }

  /// The verb above a figure; `nil` for one that is part of a name, as in *the Nikkei 225*.
  private func place(of quantity: Quantity, in claim: Claim) -> Place? {
    let words = claim.words
    let figure = quantity.tokens
    guard !figure.contains(where: { words[$0].isName }) else { return nil }
    var current = figure.lowerBound
    var path: [Int] = []
    for _ in 0..<8 {
      guard let head = words[current].head else { break }
      if !figure.contains(head) { path.append(head) }
      current = head
      if words[head].tag == .verb { break }
    }
    guard let act = path.last, words[act].tag == .verb else { return nil }
    if let holder = path.first, words[holder].isName { return nil }
    let subject = subject(of: act, in: words).flatMap { path.contains($0) ? nil : $0 }
    let around = words.indices.filter { other in
      guard let head = words[other].head, other != act else { return false }
      // *Percentage points* is a measure, and no matter.
      if quantity.unit != nil, head == path.first, [.compound, .amod, .nmod].contains(words[other].relation) {
        return false
      }
      return path.contains(head) && !figure.contains(other) && !path.contains(other)
    }
    let kind = words.indices.filter {
      words[$0].head == subject && subject != nil && [.amod, .compound, .nmodPoss].contains(words[$0].relation)
    }
    return Place(
      act: act, subject: subject.flatMap { words[$0].participant }, kind: Set(kind.compactMap { words[$0].term }),
      around: Set(around.compactMap { words[$0].term }))
  }
}
