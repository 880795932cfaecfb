import Language

/// Persons.
extension NameSieve {
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

  func groupPersons(_ mentions: inout [NameMention], into entities: inout [TextEntity]) {
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
    var namesakes = Namesakes(entities, from: first, mentions, in: text)
    for (mention, name) in partial { addPartial(name, mention, &mentions, &entities, &index, &namesakes) }
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
    _ index: inout PersonIndex, _ namesakes: inout Namesakes
  ) {
    let candidates = index.candidates(name.words).compactMap { entity -> (entity: Int, strength: Int, rule: String)? in
      guard let person = entities[entity].person, !contradicts(mentions[mention].gender, entities[entity], mentions)
      else { return nil }
      return partRule(name, of: person).map { (entity, $0.strength, $0.rule) }
    }
    let strongest = candidates.map(\.strength).max() ?? 0
    let best = candidates.filter { $0.strength == strongest }
    guard var chosen = best.first else {
      entities.append(TextEntity(kind: .person, person: name))
      index.add(entities.count - 1, words: name.words)
      namesakes.add(mention, to: entities.count - 1)
      return add(mention, to: entities.count - 1, basis: "name", &mentions, &entities)
    }
    if best.count > 1 {
      let bearer = namesakes.bearer(of: mention, among: best.map(\.entity), mentions) { entities[$0].person?.gender }
      chosen = best.first { $0.entity == bearer } ?? chosen
    }
    namesakes.add(mention, to: chosen.entity)
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
    if let first = full.given.first, NameSpelling.isSlip(word, first) { return (2, "given name, other spelling") }
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
}
