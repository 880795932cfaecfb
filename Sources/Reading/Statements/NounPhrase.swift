import Dossier
import Language

/// Noun phrases as far as a speaker's mention needs them.
enum NounPhrase {
  /// Whether a token heads a phrase that can name somebody.
  static func isHead(_ token: Int, in context: StatementContext) -> Bool {
    let here = context.text.tokens[token]
    switch here.tag {
    case .noun, .propn:
      switch here.relation {
      case .compound, .flat, .goeswith, .fixed: return false
      default: return true
      }
    case .pron: return here.norm != "it" || here.relation.universal == .nsubj
    case .det, .num, .adj: return [.nsubj, .obj, .obl, .nmod].contains(here.relation.universal)
    default: return false
    }
  }

  /// Pronoun, name or common noun, by number: a small value for features.
  static func form(_ token: Int, in context: StatementContext) -> UInt32 {
    let here = context.text.tokens[token]
    switch here.tag {
    case .pron: return 8 + context.norms[token] % 1000
    case .propn: return 2
    case .noun:
      let bytes = context.text.text.bytes
      return (0x41...0x5A).contains(bytes[Int(here.span.start)]) ? 3 : here.features.contains(.numberPlur) ? 4 : 5
    default: return 6
    }
  }

  /// The tokens of the phrase from its first modifier to its head and the names that follow flat, without appositions,
  /// relative clauses and what a comma sets off.
  static func range(_ token: Int, in context: StatementContext) -> Range<Int> {
    let tokens = context.text.tokens
    var first = token
    while first > 0, Int(context.left[token]) < first, token - first < 12 {
      let before = tokens[first - 1]
      guard before.relation != .punct || before.norm == "-" || before.norm == "." else { break }
      guard before.tag != .verb || before.relation == .amod || before.relation == .compound else { break }
      first -= 1
    }
    while first < token, tokens[first].tag == .adp || tokens[first].tag == .cconj || tokens[first].tag == .punct {
      first += 1
    }
    var last = token
    while last + 1 < tokens.count, let head = tokens[last + 1].head, head == token || head == last,
      [.flat, .fixed, .goeswith].contains(tokens[last + 1].relation)
        || (tokens[last + 1].relation == .appos && tokens[last + 1].tag == .propn)
        || (tokens[last + 1].relation == .compound && head == token)
    {
      last += 1
    }
    return first..<last + 1
  }

  /// The words that name a speaker: the phrase, and for a common noun or a title what follows with `of`
  /// (`the head of state`, `President of Ukraine`).
  static func mention(_ token: Int, in context: StatementContext) -> Range<Int> {
    let range = range(token, in: context)
    let tokens = context.text.tokens
    let end = Int(context.right[token]) + 1
    guard range.upperBound < end, tokens[range.upperBound].norm == "of", context.nameKinds[token] != 1 else {
      return range
    }
    var last = range.upperBound + 1
    while last < min(end, range.upperBound + 8), !context.isPunctuation(last),
      tokens[last].tag != .verb || tokens[last].relation == .amod, tokens[last].tag != .aux,
      tokens[last].tag != .adp || tokens[last].norm == "of",
      tokens[last].features.isDisjoint(with: .pronTypeRel)
    {
      last += 1
    }
    // *None of the* is nobody.
    while last > range.upperBound + 1, tokens[last - 1].tag == .det || tokens[last - 1].tag == .adp { last -= 1 }
    return last > range.upperBound + 1 ? range.lowerBound..<last : range
  }
}
