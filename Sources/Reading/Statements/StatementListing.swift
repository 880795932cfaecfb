import Dossier
import Language

/// Which statements have a row of their own: those that tell what somebody says.
///
/// Not a verbatim repeat, the second half of a sentence whose first half has a row, a pronoun alone (the *which* of *charges
/// which he denies*), the subject and the complement of what nobody is said to have done (*the minister was asked to leave*,
/// *Holm was declared the winner*), a question that nobody is known to have asked, no more than what was spoken about, or
/// the name of a thing in marks (*“The Lorne Morning Show”*).
struct StatementListing {
  private let context: StatementContext

  /// Sets `isListed` of the statements of one document.
  /// - Precondition: statements are in reading order, `id` counts from 0, and repeats are known.
  static func mark(_ statements: inout [Statement], in context: StatementContext) {
    let listing = StatementListing(context: context)
    for index in statements.indices {
      let statement = statements[index]
      let isSecondHalf = statement.continues.map { statements[$0.index].isListed } ?? false
      let rest = index + 1 < statements.count && statements[index + 1].continues == statement.id ? index + 1 : nil
      statements[index].isListed =
        statement.duplicateOf == nil && !isSecondHalf && !listing.isPronoun(statement)
        && !listing.isUnspoken(statement, rest: rest.map { statements[$0] }) && !listing.isTopic(statement)
        && !listing.isName(statement)
    }
  }

  private func isPronoun(_ statement: Statement) -> Bool {
    statement.span.count <= 5 && Self.pronouns.contains(context.text.text[statement.span].lowercased())
  }

  /// Whether it stands beside a passive of which nobody is known to be the author.
  private func isUnspoken(_ statement: Statement, rest: Statement?) -> Bool {
    guard statement.speaker == nil, statement.kind == .indirect, let cue = statement.cue else { return false }
    // *When asked whether …*
    if cue.kind == .asks { return true }
    // *The pier is expected to close*: some expect it.
    if let rest, context.text.tokens[context.firstToken(at: rest.span.start)].norm == "to", cue.kind != .demands {
      return false
    }
    guard statement.span.end < cue.span.start else {
      return isPassive(cue) && (cue.kind == .demands || cue.kind != .believes && !hasVerb(statement.span))
    }
    guard cue.span.start - statement.span.end < Self.near else { return false }
    // What is said in a whole clause is told, whoever says it: *The pier would be closed, it was reported*.
    let between = context.text.text[Span(start: statement.span.end, end: cue.span.start)].split(
      whereSeparator: \.isWhitespace)
    return between.last.map { Self.passives.contains($0.lowercased()) } ?? false
      && !between.contains { $0.contains(",") || $0.lowercased() == "it" }
  }

  private func isPassive(_ cue: Statement.Cue) -> Bool {
    let index = context.firstToken(at: cue.span.start)
    return index > 0 && Self.passives.contains(context.text.tokens[index - 1].norm)
  }

  /// *Said of the ferry*, *a comment on the vote*: what was said is not told.
  private func isTopic(_ statement: Statement) -> Bool {
    guard statement.kind == .indirect, let cue = statement.cue, cue.kind == .asserts, statement.continues == nil,
      cue.span.end <= statement.span.start
    else { return false }
    let first = context.firstToken(at: statement.span.start)
    return first > 0 && Self.prepositions.contains(context.text.tokens[first - 1].norm) && !hasVerb(statement.span)
  }

  /// Several words held at a distance, each with a capital but the small ones.
  private func isName(_ statement: Statement) -> Bool {
    guard statement.kind == .scare else { return false }
    let words = context.text.tokens[context.tokens(in: statement.span)]
      .filter { $0.relation != .punct }
    return words.count > 1
      && words.allSatisfy { $0.span.count < 4 || !(0x61...0x7A).contains(context.text.text.bytes[Int($0.span.start)]) }
  }

  private func hasVerb(_ span: Span) -> Bool {
    context.text.tokens[context.tokens(in: span)].contains { $0.tag == .verb || $0.tag == .aux }
  }

  /// So many bytes stand at most between the subject and its verb.
  private static let near = 40
  private static let passives: Set<String> = ["is", "are", "was", "were", "be", "been", "being", "got"]
  private static let prepositions: Set<String> = ["of", "about", "on", "to", "regarding", "concerning"]
  private static let pronouns: Set<String> = [
    "which", "this", "that", "it", "who", "whom", "what", "these", "those", "so", "them",
  ]
}
