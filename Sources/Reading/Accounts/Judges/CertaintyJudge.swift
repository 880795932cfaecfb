internal import Dossier
internal import Language

/// One account tells as a fact what the other keeps as a guess or a claim: *it was arson* / *a possible arson*.
struct CertaintyJudge: Judge {
  func judge(_ pair: ClaimPair) -> Divergence? {
    guard pair.has(.guess), pair.isBetweenDocuments, pair.tie > 4.5, !pair.hasQuestion, pair.time != .different else {
      return nil
    }
    return pair.eitherWay(elseBy: "{A} tells as a fact, “{a}”, what {B} keeps as “{b}”.", divergence)
  }

  /// The left guesses, the right tells.
  private func divergence(_ pair: ClaimPair) -> Divergence? {
    for (mark, thing) in guesses(in: pair.left) {
      guard let term = pair.left.words[thing].term, pair.left.weight(of: term) > 2,
        // *The alleged gunman*: a courtesy of the law.
        !WordMeanings.shared.isKind(pair.left.words[thing].lemma, of: WordMeanings.person),
        // Whoever has both is as careful.
        !guesses(in: pair.right).contains(where: { pair.right.words[$0.thing].term == term }),
        let told = pair.right.words.indices.first(where: { isTold($0, term, in: pair.right) }),
        isOneMatter(besides: term, in: pair)
      else { continue }
      let areNarrators = pair.left.holder(of: mark) == nil && pair.right.holder(of: told) == nil
      return Divergence(
        kind: .stance, relation: areNarrators ? .framing : .tension,
        reason: "{A} keeps as “{a}” what {B} tells as a fact, “{b}”.",
        matches: [
          .init(left: min(mark, thing)..<max(mark, thing) + 1, right: told..<told + 1, relation: "a guess, a fact")
        ],
        confidence: min(0.75, 0.34 + pair.tie / 36))
    }
    return nil
  }

  /// Whether more than the thing itself is shared: two rare words, or one and an actor of whom few speak.
  private func isOneMatter(besides term: Int, in pair: ClaimPair) -> Bool {
    let others = pair.shared.filter { $0 != term && pair.left.weight(of: $0) > 2 }
    let isOfOneActor = pair.commonActors.contains { pair.background.actorRarity[$0] ?? 0 > 0.3 }
    return others.count >= 2 || !others.isEmpty && isOfOneActor
  }

  private func isTold(_ index: Int, _ term: Int, in claim: Claim) -> Bool {
    let word = claim.words[index]
    return word.term == term && !word.isNegated && !word.isTentative && !word.isName
      // *For any role that it may have played*.
      && !claim.words.contains { $0.head == index && $0.norm == "any" }
  }

  /// Words of guessing with the word for what is guessed.
  private func guesses(in claim: Claim) -> [(mark: Int, thing: Int)] {
    claim.words.indices.compactMap { mark in
      let word = claim.words[mark]
      guard word.marks.contains(.guess), !word.isNegated else { return nil }
      if word.relation == .amod { return word.head.map { (mark, $0) } }
      guard word.tag == .verb else { return nil }
      return thing(under: mark, in: claim).map { (mark, $0) }
    }
  }

  /// What somebody suspects, considers or claims something to be.
  private func thing(under verb: Int, in claim: Claim) -> Int? {
    // *Investigated as arson*: what is investigated is there, what it is taken for may not be.
    let needsAs = Self.takingAs.contains(claim.words[verb].lemma)
    return claim.words.indices.first { index in
      let word = claim.words[index]
      guard index > verb, word.head == verb, word.term != nil, word.tag == .noun else { return false }
      let isAs = claim.words.contains { $0.head == index && $0.norm == "as" }
      if needsAs || isAs { return isAs }
      // *Claim asylum*: what one claims as one's due.
      return claim.words[verb].lemma == "claim"
        ? word.relation == .xcomp : [.obj, .xcomp, .ccomp].contains(word.relation)
    }
  }

  private static let takingAs: Set<String> = ["treat", "investigate"]
}
