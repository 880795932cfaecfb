import Dossier
import Language

/// One text as the stages of actor finding look at it: tokens by index, with their names, sentences and quotations.
final class ActorText {
  let document: Document.ID
  let analysed: AnalysedText
  /// Index of the sentence of every token.
  let sentenceOf: [Int32]
  /// Index of the name that holds a token, or -1.
  let nameOf: [Int32]
  /// Spans inside quotation marks, in order, with the statement that each belongs to.
  let quoted: [Quoted]
  /// What is reported outside quotation marks, or not all inside, in order.
  private let reported: [Quoted]
  /// Where the text names who speaks, in order.
  private let speakers: [Span]
  /// The statements of this text, among all of the dossier.
  let statements: Range<Int>
  /// Whether a sentence is written as a headline: nearly every word a capital; before a full stop, all but a few of many.
  let isHeadline: [Bool]
  private let keys: [String]

  struct Quoted {
    var span: Span
    /// Index into all statements of the dossier.
    var statement: Int
  }

  init(_ analysed: AnalysedText, document: Document.ID, statements: ArraySlice<Statement>) {
    self.document = document
    self.analysed = analysed
    let count = analysed.tokens.count
    var sentenceOf = [Int32](repeating: 0, count: count)
    for (number, sentence) in analysed.sentences.enumerated() {
      for token in sentence.tokens.clamped(to: 0..<count) { sentenceOf[token] = Int32(number) }
    }
    self.sentenceOf = sentenceOf
    var nameOf = [Int32](repeating: -1, count: count)
    for (number, name) in analysed.names.enumerated() {
      for token in name.tokens.clamped(to: 0..<count) { nameOf[token] = Int32(number) }
    }
    self.nameOf = nameOf
    quoted = Self.quotedSpans(of: statements, in: analysed.text)
    self.statements = statements.indices
    reported = zip(statements.indices, statements).filter { $1.kind == .indirect || $1.kind == .mixed }
      .map { Quoted(span: $1.span, statement: $0) }.sorted { $0.span < $1.span }
    speakers = statements.compactMap { $0.speaker?.mention }.sorted()
    let keys = analysed.tokens.map { NameKey.of($0.norm) }
    self.keys = keys
    isHeadline = analysed.sentences.map { Self.isHeadline($0.tokens.clamped(to: 0..<count), analysed, keys) }
  }

  private static func isHeadline(_ tokens: Range<Int>, _ analysed: AnalysedText, _ keys: [String]) -> Bool {
    var words = 0
    var capitals = 0
    for token in tokens where keys[token].utf8.count > 1 && !smallWords.contains(keys[token]) {
      let first = analysed.text.bytes[Int(analysed.tokens[token].span.start)]
      words += 1
      if (0x41...0x5A).contains(first) || first >= 0xC3 || (0x30...0x39).contains(first) { capitals += 1 }
    }
    let isStopped = tokens.last.map { analysed.tokens[$0].norm == "." } ?? false
    return isStopped ? words >= 6 && capitals * 10 >= words * 9 : words >= 3 && capitals * 5 >= words * 4
  }

  private static let smallWords: Set<String> = [
    "an", "the", "of", "in", "on", "to", "for", "and", "or", "with", "at", "by", "as", "from", "over", "after", "is",
    "but", "vs", "its",
    "his", "her", "be", "into", "up", "off", "out", "not", "no", "are", "was",
  ]

  var tokens: [Token] { analysed.tokens }

  func norm(_ token: Int) -> String { analysed.tokens[token].norm }

  /// The norm's letters and digits without diacritics; empty for punctuation.
  func key(_ token: Int) -> String { keys[token] }

  /// The keys of a word and the next run together; `nil` where either is a mark or there is no next one.
  func keyOfPair(_ token: Int) -> String? {
    guard token + 1 < keys.count, !keys[token].isEmpty, !keys[token + 1].isEmpty else { return nil }
    return keys[token] + keys[token + 1]
  }

  func span(_ tokens: Range<Int>) -> Span {
    Span(start: analysed.tokens[tokens.lowerBound].span.start, end: analysed.tokens[tokens.upperBound - 1].span.end)
  }

  func words(_ tokens: Range<Int>) -> String { analysed.text[span(tokens)] }

  func reads(_ words: [String], at index: Int) -> Bool {
    for (offset, word) in words.enumerated() where analysed.tokens[index + offset].norm != word { return false }
    return true
  }

  /// Whether the token's first byte is an upper-case letter, or a byte past ASCII.
  func isCapitalised(_ token: Int) -> Bool {
    let first = analysed.text.bytes[Int(analysed.tokens[token].span.start)]
    return (0x41...0x5A).contains(first) || first >= 0xC3
  }

