public import Dossier
public import Language

/// Finds what people are said to have said in one document.
public struct StatementFinder: Sendable {
  public init() {}

  /// - Returns: statements in reading order with speaker mention, cue and confidence; `speaker.actor` is not yet known.
  ///   `id` and `duplicateOf` count within this document.
  public func statements(in text: AnalysedText, of document: Document) -> [Statement] {
    let quotations = QuotationFinder.quotations(in: text.text.bytes, paragraphs: text.paragraphs.map(\.span))
      .filter { $0.depth == 0 && !$0.isSingle }
    let rules = FrameRules(text: text)
    var statements: [Statement] = []
    var previous: Statement?
    for (index, quotation) in quotations.enumerated() {
      let paragraph = text.paragraphs[quotation.paragraph]
      let neighbours = (
        index > 0 && quotations[index - 1].paragraph == quotation.paragraph ? quotations[index - 1] : nil,
        index + 1 < quotations.count && quotations[index + 1].paragraph == quotation.paragraph
          ? quotations[index + 1] : nil
      )
      let before = tokens(
        in: text, from: neighbours.0.map { Int($0.span.end) } ?? Int(paragraph.span.start),
        to: Int(quotation.span.start))
      let after = tokens(
        in: text, from: Int(quotation.span.end), to: neighbours.1.map { Int($0.span.start) } ?? Int(paragraph.span.end))
      let content = tokens(in: text, from: Int(quotation.content.start), to: Int(quotation.content.end))
      let endsWithMark =
        content.last.map { [",", ".", "!", "?", "…", "-", "—"].contains(text.tokens[$0].norm) } ?? false
      let attribution = (endsWithMark ? rules.after(after) : nil) ?? rules.before(before)
      let isWhole = content.count >= 4 && (endsWithMark || !quotation.isClosed)
      var statement = Statement(
        id: Statement.ID(statements.count), document: document.id, span: quotation.span,
        kind: isWhole || attribution != nil ? .direct : .scare, confidence: 0.5, basis: "in quotation marks")
      if let attribution {
        statement.speaker = Statement.Speaker(mention: attribution.speaker, actor: nil)
        statement.cue = attribution.cue
        statement.basis = attribution.basis
        statement.confidence = 0.9
      } else if isWhole, let previous {
        statement.speaker = previous.speaker
        statement.cue = previous.cue
        statement.basis = "previous speaker"
        statement.confidence = 0.8
      }
      if statement.kind == .direct { previous = statement }
      statements.append(statement)
    }
    return statements
  }

  /// The tokens that lie between two offsets.
  private func tokens(in text: AnalysedText, from start: Int, to end: Int) -> Range<Int> {
    func first(at offset: Int) -> Int {
      var low = 0
      var high = text.tokens.count
      while low < high {
        let middle = (low + high) / 2
        if Int(text.tokens[middle].span.start) < offset { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let lower = first(at: start)
    return lower..<max(lower, first(at: end))
  }
}
