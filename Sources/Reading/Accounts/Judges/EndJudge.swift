import Dossier
import Language

/// What ended on one day in the one account goes on later in the other: *the talks ended in January* / *the discussions
/// continued until June*.
struct EndJudge: Judge {
  func judge(_ pair: ClaimPair) -> Divergence? {
    guard !pair.left.times.isEmpty, !pair.right.times.isEmpty, !pair.hasQuestion,
      pair.isBetweenDocuments || pair.left.isSetAgainst || pair.right.isSetAgainst
    else { return nil }
    return pair.eitherWay(elseBy: Self.reason, divergence)
  }

  private static let reason = "In {A} it “{a}”, in {B} it “{b}”."

  /// In the left it ends, in the right it goes on.
  private func divergence(_ pair: ClaimPair) -> Divergence? {
    let goings = phases(in: pair.right, isGoingOn: true)
    guard !goings.isEmpty else { return nil }
    for end in phases(in: pair.left, isGoingOn: false) {
      for going in goings where end.date.isBefore(going.date) && areOne(end.thing, going.thing, in: pair) {
        return Divergence(
          kind: .date, relation: .contradiction, reason: Self.reason,
          matches: [.init(left: end.words, right: going.words, relation: "ended, went on")],
          confidence: min(0.8, 0.42 + pair.tie / 40))
      }
    }
    return nil
  }

  private struct Phase {
    /// The noun that names what ends or goes on.
    var thing: Int
    var date: PartialDate
    var words: Range<Int>
  }

  private func phases(in claim: Claim, isGoingOn: Bool) -> [Phase] {
    claim.times.compactMap { time in
      guard case .date(let date) = time.value, let verb = claim.words.verb(above: time.tokens.lowerBound),
        isGoingOn ? goesOn(verb, in: claim) : Self.ends.contains(claim.words[verb].lemma), !claim.words[verb].isNegated,
        !claim.words[verb].isTentative,
        !claim.words.contains(where: { $0.head == verb && ["will", "shall", "would"].contains($0.norm) }),
        let thing = claim.words.dependent(of: verb, [.nsubjPass]) ?? claim.words.dependent(of: verb, [.obj])
          ?? claim.words.subjectNoun(of: verb) ?? (claim.words[verb].relation == .acl ? claim.words[verb].head : nil),
        claim.words[thing].tag == .noun, claim.words[thing].term != nil
      else { return nil }
      return Phase(
        thing: thing, date: date,
        words: min(verb, time.tokens.lowerBound)..<max(verb + 1, time.tokens.upperBound))
    }
  }

  private static let ends: Set<String> = ["end", "finish", "conclude", "stop", "cease"]

  private func goesOn(_ verb: Int, in claim: Claim) -> Bool {
    let lemma = claim.words[verb].lemma
    // *Went on*, whatever the parse takes the particle for.
    let hasOn = verb + 1 < claim.words.count && claim.words[verb + 1].norm == "on"
    return Self.goings.contains(lemma) || hasOn && ["go", "carry", "drag", "wear"].contains(lemma)
  }

  private static let goings: Set<String> = ["continue", "last", "persist"]

  private func areOne(_ left: Int, _ right: Int, in pair: ClaimPair) -> Bool {
    let (one, other) = (pair.left.words[left], pair.right.words[right])
    return one.term == other.term ? pair.tie > 2.4 : pair.tie > 4 && ActRelation.areOneThing(one.lemma, other.lemma)
  }
}

extension PartialDate {
  /// Whether every part that both know tells that it came before; parts are asked from the year on.
  fileprivate func isBefore(_ other: PartialDate) -> Bool {
    guard (year == nil) == (other.year == nil) else { return false }
    for (one, two) in [(year, other.year), (month, other.month), (day, other.day)] where one != two {
      guard let one, let two else { return false }
      return one < two
    }
    return false
  }
}
