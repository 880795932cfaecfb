// Changes that a person makes to actors. Identifiers are indices, so every reference moves with them.

extension Dossier {
  /// The actor mentioned at a passage: exactly there, else in it.
  public func actor(at passage: Passage) -> Actor.ID? {
    func actor(_ matches: (Mention) -> Bool) -> Actor.ID? {
      actors.first { $0.mentions.contains { $0.document == passage.document && matches($0) } }?.id
    }
    return actor { $0.span == passage.span } ?? actor { passage.span.contains($0.span) }
  }

  /// Adds an actor that no text names so far.
  mutating func addActor(named name: String) -> Actor.ID {
    let id = Actor.ID(actors.count)
    actors.append(Actor(id: id, name: name, kind: .other))
    return id
  }

  /// Makes two actors one; the list keeps its order.
  mutating func merge(_ other: Actor.ID, into kept: Actor.ID) {
    let gone = actors[other.index]
    actors[kept.index].mentions = (actors[kept.index].mentions + gone.mentions).sorted {
      ($0.document, $0.span) < ($1.document, $1.span)
    }
    actors[kept.index].roles += gone.roles.filter { !actors[kept.index].roles.contains($0) }
    for alias in gone.aliases { actors[kept.index].add(alias) }
    actors.remove(at: other.index)
    renumber { id in
      if id == other { return id.index < kept.index ? Actor.ID(kept.index - 1) : kept }
      return id.index > other.index ? Actor.ID(id.index - 1) : id
    }
    for index in actors.indices {
      actors[index].id = Actor.ID(index)
      // Nobody speaks for himself.
      if actors[index].speaksFor == actors[index].id { actors[index].speaksFor = nil }
    }
  }

  /// What an actor is called once a name is somebody else's: where that was its own, the name that the texts use most of the
  /// others, or where they have none, the commonest title.
  /// - Complexity: O(mentions).
  public func name(of actor: Actor.ID, without name: String) -> String {
    let lower = name.lowercased()
    guard self[actor].name.lowercased() == lower else { return self[actor].name }
    var counts: [String: (isName: Bool, count: Int)] = [:]
    for mention in self[actor].mentions where mention.kind != .pronoun {
      let words = self[Passage(document: mention.document, span: mention.span)].singleSpaced
      guard words.lowercased() != lower else { continue }
      let known = counts[words] ?? (false, 0)
      counts[words] = (known.isName || mention.kind == .name, known.count + 1)
    }
    let commonest = counts.max { left, right in
      if left.value.isName != right.value.isName { return right.value.isName }
      return left.value.count != right.value.count ? left.value.count < right.value.count : left.key > right.key
    }
    return commonest?.key ?? self[actor].name
  }

  /// Takes every mention with the words of `passage`, capitals aside, from `actor` and gives them to a new one, with the
  /// pronouns that mean it and all that it says.
  mutating func split(_ passage: Passage, from actor: Actor.ID) {
    let words = self[passage]
    guard let parting = ActorParting(of: words, from: self[actor], in: self) else { return }
    let rest = name(of: actor, without: words)
    let id = addActor(named: words)
    actors[actor.index].name = rest
    let lower = words.lowercased()
    actors[id.index].kind = actors[actor.index].kind
    actors[id.index].mentions = parting.gone
    actors[id.index].aliases = actors[actor.index].aliases.filter { $0.text.lowercased() == lower }
    actors[actor.index].mentions = parting.kept
    actors[actor.index].aliases.removeAll { $0.text.lowercased() == lower }
    var said: Set<Statement.ID> = []
    for index in statements.indices where statements[index].speaker?.actor == actor {
      guard let mention = statements[index].speaker?.mention,
        parting.isGone(Passage(document: statements[index].document, span: mention))
      else { continue }
      statements[index].speaker?.actor = id
      said.insert(statements[index].id)
    }
    for number in disagreements.indices { disagreements[number].adopt(id, asSpeakerOf: said) }
  }

  private mutating func renumber(_ new: (Actor.ID) -> Actor.ID) {
    for index in statements.indices {
      guard var speaker = statements[index].speaker else { continue }
      speaker.actor = speaker.actor.map(new)
      speaker.others = speaker.others.map(new).filter { $0 != speaker.actor }
      statements[index].speaker = speaker
    }
    for index in disagreements.indices {
      if let actor = disagreements[index].left.actor { disagreements[index].left.actor = new(actor) }
      if let actor = disagreements[index].right.actor { disagreements[index].right.actor = new(actor) }
      disagreements[index].reason.renumber(new)
    }
    for index in actors.indices {
      if let actor = actors[index].speaksFor { actors[index].speaksFor = new(actor) }
    }
  }
}

extension Actor {
  fileprivate mutating func add(_ alias: Alias) {
    if let index = aliases.firstIndex(where: { $0.text == alias.text }) {
      aliases[index].count += alias.count
    } else {
      aliases.append(alias)
    }
    aliases.sort { ($1.count, $0.text) < ($0.count, $1.text) }
  }
}
