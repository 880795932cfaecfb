import Dossier
import Language

/// What kind of thing a name bears, where the words beside it say so or tell where things are: *the firm Holm*, *Holm, a town*,
/// *in Holm*.
struct NameCalling {
  private let text: ActorText
  private let organisations = OrganisationWords.shared.common

  init(_ text: ActorText) { self.text = text }

  /// The kind that a noun set beside the name says.
  func kind(of name: Range<Int>) -> Name.Kind? {
    let sentence = text.sentence(of: name.lowerBound)
    if let before = before(name, in: sentence) { return before }
    return after(name, in: sentence)
  }

  /// *Swiss firm Holm*, *the daily Holm Lund*, *the town of Holm*; not *the firm Holm founded*.
  private func before(_ name: Range<Int>, in sentence: Range<Int>) -> Name.Kind? {
    let noun = name.lowerBound - 1
    guard noun >= sentence.lowerBound else { return nil }
    if text.norm(noun) == "of", noun - 1 >= sentence.lowerBound {
      return Self.places.contains(text.norm(noun - 1)) ? .place : nil
    }
    guard !text.isCapitalised(noun) || noun == sentence.lowerBound else { return nil }
    guard organisations.contains(text.norm(noun)) || Self.places.contains(text.norm(noun)), isBeside(noun, name),
      !hasGivenName(name), !isNew(noun, in: sentence)
    else {
      return nil
    }
    return organisations.contains(text.norm(noun)) ? .organisation : .place
  }

  /// *A group Anna Holm led*: a full name is hardly that of a thing.
  private func hasGivenName(_ name: Range<Int>) -> Bool {
    name.count > 1 && Gender.ofGivenName(text.key(name.lowerBound)) != nil
  }

  /// *A group Holm led*: what is new is not told by its name.
  private func isNew(_ noun: Int, in sentence: Range<Int>) -> Bool {
    (max(sentence.lowerBound, noun - 3)..<noun).contains { ["a", "an"].contains(text.norm($0)) }
  }

  /// Whether the parse sets a noun and a name beside each other, as one thing.
  private func isBeside(_ noun: Int, _ name: Range<Int>) -> Bool {
    let relations: [DependencyRelation] = [.appos, .flat, .compound, .nmodDesc, .nmod, .nmodUnmarked, .amod]
    if let head = text.tokens[noun].head, name.contains(head) { return relations.contains(text.tokens[noun].relation) }
    return name.contains { token in
      let (head, relation) = (text.tokens[token].head, text.tokens[token].relation)
      // The parse may make two objects of them.
      let isTwin = relation == .obj && text.tokens[noun].relation == .obj && head == text.tokens[noun].head
      return head == noun && relations.contains(relation) || isTwin
    }
  }

  /// *Holm, a Swiss firm*, *Holm, a town in the north*, *the Holm Lund daily*.
  private func after(_ name: Range<Int>, in sentence: Range<Int>) -> Name.Kind? {
    let comma = name.upperBound
    // *The Holm Lund daily*: a name of two words hardly tells whose it is.
    if comma < sentence.upperBound, name.count > 1, Self.media.contains(text.norm(comma)), !hasGivenName(name) {
      return .organisation
    }
    guard comma + 2 < sentence.upperBound, text.norm(comma) == ",", ["a", "an", "the"].contains(text.norm(comma + 1))
    else { return nil }
    for noun in comma + 2..<min(sentence.upperBound, comma + 7) {
      let kind: Name.Kind? =
        text.nameOf[noun] >= 0
        ? nil
        : organisations.contains(text.norm(noun)) ? .organisation : Self.places.contains(text.norm(noun)) ? .place : nil
      let next = noun + 1 < sentence.upperBound ? text.norm(noun + 1) : "."
      // *In Holm, a group of voters …*: that may be the next clause.
      if let kind, Self.closing.contains(next), kind == .place || next != "of" { return kind }
      guard [.adj, .noun, .propn, .adv].contains(text.tokens[noun].tag) || text.norm(noun) == "-" else { return nil }
    }
    return nil
  }

  /// Whether a name stands where only a place can: 2 behind *in*, 1 where a place may stand too, 0 elsewhere.
  func placing(_ name: Range<Int>) -> Int {
    let before = name.lowerBound - 1
    guard before >= text.sentence(of: name.lowerBound).lowerBound, !hasGivenName(name) else { return 0 }
    let next = name.upperBound
    if next < text.tokens.count, text.norm(next) == "'s" || text.norm(next) == "-" { return 0 }
    let (role, governor) = Anchor.role(of: name, in: text)
    switch text.norm(before) {
    case "in", "near", "outside":
      guard role == .oblique, let governor, !Self.trusting.contains(text.tokens[governor].lemma),
        before == 0 || !Self.trusting.contains(text.tokens[before - 1].lemma)
      else { return 0 }
      return 2
    case "at", "to", "from", "of", "around": return role == .oblique ? 1 : 0
    default: return 0
    }
  }

  /// A name that only tells of what sort something else is: *Holm-raiders*.
  func isCompounded(_ name: Range<Int>) -> Bool {
    let next = name.upperBound
    guard next + 1 < text.tokens.count, text.norm(next) == "-", !text.isCapitalised(next + 1),
      text.tokens[next].span.start == text.tokens[next - 1].span.end,
      text.tokens[next].span.end == text.tokens[next + 1].span.start
    else { return false }
    return text.norm(next + 1).hasSuffix("s") && text.tokens[next + 1].tag == .noun
  }

  private static let media: Set<String> = [
    "newspaper", "daily", "weekly", "magazine", "tabloid", "broadcaster", "network", "channel", "airline",
  ]
  private static let places: Set<String> = ["town", "city", "village", "hamlet", "suburb", "township", "county"]
  private static let closing: Set<String> = [
    ",", ".", ")", ";", "-", "–", "—", "in", "of", "that", "which", "based", "with",
  ]
  /// One may do so *in* a person.
  private static let trusting: Set<String> = [
    "belief", "believe", "confidence", "confide", "disappoint", "disappointed", "disappointment", "faith", "find",
    "hope", "interest", "interested", "invest", "invested", "lose", "see", "trust", "stake", "opponent", "result", "in",
  ]
}
