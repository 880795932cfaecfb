public import Dossier
public import Language

/// Finds the actors of a set of documents under all their names.
public struct ActorFinder: Sendable {
  public init() {}

  /// - Parameters:
  ///   - texts: one for every document.
  ///   - statements: of all documents; a pronoun inside a quotation needs its speaker.
  /// - Returns: actors, most mentioned first, numbered from 0.
  public func actors(in texts: [AnalysedText], of documents: [Document], statements: [Statement]) -> [Actor] { [] }
}
