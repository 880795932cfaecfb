public import Dossier

/// Gives every statement the actor that its speaker mention belongs to.
public struct SpeakerLinker: Sendable {
  public init() {}

  public func link(_ dossier: inout Dossier) {}
}
