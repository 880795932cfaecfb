internal import Dossier
internal import Language

/// Aligned content, one side negated: *disputed the report* / *did not directly dispute it*.
struct NegationJudge: Judge {
  func judge(_ pair: ClaimPair) -> Divergence? {
    guard pair.has(.negator), !pair.hasQuestion else { return nil }
    var best: Divergence?
    let rights = pair.right.words.indices.filter { isPredicate($0, in: pair.right) }
    for i in pair.left.words.indices where isPredicate(i, in: pair.left) {
      for j in rights where areAlike(i, j, in: pair) {
        guard let divergence = divergence(i, j, in: pair), divergence.confidence > (best?.confidence ?? 0) else {
          continue
        }
        best = divergence
      }
    }
    return best
  }

  private func isPredicate(_ index: Int, in claim: Claim) -> Bool {
    let word = claim.words[index]
    guard !word.isTentative, !word.isName, !isNature(index, in: claim) else { return false }
    switch word.tag {
    case .verb: return word.term != nil || word.marks.contains(.assertion) || word.marks.contains(.plain)
    case .adj, .noun: return word.term != nil
    default: return false
    }
  }

  private func areAlike(_ i: Int, _ j: Int, in pair: ClaimPair) -> Bool {
    let (left, right) = (pair.left.words[i], pair.right.words[j])
    guard left.tag == right.tag else { return false }
    if let term = left.term, let other = right.term, term == other { return true }
    return areAssertions(left, right) || left.marks.contains(.plain) && left.lemma == right.lemma
  }

  private func areAssertions(_ left: Claim.Word, _ right: Claim.Word) -> Bool {
    left.tag == .verb && right.tag == .verb && left.marks.contains(.assertion) && right.marks.contains(.assertion)
  }

  private func divergence(_ i: Int, _ j: Int, in pair: ClaimPair) -> Divergence? {
    let (left, right) = (negator(of: i, in: pair.left), negator(of: j, in: pair.right))
    guard (left == nil) != (right == nil), !pair.haveOneHolder(i, j) || isOneSaying(pair) else { return nil }
    // A negated reporting of it, as in `denied that he sent it`, denies it too.
    guard left != nil || !pair.left.words[i].isNegated, right != nil || !pair.right.words[j].isNegated else {
      return nil
    }
    let below = terms(below: i, in: pair.left).intersection(terms(below: j, in: pair.right))
    let (ones, others) = (objects(of: i, in: pair.left), objects(of: j, in: pair.right))
    if pair.left.words[i].tag == .verb, ones.isDisjoint(with: others) {
      // One did not, another did.
      if let one = pair.left.words.subject(of: i), let other = pair.right.words.subject(of: j), one != other {
        return nil
      }
      // *Determined the path of the bullets* / *not yet determined who fired*: two things.
      if !ones.isEmpty, !others.isEmpty, below.count < 2 { return nil }
    }
    if pair.left.words[i].tag == .verb, areOfTwoDoers(i, j, in: pair) { return nil }
    // Who denies that he sent it does not deny that it was sent.
    guard !isOthersDeed(i, j, isLeftDenied: left != nil, in: pair) else { return nil }
    let isAnything = isSaidToBe(i, in: pair.left) && isSaidToBe(j, in: pair.right)
    let areSaidToBe =
      (isAnything || areAbsentAndPresent(i, j, isLeftDenied: left != nil, in: pair)) && haveOneQuality(i, j, in: pair)
    let confidence: Double
    if areAssertions(pair.left.words[i], pair.right.words[j]),
      pair.left.words[i].term != pair.right.words[j].term
        || pair.left.words[i].term == nil
    {
      // What the one did not say and the other said must be one thing, said by one.
      guard below.count >= 2, let speaker = pair.left.words.subject(of: i), speaker == pair.right.words.subject(of: j)
      else { return nil }
      confidence = 0.5 + 0.05 * Double(min(4, below.count))
    } else {
      // Said both ways in one of the two, it is told in full there.
      guard standsOnce(i, in: pair.left), standsOnce(j, in: pair.right),
        // What is done by a verb too common to tell is told by what it is done to.
        pair.left.words[i].term != nil || below.count >= 2
      else { return nil }
      let shared = arguments(of: i, in: pair.left).intersection(arguments(of: j, in: pair.right))
      let overlap = pair.localOverlap(i..<i + 1, j..<j + 1, radius: 12)
      // An adjective or noun is one thing only where what it is said of is one. What the whole event is about weighs
      // little by rarity: there the number of words under both counts.
      let areAgainst = against(i, in: pair.left) != nil && against(j, in: pair.right) != nil
      guard
        areAgainst || areSaidToBe || !shared.isEmpty && overlap > 3.5
          || pair.left.words[i].tag == .verb && below.count >= 3
          || pair.left.words[i].tag == .verb && pair.tie > 6 && overlap > 3.5
      else { return nil }
      confidence =
        0.3 + overlap / 14 + 0.08 * Double(shared.count) + (below.count >= 3 ? 0.1 : 0)
        + (areAgainst ? 0.2 : areSaidToBe ? (isAnything ? 0.25 : 0.17) : 0)
    }
    // That there is a thing and that there is none cannot both be; nor can what is told in the same words, once with a no.
    let isHard =
      areSaidToBe && pair.time == .same
      || pair.left.words[i].tag == .verb && !ones.isDisjoint(with: others) && below.count >= 2
        && pair.isBetweenDocuments
      || pair.containment > 0.6 && pair.left.held.isEmpty == pair.right.held.isEmpty
    // What was yet to be done has been done since.
    let isYet =
      left.map { pair.left.words[$0].norm == "yet" } ?? right.map { pair.right.words[$0].norm == "yet" } ?? false
    return Divergence(
      kind: .negation, relation: isYet ? .shift : isHard ? .contradiction : .tension,
      reason: "{A} has “{a}”, {B} “{b}”: one of them says no.",
      matches: [
        .init(
          left: Self.shown(i, with: left ?? against(i, in: pair.left)),
          right: Self.shown(j, with: right ?? against(j, in: pair.right)), relation: "negated on one side")
      ],
      confidence: min(0.88, confidence))
  }

