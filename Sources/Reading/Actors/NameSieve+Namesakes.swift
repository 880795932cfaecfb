import Dossier
import Language

/// Whom of several that share a surname the bare surname means.
///
/// The text's main bearer keeps it where a namesake comes in in passing, as in *his father Per Holm* or *under President Per
/// Holm*. It goes over to the namesake while the text has turned there: just named in full as a subject, or speaking.
struct Namesakes {
  /// What the text told of one bearer so far.
  private struct Bearer {
    /// Full names in order; whether the text turns to the bearer there; how many up to there are more than in passing.
    var named: [Int] = []
    var isTurn: [Bool] = []
    var prominent: [Int] = []
    /// Short names so far, and the last.
    var shorts = 0
    var lastShort = -1
    var roles: Set<RoleTable.Class> = []
  }

  private let text: ActorText
  private var bearers: [Int: Bearer] = [:]

  /// - Parameters:
  ///   - entities: of persons, with their full names alone.
  ///   - first: the first that is a person's.
  init(_ entities: [TextEntity], from first: Int, _ mentions: [NameMention], in text: ActorText) {
    self.text = text
    for entity in entities.indices.dropFirst(first) {
      var bearer = Bearer()
      var prominent = 0
      for number in entities[entity].mentions {
        let mention = mentions[number]
        let speaks = text.speaks(mention.tokens)
        let isPassing = !speaks && isInPassing(mention)
        if !isPassing { prominent += 1 }
        bearer.named.append(number)
        bearer.prominent.append(prominent)
        bearer.isTurn.append(speaks || !isPassing && isSubject(mention))
        bearer.roles.formUnion(mention.roles.map(\.roleClass))
      }
      bearers[entity] = bearer
    }
  }

  /// Notes that a short name was given to an entity.
  mutating func add(_ mention: Int, to entity: Int) {
    bearers[entity, default: Bearer()].shorts += 1
    bearers[entity, default: Bearer()].lastShort = mention
  }

  /// The one of several entities that a short name means; they are told apart by what it is called, by the pronoun that takes
  /// it up, by who is the main bearer and to whom the text has turned.
  /// - Complexity: linear in the entities, logarithmic in how often each is named.
  func bearer(of mention: Int, among entities: [Int], _ mentions: [NameMention], gender: (Int) -> Gender?) -> Int {
    let called = Set(mentions[mention].roles.map(\.roleClass))
    var fits = entities
    if let taken = subjectPronoun(after: mentions[mention]) {
      let agreeing = fits.filter { gender($0) != (taken == .masculine ? .feminine : .masculine) }
      if !agreeing.isEmpty { fits = agreeing }
    }
    let soCalled = fits.filter { !(bearers[$0]?.roles ?? []).isDisjoint(with: called) }
    if soCalled.count == 1 { return soCalled[0] }
    let standings = fits.map { standing($0, before: mention) }
    let near = standings.indices.max { left, right in
      let (a, b) = (standings[left].last, standings[right].last)
      return a == b ? fits[left] > fits[right] : a < b
    }
    guard let near, standings[near].last >= 0 else { return fits.min() ?? entities[0] }
    let first = standings.indices.min { standings[$0].first < standings[$1].first }
    func weight(_ index: Int) -> Int { standings[index].weight + (index == first ? 1 : 0) }
    let main = standings.indices.max { left, right in
      weight(left) == weight(right) ? standings[left].first > standings[right].first : weight(left) < weight(right)
    }
    guard let main, main != near else { return fits[near] }
    return hasTurned(to: fits[near], standings[near], at: mentions[mention], mentions) ? fits[near] : fits[main]
  }

  private struct Standing {
    /// Mentions: the last before, the last full name before (its place in the list), the first of all.
    var last: Int
    var full: Int?
    var first: Int
    /// How often the text spoke of the bearer, but in passing.
    var weight: Int
  }

  private func standing(_ entity: Int, before mention: Int) -> Standing {
    let bearer = bearers[entity] ?? Bearer()
    let next = bearer.named.partitioningIndex { $0 >= mention }
    let full = next > 0 ? next - 1 : nil
    return Standing(
      last: max(bearer.lastShort, full.map { bearer.named[$0] } ?? -1), full: full,
      first: bearer.named.first ?? (bearer.lastShort >= 0 ? bearer.lastShort : .max),
      weight: bearer.shorts + (full.map { bearer.prominent[$0] } ?? 0))
  }

  /// Whether the text turned to a namesake where it gave the full name last, and has gone on from there: in that paragraph
  /// or the next sentence, or for longer while the same one speaks.
  private func hasTurned(to entity: Int, _ standing: Standing, at mention: NameMention, _ mentions: [NameMention])
    -> Bool
  {
    guard let full = standing.full, let bearer = bearers[entity], bearer.isTurn[full] else { return false }
    let named = mentions[bearer.named[full]].tokens
    let token = mention.tokens.lowerBound
    let gap = text.sentenceOf[token] - text.sentenceOf[named.lowerBound]
    if gap <= 1 || text.paragraphStart(of: token) <= named.lowerBound && gap <= 6 { return true }
    return gap <= 8 && text.speaks(mention.tokens) && text.speaks(named)
  }

  // MARK: In passing

  /// Whether a full name tells only to whom somebody else belongs, or when or like whom something was.
  private func isInPassing(_ mention: NameMention) -> Bool {
    let sentence = text.sentence(of: mention.tokens.lowerBound)
    if text.quotation(at: mention.tokens.lowerBound) != nil { return true }
    var before = mention.titleStart - 1
    if before >= sentence.lowerBound, text.norm(before) == "," || text.norm(before) == "the" { before -= 1 }
    if before >= sentence.lowerBound {
      if Self.relatives.contains(text.tokens[before].lemma) || text.tokens[before].tag == .adp { return true }
    }
    let after = mention.tokens.upperBound
    return after + 2 < sentence.upperBound && text.norm(after) == ","
      && Self.owners.contains(text.norm(after + 1)) && Self.relatives.contains(text.tokens[after + 2].lemma)
  }

  private static let owners: Set<String> = ["his", "her", "their", "whose"]
  private static let relatives: Set<String> = [
    "aunt", "brother", "child", "cousin", "daughter", "father", "grandfather", "grandmother", "grandson", "husband",
    "mother", "nephew", "niece", "parent", "sibling", "sister", "son", "spouse", "uncle", "widow", "widower", "wife",
    "ex-husband", "ex-wife", "granddaughter", "stepfather", "stepmother", "predecessor", "namesake",
  ]

  private func isSubject(_ mention: NameMention) -> Bool {
    Anchor.role(of: mention.titleStart..<mention.tokens.upperBound, in: text).role == .subject
  }

  /// *Holm said she …*: the gender of a subject that takes up the name right behind its verb.
  private func subjectPronoun(after mention: NameMention) -> Gender? {
    let end = text.sentence(of: mention.tokens.lowerBound).upperBound
    var hasVerb = false
    for token in mention.tokens.upperBound..<max(mention.tokens.upperBound, min(end, mention.tokens.upperBound + 5)) {
      if text.nameOf[token] >= 0 || text.key(token).isEmpty { return nil }
      if hasVerb, let pronoun = Pronoun(text, token), case .he(let gender) = pronoun.person, pronoun.form == .subject {
        return gender
      }
      if text.tokens[token].tag == .verb { hasVerb = true }
    }
    return nil
  }
}
