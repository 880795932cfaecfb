import Dossier
import Language

/// Makes the actors of what was read: their names, kinds, aliases, roles, mentions and whom they speak for.
struct ActorList {
  private let reading: ActorReading

  init(_ reading: ActorReading) { self.reading = reading }

  /// What is gathered of one actor before it is named.
  private struct Gathered {
    var mentions: [Mention] = []
    /// Uses by number of the form.
    var counts: [Int: Int] = [:]
    var roles: [Actor.Role] = []
    /// Uses of titles and group words, by their words.
    var words: [String: Int] = [:]
    var acronyms: Set<String> = []
  }

  private static let mostRoles = 12

  func actors(_ documents: [Document]) -> [Actor] {
    let gathered = gather(documents)
    var actors: [(actor: Actor, number: Int)] = []
    for number in gathered.indices where !gathered[number].mentions.isEmpty {
      actors.append((actor(gathered[number], number), number))
    }
    actors.sort { left, right in
      let (a, b) = (left.actor, right.actor)
      if a.mentions.count != b.mentions.count { return a.mentions.count > b.mentions.count }
      let (first, second) = (a.mentions[0], b.mentions[0])
      return first.document != second.document ? first.document < second.document : first.span < second.span
    }
    var owners: [GroupFinder.Owner: Actor.ID] = [:]
    for (index, entry) in actors.enumerated() where entry.number < reading.drafts.count {
      if case .state(let state)? = reading.drafts[entry.number].standing {
        if owners[.state(state)] == nil { owners[.state(state)] = Actor.ID(index) }
      } else if reading.drafts[entry.number].kind == .person {
        owners[.person(entry.number)] = Actor.ID(index)
      }
    }
    return actors.enumerated().map { index, entry in
      var actor = entry.actor
      actor.id = Actor.ID(index)
      actor.speaksFor = represented(entry.number).flatMap { owners[$0] }
      return actor
    }
  }

  private func gather(_ documents: [Document]) -> [Gathered] {
    var gathered = [Gathered](repeating: Gathered(), count: reading.drafts.count + reading.groups.count)
    for index in reading.texts.indices {
      let text = reading.texts[index]
      // Of *R.US President* nobody can tell whose president is meant.
      let damaged = documents[index].flags.filter { $0.kind == .damagedText }.map(\.span)
      var here: [(number: Int, mention: Mention)] = []
      for mention in reading.mentions[index] {
        let number = reading.actor(of: mention, in: index)
        guard number >= 0 else { continue }
        here.append((number, Mention(document: text.document, span: mention.span, kind: .name, basis: mention.basis)))
        gathered[number].counts[mention.form, default: 0] += 1
        for claim in mention.roles where gathered[number].roles.count < Self.mostRoles {
          guard !damaged.contains(where: { $0.overlaps(claim.span) }) else { continue }
          add(claim, of: text, to: &gathered[number].roles)
        }
      }
      for reference in reading.references[index] {
        here.append(
          (
            reference.actor,
            Mention(
              document: text.document, span: reference.span, kind: reference.kind, basis: reference.basis,
              confidence: reference.confidence)
          ))
        if reference.kind != .pronoun { gathered[reference.actor].words[text.words(reference.tokens), default: 0] += 1 }
      }
      here.sort { $0.mention.span < $1.mention.span }
      for (number, mention) in here
      where gathered[number].mentions.last?.span != mention.span
        || gathered[number].mentions.last?.document != mention.document
      {
        gathered[number].mentions.append(mention)
      }
    }
    return gathered
  }

  private func add(_ claim: RoleClaim, of text: ActorText, to roles: inout [Actor.Role]) {
    let words = text.analysed.text[claim.span]
    let known = words.lowercased()
    if !roles.contains(where: { $0.text.lowercased() == known }) {
      roles.append(Actor.Role(text: words, passage: Passage(document: text.document, span: claim.span)))
    }
  }

