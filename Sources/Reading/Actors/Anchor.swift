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

  var tokens: Range<Int>
  var actor: Int
  var form: Form
  var role: Role
  /// The word that governs it, if the text is parsed.
  var governor: Int?
  var sentence: Int
  var isPerson: Bool
  /// The statement whose quotation marks it stands in.
  var quotation: Int?
  var isFirstInSentence = false
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
}
