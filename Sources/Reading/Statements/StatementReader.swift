package import Dossier
import Language

/// Finds the statements of one document with trained models: first quotations, then what cues attribute, then speakers.
package struct StatementReader {
  /// A statement before its speaker is known.
  struct Draft {
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
  struct Attribution {
    var speaker: Span?
    var inherits = false
    var probability: Float
    var basis: String
  }

  /// A cue attributes nothing where "nothing" is at least this likely.
  private static let bar: Float = 0.68
  /// How sure what only the grammar tells is.
  static let plain: Float = 0.6
  /// How sure a turn of a transcript is, and a quotation set as a block.
  private static let transcript: Float = 0.9

  let context: StatementContext
  let models: StatementModels

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
    let blocks = BlockQuotation.blocks(in: context)
    for block in blocks { context.markDirect(block.content) }
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
    drafts += blocks.map { draft(of: $0.content, by: $0.cue, Self.transcript) }
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
    return draft(of: candidates.completed(range), by: candidates.cue, probability)
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
}