  /// Whether it is one word of two to five capitals, outside headlines, where anybody may be.
  func isAcronym(_ tokens: Range<Int>) -> Bool {
    guard tokens.count == 1, !isHeadline[Int(sentenceOf[tokens.lowerBound])] else { return false }
    let bytes = analysed.text.bytes[analysed.tokens[tokens.lowerBound].span.range]
    return (2...5).contains(bytes.count) && bytes.allSatisfy { (0x41...0x5A).contains($0) }
  }

  /// Whether a name is told as that of a body alone: behind *the*, with no noun to follow.
  func isBody(_ name: Range<Int>) -> Bool {
    guard name.lowerBound > 0, norm(name.lowerBound - 1) == "the" else { return false }
    return !isFollowed(name) { $0.norm == "-" || Self.isNominal($0) }
  }

  /// Whether a noun or what may stand before one follows a name in its sentence.
  func isBesideNoun(_ name: Range<Int>) -> Bool { isFollowed(name, by: Self.isNominal) }

  private func isFollowed(_ name: Range<Int>, by isOne: (Token) -> Bool) -> Bool {
    let next = name.upperBound
    return next < tokens.count && sentenceOf[next] == sentenceOf[next - 1] && isOne(tokens[next])
  }

  private static func isNominal(_ token: Token) -> Bool { [.noun, .propn, .adj].contains(token.tag) }

  /// Tokens of the sentence that a token stands in.
  func sentence(of token: Int) -> Range<Int> {
    guard analysed.sentences.indices.contains(Int(sentenceOf[token])) else { return 0..<analysed.tokens.count }
    return analysed.sentences[Int(sentenceOf[token])].tokens.clamped(to: 0..<analysed.tokens.count)
  }

  /// The first token of the paragraph that a token stands in.
  func paragraphStart(of token: Int) -> Int {
    let sentence = Int(sentenceOf[token])
    let next = analysed.paragraphs.partitioningIndex { $0.sentences.lowerBound > sentence }
    guard next > 0 else { return 0 }
    let first = analysed.paragraphs[next - 1].sentences.lowerBound
    return analysed.sentences.indices.contains(first) ? analysed.sentences[first].tokens.lowerBound : 0
  }

  /// The quotation that a token stands in.
  func quotation(at token: Int) -> Quoted? {
    let offset = analysed.tokens[token].span.start
    let next = quoted.partitioningIndex { $0.span.start > offset }
    guard next > 0, offset < quoted[next - 1].span.end else { return nil }
    return quoted[next - 1]
  }

  /// The innermost reported statement that a token stands in, of the few that begin last before it.
  func report(at token: Int) -> Quoted? {
    let offset = analysed.tokens[token].span.start
    let next = reported.partitioningIndex { $0.span.start > offset }
    return reported[max(0, next - 4)..<next].last { offset < $0.span.end }
  }

  /// Whether words open those that name who speaks, or hold them.
  func speaks(_ tokens: Range<Int>) -> Bool {
    let span = span(tokens)
    let next = speakers.partitioningIndex { $0.start > span.start }
    // *Mayor Anna Holm* begins before the name; *Anna Holm's lawyer* ends behind it.
    return next > 0 && speakers[next - 1].end >= span.start && speakers[next - 1].end <= span.end
  }

  /// Whole direct statements, and what stands in marks inside mixed ones.
  private static func quotedSpans(of statements: ArraySlice<Statement>, in text: SourceText) -> [Quoted] {
    var spans: [Quoted] = []
    for (index, statement) in zip(statements.indices, statements) {
      switch statement.kind {
      case .direct: spans.append(Quoted(span: statement.span, statement: index))
      case .mixed:
        for inner in markedSpans(in: statement.span, of: text) { spans.append(Quoted(span: inner, statement: index)) }
      case .indirect, .scare: continue
      }
    }
    spans.sort { $0.span < $1.span }
    // Statements may nest; a search by start needs spans that do not overlap, and the outer one has the speaker of "I".
    var apart: [Quoted] = []
    for span in spans where apart.last.map({ $0.span.end <= span.span.start }) ?? true { apart.append(span) }
    return apart
  }

  private static func markedSpans(in span: Span, of text: SourceText) -> [Span] {
    var spans: [Span] = []
    var open: Int?
    let end = min(Int(span.end), text.bytes.count)
    var index = Int(span.start)
    while index < end {
      let byte = text.bytes[index]
      let isCurly = byte == 0xE2 && index + 2 < end && text.bytes[index + 1] == 0x80
      let opens = isCurly && text.bytes[index + 2] == 0x9C
      let closes = isCurly && text.bytes[index + 2] == 0x9D
      if let start = open, closes || byte == 0x22 {
        spans.append(Span(start, index))
        open = nil
      } else if opens || byte == 0x22 {
        open = index
      }
      index += 1
    }
    return spans
  }
}
