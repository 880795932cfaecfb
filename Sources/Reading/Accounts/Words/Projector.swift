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
      best.removeAll { $0.pole == 0 }
      if length > 1 { covered.formUnion(index..<index + length) }
      // The word of a phrase on which the others hang: *board* in *on board*.
      let root = (index..<index + length).first { !(index..<index + length).contains(words[$0].head ?? -1) } ?? index
      var seen = Set<Int>()
      for entry in best where seen.insert(entry.axis).inserted {
        // A name is no attitude: `Peace Street`, `the Defence of the Realm Act`; a title before one may be.
        if words[index].isName, words[index].relation != .nmodDesc { continue }
        // `Same-sex`, `21-year-old`: a part of a compound says nothing by itself.
        if length == 1, index + 1 < words.count, words[index + 1].norm == "-" { continue }
        if length == 1, index > 1, words[index - 1].norm == "-", Self.spans.contains(words[index - 2].lemma) {
          continue
        }
        // `Less safe`: the other pole.
        let isLessened = length == 1 && index > 0 && ["less", "least"].contains(words[index - 1].norm)
        let isNegated = (words[index].isNegated != isLessened) != isTakenBack(root, in: words)
        if isNegated, isReplaced(index, in: words) { continue }
        // *No party leader should say so*: he is called no despot.
        if isNegated, lexicon.axes[entry.axis].kind == .wording, words[root].tag == .noun { continue }
        // *The votes necessary for it*, *the required majority*: which ones, and no stance.
        if length == 1, Self.required.contains(words[index].lemma),
          words[index].relation == .amod || index > 0 && words[index - 1].tag == .noun
        {
          continue
        }
        var strength = entry.weight * (length > 1 ? 1.2 : 1)
        if isNegated { strength *= 0.85 }
        if words[index].isTentative { strength *= 0.8 }
        if isAim(root, in: words) { strength *= 0.8 }
        // `Did not seek approval`: what is sought is neither given nor denied.
        if isSought(root, in: words) {
          if isNegated { continue }
          strength *= 0.6
        }
        // `Helped push it`: what it helped to may be good or bad.
        if length == 1, words[index].lemma == "help",
          words.contains(where: { $0.head == index && [.xcomp, .ccomp].contains($0.relation) })
        {
          continue
        }
        // `Perhaps 15 storeys`: a guess at a figure is no doubt of the matter.
        if length == 1, words[index].tag == .adv, index + 1 < words.count, words[index + 1].tag == .num { continue }
        // `Computer crimes prosecutor`: what only qualifies a noun takes no side.
        if length == 1, words[index].relation == .compound { strength *= 0.5 }
        found.append(
          Projection(
            axis: entry.axis, pole: isNegated ? -entry.pole : entry.pole, strength: strength,
            words: index..<index + length, isNegated: isNegated,
            isOpen: words[index].isTentative || isAim(root, in: words), target: target(of: index, in: words),
            subject: subject(of: root, in: words), theme: theme(of: root, in: words)))
      }
    }
    return found
  }

  /// *Not for dialogue but for a result*: one aim is put in place of another, which nobody is against.
  private func isReplaced(_ index: Int, in words: [Claim.Word]) -> Bool {
    guard words[max(0, index - 2)..<index].contains(where: { $0.norm == "not" }) else { return false }
    let after = index + 1..<min(words.count, index + 5)
    guard let but = after.first(where: { words[$0].norm == "but" }), but + 1 < words.count else { return false }
    return [.adp, .det, .adj, .noun].contains(words[but + 1].tag) && words[index].tag == .noun
  }

  /// Whether a verb tells what something is for, which need not come about: *searching for witnesses to confirm it*.
  private func isAim(_ index: Int, in words: [Claim.Word]) -> Bool {
    words[index].tag == .verb && [.advcl, .acl].contains(words[index].relation)
      && words.contains { $0.head == index && $0.relation == .mark && $0.norm == "to" }
  }

  /// Whether a noun is what somebody takes back or keeps to themselves: *withdrew his endorsement*.
  private func isTakenBack(_ index: Int, in words: [Claim.Word]) -> Bool {
    guard words[index].tag == .noun, words[index].relation == .obj, let verb = words[index].head else { return false }
    return Self.takingBack.contains(words[verb].lemma)
  }

  private static let takingBack: Set<String> = ["withdraw", "withhold", "rescind", "revoke", "retract", "lose", "pull"]

  private func isSought(_ index: Int, in words: [Claim.Word]) -> Bool {
    guard words[index].tag == .noun, words[index].relation == .obj, let verb = words[index].head else { return false }
    return Self.seeking.contains(words[verb].lemma)
  }

  private static let seeking: Set<String> = [
    "seek", "ask", "request", "need", "require", "await", "want", "hope", "solicit", "discuss", "consider",
  ]

  private static let required: Set<String> = ["necessary", "required", "needed", "requisite"]

  private static let spans: Set<String> = ["year", "month", "week", "day", "hour"]

  /// Acts that name no matter: *willing to act*.
  private static let generic: Set<String> = ["act", "do", "work", "move", "engage", "proceed", "respond", "cooperate"]

  /// The subject or possessor, its own or that of the verb that it completes or is joined to.
  private func subject(of index: Int, in words: [Claim.Word]) -> Deed.Participant? {
    var current = index
    for _ in 0..<4 {
      let found = words.indices.first {
        words[$0].head == current && [.nsubj, .nsubjPass, .nmodPoss].contains(words[$0].relation)
      }
      if let found { return participant(found, of: current, in: words) }
      guard let head = words[current].head,
        [.xcomp, .advcl, .conj].contains(words[current].relation) || isListed(current, under: head, in: words)
      else { break }
      current = head
    }
    if words[index].tag == .noun, let name = named(index, in: words) { return .actor(name) }
    return bearer(of: index, in: words)
  }

  /// *Is a fool, a liar and a cheat*: the parse may set what is listed beside what comes first.
  private func isListed(_ index: Int, under head: Int, in words: [Claim.Word]) -> Bool {
    words[index].relation == .appos && words.dependent(of: head, [.cop]) != nil
  }

  /// Who or what a word names; a relative pronoun names what its clause describes.
  private func participant(_ index: Int, of verb: Int, in words: [Claim.Word]) -> Deed.Participant? {
    if let actor = words.actor(at: index) { return .actor(actor) }
    if let found = words[index].participant { return found }
    guard Self.relatives.contains(words[index].norm) else { return nil }
    var clause = verb
    while words[clause].relation == .conj, let head = words[clause].head { clause = head }
    guard words[clause].relation == .aclRelcl else { return nil }
    return words[clause].head.flatMap { words[$0].participant }
  }

  private static let relatives: Set<String> = ["who", "which", "that", "whom"]

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

  /// The one thing that the word is said of: a verb's object, or its subject where it has none; the noun that an
  /// adjective describes; what a noun is *of*, *for* or *to*.
  private func theme(of index: Int, in words: [Claim.Word]) -> Deed.Participant? {
    func child(_ relations: [DependencyRelation]) -> Deed.Participant? {
      for relation in relations {
        let found = words.indices.first { words[$0].head == index && words[$0].relation == relation }
        if let named = found.flatMap({ participant($0, of: index, in: words) }) { return named }
      }
      return nil
    }
    switch words[index].tag {
    case .verb:
      if let found = child([.obj, .nsubjPass, .obl, .nsubj]) { return found }
      guard [.acl, .amod, .aclRelcl].contains(words[index].relation) else { return nil }
      return words[index].head.flatMap { words[$0].participant }
    case .adj:
      if words[index].relation == .amod { return words[index].head.flatMap { words[$0].participant } }
      return subject(of: index, in: words)
    default:
      if let found = child([.nmod, .obl, .nmodPoss]) { return found }
      if let name = named(index, in: words) { return .actor(name) }
      if let found = child([.nsubj]) { return found }
      // *Heaped praise on him*, *voiced support for it*: on whom or what the verb turns it.
      if words[index].relation == .obj, let verb = words[index].head,
        let turned = words.indices.first(where: { isTurnedTo($0, by: verb, after: index, in: words) })
      {
        return participant(turned, of: verb, in: words)
      }
      // *Dorn's path to victory*: of whom the noun above is.
      guard words[index].relation == .nmod, let head = words[index].head else { return nil }
      return words.first { $0.head == head && $0.relation == .nmodPoss }?.participant
    }
  }

  private func isTurnedTo(_ index: Int, by verb: Int, after noun: Int, in words: [Claim.Word]) -> Bool {
    index > noun && words[index].head == verb && words[index].relation == .obl
      && words.hasCase(Self.turning, at: index)
  }

  private static let turning: Set<String> = ["on", "upon", "at", "against", "for", "to", "toward", "towards", "about"]

  /// The actor whose name stands before a noun: *an Orlov supporter*, *an Orlov win*.
  private func named(_ index: Int, in words: [Claim.Word]) -> Int? {
    words.first { $0.head == index && $0.relation == .compound && $0.actor != nil }?.actor
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
