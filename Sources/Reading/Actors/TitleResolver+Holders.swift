import Dossier
import Language

/// Whose role it is.
extension TitleResolver {
  /// What a holder is to a role without a name. A long text says it of the same few a thousand times.
  private struct Standing: Hashable {
    var actor: Int
    var state: StateTable.State?
    var region: String?
    var isFormer: Bool
    var isLocal: Bool

    init(_ holder: Holder) {
      actor = holder.actor
      state = holder.claim.state
      region = holder.claim.region
      isFormer = holder.claim.isFormer
      isLocal = holder.isLocal
    }
  }

  /// - Parameters:
  ///   - names: the text's name mentions with their actors, in order.
  ///   - holders: roles by actor; those of this text and those of others that name the same actors.
  func references(_ nominals: [Nominal], names: [(mention: NameMention, actor: Int)], holders: [Holder]) -> [Reference]
  {
    var byClass: [RoleTable.Class: Set<Standing>] = [:]
    for holder in holders { byClass[holder.claim.roleClass, default: []].insert(Standing(holder)) }
    let regions = Dictionary(grouping: holders, by: \.actor).mapValues { Set($0.compactMap(\.claim.region)) }
    var bearers = RoleBearers(names, in: text)
    let focus = TitleFocus(names, in: text)
    return nominals.compactMap { nominal in
      if let apposed = nominal.apposed, names.indices.contains(apposed), names[apposed].actor >= 0 {
        return reference(nominal, names[apposed].actor, "apposition")
      }
      if let head = focus.heading(nominal), !isElsewhere(head, nominal, regions) {
        return reference(nominal, head, "heads the paragraph", confidence: 0.9)
      }
      if let party = nominal.party, let place = nominal.place {
        return member(of: party, from: text.words(place), at: nominal.tokens.lowerBound, names, &bearers)
          .map { reference(nominal, $0, "party and place") } ?? neighbour(nominal, focus, byClass, regions, &bearers)
      }
      if let body = nominal.body {
        return holder(of: nominal, of: text.words(body), holders).map { reference(nominal, $0, "role in this text") }
      }
      if isPredicate(nominal) || nominal.state == nil && isOfUnnamed(nominal) { return nil }
      // Somebody else's words call people by role too, but their focus is not the text's.
      let isBare = nominal.place == nil && nominal.state == nil
      let fits = fits(nominal, byClass, regions).filter { !isBare || focus.isKnown($0.actor, at: nominal) }
      // All who run are candidates.
      if isBare, text.norm(nominal.tokens.upperBound - 1) == "candidate", let last = focus.subject(before: nominal),
        distinct(fits) != [last]
      {
        return fits.contains { $0.actor == last } ? reference(nominal, last, "the one told of", confidence: 0.8) : nil
      }
      let local = fits.filter(\.isLocal)
      var actors = distinct(local.isEmpty ? fits : local)
      if let place = nominal.place {
        let region = RegionTable.shared.key(of: text.words(place))
        let there = fits.filter { $0.region != nil && $0.region == region }
        actors = there.isEmpty ? bearers.from(text.words(place), among: actors) : distinct(there)
        if fits.isEmpty, Self.seats.contains(nominal.roleClass) {
          actors = bearers.tagged(
            text.words(place), among: Set(names.filter { $0.mention.kind == .person }.map(\.actor)))
        }
      }
      if let party = Party(of: nominal.tokens, in: text) { actors = bearers.members(of: party, among: actors) }
      let origin = local.isEmpty ? "role in another text" : "role in this text"
      // Whom this text introduces by it is not meant where it has just named another who holds it.
      if isBare, !local.isEmpty, !actors.isEmpty,
        let focus = focus.holder(at: nominal.tokens.lowerBound, among: distinct(fits)),
        !local.contains(where: { $0.actor == focus.actor }),
        text.sentenceOf[nominal.tokens.lowerBound] - focus.sentence <= 1
      {
        return reference(nominal, focus.actor, "role in another text, in focus")
      }
      if actors.count == 1 { return reference(nominal, actors[0], origin) }
      // *The senator from Ohio*, where no words tell who is from there: the only one who may not be from elsewhere.
      if nominal.place != nil {
        let open = bearers.open(distinct(fits))
        actors = actors.isEmpty && open.count == 1 ? open : []
      }
      guard !actors.isEmpty, let focus = focus.holder(at: nominal.tokens.lowerBound, among: actors) else {
        return nominal.place != nil ? neighbour(nominal, focus, byClass, regions, &bearers) : nil
      }
      return reference(nominal, focus.actor, "\(origin), in focus", confidence: 0.8)
    }
  }

  /// What somebody is, becomes or is held for: *will be the nominee*, *as the candidate*. It names nobody besides.
  private func isPredicate(_ nominal: Nominal) -> Bool {
    let noun = nominal.tokens.upperBound - 1
    let sentence = text.sentence(of: noun)
    if let head = text.tokens[noun].head, text.tokens[head].lemma == "become", head < noun { return true }
    let before = nominal.tokens.lowerBound - 1
    return before >= sentence.lowerBound && text.norm(before) == "as"
      || sentence.contains { text.tokens[$0].head == noun && text.tokens[$0].relation == .cop && $0 < noun }
  }

