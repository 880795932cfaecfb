public import Dossier

/// What names a set of articles in the library: the articles, whatever a person calls the place where they lie.
public struct LibrarySet: Hashable, Sendable {
  /// A digest of the texts, in whatever order.
  public let key: String
  /// What was opened, in full: by that the set is known again when an article has changed or come to it.
  public let opened: String

  /// Cost: nothing where the documents know their hashes, else one pass over all texts.
  public init(_ documents: [Document], opened: String) {
    key = Anchor.hash(of: SourceText(documents.map(\.contentHash).sorted().joined(separator: "\n")))
    self.opened = opened
  }
}
