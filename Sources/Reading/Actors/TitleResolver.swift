import Dossier
import Language

/// Ties a role that stands for a name ("the Belarusian leader", "the head of state") to the one who holds it.
///
/// The holder is looked for among those whom this text introduces by that role; then among those whom other texts introduce by
/// it and this one names. A role without a state goes to the holder in focus: the one named last, subjects of sentences first.
struct TitleResolver {
  let text: ActorText
  private let roles = RoleTable.shared
  private let states = StateTable.shared

  init(_ text: ActorText) { self.text = text }

  /// A role without a name.
  struct Nominal {
    var tokens: Range<Int>
    var roleClass: RoleTable.Class
    var state: StateTable.State?
    /// A town or a part of a state: *the Vermont senator*.
    var place: Range<Int>?
    var isFormer: Bool
    var gender: Gender?
    /// Whether somebody whom the text names is in apposition: "the Belarusian president, Alexander Lukashenko,".
    var apposed: Int?
  }

  /// Who may hold a role: actors by the roles that texts give them.
  struct Holder {
    var actor: Int
    var claim: RoleClaim
    /// Whether this text gives it.
    var isLocal: Bool
  }

  // MARK: Finding

  /// Roles in the singular with a definite determiner or a state, that no name follows.
  /// - Parameter names: the text's name mentions, in order.
  func nominals(_ names: [NameMention]) -> [Nominal] {
    var nameAt: [Int: Int] = [:]
    for (number, name) in names.enumerated() where name.kind == .person { nameAt[name.tokens.lowerBound] = number }
    var found: [Nominal] = []
    for sentence in text.analysed.sentences {
      let range = sentence.tokens.clamped(to: 0..<text.tokens.count)
      var index = range.lowerBound
      while index < range.upperBound {
        if let nominal = nominal(from: index, before: range.upperBound, nameAt) {
          index = nominal.tokens.upperBound
          found.append(nominal)
        } else {
          index += 1
        }
      }
    }
    return found
  }

  private func nominal(from start: Int, before end: Int, _ nameAt: [Int: Int]) -> Nominal? {
    var index = start
    var state: StateTable.State?
    var place: Range<Int>?
    var isFormer = false
    let isDefinite = text.norm(start) == "the"
    if isDefinite {
      index += 1
    } else if let owner = possessor(at: start, before: end) {
      state = owner.state
      index = owner.end
    } else if states.adjective(in: text, from: start, before: end) == nil {
      return nil
    }
    while index < end, index < start + 7 {
      if let entry = roles.match(text, from: index, before: end) {
        let next = index + entry.words.count
        // "the prime minister spokesman": the last role of the run is the head.
        if next < end, let deeper = roles.match(text, from: next, before: end), !deeper.isPlural, nameAt[next] == nil {
          index = next
          continue
        }
        var found = finished(entry, start..<next, before: end, state: &state, isFormer, nameAt, isDefinite: isDefinite)
        found?.place = place
        return found
      }
      if let adjective = states.adjective(in: text, from: index, before: end) {
        state = adjective.state
        index += adjective.length
      } else if NameGatherer.former.contains(text.norm(index)) {
        isFormer = true
        index += 1
      } else if isDefinite, index == start + 1, let name = stateName(at: index, before: end) {
        state = name.state
        index = name.end
      } else if isDefinite, place == nil, let name = placeName(at: index, before: end) {
        place = name
        index = name.upperBound
      } else if Self.plainModifiers.contains(text.norm(index)) || text.norm(index) == "-" {
        index += 1
      } else {
        return nil
      }
    }
    return nil
  }

  private func finished(
    _ entry: RoleTable.Entry, _ tokens: Range<Int>, before end: Int, state: inout StateTable.State?, _ isFormer: Bool,
    _ nameAt: [Int: Int], isDefinite: Bool
  ) -> Nominal? {
    guard !entry.isPlural, let roleClass = entry.roleClass, isDefinite || state != nil else { return nil }
    var next = tokens.upperBound
    if nameAt[next] != nil { return nil }
    // "the president of Belarus"
    var whole = tokens
    if next + 1 < end, text.norm(next) == "of", let name = stateName(at: next + 1, before: end) {
      state = state ?? name.state
      next = name.end
      whole = tokens.lowerBound..<next
    } else if next < end, text.tokens[next].tag == .noun || text.nameOf[next] >= 0 {
      // "the party leader debate", "the Ukrainian president Something": a compound, or a title that the finder's name lacks.
      return nil
    }
    var apposed: Int?
    if next + 1 < end, text.norm(next) == ",", let name = nameAt[next + 1] { apposed = name }
    return Nominal(
      tokens: whole, roleClass: roleClass, state: state, isFormer: isFormer, gender: entry.gender, apposed: apposed)
  }

  /// "Ukraine 's"
  private func possessor(at start: Int, before end: Int) -> (state: StateTable.State, end: Int)? {
    guard let name = stateName(at: start, before: end), name.end < end, text.norm(name.end) == "'s" else { return nil }
    return (name.state, name.end + 1)
  }

