public import Dossier
public import Language

/// Finds where the accounts of one event part, where they agree, and what one leaves out.
public struct AccountComparer: Sendable {
  public init() {}

  /// Fills `disagreements`, `agreements`, `omissions` and `bar`.
  public func compare(_ dossier: inout Dossier, texts: [AnalysedText]) {}
}
