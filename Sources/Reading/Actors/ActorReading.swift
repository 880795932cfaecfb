import Dossier
import Language

/// The state of actor finding over all texts, stage by stage.
struct ActorReading {
  private let pronouns: PronounModel
  private let spelling = NameSpelling()
  private var kinds = KindVotes([], NameForms())

  private(set) var texts: [ActorText] = []
  private(set) var forms = NameForms()
  private(set) var mentions: [[NameMention]] = []
  private(set) var entities: [[TextEntity]] = []
  private(set) var drafts: [ActorMerger.Draft] = []
  /// Groups by whose they are and their noun; they follow the drafts in number.
  private(set) var groups: [(owner: GroupFinder.Owner, noun: String)] = []
  /// Titles, groups and pronouns of every text.
  private(set) var references: [[Reference]] = []

  init(pronouns: PronounModel) { self.pronouns = pronouns }

  // MARK: Names

  mutating func gatherNames(_ analysed: [AnalysedText], _ documents: [Document], _ statements: [Statement]) {
    var first = 0
    for (text, document) in zip(analysed, documents) {
      var last = first
      while last < statements.count, statements[last].document == document.id { last += 1 }
      let view = ActorText(text, document: document.id, statements: statements[first..<last])
      first = last
      mentions.append(NameGatherer(view).mentions(&forms))
      texts.append(view)
    }
    let consistency = NameConsistency(texts, mentions, forms, KindVotes(mentions, forms))
    for index in texts.indices { mentions[index] = consistency.revised(mentions[index], in: texts[index], &forms) }
    kinds = KindVotes(mentions, forms)
    for index in texts.indices {
      let sieve = NameSieve(text: texts[index], forms: forms, spelling: spelling, kinds: kinds)
      entities.append(sieve.entities(of: &mentions[index]))
    }
  }

  mutating func mergeNames() {
    var merger = ActorMerger(forms: forms, spelling: spelling, kinds: kinds)
    merger.merge(&entities)
    drafts = merger.drafts
  }

  /// The actor of a name mention, or -1.
  func actor(of mention: NameMention, in text: Int) -> Int {
    mention.entity >= 0 ? entities[text][mention.entity].actor : -1
  }

  // MARK: What stands for names

  mutating func resolve(
    _ statements: [Statement], observe: ((ActorText, [Reference], PronounResolver.Case) -> Void)?
  ) {
    let claims = roleClaims()
    var numbers: [GroupKey: Int] = [:]
    let persons = Set(drafts.indices.filter { drafts[$0].kind == .person })
    for index in texts.indices {
      let text = texts[index]
      let names = mentions[index].map { (mention: $0, actor: actor(of: $0, in: index)) }
      var found = titles(in: text, names, claims)
      found += BodyResolver(text).references(names: names, isBody: { drafts[$0].kind == .organisation })
      let finder = GroupFinder(text: text)
      let named = names.filter { persons.contains($0.actor) }.map { (tokens: $0.mention.tokens, actor: $0.actor) }
      for group in finder.groups() + finder.bodies(of: named) {
        found.append(reference(to: group, in: text, &numbers))
      }
      let nameReferences = names.filter { $0.actor >= 0 }.map {
        Reference(
          tokens: $0.mention.tokens, span: $0.mention.span, actor: $0.actor, kind: .name, basis: $0.mention.basis)
      }
      var all = (nameReferences + found).sorted { $0.span < $1.span }
      let resolver = PronounResolver(text: text, model: pronouns)
      func speakers(_ references: [Reference]) -> SpeakerLookup {
        SpeakerLookup(references, in: text, statements: statements, isPerson: { persons.contains($0) })
      }
      let pronounReferences = resolver.references(
        anchors: anchors(all, in: text), known: known(index), speakers: speakers(all),
        speakersWith: { speakers((all + $0).sorted { $0.span < $1.span }) },
        observe: observe.map { [all] observe in { observe(text, all, $0) } })
      found += pronounReferences
      all = (all + pronounReferences).sorted { $0.span < $1.span }
      found += speakers(all).firstPersons()
      references.append(found.sorted { $0.span < $1.span })
    }
  }

