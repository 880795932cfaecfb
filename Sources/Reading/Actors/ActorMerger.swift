import Language

/// Joins the entities of many texts into actors. Works on distinct names, found by key; it never compares all with all.
///
/// - Complexity: O(n log n) in the number of entities; within the names that share a surname, every new one is compared with
///   the actors found so far, `compared` at most.
struct ActorMerger {
  let forms: NameForms
  let spelling: NameSpelling
  let kinds: KindVotes

  /// One actor in the making.
  struct Draft {
    var kind: Name.Kind
    /// Distinct full names, the first found first.
    var names: [PersonName] = []
    var standing: StateTable.Standing?
    /// What a title tells, and what a title, or else a given name, tells.
    var told: Gender?
    var gender: Gender?
    /// How many mentions its entities have.
    var weight = 0
  }

  private(set) var drafts: [Draft] = []
  private static let compared = 64

  init(forms: NameForms, spelling: NameSpelling, kinds: KindVotes) {
    self.forms = forms
    self.spelling = spelling
    self.kinds = kinds
  }

  /// Gives every entity its actor, and every mention that moved by a surer name the rule.
  mutating func merge(_ texts: inout [[TextEntity]]) {
    mergeThings(&texts)
    mergePersons(&texts)
  }

  // MARK: Things

  private mutating func mergeThings(_ texts: inout [[TextEntity]]) {
    var sets = DisjointSets()
    var byKey: [ThingKey: Int] = [:]
    var byInitials: [String: Set<Int>] = [:]
    var acronyms: [(node: Int, key: String)] = []
    var nodes: [(text: Int, entity: Int, node: Int)] = []
    for text in texts.indices {
      for entity in texts[text].indices where texts[text][entity].kind != .person {
        let node = sets.add()
        nodes.append((text, entity, node))
        let found = texts[text][entity]
        if let standing = found.standing {
          join(node, .standing(standing), &byKey, &sets)
        } else {
          for form in found.forms { join(node, .name(forms[form].key), &byKey, &sets) }
          for acronym in found.acronyms { join(node, .name(acronym), &byKey, &sets) }
        }
        for form in found.forms {
          for initials in NameSieve.initials(of: forms[form].words) { byInitials[initials, default: []].insert(node) }
        }
        if found.forms.count == 1, forms[found.forms[0]].isAcronym, found.standing == nil {
          acronyms.append((node, forms[found.forms[0]].key))
        }
      }
    }
    for (node, key) in acronyms {
      guard let named = byInitials[key] else { continue }
      let roots = Set(named.map { sets.root($0) })
      if roots.count == 1, let root = roots.first { sets.join(node, root) }
    }
    for (text, entity, node) in nodes {
      for form in texts[text][entity].forms {
        for short in NameSieve.shortened(forms[form], kinds) {
          guard let other = byKey[.name(short)] else { continue }
          let (long, place) = (texts[text][entity].kind, nodes[other])
          if texts[place.text][place.entity].kind == .place, long != .place { continue }
          sets.join(node, other)
        }
      }
    }
    var actorOf: [Int: Int] = [:]
    for (text, entity, node) in nodes {
      let root = sets.root(node)
      let actor = actorOf[root] ?? drafts.count
      if actor == drafts.count {
        actorOf[root] = actor
        drafts.append(Draft(kind: texts[text][entity].kind))
      }
      drafts[actor].standing = drafts[actor].standing ?? texts[text][entity].standing
      drafts[actor].weight += texts[text][entity].mentions.count
      texts[text][entity].actor = actor
    }
  }

  private func join(_ node: Int, _ key: ThingKey, _ byKey: inout [ThingKey: Int], _ sets: inout DisjointSets) {
    if let other = byKey[key] { sets.join(node, other) } else { byKey[key] = node }
  }

  // MARK: Persons

  /// A distinct name of a person and the entities that bear it.
  private struct Bearer {
    var name: PersonName
    var entities: [(text: Int, entity: Int)] = []
    var weight = 0
    var told: Gender?
    var gender: Gender?
  }

  private mutating func mergePersons(_ texts: inout [[TextEntity]]) {
    var bearers: [Bearer] = []
    var byName: [PersonName: Int] = [:]
    for text in texts.indices {
      for entity in texts[text].indices where texts[text][entity].kind == .person {
        guard let name = texts[text][entity].person else { continue }
        let bearer = byName[name] ?? bearers.count
        if bearer == bearers.count {
          byName[name] = bearer
          bearers.append(Bearer(name: name))
        }
        bearers[bearer].entities.append((text, entity))
        bearers[bearer].weight += texts[text][entity].mentions.count
        bearers[bearer].told = bearers[bearer].told ?? texts[text][entity].told
        bearers[bearer].gender = bearers[bearer].gender ?? texts[text][entity].gender
      }
    }
    // The fuller and the more frequent name leads; the rest join it.
    let order = bearers.indices.sorted { left, right in
      let (a, b) = (bearers[left], bearers[right])
      let (fullA, fullB) = (Self.fullness(a.name), Self.fullness(b.name))
      return fullA != fullB ? fullA > fullB : a.weight != b.weight ? a.weight > b.weight : left < right
    }
    var index = NameIndex()
    for number in order {
      let bearer = bearers[number]
      let actor = actor(for: bearer, in: index) ?? drafts.count
      if actor == drafts.count { drafts.append(Draft(kind: .person)) }
      drafts[actor].names.append(bearer.name)
      drafts[actor].weight += bearer.weight
      drafts[actor].told = drafts[actor].told ?? bearer.told
      drafts[actor].gender = drafts[actor].told ?? drafts[actor].gender ?? bearer.gender
      index.add(actor, bearer.name)
      for (text, entity) in bearer.entities { texts[text][entity].actor = actor }
    }
  }

