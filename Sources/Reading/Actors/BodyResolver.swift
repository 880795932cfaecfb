import Dossier
import Language

/// Ties a body's kind that stands for its name (*the bureau*, *the ministry*) to the one body of that kind that the text named
/// before.
struct BodyResolver {
  private let text: ActorText
  private let bodies = OrganisationWords.shared.body

  init(_ text: ActorText) { self.text = text }

  /// - Parameters:
  ///   - names: the text's name mentions with their actors, in order.
  ///   - isBody: whether an actor is an organisation.
  /// - Complexity: linear in the tokens, and in the names before each that is such a kind.
  func references(names: [(mention: NameMention, actor: Int)], isBody: (Int) -> Bool) -> [Reference] {
    var named: [(end: Int, kind: String, actor: Int)] = []
    for (mention, actor) in names where actor >= 0 && isBody(actor) {
      if let kind = kind(of: mention.tokens) { named.append((mention.tokens.upperBound, kind, actor)) }
    }
    guard !named.isEmpty else { return [] }
    let kinds = Set(named.map(\.kind))
    // Of some body nobody knows by name it may be said too.
    var unnamed: [String: Int] = [:]
    var found: [Reference] = []
    for token in text.tokens.indices.dropFirst() {
      let noun = text.norm(token)
      guard kinds.contains(noun), text.nameOf[token] < 0, !text.isCapitalised(token) else { continue }
      guard stands(token, after: ["the"]) else {
        if stands(token, after: ["a", "an", "another", "each", "every"]) { unnamed[noun] = token }
        continue
      }
      let before = named.filter { $0.kind == noun && $0.end <= token }
      guard let last = before.last, before.allSatisfy({ $0.actor == last.actor }), unnamed[noun] ?? -1 < last.end else {
        continue
      }
      let tokens = token - 1..<token + 1
      found.append(
        Reference(
          tokens: tokens, span: text.span(tokens), actor: last.actor, kind: .epithet, basis: "body of that kind"))
    }
    return found
  }

  /// What a name says that its bearer is: *Bureau of Something*, *Interior Ministry*.
  private func kind(of name: Range<Int>) -> String? {
    let of = name.dropFirst().first { Self.prepositions.contains(text.norm($0)) }
    let head = (of ?? name.upperBound) - 1
    return bodies.contains(text.norm(head)) ? text.norm(head) : nil
  }

  private static let prepositions: Set<String> = ["of", "for", "on", "against", "in", "to"]

  /// Whether a noun stands by itself right behind one of some words: no *bureau chief*, no *bureau of another*.
  private func stands(_ noun: Int, after determiners: Set<String>) -> Bool {
    guard determiners.contains(text.norm(noun - 1)), text.sentenceOf[noun - 1] == text.sentenceOf[noun] else {
      return false
    }
    let next = noun + 1
    guard next < text.tokens.count, text.sentenceOf[next] == text.sentenceOf[noun] else { return true }
    return ![.noun, .propn, .num].contains(text.tokens[next].tag) && text.norm(next) != "of" && text.norm(next) != "-"
  }
}