  /// A name that is a place by the name finder, or a part of a state by its words.
  private func placeName(at start: Int, before end: Int) -> Range<Int>? {
    guard text.nameOf[start] >= 0 else { return nil }
    let name = text.analysed.names[Int(text.nameOf[start])]
    let tokens = start..<min(end, name.tokens.upperBound)
    guard name.kind == .place || RegionTable.shared.isRegion(text.words(tokens)) else { return nil }
    return tokens
  }

  private func stateName(at start: Int, before end: Int) -> (state: StateTable.State, end: Int)? {
    guard start < end else { return nil }
    let first = text.norm(start) == "the" && start + 1 < end ? start + 1 : start
    guard text.isCapitalised(first) else { return nil }
    var last = first + 1
    if text.nameOf[first] >= 0 {
      last = min(end, text.analysed.names[Int(text.nameOf[first])].tokens.upperBound)
      while last > first + 1, text.norm(last - 1) == "'s" { last -= 1 }
    }
    guard first < last else { return nil }
    switch states.standing(of: (first..<last).map { text.key($0) }.joined()) {
    case .state(let state): return (state, last)
    case .capital, .seat, nil: return nil
    }
  }

  private static let plainModifiers: Set<String> = [
    "current", "new", "acting", "embattled", "veteran", "longtime", "incoming", "authoritarian", "populist", "top",
    "senior", "long", "serving",
    "time", "ruling", "opposition", "party", "republican", "democratic", "conservative", "liberal", "wartime", "de",
    "facto", "independent", "gop", "presidential", "presumptive", "young", "first-term", "freshman", "retired",
  ]

  // MARK: Tying

  /// What a holder is to a role without a name. A long text says it of the same few a thousand times.
  private struct Standing: Hashable {
    var actor: Int
    var state: StateTable.State?
    var isFormer: Bool
    var isLocal: Bool

    init(_ holder: Holder) {
      actor = holder.actor
      state = holder.claim.state
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
    var bearers = RoleBearers(names, in: text)
    return nominals.compactMap { nominal in
      if let apposed = nominal.apposed, names.indices.contains(apposed), names[apposed].actor >= 0 {
        return reference(nominal, names[apposed].actor, "apposition")
      }
      if isPredicate(nominal) || nominal.state == nil && isOfUnnamed(nominal) { return nil }
      // Somebody else's words call people by role too, but their focus is not the text's.
      let fits = fits(nominal, byClass)
      let local = fits.filter(\.isLocal)
      var actors = distinct(local.isEmpty ? fits : local)
      if let place = nominal.place { actors = bearers.from(text.words(place), among: actors) }
      if let party = Party(of: nominal.tokens, in: text) { actors = bearers.members(of: party, among: actors) }
      let origin = local.isEmpty ? "role in another text" : "role in this text"
      if actors.count == 1 { return reference(nominal, actors[0], origin) }
      guard actors.count > 1, nominal.place == nil,
        let focus = focus(at: nominal.tokens.lowerBound, among: actors, names)
      else { return nil }
      return reference(nominal, focus, "\(origin), in focus")
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

  private func reference(_ nominal: Nominal, _ actor: Int, _ basis: String) -> Reference {
    Reference(tokens: nominal.tokens, span: text.span(nominal.tokens), actor: actor, kind: .title, basis: basis)
  }

  private func fits(_ nominal: Nominal, _ byClass: [RoleTable.Class: Set<Standing>]) -> [Standing] {
    var found: [Standing] = []
    // A senator may be a candidate, but who is called the nominee was called so before.
    let isOwn = nominal.roleClass == Self.candidate
    for (roleClass, holders) in byClass
    where isOwn ? roleClass == nominal.roleClass : roles.covers(nominal.roleClass, roleClass) {
      found += holders.filter { nominal.state == nil || $0.state == nominal.state }
    }
    // One who holds the office goes before one who held it.
    let current = found.filter { $0.isFormer == nominal.isFormer }
    return current.isEmpty ? found : current
  }

  private static let candidate = RoleTable.shared.named("candidate")

  private func distinct(_ holders: [Standing]) -> [Int] { Set(holders.map(\.actor)).sorted() }

  /// Of several actors, the one in focus before a token: named in the nearest sentence, there the first outside quotation marks.
  private func focus(at token: Int, among actors: [Int], _ names: [(mention: NameMention, actor: Int)]) -> Int? {
    let here = text.sentenceOf[token]
    let first = names.partitioningIndex { $0.mention.tokens.lowerBound >= token }
    var best: (sentence: Int32, actor: Int)?
    for (mention, actor) in names[..<first].reversed() {
      let sentence = text.sentenceOf[mention.tokens.lowerBound]
      if let best, best.sentence > sentence { break }
      // Its own sentence holds the role beside a name, which is then somebody else.
      guard sentence < here, here - sentence <= 12, actors.contains(actor),
        text.quotation(at: mention.tokens.lowerBound) == nil
      else { continue }
      best = (sentence, actor)
    }
    return best?.actor
  }
}
