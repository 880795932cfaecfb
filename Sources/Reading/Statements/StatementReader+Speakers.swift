import Dossier
import Language

/// Who says what a cue attributes.
extension StatementReader {
  /// A quotation's cue has no speaker only where that is at least this likely.
  private static let nobody: Float = 0.85

  /// Whom the models and a few plain forms name as the speaker of what a cue attributes.
  func speaker(of cue: Int, draft: Draft, hasPrevious: Bool) -> Attribution {
    if let quoted = whoIsQuoted(at: cue) {
      return Attribution(
        speaker: context.span(of: NounPhrase.range(quoted, in: context)), probability: Self.plain,
        basis: "who is quoted")
    }
    let candidates = SpeakerCandidates(
      cue: cue, content: draft.tokens, isQuotation: draft.quotation != nil, hasPrevious: hasPrevious, in: context)
    var (best, probabilities) = models.speaker.choose(candidates.decision)
    if best == 0, draft.kind == .direct, probabilities[0] < Self.nobody {
      // A quotation with a cue has a speaker, as good as always.
      for index in probabilities.indices.dropFirst() where best == 0 || probabilities[index] > probabilities[best] {
        best = index
      }
    }
    let word = context.text.tokens[cue].norm
    if best == 0, let quotation = draft.quotation, let name = neighbour(of: cue, behind: context.quotations[quotation])
    {
      return Attribution(speaker: context.span(of: name), probability: Self.plain, basis: "named before \(word)")
    }
    guard best > 0 else { return Attribution(probability: probabilities[best], basis: "nobody named at \(word)") }
    switch candidates.candidates[best - 1] {
    case .previous:
      return Attribution(inherits: true, probability: probabilities[best], basis: "previous speaker")
    case .mention(let chosen):
      let head = principal(of: chosen, among: candidates.candidates)
      if draft.kind == .direct, let name = trailingName(after: cue, instead: head) {
        return Attribution(
          speaker: context.span(of: name), probability: probabilities[best], basis: "named at the end, after \(word)")
      }
      let range = NounPhrase.mention(head, in: context)
      let isSubject = context.text.tokens[head].relation.universal == .nsubj
      let basis = head > cue ? "named after \(word)" : isSubject ? "subject of \(word)" : "named before \(word)"
      return Attribution(speaker: context.span(of: range), probability: probabilities[best], basis: basis)
    }
  }

  /// *The paper quoted Holm as saying*: Holm speaks.
  private func whoIsQuoted(at cue: Int) -> Int? {
    let tokens = context.text.tokens
    let sentence = context.text.sentences[Int(context.sentenceOf[cue])].tokens
    guard tokens[cue].lemma == "quote", tokens[cue].tag == .verb,
      let quoted = (cue + 1..<max(cue + 1, sentence.upperBound)).first(where: {
        tokens[$0].head == cue && tokens[$0].relation == .obj
      }), (quoted + 1..<sentence.upperBound).contains(where: { tokens[$0].norm == "as" && $0 - quoted < 4 })
    else { return nil }
    return quoted
  }

  /// The name or pronoun that alone stands between a quotation and its cue: *“…,” Holm shot back*, where the parse misses
  /// the verb.
  private func neighbour(of cue: Int, behind quotation: Quotation) -> Range<Int>? {
    let start = context.firstToken(at: quotation.span.end)
    guard start < cue, cue - start < 5,
      (start..<cue).allSatisfy({
        context.nameKinds[$0] == 1 || context.text.tokens[$0].tag == .pron && cue - start == 1
      })
    else { return nil }
    return start..<cue
  }

  /// The one in whose company somebody stands: *Berg, together with Dorn, announced …* is Berg's announcement first.
  private func principal(of head: Int, among candidates: [SpeakerCandidates.Candidate]) -> Int {
    let tokens = context.text.tokens
    let start = NounPhrase.mention(head, in: context).lowerBound
    guard start > 1,
      tokens[start - 1].norm == "alongside"
        || tokens[start - 1].norm == "with" && ["together", "along", "jointly"].contains(tokens[start - 2].norm)
    else { return head }
    for case .mention(let other) in candidates where other < start && context.nameKinds[other] == 1 { return other }
    return head
  }

  /// A person's name that ends the sentence of a cue after nothing but adverbials, where the cue's subject is a bare
  /// title: `President of Ukraine said on Sunday evening Maria Lund`.
  private func trailingName(after cue: Int, instead head: Int) -> Range<Int>? {
    let sentence = context.text.sentences[Int(context.sentenceOf[cue])].tokens
    // Whoever stands after *told* is told.
    guard head < cue, context.nameKinds[head] != 1, context.text.tokens[head].tag != .pron,
      context.text.tokens[cue].lemma != "tell"
    else { return nil }
    var end = sentence.upperBound
    while end > cue + 1, context.isPunctuation(end - 1) { end -= 1 }
    var start = end
    while start > cue + 1, context.nameKinds[start - 1] == 1 { start -= 1 }
    guard start < end, start > cue + 1, end - start < 5 else { return nil }
    let hasBreak = (cue + 1..<start).contains { token in
      context.isPunctuation(token) || [.verb, .aux, .pron].contains(context.text.tokens[token].tag)
    }
    // `said of Maria Lund` names whom it is about.
    let isObject = context.text.tokens[start - 1].tag == .adp
    return hasBreak || isObject ? nil : start..<end
  }

  /// The name after a dash that follows a quotation, in its paragraph or as the next one: `– Maria Lund, Oslo`.
  func signature(below index: Int) -> Span? {
    let quotation = context.quotations[index]
    let tokens = context.text.tokens
    let dash = context.firstToken(at: quotation.span.end)
    guard dash + 1 < tokens.count, ["-", "–", "—", "--"].contains(tokens[dash].norm) else { return nil }
    let paragraph = context.paragraphOf[Int(context.sentenceOf[dash])]
    guard Int(paragraph) <= quotation.paragraph + 1 else { return nil }
    var end = dash + 1
    while end < tokens.count, context.paragraphOf[Int(context.sentenceOf[end])] == paragraph { end += 1 }
    guard end - dash < 16 else { return nil }
    let name = (dash + 1..<min(end, dash + 8)).first { token in
      tokens[token].tag == .propn && NounPhrase.isHead(token, in: context)
    }
    return name.map { context.span(of: NounPhrase.range($0, in: context)) }
  }
}