  /// Whether two accounts tell one saying of a speaker, in the same words but for the *not*: one has heard wrong.
  private func isOneSaying(_ pair: ClaimPair) -> Bool {
    pair.isBetweenDocuments && pair.time == .same && !pair.areOfTwoDays && pair.containment > 0.6
  }

  private func standsOnce(_ index: Int, in claim: Claim) -> Bool {
    let word = claim.words[index]
    return claim.words.count { word.term == nil ? $0.lemma == word.lemma : $0.term == word.term } == 1
  }

  /// A predicate with what turns it, which may follow: *paid no ransom*.
  private static func shown(_ predicate: Int, with turning: Int?) -> Range<Int> {
    let other = turning ?? predicate
    return min(other, predicate)..<max(other, predicate) + 1
  }

  /// *Not against the president* / *the effort against the president*.
  private func against(_ index: Int, in claim: Claim) -> Int? {
    claim.words.indices.first {
      $0 < index && claim.words[$0].head == index && claim.words[$0].relation == .case
        && claim.words[$0].norm == "against"
    }
  }

  /// Whether all that is told is that there is such a thing, or none: *there is no shortage*.
  private func isSaidToBe(_ index: Int, in claim: Claim) -> Bool {
    guard let verb = claim.words[index].head, claim.words[verb].lemma == "be" else { return false }
    return claim.words.contains { $0.head == verb && $0.norm == "there" }
  }

  /// Whether the one says that there was none of it, and the other tells of some: *had no suspects* / *identified suspects*.
  private func areAbsentAndPresent(_ i: Int, _ j: Int, isLeftDenied: Bool, in pair: ClaimPair) -> Bool {
    guard pair.tie > 4, let term = pair.left.words[i].term, pair.left.weight(of: term) > 2.2,
      pair.left.words[i].tag == .noun
    else { return false }
    return isLeftDenied
      ? isAbsent(i, in: pair.left) && isPresent(j, in: pair.right)
      : isPresent(i, in: pair.left) && isAbsent(j, in: pair.right)
  }

  /// *No suspects*, *did not have any suspects*, *denies any role*.
  private func isAbsent(_ noun: Int, in claim: Claim) -> Bool {
    // *No trace of poison*.
    if claim.words[noun].relation == .nmod, let trace = claim.words[noun].head,
      Self.traces.contains(claim.words[trace].lemma)
    {
      return claim.words.contains { $0.head == trace && $0.norm == "no" }
    }
    guard let determiner = claim.words.dependent(of: noun, [.det]),
      !(claim.words[noun].head.map { claim.words[$0].isTentative } ?? false)
    else { return false }
    if claim.words[determiner].norm == "no" { return claim.words[noun].relation != .obl }
    guard claim.words[determiner].norm == "any", let verb = claim.words[noun].head, claim.words[noun].relation == .obj
    else {
      return false
    }
    return claim.words[verb].lemma == "deny" || claim.words.contains { $0.head == verb && $0.marks.contains(.negator) }
  }

  private static let traces: Set<String> = ["trace", "sign", "hint", "shred", "indication", "mention", "record"]

