internal import Dossier
internal import Language

/// What somebody demands or sets as a condition.
struct Demand: Sendable {
  /// The actor who demands, as far as the sentence names him.
  var owner: Int
  /// The words that say that it is a demand.
  var cue: Range<Int>
  /// The words that say what is demanded, where the sentence lists it.
  var content: Range<Int>?
}

/// Finds demands and conditions in a sentence: *Russia's conditions: withdrawal of …*, *Putin is demanding neutrality*,
/// *Peskov rejected any truce that does not recognise …*, *the West's ultimatums*.
struct DemandFinder {
  let words: [Claim.Word]
  let held: [Claim.Held]

  private static let nouns: Set<String> = ["demand", "condition", "precondition", "requirement", "ultimatum"]
  private static let verbs: Set<String> = ["demand", "require"]
  private static let rejections: Set<String> = ["reject", "refuse", "oppose", "veto"]
  private static let reach = 20

  /// In order of place. Cost: quadratic in the words.
  var demands: [Demand] {
    words.indices.compactMap { index in
      switch words[index].tag {
      case .noun where Self.nouns.contains(words[index].lemma): listed(index) ?? named(index)
      case .verb where Self.verbs.contains(words[index].lemma): asked(index)
      case .verb where Self.rejections.contains(words[index].lemma): required(index)
      default: nil
      }
    }
  }

  /// A noun with its list after a colon.
  private func listed(_ noun: Int) -> Demand? {
    guard let colon = words.indices.first(where: { $0 > noun && $0 < noun + 6 && words[$0].norm == ":" }),
      let owner = words.actor(of: noun, [.nmodPoss, .compound])
    else { return nil }
    return demand(owner, cue: noun..<noun + 1, from: colon + 1)
  }

  /// A noun with its owner: *Moscow's demands*, *the West's imposition of ultimatums*.
  private func named(_ noun: Int) -> Demand? {
    let above = words[noun].relation == .nmod ? words[noun].head : nil
    return (words.actor(of: noun, [.nmodPoss, .compound]) ?? above.flatMap { words.actor(of: $0, [.nmodPoss]) }).map {
      Demand(owner: $0, cue: noun..<noun + 1, content: nil)
    }
  }

  private func asked(_ verb: Int) -> Demand? {
    guard !words[verb].isNegated, let owner = words.actor(of: verb, [.nsubj]) ?? holder(of: verb) else { return nil }
    return demand(owner, cue: verb..<verb + 1, from: verb + 1)
      ?? Demand(owner: owner, cue: verb..<verb + 1, content: nil)
  }

  /// *Rejects any agreement that does not …*: what follows *not* is required.
  private func required(_ verb: Int) -> Demand? {
    guard let object = words.indices.first(where: { words[$0].head == verb && words[$0].relation == .obj }),
      words.contains(where: { $0.head == object && ($0.norm == "any" || $0.norm == "every") }),
      let clause = words.indices.first(where: { words[$0].head == object && words[$0].relation == .aclRelcl }),
      let no = words.indices.first(where: { words[$0].head == clause && words[$0].norm == "not" }),
      let owner = words.actor(of: verb, [.nsubj]) ?? subjectAbove(verb) ?? holder(of: verb)
    else { return nil }
    return demand(owner, cue: verb..<verb + 1, from: no + 1)
  }

  private func demand(_ owner: Int, cue: Range<Int>, from start: Int) -> Demand? {
    var end = start
    while end < words.count, end - start < Self.reach, words[end].norm != ".", words[end].norm != ";" { end += 1 }
    while end > start, words[end - 1].term == nil { end -= 1 }
    return end - start > 1 ? Demand(owner: owner, cue: cue, content: start..<end) : nil
  }

  /// The subject of the verb that this one is set beside: *Peskov agreed, rejecting …*.
  private func subjectAbove(_ verb: Int) -> Int? {
    guard [.advcl, .conj, .xcomp].contains(words[verb].relation), let head = words[verb].head else { return nil }
    return words.actor(of: head, [.nsubj])
  }

  private func holder(of index: Int) -> Int? { held.first { $0.words.contains(index) }?.actor?.index }
}
