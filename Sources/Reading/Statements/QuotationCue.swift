import Dossier
import Language

/// Which words attribute a quotation: a cue in its paragraph, a colon, or none, so that its speaker is the one before.
package struct QuotationCue {
  package let quotation: Int
  /// The cue that candidate `i + 1` of the decision stands for.
  package private(set) var candidates: [Int] = []
  package private(set) var decision = Decision()

  private let context: StatementContext
  private let paragraph: Span
  /// Tokens of the paragraph.
  private let range: Range<Int>
  private let first: Int
  private let end: Int

  package init(_ quotation: Int, in context: StatementContext) {
    self.quotation = quotation
    self.context = context
    let span = context.quotations[quotation].span
    paragraph = context.text.paragraphs[context.quotations[quotation].paragraph].span
    range = context.tokens(in: paragraph)
    first = context.firstToken(at: span.start)
    end = context.firstToken(at: span.end)
    var near: [Int] = []
    var token = first - 1
    while token >= range.lowerBound, first - token < 60 {
      if isCue(token) { near.append(token) }
      token -= 1
    }
    near = Array(near.prefix(6))
    var after: [Int] = []
    token = end
    while token < range.upperBound, token - end < 60, after.count < 6 {
      if isCue(token) { after.append(token) }
      token += 1
    }
    for (rank, cue) in near.enumerated() { add(cue, features(of: cue, rank: rank, isAfter: false)) }
    for (rank, cue) in after.enumerated() { add(cue, features(of: cue, rank: rank, isAfter: true)) }
    // A lead-in that ends the paragraph above.
    if first == range.lowerBound, first > 0, context.text.tokens[first - 1].norm == ":" {
      let sentence = context.text.sentences[Int(context.sentenceOf[first - 1])].tokens
      for (rank, cue) in sentence.reversed().filter(isCue).prefix(3).enumerated() {
        add(cue, features(of: cue, rank: rank, isAfter: false))
      }
    }
  }

  /// The verb of the few words that a comma joins to a quotation, whatever it means: *“…,” Holm marvelled*, *“…,” snapped Holm*.
  static func plainVerb(after quotation: Quotation, in context: StatementContext) -> Int? {
    let tokens = context.text.tokens
    let end = context.firstToken(at: quotation.span.end)
    guard end > 1, end < tokens.count, context.isClosing(end - 1) else { return nil }
    let isInside = tokens[end - 2].norm == ","
    guard isInside || tokens[end].norm == "," else { return nil }
    let start = isInside ? end : end + 1
    guard start < tokens.count else { return nil }
    let sentence = context.text.sentences[Int(context.sentenceOf[start])].tokens
    let near = start..<max(start, min(sentence.upperBound, start + farthest))
    guard let verb = near.first(where: { tokens[$0].tag == .verb && tokens[$0].features.contains(.verbFormFin) }),
      !(start..<verb).contains(where: { context.isPunctuation($0) || context.isDirect[$0] }),
      // Between the quotation and the verb stands who speaks, or nothing; turned round the parse may take her for an object.
      sentence.contains(where: {
        tokens[$0].head == verb
          && (verb == start
            ? $0 > verb && [.nsubj, .obj].contains(tokens[$0].relation)
            : (start..<verb).contains($0) && tokens[$0].relation == .nsubj)
      })
    else { return nil }
    return verb
  }

  private static let farthest = 8

  private func isCue(_ token: Int) -> Bool {
    guard let cue = context.cue(token) else { return false }
    return !context.isDirect[token] && cue.share >= 0.02
  }

  private mutating func add(_ candidate: Int, _ features: [UInt32]) {
    candidates.append(candidate)
    let part = decision.addPart(features)
    decision.candidates.append([part])
  }

  private func features(of cue: Int, rank: Int, isAfter: Bool) -> [UInt32] {
    var list = FeatureList()
    let tokens = context.text.tokens
    let entry = context.cue(cue)
    let word = entry?.hash ?? 0
    let kind = entry.map { UInt32($0.wordClass.rawValue) * 8 + UInt32($0.share * 8) } ?? 0
    let side: UInt32 = isAfter ? 1 : 0
    let between = isAfter ? end..<max(end, cue) : min(cue + 1, first)..<first
    let distance = between.count.bucket
    var stops: UInt32 = 0
    var commas = 0
    var others: UInt32 = 0
    for token in between {
      switch tokens[token].norm {
      case ".", "?", "!": if context.quotationOf[token] < 0 { stops += 1 }
      case ",": commas += 1
      default: break
      }
      if context.isDirect[token], others == 0 || !context.isDirect[token - 1] { others += 1 }
    }
    let sameSentence: UInt32 =
      between.isEmpty || context.sentenceOf[cue] == context.sentenceOf[isAfter ? end : first - 1] ? 1 : 0
    let ending = first < end ? context.norms[max(first, end - 2)] : 0
    let edge = isAfter ? context.norm(end) : context.norm(first - 1)
    list.add(500, side, UInt32(rank))
    list.add(501, side, distance, kind)
    list.add(502, side, word)
    list.add(503, side, word, distance)
    list.add(504, side, stops, others)
    list.add(505, side, stops, UInt32(rank), others)
    list.add(506, side, commas.bucket, distance)
    list.add(507, side, sameSentence, stops)
    list.add(508, side, ending, stops)
    list.add(509, side, edge, stops)
    list.add(510, side, edge, word)
    list.add(511, side, ending, edge)
    list.add(512, side, context.tag(cue), kind)
    list.add(513, side, context.features(cue), distance)
    list.add(514, side, context.norm(cue - 1), distance)
    list.add(515, side, context.norm(cue + 1), distance)
    list.add(516, side, context.relation(cue), kind)
    if let head = tokens[cue].head {
      list.add(517, side, context.relation(cue), context.quotationOf[head] == Int32(quotation) ? 1 : 0)
    }
    var marks: UInt32 = 0
    let sentence = context.text.sentences[Int(context.sentenceOf[cue])].tokens
    for child in sentence where tokens[child].head == cue {
      let inside = (first..<end).contains(child)
      if inside { list.add(518, side, context.relation(child)) }
      switch tokens[child].relation.universal {
      case .nsubj: marks |= child < cue ? 1 : 2
      case .ccomp, .parataxis: marks |= inside ? 4 : 8
      case .obj, .iobj: marks |= 16
      default: break
      }
    }
    list.add(519, side, marks, distance)
    list.add(520, side, marks, kind)
    list.add(521, side, others, word)
    let starts: UInt32 = first == range.lowerBound ? 1 : 0
    let finishes: UInt32 = end >= range.upperBound ? 1 : 0
    list.add(522, side, starts, finishes, others)
    list.add(523, side, context.quotationOf[cue] >= 0 ? 1 : 0)
    let state = context.quotations[quotation]
    list.add(524, side, state.continuesAbove ? 1 : 0, state.continuesBelow ? 1 : 0)
    list.add(525, side, (end - first).bucket, distance)
    return list.features
  }
}
