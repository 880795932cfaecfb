internal import Language

/// Places a claim on the axes: which pole, how strongly, of what.
struct Projector {
  let lexicon = AxisLexicon.shared

  /// - Parameter words: with polarity marked.
  /// - Returns: in order of place; the longest phrase wins over the words in it.
  func projections(of words: [Claim.Word], tokens: (Int) -> Token) -> [Projection] {
    var found: [Projection] = []
    var covered = Set<Int>()
    for index in words.indices where !covered.contains(index) {
      var best: [AxisLexicon.Entry] = []
      var length = 0
      for key in Set([words[index].lemma, words[index].norm]).sorted() {
        for entry in lexicon.entries[key] ?? [] {
          let count = entry.rest.count + 1
          guard count >= length, index + count <= words.count else { continue }
          guard zip(entry.rest, words[index + 1..<index + count]).allSatisfy({ $0 == $1.lemma || $0 == $1.norm }) else {
            continue
          }
          if count == 1, let part = entry.part, words[index].tag != .x, !part.admits(tokens(index)) { continue }
          if count > length {
            best = []
            length = count
          }
          best.append(entry)
        }
      }
      guard length > 0 else { continue }
      if length > 1 { covered.formUnion(index..<index + length) }
      var seen = Set<Int>()
      for entry in best where seen.insert(entry.axis).inserted {
        // A name is no attitude: `Peace Street`, `Senator Hope`; a title before one may be.
        if length == 1, words[index].isName, words[index].relation != .nmodDesc { continue }
        let isNegated = words[index].isNegated
        var strength = entry.weight * (length > 1 ? 1.2 : 1)
        if isNegated { strength *= 0.85 }
        if words[index].isTentative { strength *= 0.8 }
        // `Computer crimes prosecutor`: what only qualifies a noun takes no side.
        if length == 1, words[index].relation == .compound { strength *= 0.5 }
        found.append(
          Projection(
            axis: entry.axis, pole: isNegated ? -entry.pole : entry.pole, strength: strength,
            words: index..<index + length, isNegated: isNegated, target: target(of: index, in: words),
            subject: subject(of: index, in: words)))
      }
    }
    return found
  }

  /// Acts that name no matter: *willing to act*.
  private static let generic: Set<String> = ["act", "do", "work", "move", "engage", "proceed", "respond", "cooperate"]

  private func subject(of index: Int, in words: [Claim.Word]) -> Deed.Participant? {
    let found = words.indices.first {
      words[$0].head == index && [.nsubj, .nsubjPass, .nmodPoss].contains(words[$0].relation)
    }
    guard let found else { return bearer(of: index, in: words) }
    return words[found].participant
  }

  /// The actor whom an adjective before a noun, or a noun set beside a name, describes: *Lynch holds conservative
  /// positions*, *Markey, a liberal*.
  private func bearer(of index: Int, in words: [Claim.Word]) -> Deed.Participant? {
    guard let head = words[index].head else { return nil }
    if words[index].relation == .appos { return words[head].actor.map { .actor($0) } }
    guard words[index].relation == .amod else { return nil }
    if let actor = words[head].actor { return .actor(actor) }
    guard let verb = words[head].head else { return nil }
    return words.first { $0.head == verb && $0.relation == .nsubj }?.actor.map { .actor($0) }
  }

  /// What the word is said of: object or subject of a verb, noun of an adjective, complement of a noun.
  private func target(of index: Int, in words: [Claim.Word]) -> Set<Int> {
    var roots: [Int] = []
    for (other, word) in words.enumerated() where word.head == index {
      switch word.relation {
      case .obj, .nsubjPass, .ccomp, .xcomp, .nmod, .obl, .nmodPoss, .acl, .compound: roots.append(other)
      case .nsubj where words[index].tag != .verb: roots.append(other)
      default: continue
      }
    }
    if let head = words[index].head, [.amod, .compound, .acl, .nmodPoss].contains(words[index].relation) {
      roots.append(head)
    }
    var terms = Set<Int>()
    for root in roots where !Self.generic.contains(words[root].lemma) {
      if let term = words[root].term { terms.insert(term) }
      for word in words where word.head == root { if let term = word.term { terms.insert(term) } }
    }
    return terms
  }
}
