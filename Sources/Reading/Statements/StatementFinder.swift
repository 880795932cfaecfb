public import Dossier
public import Language

/// Finds what people are said to have said in one document.
///
/// Quotations come from their marks, reported speech from cues and the parse; models trained on marked news choose among
/// the candidates (`StatementReader`).
public struct StatementFinder: Sendable {
  public init() {}

  /// Finds the statements of one document.
  /// - Parameters:
  ///   - text: the analysis of the document's readable blocks.
  ///   - document: whose text that is.
  /// - Returns: statements in reading order with speaker mention, cue and confidence; `speaker.actor` is not yet known.
  ///   `id` and `duplicateOf` count within this document.
  /// - Complexity: linear in the number of tokens, given sentences of bounded length.
  public func statements(in text: AnalysedText, of document: Document) -> [Statement] {
    let context = StatementContext(text: text, document: document)
    var statements = StatementReader.statements(in: context, models: .shared)
    markDuplicates(&statements, in: text.text)
    StatementListing.mark(&statements, in: context)
    return statements
  }

  /// Points a statement that repeats an earlier one word by word at the first of them. Short ones repeat by chance.
  private func markDuplicates(_ statements: inout [Statement], in text: SourceText) {
    var first: [String: Statement.ID] = [:]
    for index in statements.indices {
      let letters = text.bytes[statements[index].span.range].compactMap { byte -> UInt8? in
        switch byte {
        case 0x41...0x5A: byte | 0x20
        case 0x30...0x39, 0x61...0x7A: byte
        default: nil
        }
      }
      guard letters.count >= 20 else { continue }
      let key = String(decoding: letters, as: UTF8.self)
      if let earlier = first[key] {
        statements[index].duplicateOf = earlier
      } else {
        first[key] = statements[index].id
      }
    }
  }
}
