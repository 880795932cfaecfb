import Dossier
import Language

/// Whom of those whom a text names it has just spoken of where it calls somebody by role alone.
struct TitleFocus {
  private let text: ActorText
  private let names: [(mention: NameMention, actor: Int)]
  private let headings: ParagraphHeadings
  /// The sentence in which each actor is named first.
  private var first: [Int: Int32] = [:]

  /// - Parameter names: the text's name mentions with their actors, in order.
  init(_ names: [(mention: NameMention, actor: Int)], in text: ActorText) {
    self.text = text
    self.names = names
    headings = ParagraphHeadings(text)
    for (mention, actor) in names where first[actor] == nil {
      first[actor] = text.sentenceOf[mention.tokens.lowerBound]
    }
  }

  /// Whether the reader knows who that is, or comes to know it soon.
  func isKnown(_ actor: Int, at nominal: TitleResolver.Nominal) -> Bool {
    guard let first = first[actor] else { return false }
    return first - text.sentenceOf[nominal.tokens.lowerBound] <= 8
  }

  /// Whoever heads the paragraph that goes on with the role, before anybody else is named in it.
  func heading(_ nominal: TitleResolver.Nominal) -> Int? {
    guard let name = headings.name(above: nominal.tokens.lowerBound) else { return nil }
    let between = names[named(before: name.lowerBound)..<named(before: nominal.tokens.lowerBound)]
      .filter { $0.mention.kind == .person && $0.actor >= 0 }
    guard let head = between.first, between.allSatisfy({ $0.actor == head.actor }) else { return nil }
    return head.actor
  }

  /// The person who is the subject nearest before a role, in its own sentence or the one before.
  func subject(before nominal: TitleResolver.Nominal) -> Int? {
    let here = text.sentenceOf[nominal.tokens.lowerBound]
    for (mention, actor) in names[..<named(before: nominal.tokens.lowerBound)].reversed() {
      let sentence = text.sentenceOf[mention.tokens.lowerBound]
      if here - sentence > 1 { return nil }
      // *Holm says the candidate is late*: somebody else is.
      if sentence == here, text.speaks(mention.tokens) { continue }
      if actor >= 0, mention.kind == .person, text.quotation(at: mention.tokens.lowerBound) == nil,
        Anchor.role(of: mention.titleStart..<mention.tokens.upperBound, in: text).role == .subject
      {
        return actor
      }
    }
    return nil
  }

  /// The one person whom the sentence before names, where the role opens its own.
  func onlyPerson(before nominal: TitleResolver.Nominal) -> Int? {
    let token = nominal.tokens.lowerBound
    let here = text.sentenceOf[token]
    guard text.sentence(of: token).lowerBound == token else { return nil }
    let before = names[..<named(before: token)].reversed()
      .prefix { here - text.sentenceOf[$0.mention.tokens.lowerBound] <= 1 }
      .filter { $0.mention.kind == .person }
    guard let last = before.first?.actor, last >= 0, before.allSatisfy({ $0.actor == last }) else { return nil }
    return last
  }

  /// Of several actors, the one in focus before a token: named in the nearest sentence, there the first outside quotation marks.
  func holder(at token: Int, among actors: [Int]) -> (actor: Int, sentence: Int32)? {
    let here = text.sentenceOf[token]
    var best: (actor: Int, sentence: Int32)?
    for (mention, actor) in names[..<named(before: token)].reversed() {
      let sentence = text.sentenceOf[mention.tokens.lowerBound]
      if here - sentence > 12 { break }
      if let best, best.sentence > sentence { break }
      // Its own sentence holds the role beside a name, which is then somebody else.
      guard sentence < here, actors.contains(actor), text.quotation(at: mention.tokens.lowerBound) == nil else {
        continue
      }
      best = (actor, sentence)
    }
    return best
  }

  private func named(before token: Int) -> Int { names.partitioningIndex { $0.mention.tokens.lowerBound >= token } }
}
