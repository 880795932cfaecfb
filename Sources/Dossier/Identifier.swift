/// The place of a value in its list in the dossier; typed, so that an actor is never looked up as a document.
public struct Identifier<Value>: Hashable, Sendable, Comparable {
  /// Index into the dossier's list of `Value`.
  public let index: Int

  public init(_ index: Int) { self.index = index }

  public static func < (left: Self, right: Self) -> Bool { left.index < right.index }
}