  /// 2 for a given name and a surname, 1 for initials, 0 for a single word or a patronymic without surname.
  private static func fullness(_ name: PersonName) -> Int {
    if name.properGiven.isEmpty || name.endsInPatronymic { return 0 }
    return name.properGiven.contains { $0.utf8.count > 1 } ? 2 : 1
  }

  /// The one actor whose names a bearer's name agrees with. Of several, the one that is spoken of far more than the rest.
  private func actor(for bearer: Bearer, in index: NameIndex) -> Int? {
    let isPart = Self.fullness(bearer.name) == 0
    var fits: [(actor: Int, strength: Int)] = []
    for actor in index.candidates(bearer.name, isPart: isPart, limit: Self.compared) {
      // A given name's usual gender says nothing against the same given name; against a lone surname with a title it does.
      if let told = bearer.told, let gender = isPart ? drafts[actor].gender : drafts[actor].told, told != gender {
        continue
      }
      let strengths = drafts[actor].names.map { agreement(bearer.name, $0, isPart: isPart) }
      // One contradicting name is enough to keep two actors apart.
      guard !strengths.contains(-1), let strength = strengths.max(), strength > 0 else { continue }
      fits.append((actor, strength))
    }
    let strongest = fits.map(\.strength).max() ?? 0
    let best = fits.filter { $0.strength == strongest }.sorted {
      let (a, b) = (drafts[$0.actor].weight, drafts[$1.actor].weight)
      return a != b ? a > b : $0.actor < $1.actor
    }
    guard let first = best.first else { return nil }
    if best.count > 1, drafts[first.actor].weight < 5 * drafts[best[1].actor].weight { return nil }
    return first.actor
  }

  /// -1 where two names contradict each other, 0 where they have nothing to do with each other, else how surely they agree.
  private func agreement(_ name: PersonName, _ other: PersonName, isPart: Bool) -> Int {
    if name == other { return 5 }
    if !isPart {
      if name.rule(for: other, spelling: spelling) != nil { return 4 }
      if Self.fullness(other) == 0 { return spelling.same(name.surname, other.surname) ? 3 : 0 }
      return -1
    }
    if name.endsInPatronymic {
      guard let first = name.given.first, let given = other.properGiven.first, spelling.sameGiven(first, given) else {
        return 0
      }
      if other.endsInPatronymic { return spelling.same(name.surname, other.surname) ? 3 : -1 }
      if let patronymic = other.properGiven.dropFirst().first, patronymic.utf8.count > 1 {
        return spelling.same(patronymic, name.surname) ? 4 : -1
      }
      return 1
    }
    if name.surname == other.surname { return 3 }
    if spelling.same(name.surname, other.surname) { return 2 }
    // "Xi" for "Xi Jinping"; a common given name says too little across texts.
    if other.given.first == name.surname, Gender.ofGivenName(name.surname) == nil { return 1 }
    return 0
  }
}

/// Actors by what spellings of their names share.
private struct NameIndex {
  private var bySurname: [String: [Int]] = [:]
  private var byGiven: [String: [Int]] = [:]
  /// By all words run together: *Mehdi Iran-Nejad*, *Mehdi Irannejad*.
  private var byWhole: [String: [Int]] = [:]

  mutating func add(_ actor: Int, _ name: PersonName) {
    Self.append(actor, to: &bySurname[NameSpelling.skeleton(name.surname), default: []])
    Self.append(actor, to: &byWhole[name.words.joined(), default: []])
    if let first = name.given.first { Self.append(actor, to: &byGiven[NameSpelling.skeleton(first), default: []]) }
  }

  private static func append(_ actor: Int, to list: inout [Int]) {
    if list.last != actor, !list.suffix(64).contains(actor) { list.append(actor) }
  }

  /// The actors that may bear a name, `limit` from each list at most.
  func candidates(_ name: PersonName, isPart: Bool, limit: Int) -> [Int] {
    let surname = NameSpelling.skeleton(name.surname)
    var found = Array((bySurname[surname] ?? []).prefix(limit))
    let others: [Int]
    if name.endsInPatronymic {
      others = name.given.first.flatMap { byGiven[NameSpelling.skeleton($0)] } ?? []
    } else if isPart {
      others = byGiven[surname] ?? []
    } else {
      // The same words in another order.
      others = name.given.first.flatMap { bySurname[NameSpelling.skeleton($0)] } ?? []
    }
    let whole = byWhole[name.words.joined()] ?? []
    for actor in others.prefix(limit) + whole.prefix(limit) where !found.contains(actor) { found.append(actor) }
    return found
  }
}

/// Disjoint sets of numbered nodes.
struct DisjointSets {
  private var parents: [Int] = []

  mutating func add() -> Int {
    parents.append(parents.count)
    return parents.count - 1
  }

  mutating func root(_ node: Int) -> Int {
    var node = node
    while parents[node] != node {
      parents[node] = parents[parents[node]]
      node = parents[node]
    }
    return node
  }

  /// Joins two sets; the smaller root stays, so that the result does not depend on the order of joins.
  mutating func join(_ left: Int, _ right: Int) {
    let (a, b) = (root(left), root(right))
    if a != b { parents[max(a, b)] = min(a, b) }
  }
}
