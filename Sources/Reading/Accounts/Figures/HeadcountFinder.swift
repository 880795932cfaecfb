internal import Language

/// Finds the headcounts of a sentence.
struct HeadcountFinder {
  let words: [Claim.Word]
  let quantities: [Quantity]
  private let lexicon = HeadcountLexicon.shared

  init(words: [Claim.Word], quantities: [Quantity]) {
    self.words = words
    self.quantities = quantities
  }

  /// In order of place. Cost: quadratic in the words.
  var headcounts: [Headcount] {
    let people = quantities.filter { $0.unit == nil && !isPart($0) }
    let counted = people.compactMap(headcount)
    let aboard = people.filter(isAboard).map { headcount($0, .aboard) }
    return (counted.filter { !aboard.contains($0) } + aboard + none + one)
      .sorted { $0.phrase.lowerBound < $1.phrase.lowerBound }
  }

  private func headcount(_ quantity: Quantity) -> Headcount? {
    let figure = quantity.tokens.upperBound - 1
    let noun = noun(countedBy: figure) ?? figure
    let heads =
      isScale(figure)
      ? [noun, figure, words[figure].head].compactMap { $0 } : [noun, whole(of: noun)].compactMap { $0 }
    guard let sort = sortOfFigure(figure) ?? heads.lazy.compactMap({ sort(of: $0) }).first,
      // *Two helicopters, evacuating the injured*.
      sort == .destroyed || noun == figure || !WordMeanings.shared.isKind(words[noun].lemma, of: WordMeanings.artifact)
    else { return nil }
    return headcount(quantity, sort)
  }

  private func headcount(_ quantity: Quantity, _ sort: Headcount.Sort) -> Headcount {
    let noun = noun(countedBy: quantity.tokens.upperBound - 1)
    return Headcount(
      sort: sort, low: quantity.low, high: quantity.high, bound: quantity.bound,
      counted: noun.flatMap { words[$0].tag == .noun ? lexicon.counted(words[$0].lemma) : nil }, phrase: quantity.phrase
    )
  }

  /// *The 181 people on board were killed*: whatever befell them besides.
  private func isAboard(_ quantity: Quantity) -> Bool {
    let after = words[quantity.phrase.upperBound...].prefix(2).map(\.norm)
    return after.first == "aboard" || after == ["on", "board"]
  }

  private func noun(countedBy figure: Int) -> Int? {
    // *Hundreds of protesters*.
    if isScale(figure) { return words.dependent(of: figure, [.nmod]) }
    guard words[figure].relation == .nummod, let head = words[figure].head else { return nil }
    return [.noun, .propn].contains(words[head].tag) ? head : nil
  }

  /// *A total of 12 people*, *a family of four*.
  private func whole(of noun: Int) -> Int? {
    guard words[noun].relation == .nmod, let head = words[noun].head, Self.wholes.contains(words[head].lemma) else {
      return nil
    }
    return head
  }

  private static let wholes: Set<String> = ["total", "group", "crowd", "family", "crew", "party", "team"]

  private func isScale(_ figure: Int) -> Bool {
    ["hundreds", "thousands", "dozens", "scores", "tens", "millions"].contains(words[figure].norm)
  }

  /// What befell those whom a noun, or a bare figure, names.
  private func sort(of noun: Int) -> Headcount.Sort? {
    sort(byVerbAbove: noun) ?? sort(byWhatHangsOn: noun)
      // *12 dead*, *12 deaths*.
      ?? lexicon.sort(of: words[noun].norm, as: .is) ?? lexicon.sort(of: words[noun].lemma, as: .thing)
  }

  private func sort(byVerbAbove noun: Int) -> Headcount.Sort? {
    guard let verb = words[noun].head else { return nil }
    let isSo = !words[verb].isNegated && !words[verb].isTentative
    guard words[verb].tag == .verb else {
      // *Three are missing*.
      return isSo && words[noun].relation == .nsubj ? lexicon.sort(of: words[verb].norm, as: .is) : nil
    }
    switch words[noun].relation {
    case .obj, .nsubjPass: return sort(doneBy: verb, isSo: isSo)
    case .obl: return isBounded(noun) ? sort(doneBy: verb, isSo: isSo) : nil
    case .nsubj: return sort(ofDoing: verb, isSo: isSo)
    default: return nil
    }
  }

  private func sort(doneBy verb: Int, isSo: Bool) -> Headcount.Sort? {
    if isSo, let sort = lexicon.sort(of: words.phrasalLemma(of: verb), as: .done) { return sort }
    // *Were led away in handcuffs*, *taken into custody*.
    if words.contains(where: { $0.head == verb && $0.relation == .obl && Self.bonds.contains($0.lemma) }) {
      return .held
    }
    // *Left seven people dead*.
    return state(under: verb, [.xcomp, .amod])
  }

  private func sort(ofDoing verb: Int, isSo: Bool) -> Headcount.Sort? {
    // *Have fallen ill*.
    if isSo, let sort = lexicon.sort(of: words.phrasalLemma(of: verb), as: .does) ?? state(under: verb, [.xcomp]) {
      return sort
    }
    func takes(_ matches: (Claim.Word) -> Bool) -> Bool {
      words.contains { $0.head == verb && $0.relation == .obj && matches($0) }
    }
    switch words[verb].lemma {
    // *Took part in the rally*, *lost their lives*.
    case "take": return takes { $0.norm == "part" } ? .gathered : nil
    case "lose": return takes { $0.lemma == "life" } ? .dead : nil
    default: return nil
    }
  }

