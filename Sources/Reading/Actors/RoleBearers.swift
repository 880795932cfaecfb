import Language

/// Where those whom a text names come from and to which party they belong, as the words beside their names tell. Each is looked
/// up once, however often a long text calls people by role.
struct RoleBearers {
  private let text: ActorText
  /// The places where the text names each actor.
  private let mentions: [Int: [NameMention]]
  private var parties: [Int: Party?] = [:]
  private var surroundings: [Int: Set<String>] = [:]

  /// - Parameter names: the text's name mentions with their actors, in order.
  init(_ names: [(mention: NameMention, actor: Int)], in text: ActorText) {
    self.text = text
    mentions = Dictionary(grouping: names, by: \.actor).mapValues { $0.map(\.mention) }
  }

  /// Of several who hold a role those whom the text calls of a party; if it calls none so, those whom it calls of no other.
  mutating func members(of party: Party, among actors: [Int]) -> [Int] {
    let own = actors.filter { self.party(of: $0) == party }
    return own.isEmpty ? actors.filter { self.party(of: $0) == nil } : own
  }

  /// Of several who hold a role those beside whose name the place stands; the only one holds it as the text tells, unless a part
  /// of a state stands there that is another.
  mutating func from(_ place: String, among actors: [Int]) -> [Int] {
    let there = tagged(place, among: Set(actors))
    if !there.isEmpty { return there }
    return actors.count == 1 ? open(actors) : []
  }

  /// Those beside whose name no part of a state stands.
  mutating func open(_ actors: [Int]) -> [Int] {
    actors.filter { !self.beside($0).contains(where: RegionTable.shared.isRegion) }
  }

  /// Of several persons those beside whose name the place stands.
  mutating func tagged(_ place: String, among actors: Set<Int>) -> [Int] {
    let spellings = RegionTable.shared.spellings(of: place)
    return actors.sorted().filter { !self.beside($0).isDisjoint(with: spellings) }
  }

  private mutating func party(of actor: Int) -> Party? {
    if let known = parties[actor] { return known }
    var party: Party?
    for name in mentions[actor] ?? [] where party == nil { party = Party(of: calling(name), in: text) }
    parties[actor] = .some(party)
    return party
  }

  /// Every run of up to three words right before and after the names of an actor, up to a bracket or the next person; of
  /// *R-Fla.* also the state.
  private mutating func beside(_ actor: Int) -> Set<String> {
    if let known = surroundings[actor] { return known }
    var found: Set<String> = []
    for name in mentions[actor] ?? [] {
      let tokens = window(around: name)
      for token in tokens {
        for end in token + 1...token + 3 where end <= tokens.upperBound {
          let words = text.words(token..<end)
          found.insert(words)
          if let tail = words.split(separator: "-").last { found.insert(String(tail)) }
        }
      }
    }
    surroundings[actor] = found
    return found
  }

  private func window(around name: NameMention) -> Range<Int> {
    let sentence = text.sentence(of: name.tokens.lowerBound)
    let before = max(sentence.lowerBound, name.titleStart - 2)..<name.tokens.lowerBound
    let after =
      name.tokens.upperBound..<max(name.tokens.upperBound, min(sentence.upperBound, name.tokens.upperBound + 6))
    let start = before.last { text.norm($0) == ")" }.map { $0 + 1 } ?? before.lowerBound
    return start..<(after.first(where: ends) ?? after.upperBound)

    /// A bracket, the next person, or what the one named does.
    func ends(_ token: Int) -> Bool {
      if text.norm(token) == ")" { return true }
      if text.nameOf[token] >= 0, text.analysed.names[Int(text.nameOf[token])].kind == .person { return true }
      return text.tokens[token].tag == .verb && !after.prefix(1).contains { [",", "("].contains(text.norm($0)) }
    }
  }

  /// The title of a name with the words before it, and what stands set off behind it: *(R-Ohio)*, *, the Republican nominee,*.
  private func calling(_ name: NameMention) -> Range<Int> {
    let sentence = text.sentence(of: name.tokens.lowerBound)
    let start = max(sentence.lowerBound, name.titleStart - 2)
    let next = name.tokens.upperBound
    guard next < sentence.upperBound, [",", "("].contains(text.norm(next)) else { return start..<next }
    let inside = next + 1..<min(sentence.upperBound, next + 6)
    return start..<(inside.first { [",", ")"].contains(text.norm($0)) } ?? inside.upperBound)
  }
}