  private struct GroupKey: Hashable {
    var owner: GroupFinder.Owner
    var noun: String
  }

  private mutating func reference(to group: GroupFinder.Found, in text: ActorText, _ numbers: inout [GroupKey: Int])
    -> Reference
  {
    let key = GroupKey(owner: group.owner, noun: group.noun)
    let number = numbers[key] ?? groups.count
    if number == groups.count {
      numbers[key] = number
      groups.append((group.owner, group.noun))
    }
    let basis =
      if case .person = group.owner { "those who work for a person" } else {
        group.noun.isEmpty ? "people of a state" : "body of a state"
      }
    return Reference(
      tokens: group.tokens, span: text.span(group.tokens), actor: drafts.count + number, kind: .name, basis: basis)
  }

  /// The distinct roles that the texts together give each actor.
  private func roleClaims() -> [Int: [RoleClaim]] {
    var claims: [Int: [RoleClaim]] = [:]
    for text in texts.indices {
      for mention in mentions[text] where !mention.roles.isEmpty {
        let actor = actor(of: mention, in: text)
        guard actor >= 0 else { continue }
        for claim in mention.roles where !claims[actor, default: []].contains(where: { $0.isSame(as: claim) }) {
          claims[actor, default: []].append(claim)
        }
      }
    }
    return claims
  }

  private func titles(
    in text: ActorText, _ names: [(mention: NameMention, actor: Int)], _ claims: [Int: [RoleClaim]]
  ) -> [Reference] {
    let resolver = TitleResolver(text)
    let nominals = resolver.nominals(names.map(\.mention))
    guard !nominals.isEmpty else { return [] }
    var holders: [TitleResolver.Holder] = []
    for (mention, actor) in names where actor >= 0 {
      holders += mention.roles.map { TitleResolver.Holder(actor: actor, claim: $0, isLocal: true) }
    }
    for actor in Set(names.map(\.actor)).sorted() {
      holders += (claims[actor] ?? []).map { TitleResolver.Holder(actor: actor, claim: $0, isLocal: false) }
    }
    return resolver.references(nominals, names: names, holders: holders)
  }

  private func anchors(_ references: [Reference], in text: ActorText) -> [Anchor] {
    var anchors: [Anchor] = []
    anchors.reserveCapacity(references.count)
    for reference in references {
      let (role, governor) = Anchor.role(of: reference.tokens, in: text)
      let sentence = Int(text.sentenceOf[reference.tokens.lowerBound])
      let form: Anchor.Form =
        [.title, .epithet].contains(reference.kind) ? .title : reference.tokens.count > 1 ? .full : .short
      var anchor = Anchor(
        tokens: reference.tokens, actor: reference.actor, form: form, role: role, governor: governor,
        sentence: sentence,
        kind: kind(of: reference.actor), quotation: text.quotation(at: reference.tokens.lowerBound)?.statement,
        isFirstInSentence: anchors.last.map { $0.sentence != sentence } ?? true)
      anchor.place(in: text)
      anchors.append(anchor)
    }
    return anchors
  }

  private func kind(of actor: Int) -> Anchor.Kind {
    guard actor < drafts.count, drafts[actor].standing == nil else { return .thing }
    switch drafts[actor].kind {
    case .person: return .person
    case .organisation: return .organisation
    case .miscellaneous: return .other
    case .place: return .thing
    }
  }

  private func known(_ text: Int) -> PronounResolver.Known {
    var known = PronounResolver.Known(gender: [:], isTold: [])
    for entity in entities[text] where entity.kind == .person && entity.actor >= 0 {
      if let told = entity.mentions.lazy.compactMap({ self.mentions[text][$0].gender }).first {
        known.gender[entity.actor] = told
        known.isTold.insert(entity.actor)
      } else if let gender = drafts[entity.actor].gender {
        known.gender[entity.actor] = gender
      }
    }
    return known
  }
}
