import Dossier
import Language

/// Tells quotations that are statements by themselves from words held at a distance, titles, nicknames and the quoted
/// pieces of a longer reported statement.
package enum QuotationRole {
  /// The choice for one quotation: candidate 1 is "a statement by itself".
  package static func decision(_ index: Int, in context: StatementContext) -> Decision {
    var decision = Decision()
    let part = decision.addPart(features(index, in: context))
    decision.candidates.append([part])
    return decision
  }

  /// Whether a quotation begins with the verb of a subject before it: *said his critics “seem to think that …”* is one clause.
  static func isPredicate(_ index: Int, in context: StatementContext) -> Bool {
    let tokens = context.text.tokens
    let content = context.tokens(in: context.quotations[index].content)
    guard let verb = content.first(where: { !context.isPunctuation($0) && tokens[$0].tag != .adv }),
      [.verb, .aux].contains(tokens[verb].tag), verb > content.lowerBound - 2,
      let before = (0..<content.lowerBound).last(where: { !context.isPunctuation($0) }),
      context.sentenceOf[before] == context.sentenceOf[verb],
      // Nothing but the opening mark stands between.
      !(before + 1..<verb).contains(where: { context.isBreak($0) && !context.isOpening($0) })
    else { return false }
    let sentence = context.text.sentences[Int(context.sentenceOf[verb])].tokens
    return (sentence.lowerBound..<content.lowerBound).contains { token in
      guard tokens[token].relation.universal == .nsubj, let head = tokens[token].head, content.contains(head) else {
        return false
      }
      // It is reported: something before attributes it.
      return (sentence.lowerBound..<token).contains { context.traits[$0].contains(.cue) }
    }
  }

  private static func features(_ index: Int, in context: StatementContext) -> [UInt32] {
    let quotation = context.quotations[index]
    let text = context.text
    let bytes = text.text.bytes
    var list = FeatureList()
    let content = context.tokens(in: quotation.content)
    let words = content.filter { !context.isPunctuation($0) }
    let paragraph = text.paragraphs[quotation.paragraph].span
    list.add(1)
    let size = words.count.bucket
    list.add(2, size)
    let first: UInt32 =
      words.first.map { token in
        let byte = bytes[Int(text.tokens[token].span.start)]
        return (0x41...0x5A).contains(byte) ? 1 : (0x30...0x39).contains(byte) ? 2 : 0
      } ?? 3
    list.add(3, first)
    list.add(4, size, first)
    let last = content.last.map { context.norm($0) } ?? 0
    let ending: UInt32 =
      switch content.last.map({ text.tokens[$0].norm }) ?? "" {
      case ",": 1
      case ".": 2
      case "?", "!": 3
      case "…", "...", "-", "–", "—": 4
      case ";", ":": 5
      default: 0
      }
    list.add(5, ending)
    list.add(6, ending, size)
    list.add(7, ending, first)
    list.add(8, quotation.isSingle ? 1 : 0, ending)
    let state: UInt32 =
      (quotation.isClosed ? 1 : 0) + (quotation.continuesAbove ? 2 : 0) + (quotation.continuesBelow ? 4 : 0)
    list.add(9, state)
    list.add(9, state, size)
    // What stands around it.
    let before = context.firstToken(at: quotation.span.start) - 1
    let after = context.firstToken(at: quotation.span.end)
    let hasBefore = quotation.span.start > paragraph.start
    let hasAfter = quotation.span.end < paragraph.end && after < text.tokens.count
    let normBefore = hasBefore && before >= 0 ? context.norm(before) : 0
    let normAfter = hasAfter ? context.norm(after) : 0
    let tagBefore = hasBefore ? context.tag(before) : 90
    let tagAfter = hasAfter ? context.tag(after) : 90
    let position: UInt32 = (hasBefore ? 1 : 0) + (hasAfter ? 2 : 0)
    list.add(10, position)
    list.add(11, position, size, ending)
    list.add(12, normBefore)
    list.add(13, normAfter)
    list.add(14, normBefore, first)
    list.add(15, tagBefore, first, size)
    list.add(16, tagAfter, ending)
    list.add(17, tagBefore, tagAfter, ending)
    list.add(18, context.norm(before - 1), normBefore)
    list.add(19, normAfter, ending, first)
    list.add(20, last == 0 ? 0 : context.tag(content.upperBound - 1), tagAfter)
    // Cues close by, on each side.
    list.add(21, nearestCue(from: before, step: -1, in: context, within: paragraph), first, ending)
    list.add(22, nearestCue(from: after, step: 1, in: context, within: paragraph), ending)
    list.add(23, nearestCue(from: before, step: -1, in: context, within: paragraph), size)
    // What it is made of.
    var verbs = 0
    var capitals = 0
    for token in words {
      let tag = text.tokens[token].tag
      if tag == .verb || tag == .aux { verbs += 1 }
      if (0x41...0x5A).contains(bytes[Int(text.tokens[token].span.start)]) { capitals += 1 }
    }
    list.add(24, verbs.bucket, size)
    list.add(25, words.isEmpty ? 0 : UInt32(4 * capitals / words.count), size)
    if let first = words.first { list.add(26, context.norm(first)) }
    if words.count == 1, let word = words.first { list.add(27, context.tag(word), ending) }
    // A title has capitals all along.
    let isTitle: UInt32 =
      words.count > 1
        && words.allSatisfy { token in
          let span = text.tokens[token].span
          return span.count < 5 || (0x41...0x5A).contains(bytes[Int(span.start)])
        } ? 1 : 0
    list.add(33, isTitle, tagBefore, ending)
    list.add(34, isTitle, normBefore)
    list.add(35, isTitle, size, ending)
    // How the sentence hangs on it.
    let top = content.first { token in
      guard let head = text.tokens[token].head else { return true }
      return !content.contains(head)
    }
    if let top {
      list.add(28, context.relation(top), context.tag(top), size)
      if let head = text.tokens[top].head, context.quotationOf[head] != Int32(index) {
        list.add(29, context.relation(top), context.cue(head).map(\.hash) ?? 0)
        list.add(30, context.relation(top), context.tag(head), first)
      }
    }
    list.add(31, context.quotations.count > 3 ? 1 : 0, size)
    let above = index > 0 && context.quotations[index - 1].paragraph == quotation.paragraph
    let below =
      index + 1 < context.quotations.count && context.quotations[index + 1].paragraph == quotation.paragraph
    list.add(32, above ? 1 : 0, below ? 1 : 0, ending)
    return list.features
  }

  /// The nearest cue within ten tokens outside quotations, with a coarse distance.
  private static func nearestCue(from start: Int, step: Int, in context: StatementContext, within paragraph: Span)
    -> UInt32
  {
    var token = start
    var steps = 0
    while steps < 10, context.norms.indices.contains(token), paragraph.contains(context.text.tokens[token].span),
      context.quotationOf[token] < 0
    {
      if let cue = context.cue(token), cue.share > 0.15 { return cue.hash &+ (steps < 3 ? 0 : 1) }
      if context.text.tokens[token].norm == "." { return 1 }
      token += step
      steps += 1
    }
    return 0
  }
}
