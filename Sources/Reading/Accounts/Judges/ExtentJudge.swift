internal import Dossier
internal import Language

/// One act upon the whole and upon a part: *struck down the Act* / *overturned a part of the Act*.
struct ExtentJudge: Judge {
  func judge(_ pair: ClaimPair) -> Divergence? {
    guard pair.has(.part), pair.tie > 4, !pair.hasQuestion else { return nil }
    return pair.eitherWay(elseBy: "{A} tells of the whole, “{a}”, {B} of a part, “{b}”.", divergence)
  }

  private func divergence(_ pair: ClaimPair) -> Divergence? {
    for part in pair.left.words.indices.dropLast() where isPart(part, of: pair.left) {
      guard let act = pair.left.words[part].head, pair.left.words[act].tag == .verb,
        [.obj, .nsubjPass].contains(pair.left.words[part].relation)
      else { continue }
      let whole = pair.left.words.indices.filter { $0 > part + 1 && $0 < part + 8 && pair.left.words[$0].term != nil }
      let shared = Set(whole.compactMap { pair.left.words[$0].term }).intersection(pair.shared)
      guard let last = whole.last(where: { shared.contains(pair.left.words[$0].term ?? -1) }),
        shared.reduce(0, { $0 + pair.left.weight(of: $1) }) > 4,
        let (other, object) = deed(upon: shared, like: act, in: pair)
      else { continue }
      return Divergence(
        kind: .incompatible, relation: pair.time == .same ? .contradiction : .tension,
        reason: "{A} tells of a part, “{a}”, {B} of the whole, “{b}”.",
        matches: [
          .init(
            left: min(act, part)..<last + 1,
            right: min(other, object)..<max(other, nameEnd(of: object, in: pair.right.words)) + 1,
            relation: "part and whole")
        ],
        confidence: min(0.8, 0.45 + pair.tie / 30))
    }
    return nil
  }

  /// The last word of the name that begins with a noun: *Defence of the Realm Act*.
  private func nameEnd(of noun: Int, in words: [Claim.Word]) -> Int {
    guard words[noun].isName else { return noun }
    return (noun..<min(noun + 6, words.count)).last { next in
      words[next].isName
        && words[noun...next].allSatisfy { $0.isName || $0.relation == .case || $0.relation == .det }
    } ?? noun
  }

  /// A word that takes a part of what `of` names, where the whole is not named beside it.
  private func isPart(_ index: Int, of claim: Claim) -> Bool {
    claim.words[index].marks.contains(.part) && claim.words[index + 1].norm == "of"
      && !claim.words[index].isNegated
  }

  /// The act of the right claim that takes the same thing whole: its verb and the thing.
  private func deed(upon terms: Set<Int>, like act: Int, in pair: ClaimPair) -> (act: Int, object: Int)? {
    let words = pair.right.words
    for object in words.indices where words[object].term.map(terms.contains) ?? false {
      guard let verb = words[object].head, isObject(object, of: verb, in: words),
        words[verb].isNegated == pair.left.words[act].isNegated, !words[verb].isTentative,
        ActRelation(pair: pair).areOne(act, verb)
      else { continue }
      return (verb, object)
    }
    return nil
  }

  /// Whether the verb acts upon the word; the parser takes the particle of *strike down* for a preposition.
  private func isObject(_ index: Int, of verb: Int, in words: [Claim.Word]) -> Bool {
    switch words[index].relation {
    case .obj, .nsubjPass: true
    case .obl: verb + 1 < index && Self.particles.contains(words[verb + 1].norm) && words[verb + 1].head == index
    default: false
    }
  }

  private static let particles: Set<String> = ["up", "down", "off", "out", "away", "back"]
}
