import Language

/// A place where a text speaks of an actor, as a pronoun may look back at it.
struct Anchor {
  enum Form: Int, CaseIterable {
    /// A name of two words or more, a name of one, a title, a pronoun.
    case full, short, title, pronoun
  }

  /// What the words do in their clause.
  enum Role: Int, CaseIterable {
    case subject, object, oblique, possessor, apposed, coordinated, other
  }

  /// What the names of the actor are taken for. A thing may still be a person that the name finder took for one.
  enum Kind: Int, CaseIterable {
    case person, organisation, other
    /// A place, or a group: never he or she.
    case thing
  }

  var tokens: Range<Int>
  var actor: Int
  var form: Form
  var role: Role
  /// The word that governs it, if the text is parsed.
  var governor: Int?
  var sentence: Int
  var kind: Kind
  /// The statement whose quotation marks it stands in.
  var quotation: Int?
  var isFirstInSentence = false
  /// Words above it in the parse.
  var depth = 0
  /// Whether it is one of several joined by "and".
  var isCoordinated = false

  var isPerson: Bool { kind == .person }
}

extension Anchor {
  /// The role and the governor of a run of tokens.
  static func role(of tokens: Range<Int>, in text: ActorText) -> (role: Role, governor: Int?) {
    guard let head = tokens.first(where: { token in text.tokens[token].head.map { !tokens.contains($0) } ?? false })
    else {
      return (tokens.lowerBound == text.sentence(of: tokens.lowerBound).lowerBound ? .subject : .other, nil)
    }
    let governor = text.tokens[head].head
    switch text.tokens[head].relation {
    case .nsubj, .nsubjPass, .nsubjOuter, .csubj: return (.subject, governor)
    case .obj, .iobj: return (.object, governor)
    case .obl, .oblAgent, .oblUnmarked, .nmod, .nmodUnmarked: return (.oblique, governor)
    case .nmodPoss: return (.possessor, governor)
    case .appos, .flat, .compound, .nmodDesc: return (.apposed, governor)
    case .conj: return (.coordinated, governor)
    default: return (.other, governor)
    }
  }

  /// Fills `depth` and `isCoordinated` from the parse.
  mutating func place(in text: ActorText) {
    guard let head = tokens.first(where: { token in text.tokens[token].head.map { !tokens.contains($0) } ?? false })
    else { return }
    var word = text.tokens[head].head
    while let above = word, depth < 8 {
      depth += 1
      word = text.tokens[above].head
    }
    let end = tokens.upperBound
    isCoordinated =
      text.tokens[head].relation == .conj
      || (end < text.tokens.count
        && (text.norm(end) == "and"
          || (end + 1 < text.tokens.count && text.norm(end) == "," && text.norm(end + 1) == "and")))
  }
}
