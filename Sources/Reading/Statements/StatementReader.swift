package import Dossier
import Language

/// Finds the statements of one document with trained models: first quotations, then what cues attribute, then speakers.
package struct StatementReader {
  /// A statement before its speaker is known.
  private struct Draft {
    var span: Span
    var kind: Statement.Kind
    var tokens: Range<Int>
    var cue: Int?
    var quotation: Int?
    /// The name that opens a turn of a transcript.
    var label: Range<Int>?
    var probability: Float
  }

  /// Who speaks, as the choice for one cue gave it.
  private struct Attribution {
    var speaker: Span?
    var inherits = false
    var probability: Float
    var basis: String
  }

  /// A cue attributes nothing where "nothing" is at least this likely.
  private static let bar: Float = 0.68
  /// How sure what only the grammar tells is.
  private static let plain: Float = 0.6
  /// How sure a turn of a transcript is.
  private static let transcript: Float = 0.9
  /// A quotation's cue has no speaker only where that is at least this likely.
  private static let nobody: Float = 0.85

  private let context: StatementContext
  private let models: StatementModels

  package init(_ context: StatementContext, models: StatementModels) {
    self.context = context
    self.models = models
  }

  /// - Returns: statements in reading order; `id` counts from 0, `duplicateOf` is not yet set.
  package static func statements(in context: StatementContext, models: StatementModels) -> [Statement] {
    StatementReader(context, models: models).read()
  }

  private func read() -> [Statement] {
    context.clearDirect()
    let turns = Transcript.turns(in: context)
    for turn in turns { context.markDirect(turn.label.lowerBound..<turn.content.upperBound) }
    let roles = context.quotations.indices.map { index -> Float in
      let first = context.firstToken(at: context.quotations[index].span.start)
      guard context.isDirect.indices.contains(first), !context.isDirect[first],
        !QuotationRole.isPredicate(index, in: context)
      else { return 0 }
      return models.role.choose(QuotationRole.decision(index, in: context)).probabilities[1]
    }
    for (index, quotation) in context.quotations.enumerated() where roles[index] > 0.5 {
      context.markDirect(context.tokens(in: quotation.span))
    }
    var drafts = turns.map { turn in
      Draft(
        span: context.span(of: turn.content), kind: .indirect, tokens: turn.content, label: turn.label,
        probability: Self.transcript)
    }
    for (index, quotation) in context.quotations.enumerated() where roles[index] > 0.5 {
      drafts.append(direct(index, quotation, probability: roles[index]))
    }
    drafts += reported()
    var isTaken = [Bool](repeating: false, count: context.text.tokens.count)
    for draft in drafts {
      for token in draft.tokens { isTaken[token] = true }
    }
    for (index, quotation) in context.quotations.enumerated() where roles[index] <= 0.5 {
      let tokens = context.tokens(in: quotation.span)
      guard !tokens.contains(where: { isTaken[$0] }) else { continue }
      drafts.append(
        Draft(span: quotation.span, kind: .scare, tokens: tokens, quotation: index, probability: 1 - roles[index]))
    }
    drafts.sort { $0.span < $1.span }
    return attribute(drafts)
  }

  private func direct(_ index: Int, _ quotation: Quotation, probability: Float) -> Draft {
    let choice = QuotationCue(index, in: context)
    let (best, probabilities) = models.quotationCue.choose(choice.decision)
    var draft = Draft(
      span: quotation.span, kind: .direct, tokens: context.tokens(in: quotation.span), quotation: index,
      probability: probability * probabilities[best])
    if best > 0 {
      draft.cue = choice.candidates[best - 1]
    } else if let verb = QuotationCue.plainVerb(after: quotation, in: context) {
      draft.cue = verb
      draft.probability = probability * Self.plain
    }
    return draft
  }

  /// What cues attribute, the likeliest first, without overlap; last what only the grammar tells.
  private func reported() -> [Draft] {
    var proposals: [(candidates: ContentCandidates, draft: Draft)] = []
    let cues = ContentCandidates.cues(in: context)
    for cue in cues {
      for side in [ContentCandidates.Side.before, .after] {
        let candidates = ContentCandidates(cue: cue, side: side, in: context)
        if let draft = draft(candidates) { proposals.append((candidates, draft)) }
      }
    }
    proposals.sort {
      $0.draft.probability != $1.draft.probability
        ? $0.draft.probability > $1.draft.probability : $0.draft.span < $1.draft.span
    }
    var isTaken = [Bool](repeating: false, count: context.text.tokens.count)
    var found: [Draft] = []
    func take(_ draft: Draft) {
      for token in draft.tokens { isTaken[token] = true }
      found.append(draft)
    }
    for (candidates, proposed) in proposals {
      // *Said she was troubled, adding that it was sad*: the second saying takes its words from the first, which keeps the
      // rest.
      let overlaps = isTaken[proposed.tokens].contains(true)
      if let draft = overlaps ? draft(candidates, besides: isTaken) : proposed { take(draft) }
    }
    for cue in cues {
      for range in PlainContent.ranges(of: cue, in: context) where !isTaken[range].contains(true) {
        take(draft(of: range, by: cue, Self.plain))
      }
    }
    return found
  }

  private func draft(_ candidates: ContentCandidates, besides isTaken: [Bool] = []) -> Draft? {
    guard let (range, probability, none) = candidates.choose(models.content, besides: isTaken), none < Self.bar else {
      return nil
    }
    return draft(of: range, by: candidates.cue, probability)
  }

  private func draft(of range: Range<Int>, by cue: Int, _ probability: Float) -> Draft {
    Draft(span: context.span(of: range), kind: kind(of: range), tokens: range, cue: cue, probability: probability)
  }

  private func kind(of range: Range<Int>) -> Statement.Kind {
    let quoted = range.filter { context.quotationOf[$0] >= 0 }.count
    return quoted == 0 ? .indirect : quoted == range.count ? .direct : .mixed
  }

  private func attribute(_ drafts: [Draft]) -> [Statement] {
    var statements: [Statement] = []
    var byCue: [Int: Attribution] = [:]
    var previous: Statement?
    for (index, draft) in drafts.enumerated() {
      var statement = Statement(
        id: Statement.ID(statements.count), document: context.document.id, span: draft.span, kind: draft.kind,
        confidence: Double(draft.probability), basis: "in quotation marks")
      if let label = draft.label {
        let colon = context.text.tokens[label.upperBound].span
        statement.cue = Statement.Cue(span: colon, kind: .asserts)
        // Q and A name nobody.
        if label.count > 1 || context.span(of: label).count > 1 {
          statement.speaker = Statement.Speaker(mention: context.span(of: label), actor: nil)
        }
        statement.basis = "transcript"
      } else if let cue = draft.cue {
        let attribution = byCue[cue] ?? speaker(of: cue, draft: draft, hasPrevious: previous != nil)
        byCue[cue] = attribution
        let sentence = context.text.sentences[Int(context.sentenceOf[cue])].tokens
        let (status, words) = CueStatus(in: sentence, of: context).status(of: cue)
        statement.cue = Statement.Cue(
          span: context.text.tokens[cue].span, kind: context.cue(cue)?.kind ?? .asserts, status: status,
          phrase: context.span(of: words))
        if attribution.inherits {
          statement.speaker = previous?.speaker
        } else if let mention = attribution.speaker {
          statement.speaker = Statement.Speaker(mention: mention, actor: nil)
        }
        statement.basis = attribution.basis
        statement.confidence *= Double(attribution.probability)
      } else if draft.kind == .direct {
        if let quotation = draft.quotation, let mention = signature(below: quotation) {
          statement.speaker = Statement.Speaker(mention: mention, actor: nil)
          statement.basis = "signed after it"
        } else if let previous {
          statement.speaker = previous.speaker
          statement.cue = previous.cue
          statement.basis = "previous speaker"
        }
      }
      if index > 0, isInterrupted(drafts[index - 1], draft) { statement.continues = Statement.ID(index - 1) }
      if draft.kind != .scare, statement.speaker != nil { previous = statement }
      let calibration = draft.kind == .direct ? models.quoted : models.reported
      statement.confidence = Double(calibration.confidence(Float(statement.confidence)))
      statements.append(statement)
    }
    return statements
  }

  /// Whether a cue stands within one sentence between two halves of what it attributes.
  private func isInterrupted(_ first: Draft, _ second: Draft) -> Bool {
    guard let cue = second.cue, first.cue == cue, first.tokens.upperBound <= cue, cue < second.tokens.lowerBound else {
      return false
    }
    let sentence = context.sentenceOf[cue]
    return context.sentenceOf[first.tokens.upperBound - 1] == sentence
      && context.sentenceOf[second.tokens.lowerBound] == sentence
  }

  private func speaker(of cue: Int, draft: Draft, hasPrevious: Bool) -> Attribution {
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
  private func signature(below index: Int) -> Span? {
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
