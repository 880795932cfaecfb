import Dossier

/// Tags, lemmatises and parses sentences that are already split into tokens.
///
/// Holds buffers that are reused; make one for a run over many sentences, on one thread.
public struct SentenceParser {
  private let parser = SyntaxParser()

  public init() {}

  /// Analyses one sentence.
  /// - Parameter forms: its tokens as UTF-8; what is no valid UTF-8 is analysed as damaged text, never an error.
  /// - Returns: one token per form. Spans are offsets into the forms joined without gaps; heads are indices of tokens.
  /// - Complexity: linear in the number of tokens but for arcs, which are quadratic within a sentence.
  public func parse(_ forms: [ArraySlice<UInt8>]) -> [Token] {
    var bytes: [UInt8] = []
    var tokens: [Token] = []
    tokens.reserveCapacity(forms.count)
    for form in forms {
      let start = bytes.count
      bytes += form
      tokens.append(Token(span: Span(start, bytes.count), norm: Norm.of(start..<bytes.count, in: bytes)))
    }
    parser.parse(&tokens, sentence: tokens.indices, bytes: bytes)
    return tokens
  }
}
