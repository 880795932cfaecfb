import Dossier
import Language

/// Finds who says a quotation from the words right before and right after it, by their order alone.
struct FrameRules {
  struct Attribution {
    var speaker: Span
    var cue: Statement.Cue
    var basis: String
  }

  let text: AnalysedText
  private let lexicon = CueLexicon.shared

  init(text: AnalysedText) { self.text = text }

  /// `“…,” said X` and `“…,” X said`, in the tokens that follow a quotation.
  func after(_ tokens: Range<Int>) -> Attribution? {
    var start = tokens.lowerBound
    while start < tokens.upperBound, Self.skipped.contains(text.tokens[start].norm) { start += 1 }
    guard start < tokens.upperBound else { return nil }
    for index in start..<min(tokens.upperBound, start + 14) {
      let norm = text.tokens[index].norm
      if norm == "." || norm == "?" || norm == ";" { return nil }
      guard let cue = cue(at: index) else { continue }
      if text.tokens[start..<index].allSatisfy({ Self.adverbs.contains($0.norm) }) {
        guard let speaker = mention(from: index + 1, upTo: tokens.upperBound) else { return nil }
        return Attribution(speaker: speaker, cue: cue, basis: "named after \(norm)")
      }
      guard let speaker = mention(from: start, upTo: index) else { return nil }
      return Attribution(speaker: speaker, cue: cue, basis: "subject of \(norm)")
    }
    return nil
  }

  /// `X said: “…”` and `X: “…”`, in the tokens that precede a quotation.
  func before(_ tokens: Range<Int>) -> Attribution? {
    let near = tokens.suffix(16)
    for index in near.reversed() {
      let norm = text.tokens[index].norm
      if norm == "." || norm == "?" || norm == "!" { return nil }
      guard let cue = cue(at: index) else { continue }
      var end = index
      while end > tokens.lowerBound, Self.adverbs.contains(text.tokens[end - 1].norm) { end -= 1 }
      var start = end
      while start > tokens.lowerBound, !Self.boundary.contains(text.tokens[start - 1].norm) { start -= 1 }
      guard let speaker = mention(from: start, upTo: end) else { continue }
      return Attribution(speaker: speaker, cue: cue, basis: "subject of \(norm)")
    }
    return nil
  }

  private func cue(at index: Int) -> Statement.Cue? {
    guard let reading = lexicon[text.tokens[index].norm], let verb = reading.verb else { return nil }
    let entry = lexicon.entries[verb]
    guard entry.wordClass == .verb, entry.share >= 0.2 else { return nil }
    return Statement.Cue(span: text.tokens[index].span, kind: entry.kind)
  }

  /// The first noun phrase in the range, as far as capitals and function words show it.
  private func mention(from start: Int, upTo end: Int) -> Span? {
    var first = start
    while first < end, Self.skipped.contains(text.tokens[first].norm) { first += 1 }
    var last = first
    while last < end, last - first < 7, !Self.boundary.contains(text.tokens[last].norm) { last += 1 }
    guard first < last else { return nil }
    return text.tokens[first].span.union(text.tokens[last - 1].span)
  }

  private static let skipped: Set<String> = [",", "-", "–", "—", "and", "but", "as", "while", "then", "so", "which"]
  private static let adverbs: Set<String> = [
    "has", "had", "have", "also", "later", "then", "is", "was", "were", "are", "would", "reportedly", "once",
    "recently",
    "always", "often", "further", "simply", "even", "still", "just", "to",
  ]
  private static let boundary: Set<String> = [
    ",", ".", ";", ":", "-", "–", "—", "(", ")", "in", "on", "at", "to", "of", "for", "during", "after", "before",
    "when",
    "while", "who", "that", "as", "has", "had", "is", "was", "last", "this", "also", "later", "with", "from", "by",
    "told",
    "and", "but", "\"", "“", "”",
  ]
}