  // MARK: One actor

  private func actor(_ gathered: Gathered, _ number: Int) -> Actor {
    var counts = gathered.words
    for (form, count) in gathered.counts { counts[reading.forms[form].text, default: 0] += count }
    let aliases = counts.map { Actor.Alias(text: $0.key, count: $0.value) }.sorted { left, right in
      if left.count != right.count { return left.count > right.count }
      return left.text < right.text
    }
    return Actor(
      id: Actor.ID(0), name: name(gathered, number) ?? aliases.first?.text ?? "", kind: kind(number), aliases: aliases,
      roles: gathered.roles, mentions: gathered.mentions)
  }

  private func kind(_ number: Int) -> Actor.Kind {
    guard number < reading.drafts.count else { return .group }
    let draft = reading.drafts[number]
    switch draft.standing {
    case .state, .capital: return .place
    case .seat: return .organisation
    case nil: break
    }
    switch draft.kind {
    case .person: return .person
    case .organisation: return .organisation
    case .place: return .place
    case .miscellaneous: return .other
    }
  }

  /// The state that a capital, a seat of power or a government's own body speaks for; the person whose campaign it is.
  private func represented(_ number: Int) -> GroupFinder.Owner? {
    guard number < reading.drafts.count else {
      let group = reading.groups[number - reading.drafts.count]
      if case .person = group.owner { return group.owner }
      return OrganisationWords.shared.speaking.contains(group.noun) ? group.owner : nil
    }
    switch reading.drafts[number].standing {
    case .capital(let state, _), .seat(let state, _): return .state(state)
    case .state, nil: return nil
    }
  }

  /// Whether a form gives a person's given name and surname.
  private static func isFull(_ form: NameForm) -> Bool {
    guard let name = PersonName(form.words), !name.endsInPatronymic else { return false }
    // *Al Holm*, not *al-Holm*.
    let given = name.properGiven.first ?? (form.text.hasPrefix("Al ") ? "al" : nil)
    return given.map { $0.utf8.count > 1 } ?? false
  }

  /// Whether a form is the surnames of another: *Lund Holm* of *Anna Lund Holm*.
  private static func isEnd(_ form: NameForm, of other: NameForm) -> Bool {
    guard let first = form.words.first, let given = other.words.first, form.words.count > 1,
      other.words.count > form.words.count
    else { return false }
    return (first == "al" || Gender.ofGivenName(given) != nil && Gender.ofGivenName(first) == nil)
      && other.words.suffix(form.words.count).elementsEqual(form.words)
  }

  /// The fullest common name: of a person the most used of those with a given name; of a thing the longest that is used at
  /// least a tenth as often as the most used; in both, none in capitals alone if there is another.
  private func name(_ gathered: Gathered, _ number: Int) -> String? {
    let used = gathered.counts.map { (form: reading.forms[$0.key], count: $0.value) }
    guard let most = used.map(\.count).max() else { return nil }
    let plain = used.filter { !$0.form.isAllCaps }
    let candidates = plain.isEmpty ? used : plain
    let isPerson = number < reading.drafts.count && reading.drafts[number].kind == .person
    let ranked = candidates.map { entry -> (rank: Int, count: Int, text: String) in
      if isPerson {
        let isFull = Self.isFull(entry.form) && !candidates.contains { Self.isEnd(entry.form, of: $0.form) }
        let isPlain = !entry.form.text.utf8.contains {
          $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "(") || $0 == 0xE2
        }
        return ((isFull ? 2 : 0) + (isPlain ? 1 : 0), entry.count, entry.form.text)
      }
      return (entry.count * 10 >= most ? entry.form.words.count + 1 : 1, entry.count, entry.form.text)
    }
    return ranked.max { left, right in
      if left.rank != right.rank { return left.rank < right.rank }
      if left.count != right.count { return left.count < right.count }
      return left.text > right.text
    }?.text
  }
}