  private func sort(byWhatHangsOn noun: Int) -> Headcount.Sort? {
    for index in words.indices where words[index].head == noun {
      switch words[index].relation {
      case .acl where !words[index].norm.hasSuffix("ing"):
        if let sort = lexicon.sort(of: words[index].lemma, as: .done) { return sort }
        if words.contains(where: {
          $0.head == index && [.obl, .obj].contains($0.relation) && Self.bonds.contains($0.lemma)
        }) {
          return .held
        }
      case .aclRelcl:
        let isPassive = words.contains { $0.head == index && [.nsubjPass, .auxPass].contains($0.relation) }
        if let sort = lexicon.sort(of: words[index].lemma, as: isPassive ? .done : .does) { return sort }
      case .amod:
        if let sort = lexicon.sort(of: words[index].norm, as: .is) { return sort }
      default: break
      }
    }
    return nil
  }

  private func state(under verb: Int, _ relations: [DependencyRelation]) -> Headcount.Sort? {
    words.dependent(of: verb, relations).flatMap { lexicon.sort(of: words[$0].norm, as: .is) }
  }

  /// *Killed at least 12*, whose *at* the parser takes for a place.
  private func isBounded(_ noun: Int) -> Bool {
    guard let figure = words.dependent(of: noun, [.nummod]), figure > 1 else { return false }
    return ["at", "up"].contains(words[figure - 2].norm) && ["least", "most", "to"].contains(words[figure - 1].norm)
  }

  /// *A death toll of 12*, *the number of arrests rose to 58*: a figure that a noun before it leads to.
  private func sortOfFigure(_ figure: Int) -> Headcount.Sort? {
    let before = words[max(0, figure - 10)..<figure]
    if before.contains(where: { $0.norm == "toll" }) { return .dead }
    guard figure > 0, words[figure - 1].norm == "at" || words[figure - 1].norm == "to" else { return nil }
    // *Estimated the march at 12,000 people*.
    if let gathering = before.first(where: { lexicon.sort(of: $0.lemma, as: .does) == .gathered && $0.tag == .noun }) {
      return lexicon.sort(of: gathering.lemma, as: .does)
    }
    guard before.contains(where: { $0.norm == "number" }) else { return nil }
    return before.lazy.compactMap { lexicon.sort(of: $0.lemma, as: .done) ?? lexicon.sort(of: $0.lemma, as: .does) }
      .first
      ?? (before.contains { Self.bonds.contains($0.lemma) } ? .held : nil)
  }

  /// A figure beside others: *among them three children*, *12 of the wounded*, *another two*.
  private func isPart(_ quantity: Quantity) -> Bool {
    let (start, end) = (quantity.tokens.lowerBound, quantity.tokens.upperBound)
    let before = words[max(0, start - 4)..<start].map(\.norm)
    if before.contains(where: Self.parts.contains) { return true }
    guard end < words.count else { return false }
    return words[end].norm == "of" && !isScale(end - 1) || Self.parts.contains(words[end].norm)
  }

  private static let bonds: Set<String> = ["custody", "handcuff", "detention"]

  private static let parts: Set<String> = [
    "among", "including", "another", "other", "others", "more", "further", "additional", "additionally", "remaining",
  ]

  /// *Nobody was hurt*, *no arrests were made*.
  private var none: [Headcount] {
    words.indices.compactMap { index in
      guard ["no", "nobody", "none"].contains(words[index].norm) else { return nil }
      let noun = words[index].relation == .det ? words[index].head ?? index : index
      let isAnybody =
        words[index].norm != "no" || lexicon.counted(words[noun].lemma) == nil || words[noun].norm == "one"
      guard isAnybody, let sort = sortOfNone(noun) else { return nil }
      let end = max(noun, index) + 1
      return Headcount(sort: sort, low: 0, high: 0, bound: .exact, counted: nil, phrase: min(index, noun)..<end)
    }
  }

  /// *A man was injured*: at least one.
  private var one: [Headcount] {
    words.indices.compactMap { index in
      guard ["a", "an"].contains(words[index].norm), words[index].relation == .det, let noun = words[index].head,
        words[noun].tag == .noun, !Self.amounts.contains(words[noun].lemma), let verb = words[noun].head,
        !words[verb].isNegated, !words[verb].isTentative
      else { return nil }
      let role: HeadcountLexicon.Role = words[noun].relation == .nsubj ? .does : .done
      guard [.nsubjPass, .obj, .nsubj].contains(words[noun].relation),
        let sort = lexicon.sort(of: words[verb].lemma, as: role), sort != .gathered
      else { return nil }
      return Headcount(
        sort: sort, low: 1, high: 1, bound: .above, counted: words[noun].lemma,
        phrase: min(index, noun)..<max(index, noun) + 1)
    }
  }

  /// *A number of them were hurt*, *a total of 12 died*: more than one.
  private static let amounts = wholes.union([
    "number", "majority", "minority", "handful", "string", "series", "couple", "dozen", "score",
  ])

  private func sortOfNone(_ noun: Int) -> Headcount.Sort? {
    if let sort = lexicon.sort(of: words[noun].lemma, as: .thing), sort != .gathered { return sort }
    guard let verb = words[noun].head, words[noun].relation == .nsubjPass else { return nil }
    return words[verb].isTentative ? nil : lexicon.sort(of: words[verb].lemma, as: .done)
  }
}
