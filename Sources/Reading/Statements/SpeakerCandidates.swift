import Dossier
import Language

/// Who a cue may belong to: the noun phrases and pronouns around it, or whoever spoke before.
package struct SpeakerCandidates {
  /// What candidate `i + 1` of the decision stands for.
  package enum Candidate: Hashable, Sendable {
    /// A noun phrase by its head.
    case mention(Int)
    /// The speaker of the statement before.
    case previous
  }

  package private(set) var candidates: [Candidate] = []
  package private(set) var decision = Decision()

  private let cue: Int
  /// Tokens of what is said, next to the cue; empty where there is none in the sentence.
  private let content: Range<Int>
  private let isQuotation: Bool
  private let context: StatementContext
  private let sentence: Range<Int>

  /// - Parameters:
  ///   - cue: the token that attributes.
  ///   - content: what it attributes.
  ///   - isQuotation: whether that is a quotation that is a statement by itself.
  ///   - hasPrevious: whether anybody spoke before.
  package init(cue: Int, content: Range<Int>, isQuotation: Bool, hasPrevious: Bool, in context: StatementContext) {
    self.cue = cue
    self.content = content
    self.isQuotation = isQuotation
    self.context = context
    sentence = context.text.sentences[Int(context.sentenceOf[cue])].tokens
    var rank = 0
    for token in (max(sentence.lowerBound, cue - 60)..<cue).reversed() where isMention(token) && rank < 10 {
      add(.mention(token), features(of: token, rank: rank))
      rank += 1
    }
    rank = 0
    for token in cue + 1..<max(cue + 1, min(sentence.upperBound, cue + 40)) where isMention(token) && rank < 7 {
      add(.mention(token), features(of: token, rank: rank))
      rank += 1
    }
    if hasPrevious { add(.previous, previousFeatures()) }
  }

  private mutating func add(_ candidate: Candidate, _ features: [UInt32]) {
    candidates.append(candidate)
    let part = decision.addPart(features)
    decision.candidates.append([part])
  }

  /// Whether a token is the head of a phrase that can name somebody, outside quotations that are statements.
  private func isMention(_ token: Int) -> Bool {
    guard !context.isDirect[token] else { return false }
    return NounPhrase.isHead(token, in: context)
  }

  private func features(of token: Int, rank: Int) -> [UInt32] {
    var list = FeatureList()
    let tokens = context.text.tokens
    let entry = context.cue(cue)
    let word = entry?.hash ?? 0
    let kind = entry.map { UInt32($0.wordClass.rawValue) + (isQuotation ? 8 : 0) } ?? 0
    let side: UInt32 = token > cue ? 1 : 0
    let between = side == 1 ? cue + 1..<token : token + 1..<cue
    let distance = between.count.bucket
    let tag = context.tag(token)
    let form = NounPhrase.form(token, in: context)
    let inside: UInt32 = content.contains(token) ? 1 : 0
    let beyond: UInt32 =
      content.isEmpty
      ? 0 : (side == 1) == (content.lowerBound > cue) && abs(token - cue) > abs(content.lowerBound - cue) ? 1 : 0
    let label = path(token)
    list.add(600, side, UInt32(rank), kind)
    list.add(601, side, distance, kind)
    list.add(602, label, kind)
    list.add(603, label, word)
    list.add(604, label, context.tag(cue), context.relation(cue))
    list.add(605, label, form)
    list.add(606, form, side, kind)
    list.add(607, inside, side)
    list.add(608, inside, label)
    list.add(609, beyond, side, kind)
    list.add(610, tag, context.relation(token), side)
    list.add(611, context.relation(token), side, distance)
    list.add(612, context.norms[token])
    list.add(613, context.norm(token + 1), side)
    list.add(614, side == 1 ? context.norm(cue + 1) : context.norm(cue - 1), side, distance)
    let phrase = NounPhrase.range(token, in: context)
    let before = context.norm(phrase.lowerBound - 1)
    list.add(615, before, side)
    list.add(616, before, label)
    let adjacent: UInt32 = side == 1 ? (phrase.lowerBound == cue + 1 ? 1 : 0) : (phrase.upperBound == cue ? 1 : 0)
    list.add(617, adjacent, side, kind)
    list.add(618, adjacent, side, form)
    var commas = 0
    var verbs = 0
    for other in between {
      if tokens[other].norm == "," { commas += 1 }
      if tokens[other].tag == .verb { verbs += 1 }
    }
    list.add(619, side, commas.bucket, verbs.bucket)
    list.add(620, side, commas.bucket, UInt32(rank))
    list.add(621, side, verbs.bucket, label)
    list.add(622, phrase.lowerBound == sentence.lowerBound ? 1 : 0, side, kind)
    list.add(623, context.features(cue), label)
    if let head = tokens[token].head {
      list.add(624, context.relation(token), context.norms[head])
      list.add(625, context.cue(head) != nil ? 1 : 0, context.relation(token), head == cue ? 1 : 0)
    }
    list.add(626, side, word, context.norm(cue + 1))
    let name = UInt32(context.nameKinds[token])
    list.add(628, name, label)
    list.add(629, name, side, kind)
    list.add(630, name, form, UInt32(rank))
    list.add(627, side, tag, context.tag(cue + 1), context.tag(cue - 1))
    return list.features
  }

  private func previousFeatures() -> [UInt32] {
    var list = FeatureList()
    let word = context.cue(cue)?.hash ?? 0
    list.add(650, isQuotation ? 1 : 0)
    list.add(651, word)
    list.add(652, context.tag(cue), context.features(cue))
    list.add(653, context.relation(cue))
    list.add(654, cue == sentence.lowerBound ? 1 : 0)
    list.add(655, context.norm(cue - 1))
    var hasSubject: UInt32 = 0
    for token in sentence
    where context.text.tokens[token].head == cue && context.text.tokens[token].relation.universal == .nsubj {
      hasSubject = 1
    }
    list.add(656, hasSubject)
    list.add(657, hasSubject, context.tag(cue), isQuotation ? 1 : 0)
    return list.features
  }

  /// How the tree leads from the phrase to the cue: up from both to where they meet.
  private func path(_ token: Int) -> UInt32 {
    let tokens = context.text.tokens
    var up: UInt32 = 11
    var node = token
    for step in 0..<4 {
      if node == cue { return up &* 31 &+ 1 }
      if context.isAbove(node, cue) {
        // Down to the cue from here.
        var down: UInt32 = 5
        var lower = cue
        for _ in 0..<3 {
          if lower == node { return up &* 31 &+ down &* 17 &+ UInt32(step) }
          down = down &* 61 &+ context.relation(lower)
          guard let head = tokens[lower].head else { break }
          lower = head
        }
        return lower == node ? up &* 31 &+ down &* 17 &+ UInt32(step) : 3
      }
      up = up &* 67 &+ context.relation(node)
      guard let head = tokens[node].head else { return 2 }
      node = head
    }
    return 4
  }
}
