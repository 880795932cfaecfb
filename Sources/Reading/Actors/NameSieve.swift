import Language

/// What one text calls by one or more names.
struct TextEntity {
  var kind: Name.Kind
  /// Distinct forms, in order of first use.
  var forms: [Int] = []
  /// Indices of the name mentions, in order.
  var mentions: [Int] = []
  /// The fullest name of a person.
  var person: PersonName?
  /// What a title tells.
  var told: Gender?
  /// What a title, or else a given name, tells.
  var gender: Gender?
  /// What it is to a state, for a place or a body.
  var standing: StateTable.Standing?
  /// Acronyms that stand in brackets after it.
  var acronyms: [String] = []
  /// Index of the actor, once known.
  var actor = -1
}

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
    for index in mentions.indices {
      let form = forms[mentions[index].form]
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

  private func followsPlacePreposition(_ mention: NameMention) -> Bool {
    let before = mention.tokens.lowerBound - 1
    return before >= 0 && ["in", "at", "near", "from", "outside", "to"].contains(text.norm(before))
  }

  // MARK: Places, organisations and the rest

  private func groupThings(_ mentions: inout [NameMention], into entities: inout [TextEntity]) {
    var byKey: [String: Int] = [:]
    for index in mentions.indices where mentions[index].kind != .person {
      let form = forms[mentions[index].form]
      let standing = StateTable.shared.standing(of: form.key)
      let key = standing.map { "\($0)" } ?? form.key
      let entity = byKey[key] ?? entities.count
      if entity == entities.count {
        byKey[key] = entity
        entities.append(TextEntity(kind: mentions[index].kind, standing: standing))
      }
      add(index, to: entity, basis: sameBasis(standing, entities[entity], mentions[index]), &mentions, &entities)
    }
    joinAcronyms(&mentions, &entities)
    joinShortened(&mentions, &entities, byKey)
    entities.removeAll { $0.mentions.isEmpty }
    for (number, entity) in entities.enumerated() {
      for mention in entity.mentions { mentions[mention].entity = number }
    }
  }

  private func sameBasis(_ standing: StateTable.Standing?, _ entity: TextEntity, _ mention: NameMention) -> String {
    guard let first = entity.forms.first, first != mention.form else { return "name" }
    return standing == nil ? "same name" : "another name of the same place"
  }

  /// "Institute of War Studies (ISW)", and capitals that are the initials of a name in the same text.
  private func joinAcronyms(_ mentions: inout [NameMention], _ entities: inout [TextEntity]) {
    for index in mentions.indices where mentions[index].kind != .person && forms[mentions[index].form].isAcronym {
      let acronym = mentions[index].entity
      let key = forms[mentions[index].form].key
      guard acronym >= 0, !entities[acronym].mentions.isEmpty, entities[acronym].standing == nil else { continue }
      if index > 0, mentions[index - 1].kind != .person, mentions[index - 1].entity != acronym,
        isBracketed(mentions[index], after: mentions[index - 1]),
        Self.fits(key, mostInitialsOf: forms[mentions[index - 1].form].words)
      {
        let long = mentions[index - 1].entity
        entities[long].acronyms.append(key)
        merge(acronym, into: long, basis: "acronym in brackets", &mentions, &entities)
      }
    }
    // Without brackets the initials must fit exactly, and fit one name only.
    var byInitials: [String: [Int]] = [:]
    for entity in entities.indices where entities[entity].kind != .person {
      let initials = Set(entities[entity].forms.flatMap { Self.initials(of: forms[$0].words) }).sorted()
      for key in initials { byInitials[key, default: []].append(entity) }
    }
    for acronym in entities.indices where entities[acronym].standing == nil && entities[acronym].forms.count == 1 {
      let form = forms[entities[acronym].forms[0]]
      guard form.isAcronym, let fits = byInitials[form.key], fits.count == 1, fits[0] != acronym else { continue }
      entities[fits[0]].acronyms.append(form.key)
      merge(acronym, into: fits[0], basis: "initials", &mentions, &entities)
    }
  }

  private func isBracketed(_ mention: NameMention, after long: NameMention) -> Bool {
    let between = long.tokens.upperBound..<max(long.tokens.upperBound, mention.tokens.lowerBound)
    return between.count <= 2 && between.contains { text.norm($0) == "(" || text.norm($0) == "-lrb-" }
  }

  /// Whether most letters of an acronym begin words of a name: texts do bracket acronyms that do not fit exactly.
  private static func fits(_ acronym: String, mostInitialsOf words: [String]) -> Bool {
    guard words.count >= 2 else { return false }
    let initials = Set(words.compactMap { $0.utf8.first })
    return acronym.utf8.filter { initials.contains($0) }.count * 3 >= acronym.utf8.count * 2
  }

  private static let unlettered: Set<String> = ["of", "the", "for", "and", "de", "on", "in", "to", "a"]

  /// The acronyms that a name would have: the initials of all its words, and of those that count.
  static func initials(of words: [String]) -> [String] {
    let significant = words.filter { !unlettered.contains($0) && !OrganisationWords.shared.legal.contains($0) }
    var initials: [String] = []
    for run in [words, significant] where run.count >= 2 {
      initials.append(String(decoding: run.compactMap { $0.utf8.first }, as: UTF8.self))
      // "US Geological Survey" is the USGS.
      if let first = run.first, ["us", "uk", "un", "eu"].contains(first) {
        initials.append(first + String(decoding: run.dropFirst().compactMap { $0.utf8.first }, as: UTF8.self))
      }
    }
    return initials
  }

  /// "ATI Technologies" and "ATI": a generic last word left out.
  private func joinShortened(_ mentions: inout [NameMention], _ entities: inout [TextEntity], _ byKey: [String: Int]) {
    for long in entities.indices where entities[long].standing == nil && !entities[long].mentions.isEmpty {
      for form in entities[long].forms {
        guard let short = Self.shortened(forms[form], kinds).lazy.compactMap({ byKey[$0] }).first, short != long,
          !entities[short].mentions.isEmpty,
          entities[short].standing == nil
        else { continue }
        merge(short, into: long, basis: "name without its generic word", &mentions, &entities)
      }
    }
  }

  /// The keys of a name without a last, generic word ("ATI Technologies") or without the place that a team is of ("San Diego
  /// Chargers").
  static func shortened(_ form: NameForm, _ kinds: KindVotes) -> [String] {
    guard form.words.count >= 2, let last = form.words.last else { return [] }
    if OrganisationWords.shared.generic.contains(last) { return [form.words.dropLast().joined()] }
    return shortenedStarts(form, kinds).map { form.words[$0...].joined() }
  }

  /// Where the name of a team begins after that of its place.
  static func shortenedStarts(_ form: NameForm, _ kinds: KindVotes) -> [Int] {
    // A plural: "Chargers", "Red Sox".
    guard form.words.count >= 2, let last = form.words.last, last.utf8.count >= 4,
      last.hasSuffix("s") || last.hasSuffix("x"),
      !last.hasSuffix("ss")
    else { return [] }
    return (1..<form.words.count).filter { kinds.isPlace(form.words[..<$0].joined()) }
  }

  // MARK: Persons

  /// Persons of the text by the skeleton of every word of their names. Of a word that very many share, only the latest are compared.
  private struct PersonIndex {
    var entities: [String: [Int]] = [:]
    static let compared = 64

    func candidates(_ words: [String]) -> [Int] {
      var found: Set<Int> = []
      for word in words { found.formUnion((entities[NameSpelling.skeleton(word)] ?? []).suffix(Self.compared)) }
      return found.sorted()
    }

    mutating func add(_ entity: Int, words: [String]) {
      for word in words where entities[NameSpelling.skeleton(word)]?.last != entity {
        entities[NameSpelling.skeleton(word), default: []].append(entity)
      }
    }
  }

  private func groupPersons(_ mentions: inout [NameMention], into entities: inout [TextEntity]) {
    var index = PersonIndex()
    let first = entities.count
    // Full names first, in order; then what may be part of them.
    var partial: [(mention: Int, name: PersonName)] = []
    for mention in mentions.indices where mentions[mention].kind == .person {
      guard let name = PersonName(forms[mentions[mention].form].words) else {
        mentions[mention].kind = .miscellaneous
        continue
      }
      if name.properGiven.isEmpty || name.endsInPatronymic {
        partial.append((mention, name))
      } else {
        addFull(name, mention, &mentions, &entities, &index)
      }
    }
    for (mention, name) in partial { addPartial(name, mention, &mentions, &entities, &index) }
    for entity in entities.indices.dropFirst(first) { entities[entity].mentions.sort() }
  }

  private func addFull(
    _ name: PersonName, _ mention: Int, _ mentions: inout [NameMention], _ entities: inout [TextEntity],
    _ index: inout PersonIndex
  ) {
    for entity in index.candidates(name.words) {
      guard let person = entities[entity].person,
        !contradicts(mentions[mention].gender, entities[entity], mentions, guess: false),
        let rule = name.rule(for: person, spelling: spelling)
      else { continue }
      if person.words.count < name.words.count {
        entities[entity].person = name
        index.add(entity, words: name.words)
      }
      let isKnown = entities[entity].forms.contains(mentions[mention].form)
      return add(mention, to: entity, basis: isKnown ? "name" : rule, &mentions, &entities)
    }
    entities.append(TextEntity(kind: .person, person: name))
    index.add(entities.count - 1, words: name.words)
    add(mention, to: entities.count - 1, basis: "name", &mentions, &entities)
  }

  private func addPartial(
    _ name: PersonName, _ mention: Int, _ mentions: inout [NameMention], _ entities: inout [TextEntity],
    _ index: inout PersonIndex
  ) {
    let candidates = index.candidates(name.words).compactMap { entity -> (entity: Int, strength: Int, rule: String)? in
      guard let person = entities[entity].person, !contradicts(mentions[mention].gender, entities[entity], mentions)
      else { return nil }
      return partRule(name, of: person).map { (entity, $0.strength, $0.rule) }
    }
    let strongest = candidates.map(\.strength).max() ?? 0
    let best = candidates.filter { $0.strength == strongest }
    guard let chosen = best.count > 1 ? mostRecent(best, before: mention, entities) : best.first else {
      entities.append(TextEntity(kind: .person, person: name))
      index.add(entities.count - 1, words: name.words)
      return add(mention, to: entities.count - 1, basis: "name", &mentions, &entities)
    }
    add(mention, to: chosen.entity, basis: chosen.rule, &mentions, &entities)
  }

  /// How a short name can be part of a full one; the greater the strength, the surer.
  private func partRule(_ short: PersonName, of full: PersonName) -> (strength: Int, rule: String)? {
    if short.endsInPatronymic {
      guard let first = short.given.first, let other = full.properGiven.first, spelling.sameGiven(first, other) else {
        return nil
      }
      // A patronymic that both give must be the same.
      if let patronymic = full.properGiven.dropFirst().first, patronymic.utf8.count > 1,
        !spelling.same(patronymic, short.surname)
      {
        return nil
      }
      return (3, "given name and patronymic")
    }
    let word = short.surname
    if short == full { return (6, "name") }
    if word == full.surname { return (5, "surname") }
    if spelling.same(word, full.surname) { return (4, "surname, other spelling") }
    if full.given.first == word { return (2, "given name") }
    if full.given.contains(word) { return (1, "part of the name") }
    return nil
  }

  /// Whether a title tells another gender than the entity's titles do, or, to a lone surname, its given name.
  private func contradicts(_ gender: Gender?, _ entity: TextEntity, _ mentions: [NameMention], guess: Bool = true)
    -> Bool
  {
    guard let gender else { return false }
    let told = entity.mentions.lazy.compactMap { mentions[$0].gender }.first
    return (told ?? (guess ? entity.person?.gender : nil)).map { $0 != gender } ?? false
  }

  /// Of several that fit, the one that the text named last before; else the first it names.
  private func mostRecent(
    _ fits: [(entity: Int, strength: Int, rule: String)], before mention: Int, _ entities: [TextEntity]
  ) -> (entity: Int, strength: Int, rule: String)? {
    fits.max { left, right in
      let (a, b) = (
        entities[left.entity].mentions.last { $0 < mention }, entities[right.entity].mentions.last { $0 < mention }
      )
      return a == b ? left.entity > right.entity : (a ?? -1) < (b ?? -1)
    }
  }

  // MARK: Book-keeping

  private func add(
    _ mention: Int, to entity: Int, basis: String, _ mentions: inout [NameMention], _ entities: inout [TextEntity]
  ) {
    mentions[mention].entity = entity
    mentions[mention].basis = basis
    entities[entity].mentions.append(mention)
    if !entities[entity].forms.contains(mentions[mention].form) {
      entities[entity].forms.append(mentions[mention].form)
    }
  }

  private func merge(
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
