import Dossier
import Reading

/// Which statements were right, by the probability that the models gave them: what confidence is calibrated on.
struct StatementOutcomes {
  var quoted: [(probability: Float, isRight: Bool)] = []
  var reported: [(probability: Float, isRight: Bool)] = []

  /// Judges the statements of an article. Right is a span with an intersection over union of 0.8 with a marked one and a
  /// speaker that overlaps the marked one or shares its last word.
  mutating func add(_ statements: [Statement], of article: QuoteCorpus.Article) {
    let text = article.document.text
    for statement in statements where statement.kind != .scare {
      let span = StatementExamples.trim(statement.span, text.bytes)
      let match = article.quotes.first { quote in
        StatementExamples.likeness(span, StatementExamples.trim(quote.span, text.bytes)) >= 0.8
      }
      let mention = statement.speaker?.mention
      var isRight = match != nil
      if let match, let speaker = match.speaker {
        isRight =
          mention.map { $0.overlaps(speaker) || Self.lastWord($0, text) == Self.lastWord(speaker, text) } ?? false
      } else if let match, let name = match.speakerName, let mention {
        // A name without a place in the text; a pronoun cannot be judged here.
        guard text.bytes[Int(mention.start)] < 0x61 else { continue }
        isRight = name.hasSuffix(Self.lastWord(mention, text))
      }
      let outcome = (probability: Float(statement.confidence), isRight: isRight)
      if statement.kind == .direct { quoted.append(outcome) } else { reported.append(outcome) }
    }
  }

  private static func lastWord(_ span: Span, _ text: SourceText) -> String {
    var words = text[span].split(separator: " ")
    if let last = words.last, last == "'s" || last == "’s" { words.removeLast() }
    return words.last.map(String.init) ?? ""
  }
}
