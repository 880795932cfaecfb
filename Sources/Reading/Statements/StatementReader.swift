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
  private static let bar: Float = 0.6

  private var context: StatementContext
  private let models: StatementModels

  package init(_ context: StatementContext, models: StatementModels) {
    self.context = context
    self.models = models
  }

  /// - Returns: statements in reading order; `id` counts from 0, `duplicateOf` is not yet set.
  package static func statements(in context: StatementContext, models: StatementModels) -> [Statement] {
    var reader = StatementReader(context, models: models)
    return reader.read()
  }

  private mutating func read() -> [Statement] {
    let roles = context.quotations.indices.map { index in
      models.role.choose(QuotationRole.decision(index, in: context)).probabilities[1]
    }
    for (index, quotation) in context.quotations.enumerated() where roles[index] > 0.5 {
      for token in context.tokens(in: quotation.span) { context.isDirect[token] = true }
    }
    var drafts: [Draft] = []
    for (index, quotation) in context.quotations.enumerated() where roles[index] > 0.5 {
      drafts.append(direct(index, quotation, probability: roles[index]))
    }
    drafts += reported()
    for (index, quotation) in context.quotations.enumerated() where roles[index] <= 0.5 {
      guard !drafts.contains(where: { $0.span.overlaps(quotation.span) }) else { continue }
      let tokens = context.tokens(in: quotation.span)
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
    if best > 0 { draft.cue = choice.candidates[best - 1] }
    return draft
  }

  /// What cues attribute, the likeliest first, without overlap.
  private func reported() -> [Draft] {
    var proposals: [Draft] = []
    for cue in ContentCandidates.cues(in: context) {
      for side in [ContentCandidates.Side.before, .after] {
        let candidates = ContentCandidates(cue: cue, side: side, in: context)
        guard let (range, probability, none) = candidates.choose(models.content), none < Self.bar else { continue }
        let span = context.span(of: range)
        proposals.append(
          Draft(span: span, kind: kind(of: range), tokens: range, cue: cue, probability: probability))
      }
    }
    proposals.sort { $0.probability != $1.probability ? $0.probability > $1.probability : $0.span < $1.span }
    var taken: [Draft] = []
    for proposal in proposals {
      let overlaps = taken.contains { $0.span.overlaps(proposal.span) }
      if !overlaps { taken.append(proposal) }
    }
    return taken
  }

  private func kind(of range: Range<Int>) -> Statement.Kind {
    let quoted = range.filter { context.quotationOf[$0] >= 0 }.count
    return quoted == 0 ? .indirect : quoted == range.count ? .direct : .mixed
  }

  private func attribute(_ drafts: [Draft]) -> [Statement] {
    var statements: [Statement] = []
    var byCue: [Int: Attribution] = [:]
    var previous: Statement?
    for draft in drafts {
      var statement = Statement(
        id: Statement.ID(statements.count), document: context.document.id, span: draft.span, kind: draft.kind,
        confidence: Double(draft.probability), basis: "in quotation marks")
      if let cue = draft.cue {
        let attribution = byCue[cue] ?? speaker(of: cue, draft: draft, hasPrevious: previous != nil)
        byCue[cue] = attribution
        statement.cue = Statement.Cue(span: context.text.tokens[cue].span, kind: context.cue(cue)?.kind ?? .asserts)
        if attribution.inherits {
          statement.speaker = previous?.speaker
        } else if let mention = attribution.speaker {
          statement.speaker = Statement.Speaker(mention: mention, actor: nil)
        }
        statement.basis = attribution.basis
        statement.confidence *= Double(attribution.probability)
      } else if draft.kind == .direct {
        if let previous {
          statement.speaker = previous.speaker
          statement.cue = previous.cue
          statement.basis = "previous speaker"
        }
      }
      if draft.kind != .scare, statement.speaker != nil { previous = statement }
      let calibration = draft.kind == .direct ? models.quoted : models.reported
      statement.confidence = Double(calibration.confidence(Float(statement.confidence)))
      statements.append(statement)
    }
    return statements
  }

  private func speaker(of cue: Int, draft: Draft, hasPrevious: Bool) -> Attribution {
    let candidates = SpeakerCandidates(
      cue: cue, content: draft.tokens, isQuotation: draft.quotation != nil, hasPrevious: hasPrevious, in: context)
    let (best, probabilities) = models.speaker.choose(candidates.decision)
    let word = context.text.tokens[cue].norm
    guard best > 0 else { return Attribution(probability: probabilities[best], basis: "nobody named at \(word)") }
    switch candidates.candidates[best - 1] {
    case .previous:
      return Attribution(inherits: true, probability: probabilities[best], basis: "previous speaker")
    case .mention(let head):
      let range = NounPhrase.range(head, in: context)
      let isSubject = context.text.tokens[head].relation.universal == .nsubj
      let basis = head > cue ? "named after \(word)" : isSubject ? "subject of \(word)" : "named before \(word)"
      return Attribution(speaker: context.span(of: range), probability: probabilities[best], basis: basis)
    }
  }
}
