import Language

/// Groups the names of one text, from sure to less sure: the same name; acronym in brackets; surname with agreeing given name;
/// parts of a person's name. A later rule never joins what an earlier one keeps apart.
struct NameSieve {
  let text: ActorText
  let forms: NameForms
  let spelling: NameSpelling
  let kinds: KindVotes

  /// Sets `entity` and `basis` of every mention, and evens out kinds.
  func entities(of mentions: inout [NameMention]) -> [TextEntity] {
    settleKinds(&mentions)
    var entities: [TextEntity] = []
    groupThings(&mentions, into: &entities)
    groupPersons(&mentions, into: &entities)
    for index in entities.indices {
      for mention in entities[index].mentions where entities[index].told == nil {
        entities[index].told = mentions[mention].gender
      }
      entities[index].gender = entities[index].told ?? entities[index].person?.gender
    }
    return entities
  }

  // MARK: Kinds

  /// One kind for one form in one text: the one with the most weight. A word that is the last of a person's full name is a
  /// person, unless a place preposition stands before it.
  private func settleKinds(_ mentions: inout [NameMention]) {
    var votes: [String: [Double]] = [:]
    for mention in mentions {
      let key = forms[mention.form].key
      votes[key, default: kinds.shares(of: key)][KindVotes.number(mention.kind)] += KindVotes.weight(mention)
    }
    var surnames: Set<String> = []
    for mention in mentions where mention.kind == .person {
      let words = forms[mention.form].words
      if words.count > 1, let last = words.last { surnames.insert(last) }
    }
    let called = called(mentions, surnames)
    for index in mentions.indices {
      let form = forms[mentions[index].form]
      if let kind = called[form.key] {
        mentions[index].kind = kind
        continue
      }
      let weights = votes[form.key] ?? []
      var best = KindVotes.number(mentions[index].kind)
      for kind in weights.indices where weights[kind] > weights[best] { best = kind }
      mentions[index].kind = Name.Kind.allCases[best]
      // "Kremlin" or "Minsk" is nobody's name, unless the text has somebody who bears it.
      if mentions[index].kind == .person, StateTable.shared.standing(of: form.key) != nil, !surnames.contains(form.key),
        mentions[index].gender == nil, mentions[index].roles.isEmpty
      {
        mentions[index].kind = .place
      }
      guard mentions[index].kind != .person, form.words.count == 1, surnames.contains(form.key),
        StateTable.shared.standing(of: form.key) == nil, !followsPlacePreposition(mentions[index])
      else { continue }
      mentions[index].kind = .person
    }
  }

  /// Names taken for persons, by key, that the words beside them give another kind and that nothing tells are persons: no title,
  /// no pronoun's gender, no full name of which they are the last word.
  private func called(_ mentions: [NameMention], _ surnames: Set<String>) -> [String: Name.Kind] {
    let calling = NameCalling(text)
    var found: [String: (kind: Name.Kind?, placing: Int, isPlaced: Bool, isCompounded: Bool)] = [:]
    var persons: Set<String> = []
    for mention in mentions {
      let key = forms[mention.form].key
      let kind = calling.kind(of: mention.tokens)
      if kind == nil,
        mention.gender != nil || !mention.roles.isEmpty || surnames.contains(key) || text.speaks(mention.tokens)
      {
        persons.insert(key)
      }
      let known = found[key] ?? (nil, 0, true, true)
      let placing = mention.kind == .person ? calling.placing(mention.tokens) : 0
      found[key] = (
        known.kind ?? kind, max(known.placing, placing), known.isPlaced && placing > 0,
        known.isCompounded && mention.kind == .person && calling.isCompounded(mention.tokens)
      )
    }
    var kinds: [String: Name.Kind] = [:]
    // *The Norburg paper* is no place's other name.
    let places = Set(mentions.filter { $0.kind == .place }.map { forms[$0.form].key })
    for (key, name) in found where !surnames.contains(key) && !places.contains(key) {
      if let kind = name.kind {
        kinds[key] = kind
      } else if !persons.contains(key) {
        if name.isCompounded { kinds[key] = .miscellaneous }
        if name.isPlaced, name.placing == 2 { kinds[key] = .place }
      }
    }
    return kinds
  }

  private func followsPlacePreposition(_ mention: NameMention) -> Bool {
    let before = mention.tokens.lowerBound - 1
    return before >= 0 && ["in", "at", "near", "from", "outside", "to"].contains(text.norm(before))
  }

  // MARK: Book-keeping

  func add(
    _ mention: Int, to entity: Int, basis: String, _ mentions: inout [NameMention], _ entities: inout [TextEntity]
  ) {
    mentions[mention].entity = entity
    mentions[mention].basis = basis
    entities[entity].mentions.append(mention)
    if !entities[entity].forms.contains(mentions[mention].form) {
      entities[entity].forms.append(mentions[mention].form)
    }
  }

  func merge(
    _ from: Int, into: Int, basis: String, _ mentions: inout [NameMention], _ entities: inout [TextEntity]
  ) {
    for mention in entities[from].mentions {
      mentions[mention].entity = into
      mentions[mention].basis = basis
    }
    entities[into].mentions = (entities[into].mentions + entities[from].mentions).sorted()
    entities[into].forms += entities[from].forms.filter { !entities[into].forms.contains($0) }
    entities[from].mentions = []
    entities[from].forms = []
  }
}
