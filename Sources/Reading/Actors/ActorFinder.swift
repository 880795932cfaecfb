public import Dossier
public import Language

/// Finds the actors of a set of documents under all their names.
///
/// A sieve from sure to less sure: names within each text, then across texts; then, text by text, what stands for a name:
/// titles, groups, pronouns, and the "I" of quotations. Each mention carries the rule that tied it.
public struct ActorFinder: Sendable {
  /// Ranks the antecedents of `he` and `she`.
  private let pronouns: PronounModel

  public init() { self.init(pronouns: .shared) }

  /// With another pronoun model than the one that ships; for training.
  public init(pronouns: PronounModel) { self.pronouns = pronouns }

  /// Finds actors.
  /// - Parameters:
  ///   - texts: one for every document.
  ///   - statements: of all documents, in their order; a pronoun inside a quotation needs its speaker.
  /// - Returns: actors, most mentioned first, numbered from 0.
  /// - Complexity: O(n log n) in the length of the texts and the number of documents.
  public func actors(in texts: [AnalysedText], of documents: [Document], statements: [Statement]) -> [Actor] {
    actors(in: texts, of: documents, statements: statements, observe: nil)
  }

  func actors(
    in texts: [AnalysedText], of documents: [Document], statements: [Statement],
    observe: ((ActorText, [Reference], PronounResolver.Case) -> Void)?
  ) -> [Actor] {
    var reading = ActorReading(pronouns: pronouns)
    reading.gatherNames(texts, documents, statements)
    reading.mergeNames()
    reading.resolve(statements, observe: observe)
    return ActorList(reading).actors(documents)
  }
}