  /// Whether a sentence shortly before speaks of somebody in that role without a name: *an official said. The official …*
  private func isOfUnnamed(_ nominal: Nominal) -> Bool {
    let role = nominal.tokens.upperBound - 1
    let sentence = text.sentenceOf[nominal.tokens.lowerBound]
    for token in (0..<nominal.tokens.lowerBound).reversed() {
      if sentence - text.sentenceOf[token] > 2 { return false }
      guard text.norm(token) == text.norm(role), text.nameOf[token + 1] < 0 else { continue }
      let before = (text.sentence(of: token).lowerBound..<token).suffix(5)
      guard let article = before.last(where: { Self.indefinite.contains(text.norm($0)) }) else { continue }
      // *Anna Holm, an official*; *an official, Anna Holm*.
      let isNamed = isName(article - 2, comma: article - 1) || isName(token + 2, comma: token + 1)
      if !isNamed { return true }
    }
    return false
  }

  private static let indefinite: Set<String> = ["a", "an", "one", "another"]

  private func isName(_ token: Int, comma: Int) -> Bool {
    text.nameOf.indices.contains(token) && text.norm(comma) == "," && text.nameOf[token] >= 0
  }

  private func reference(_ nominal: Nominal, _ actor: Int, _ basis: String, confidence: Double = 1) -> Reference {
    Reference(
      tokens: nominal.tokens, span: text.span(nominal.tokens), actor: actor, kind: .title, basis: basis,
      confidence: confidence)
  }

  /// *Sen. Anna Holm spoke. The Ohio Democrat …*: with nobody known to be from there, the one person of the sentence before, if
  /// not known to be of another party or from elsewhere.
  private func neighbour(
    _ nominal: Nominal, _ focus: TitleFocus, _ byClass: [RoleTable.Class: Set<Standing>],
    _ regions: [Int: Set<String>], _ bearers: inout RoleBearers
  ) -> Reference? {
    guard let place = nominal.place, RegionTable.shared.isRegion(text.words(place)),
      nominal.party != nil || Self.seats.contains(nominal.roleClass) || nominal.roleClass == Self.governor,
      let actor = focus.onlyPerson(before: nominal), !isElsewhere(actor, nominal, regions),
      holds(actor, nominal, byClass),
      !bearers.from(text.words(place), among: [actor]).isEmpty,
      nominal.party.map({ !bearers.members(of: $0, among: [actor]).isEmpty }) ?? true
    else { return nil }
    return reference(nominal, actor, "named just before", confidence: 0.8)
  }

  /// Whether somebody is known for a role that may be the one told; of a party's members, for any that a place sends one to.
  private func holds(_ actor: Int, _ nominal: Nominal, _ byClass: [RoleTable.Class: Set<Standing>]) -> Bool {
    byClass.contains { roleClass, holders in
      let isFit =
        nominal.party != nil
        ? Self.seats.contains(roleClass) || roleClass == Self.governor : roles.covers(nominal.roleClass, roleClass)
      return isFit && holders.contains { $0.actor == actor }
    }
  }

  /// Whether somebody is known for a role in another part of a state than the one told.
  private func isElsewhere(_ actor: Int, _ nominal: Nominal, _ regions: [Int: Set<String>]) -> Bool {
    guard let region = nominal.place.flatMap({ RegionTable.shared.key(of: text.words($0)) }) else { return false }
    return regions[actor].map { !$0.isEmpty && !$0.contains(region) } ?? false
  }

  private static let governor = RoleTable.shared.named("governor")

  private func fits(_ nominal: Nominal, _ byClass: [RoleTable.Class: Set<Standing>], _ regions: [Int: Set<String>])
    -> [Standing]
  {
    var found: [Standing] = []
    // A senator may be a candidate, but who is called the nominee was called so before.
    let isOwn = nominal.roleClass == Self.candidate
    for (roleClass, holders) in byClass
    where isOwn ? roleClass == nominal.roleClass : roles.covers(nominal.roleClass, roleClass) {
      found += holders.filter { nominal.state == nil || $0.state == nominal.state }
    }
    if nominal.place != nil { found.removeAll { isElsewhere($0.actor, nominal, regions) } }
    // One who holds the office goes before one who held it.
    let current = found.filter { $0.isFormer == nominal.isFormer }
    return current.isEmpty ? found : current
  }

  private static let candidate = RoleTable.shared.named("candidate")

  private func distinct(_ holders: [Standing]) -> [Int] { Set(holders.map(\.actor)).sorted() }

  /// Who was named before as of a party and a place; of several the one named last.
  private func member(
    of party: Party, from place: String, at token: Int, _ names: [(mention: NameMention, actor: Int)],
    _ bearers: inout RoleBearers
  ) -> Int? {
    let before = names[..<names.partitioningIndex { $0.mention.tokens.lowerBound >= token }]
      .filter { $0.mention.kind == .person && $0.actor >= 0 }
    let there = bearers.tagged(place, among: Set(before.map(\.actor)))
    let members = bearers.members(of: party, among: there)
    return before.last { members.contains($0.actor) }?.actor
  }

  /// Who holds a role of a body in the words of this text.
  private func holder(of nominal: Nominal, of body: String, _ holders: [Holder]) -> Int? {
    let named = body.hasPrefix("the ") ? String(body.dropFirst(4)) : body
    let actors = Set(
      holders.filter {
        $0.isLocal && roles.covers(nominal.roleClass, $0.claim.roleClass)
          && text.analysed.text[$0.claim.span].contains(named)
      }.map(\.actor))
    return actors.count == 1 ? actors.first : nil
  }

  /// Offices that a place sends somebody to.
  private static let seats: Set<RoleTable.Class> = Set(
    ["senator", "representative", "lawmaker"].compactMap(RoleTable.shared.named))
}
