import Language

/// Places, organisations and the rest.
extension NameSieve {
  func groupThings(_ mentions: inout [NameMention], into entities: inout [TextEntity]) {
    var byKey: [ThingKey: Int] = [:]
    for index in mentions.indices where mentions[index].kind != .person {
      let form = forms[mentions[index].form]
      let standing = StateTable.shared.standing(of: form.key)
      let key = standing.map { ThingKey.standing($0) } ?? .name(form.key)
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
  private func joinShortened(_ mentions: inout [NameMention], _ entities: inout [TextEntity], _ byKey: [ThingKey: Int])
  {
    for long in entities.indices where entities[long].standing == nil && !entities[long].mentions.isEmpty {
      for form in entities[long].forms {
        guard let short = Self.shortened(forms[form], kinds).lazy.compactMap({ byKey[.name($0)] }).first, short != long,
          !entities[short].mentions.isEmpty, entities[short].standing == nil,
          // A county is not the paper that is called by it.
          entities[short].kind != .place || entities[long].kind == .place
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
}
