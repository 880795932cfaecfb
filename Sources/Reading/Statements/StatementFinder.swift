public import Dossier
public import Language

/// Finds what people are said to have said in one document.
public struct StatementFinder: Sendable {
  public init() {}

  /// - Returns: statements in reading order with speaker mention, cue and confidence; `speaker.actor` is not yet known.
  ///   `id` and `duplicateOf` count within this document.
  public func statements(in text: AnalysedText, of document: Document) -> [Statement] { [] }
}
