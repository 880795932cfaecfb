public import Dossier

/// Reads English: splits, tags, parses and finds names.
///
/// Holds the tables; cheap to copy, safe to share among threads.
public struct Analyser: Sendable {
  private let nameFinder = NameFinder()
  private let parsers = ParserPool()

  public init() {}

  /// Analyses the given blocks of a text.
  /// - Parameters:
  ///   - text: the text that the blocks lie in.
  ///   - blocks: spans in order, without overlap; each becomes one paragraph.
  /// - Returns: tokens with lemma, tag and head, sentences and names. Text that is no language gives odd tags, never an error.
  /// - Complexity: linear in the length of the blocks.
  public func analyse(_ text: SourceText, blocks: [Span]) -> AnalysedText {
    var analysed = parse(text, blocks: blocks)
    analysed.names = nameFinder.names(in: analysed)
    return analysed
  }

  /// All but the names; what the name finder is trained on.
  package func parse(_ text: SourceText, blocks: [Span]) -> AnalysedText {
    var analysed = split(text, blocks: blocks)
    let parser = parsers.take()
    for sentence in analysed.sentences { parser.parse(&analysed.tokens, sentence: sentence.tokens, bytes: text.bytes) }
    parsers.give(back: parser)
    return analysed
  }

  /// Paragraphs, sentences and bare tokens.
  package func split(_ text: SourceText, blocks: [Span]) -> AnalysedText {
    var analysed = AnalysedText(text: text)
    var tokeniser = Tokeniser(text.bytes)
    let splitter = SentenceSplitter(bytes: text.bytes)
    for block in blocks {
      let end = min(Int(block.end), text.bytes.count)
      let first = tokeniser.tokens.count
      tokeniser.tokenise(min(Int(block.start), end)..<end)
      let firstSentence = analysed.sentences.count
      for range in splitter.split(tokeniser.tokens[first...]) {
        let span = Span(
          tokeniser.tokens[range.lowerBound].lowerBound, tokeniser.tokens[range.upperBound - 1].upperBound)
        analysed.sentences.append(Sentence(span: span, tokens: range))
      }
      analysed.paragraphs.append(Paragraph(span: block, sentences: firstSentence..<analysed.sentences.count))
    }
    analysed.tokens = tokeniser.tokens.map { Token(span: Span($0), norm: Norm.of($0, in: text.bytes)) }
    return analysed
  }
}
