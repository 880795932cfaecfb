public import Dossier
public import Language

/// Groups documents by the event that they tell of.
public struct EventFinder: Sendable {
  public init() {}

  /// Fills `dossier.events` and every document's `event`.
  public func find(in dossier: inout Dossier, texts: [AnalysedText]) {}
}
