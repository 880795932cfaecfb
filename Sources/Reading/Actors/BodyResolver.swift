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
    let found = called(names: names, isBody: isBody)
    guard !named.isEmpty else { return found }
    return (found + kindred(named)).sorted { $0.span < $1.span }
  }

  /// *The bureau*
  private func kindred(_ named: [(end: Int, kind: String, actor: Int)]) -> [Reference] {
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

  /// *Holm Lund said it would pay. The firm said …*: what goes on telling right behind the one body that told, or is called so.
  private func called(names: [(mention: NameMention, actor: Int)], isBody: (Int) -> Bool) -> [Reference] {
    var found: [Reference] = []
    let kinds = OrganisationWords.shared.common.subtracting(bodies)
    for sentence in text.analysed.sentences.indices.dropFirst() {
      let tokens = text.analysed.sentences[sentence].tokens.clamped(to: 0..<text.tokens.count)
      guard tokens.count > 2, text.norm(tokens.lowerBound) == "the",
        let noun = (tokens.lowerBound + 1..<min(tokens.upperBound, tokens.lowerBound + 3)).first(where: {
          kinds.contains(text.norm($0))
        }),
        stands(noun, after: noun == tokens.lowerBound + 1 ? ["the"] : [text.norm(noun - 1)]),
        noun == tokens.lowerBound + 1 || text.nameOf[noun - 1] < 0, text.nameOf[noun] < 0
      else { continue }
      let before = text.analysed.sentences[sentence - 1].tokens.clamped(to: 0..<text.tokens.count)
      let first = names.partitioningIndex { $0.mention.tokens.lowerBound >= before.lowerBound }
      let last = names.partitioningIndex { $0.mention.tokens.lowerBound >= before.upperBound }
      let named = names[first..<last].filter { $0.actor >= 0 && isBody($0.actor) }
      guard let body = named.first, named.allSatisfy({ $0.actor == body.actor }),
        !before.contains(where: { text.norm($0) == text.norm(noun) }),
        isSubject(body.mention.tokens, of: before)
      else { continue }
      let words = tokens.lowerBound..<noun + 1
      found.append(
        Reference(
          tokens: words, span: text.span(words), actor: body.actor, kind: .epithet, basis: "told of just before",
          confidence: 0.8))
    }
    return found
  }

  /// Whether a name is the subject with which a sentence begins, rather than the source it ends with.
  private func isSubject(_ name: Range<Int>, of sentence: Range<Int>) -> Bool {
    let (role, governor) = Anchor.role(of: name, in: text)
    return role == .subject && name.lowerBound - sentence.lowerBound <= 4
      && governor.map { text.tokens[$0].relation == .root } ?? false
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
