import Language

/// A pronoun that may stand for an actor.
struct Pronoun {
  enum Person {
    /// he, she
    case he(Gender)
    /// it, they
    case it, they
    /// I, we
    case speaker
  }

  enum Form: Int, CaseIterable {
    case subject, object, possessive, reflexive
  }

  var token: Int
  var person: Person
  var form: Form

  /// The pronoun that a token is, by its norm; `her` is told apart by the parse, or else by the next word.
  init?(_ text: ActorText, _ token: Int) {
    guard let entry = Self.table[text.norm(token)] else { return nil }
    // Where something is dug.
    if text.norm(token) == "mine", token > 0, text.tokens[token - 1].tag == .det { return nil }
    self.token = token
    person = entry.person
    form = entry.form
    if text.norm(token) == "her" {
      form = Self.isPossessive(text, token) ? .possessive : .object
    }
  }

  private static func isPossessive(_ text: ActorText, _ token: Int) -> Bool {
    let relation = text.tokens[token].relation
    if relation == .nmodPoss { return true }
    if relation != .dep { return false }
    let next = token + 1
    guard next < text.tokens.count else { return false }
    return !text.key(next).isEmpty
      && !["to", "in", "on", "at", "for", "and", "with", "that", "as", "by", "from", "a", "the"].contains(
        text.norm(next))
  }

  private static let table: [String: (person: Person, form: Form)] = [
    "he": (.he(.masculine), .subject), "him": (.he(.masculine), .object), "his": (.he(.masculine), .possessive),
    "himself": (.he(.masculine), .reflexive),
    "she": (.he(.feminine), .subject), "her": (.he(.feminine), .object), "hers": (.he(.feminine), .possessive),
    "herself": (.he(.feminine), .reflexive),
    "it": (.it, .subject), "its": (.it, .possessive), "itself": (.it, .reflexive),
    "they": (.they, .subject), "them": (.they, .object), "their": (.they, .possessive),
    "themselves": (.they, .reflexive),
    "i": (.speaker, .subject), "me": (.speaker, .object), "my": (.speaker, .possessive),
    "mine": (.speaker, .possessive),
    "myself": (.speaker, .reflexive),
    "we": (.speaker, .subject), "us": (.speaker, .object), "our": (.speaker, .possessive),
    "ours": (.speaker, .possessive),
    "ourselves": (.speaker, .reflexive),
  ]
}
