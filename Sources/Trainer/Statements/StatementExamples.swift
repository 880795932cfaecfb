import Dossier
import Language
import Reading

/// Turns marked articles into decisions for the four models.
struct StatementExamples {
  var role: [TrainingExample] = []
  var content: [TrainingExample] = []
  var quotationCue: [TrainingExample] = []
  var speaker: [TrainingExample] = []

  /// Adds the decisions of one article.
  mutating func add(_ article: QuoteCorpus.Article, context: StatementContext) {
    context.clearDirect()
    let bytes = article.document.text.bytes
    // Quotations that are statements by themselves.
    var quoteOf: [Int: Int] = [:]
    for (index, quotation) in context.quotations.enumerated() {
      let match = article.quotes.indices.first { quote in
        article.quotes[quote].kind != "indirect"
          && Self.likeness(Self.trim(quotation.span, bytes), Self.trim(article.quotes[quote].span, bytes)) >= 0.8
      }
      role.append(
        TrainingExample(decision: QuotationRole.decision(index, in: context), right: [match == nil ? 0 : 1]))
      if let match {
        quoteOf[index] = match
        context.markDirect(context.tokens(in: quotation.span))
      }
    }
    let heads = article.quotes.map { Self.cueHead($0.cue, in: context) }
    addContent(article, heads: heads, direct: Set(quoteOf.values), context: context)
    addQuotationCues(article, heads: heads, quoteOf: quoteOf, context: context)
    addSpeakers(article, heads: heads, quoteOf: quoteOf, context: context)
  }

  private mutating func addContent(
    _ article: QuoteCorpus.Article, heads: [Int?], direct: Set<Int>, context: StatementContext
  ) {
    let bytes = article.document.text.bytes
    let attitudes = Set(article.quotes.indices.filter { !article.quotes[$0].isSpeech }.compactMap { heads[$0] })
    for cue in ContentCandidates.cues(in: context) where !attitudes.contains(cue) {
      let quotes = article.quotes.indices.filter { heads[$0] == cue && !direct.contains($0) }
      for side in [ContentCandidates.Side.before, .after] {
        let candidates = ContentCandidates(cue: cue, side: side, in: context)
        guard !candidates.isEmpty else { continue }
        let (decision, ranges) = candidates.decision()
        let start = context.text.tokens[cue].span.start
        let here = quotes.filter { (article.quotes[$0].span.start > start) == (side == .after) }
        guard !here.isEmpty else {
          content.append(TrainingExample(decision: decision, right: [0]))
          continue
        }
        var best = 0.0
        var right: [Int] = []
        for (index, range) in ranges.enumerated() {
          let span = context.text.tokens[range.lowerBound].span.union(context.text.tokens[range.upperBound - 1].span)
          let likeness =
            here.map {
              Self.likeness(Self.trim(span, bytes), Self.trim(article.quotes[$0].span, bytes))
            }.max() ?? 0
          if likeness > best + 1e-6 {
            best = likeness
            right = [index + 1]
          } else if likeness > best - 1e-6 {
            right.append(index + 1)
          }
        }
        if best >= 0.6 { content.append(TrainingExample(decision: decision, right: right)) }
      }
    }
  }

  private mutating func addQuotationCues(
    _ article: QuoteCorpus.Article, heads: [Int?], quoteOf: [Int: Int], context: StatementContext
  ) {
    for (quotation, quote) in quoteOf.sorted(by: { $0.key < $1.key }) {
      let choice = QuotationCue(quotation, in: context)
      let gold = article.quotes[quote]
      guard let cue = gold.cue else {
        if gold.cueKind == "none" { quotationCue.append(TrainingExample(decision: choice.decision, right: [0])) }
        continue
      }
      let right = choice.candidates.indices.filter { choice.candidates[$0] == heads[quote] }
      if !right.isEmpty {
        quotationCue.append(TrainingExample(decision: choice.decision, right: right.map { $0 + 1 }))
      } else if !context.text.paragraphs[context.quotations[quotation].paragraph].span.overlaps(cue) {
        quotationCue.append(TrainingExample(decision: choice.decision, right: [0]))
      }
    }
  }

  private mutating func addSpeakers(
    _ article: QuoteCorpus.Article, heads: [Int?], quoteOf: [Int: Int], context: StatementContext
  ) {
    let quotationOf = Dictionary(uniqueKeysWithValues: quoteOf.map { ($0.value, $0.key) })
    var seen: Set<Int> = []
    var previous: Span?
    for (index, quote) in article.quotes.enumerated() {
      defer { if quote.isSpeech { previous = quote.speaker ?? previous } }
      guard let cue = heads[index], !context.isDirect[cue], seen.insert(cue).inserted else { continue }
      let candidates = SpeakerCandidates(
        cue: cue, content: context.tokens(in: quote.span), isQuotation: quotationOf[index] != nil,
        hasPrevious: previous != nil, in: context)
      var right: [Int] = []
      if let speaker = quote.speaker {
        let inside = candidates.candidates.indices.filter { place in
          guard case .mention(let head) = candidates.candidates[place] else { return false }
          return speaker.contains(context.text.tokens[head].span)
        }
        let tops = inside.filter { place in
          guard case .mention(let head) = candidates.candidates[place] else { return false }
          guard let upper = context.text.tokens[head].head else { return true }
          return !speaker.contains(context.text.tokens[upper].span)
        }
        right = tops.isEmpty ? inside : tops
        if right.isEmpty, speaker == previous {
          right = candidates.candidates.indices.filter { candidates.candidates[$0] == .previous }
        }
        if right.isEmpty { continue }
        right = right.map { $0 + 1 }
      } else {
        right = [0]
      }
      speaker.append(TrainingExample(decision: candidates.decision, right: right))
    }
  }

  /// The word of a cue that the lexicon knows best.
  static func cueHead(_ cue: Span?, in context: StatementContext) -> Int? {
    guard let cue else { return nil }
    var best: Int?
    var share: Float = -1
    for token in context.tokens(in: cue) {
      guard let entry = context.cue(token), entry.share >= share else { continue }
      best = token
      share = entry.share
    }
    return best
  }

  /// Intersection over union.
  static func likeness(_ left: Span, _ right: Span) -> Double {
    let both = Double(left.overlap(with: right))
    return both / max(1, Double(left.count + right.count) - both)
  }

  /// Without marks at the edges and a leading "that".
  static func trim(_ span: Span, _ bytes: [UInt8]) -> Span {
    func isEdge(_ byte: UInt8) -> Bool {
      byte == 0x20 || byte == 0xE2 || byte == 0x80 || (0x93...0x9E).contains(byte) || (0x21...0x2F).contains(byte)
        || byte == 0x3A || byte == 0x3B || byte == 0x3F || byte == 0x60
    }
    var (start, end) = (Int(span.start), Int(span.end))
    while start < end, isEdge(bytes[start]) { start += 1 }
    if end - start > 5, bytes[start..<start + 5].elementsEqual("that ".utf8) { start += 5 }
    while end > start, isEdge(bytes[end - 1]) { end -= 1 }
    return Span(start, end)
  }
}