  /// What is told as new and as so: no *the*, and by a verb that is no wish.
  private func isPresent(_ noun: Int, in claim: Claim) -> Bool {
    guard let verb = claim.words[noun].head, claim.words[verb].tag == .verb, !claim.words[verb].isNegated,
      !claim.words[verb].isTentative, [.obj, .nsubj, .nsubjPass].contains(claim.words[noun].relation)
    else { return false }
    return !claim.words.contains {
      $0.head == noun && ($0.relation == .nmodPoss || $0.relation == .det && !["a", "an", "some"].contains($0.norm))
    }
  }

  /// Whether nothing is said of the one that is not said of the other: no *food shortage* beside a *shortage of staff*.
  private func haveOneQuality(_ i: Int, _ j: Int, in pair: ClaimPair) -> Bool {
    func qualities(_ index: Int, _ claim: Claim) -> Set<Int> {
      var found = claim.words.indices.filter {
        claim.words[$0].head == index && Self.qualifying.contains(claim.words[$0].relation)
      }
      // *Plans to build it*, whatever the parse hangs the verb on.
      if index + 2 < claim.words.count, claim.words[index + 1].norm == "to" { found.append(index + 2) }
      return Set(found.compactMap { claim.words[$0].term })
    }
    let (ones, others) = (qualities(i, pair.left), qualities(j, pair.right))
    return ones.isSubset(of: others) || others.isSubset(of: ones)
  }

  private static let qualifying: [DependencyRelation] = [.amod, .compound, .nmod, .acl, .aclRelcl]

  /// Terms of what hangs on a predicate and follows it.
  private func terms(below index: Int, in claim: Claim) -> Set<Int> {
    Set(
      claim.words.indices.compactMap { other in
        other > index && claim.words.lies(other, under: index, within: 12) ? claim.words[other].term : nil
      })
  }

  /// The negator that belongs to the predicate itself: its own, that of who or what takes part, or a denial above it.
  private func negator(of index: Int, in claim: Claim) -> Int? {
    let isParsed = claim.words.contains { $0.head != nil }
    if let own = ownNegator(of: index, in: claim, isParsed: isParsed) { return own }
    // *Denies any role*, *did not have any suspects*.
    if isParsed, claim.words[index].tag == .noun, isAbsent(index, in: claim), let verb = claim.words[index].head {
      return claim.words[verb].lemma == "deny"
        ? verb : claim.words.indices.first { claim.words[$0].head == verb && claim.words[$0].marks.contains(.negator) }
    }
    guard isParsed, claim.words[index].tag == .verb else { return nil }
    // *No ransom was paid*, *nobody was hurt*.
    let absent = claim.words.indices.first { other in
      let word = claim.words[other]
      guard word.norm == "no" || word.norm == "neither", word.relation == .det, let noun = word.head else {
        return false
      }
      return claim.words[noun].head == index
        && [.nsubj, .nsubjPass, .obj].contains(claim.words[noun].relation)
    }
    return absent ?? denial(above: index, in: claim)
  }

  /// *Denied using it*, *denies that it was used*.
  private func denial(above index: Int, in claim: Claim) -> Int? {
    guard let head = claim.words[index].head, [.ccomp, .xcomp, .advcl, .obj].contains(claim.words[index].relation),
      claim.words[head].lemma == "deny", !claim.words[head].isNegated, claim.words[head].tag == .verb, head < index
    else { return nil }
    return head
  }

  private func ownNegator(of index: Int, in claim: Claim, isParsed: Bool) -> Int? {
    return (max(0, index - 6)..<index).last { other in
      guard claim.words[other].marks.isDisjoint(with: .approximation), claim.words[other].marks.contains(.negator)
      else { return false }
      // *Won without a second round*: how it went, and nothing said of rounds.
      guard claim.words[other].norm != "without" || claim.words[index].tag == .verb else { return false }
      // *The absence of information has allowed it*: there is no no to the verb.
      guard claim.words[other].relation != .nsubj || claim.words[other].tag != .noun else { return false }
      // *Has yet to sign*, *refused to sign*.
      if other + 2 <= index, claim.words[other + 1].norm == "to", other + 3 >= index { return true }
      return isParsed ? claim.words[other].head == index : other >= index - 3
    }
  }

  private func objects(of index: Int, in claim: Claim) -> Set<Int> {
    Set(claim.words.filter { $0.head == index && [.obj, .nsubjPass, .ccomp].contains($0.relation) }.compactMap(\.term))
  }

  /// Terms of its subjects, objects and complements, and of the noun that it describes.
  private func arguments(of index: Int, in claim: Claim) -> Set<Int> {
    var found = Set<Int>()
    if claim.words[index].relation == .amod, let head = claim.words[index].head, let term = claim.words[head].term {
      found.insert(term)
    }
    for word in claim.words where word.head == index {
      switch word.relation {
      case .nsubj, .nsubjPass, .obj, .obl, .ccomp, .xcomp, .nmod, .amod:
        if let term = word.term { found.insert(term) }
      default: continue
      }
    }
    return found
  }
}
