/// A person, organisation, place or group under all the names that the documents use.
public struct Actor: Sendable {
  public typealias ID = Identifier<Actor>

  /// What sort of actor it is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case person, organisation, place, group, other
  }

  public var id: ID
  /// The fullest common name.
  public var name: String
  public var kind: Kind
  /// Every surface form, most frequent first, `name` included.
  public var aliases: [Alias]
  /// Roles and titles as the texts give them.
  public var roles: [Role]
  /// In order of document, then place.
  public var mentions: [Mention]
  /// The state or body that a metonym speaks for (`the Kremlin` for Russia).
  public var speaksFor: ID?

  public init(
    id: ID, name: String, kind: Kind, aliases: [Alias] = [], roles: [Role] = [], mentions: [Mention] = [],
    speaksFor: ID? = nil
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.aliases = aliases
    self.roles = roles
    self.mentions = mentions
    self.speaksFor = speaksFor
  }

  /// What to call it where room is short: the one word of its name that the documents use most by itself, as a surname;
  /// the whole name where no word stands for it. Cost: the aliases.
  public var shortName: String {
    guard kind == .person else { return name }
    let words = name.split(separator: " ")
    guard words.count > 1 else { return name }
    return aliases.first { alias in words.contains { $0 == alias.text } }?.text ?? name
  }

  /// One surface form and how often it stands in the documents.
  public struct Alias: Hashable, Sendable {
    public var text: String
    public var count: Int

    public init(text: String, count: Int) {
      self.text = text
      self.count = count
    }
  }

  /// A role or title with the passage that gives it.
  public struct Role: Hashable, Sendable {
    public var text: String
    public var passage: Passage

    public init(text: String, passage: Passage) {
      self.text = text
      self.passage = passage
    }
  }
}

/// One place where a text speaks of an actor.
public struct Mention: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case name, title, epithet, pronoun
  }

  public var document: Document.ID
  public var span: Span
  public var kind: Kind
  /// The rule that tied it to its actor, in a few words: `surname`, `role in this text`, `apposition`.
  public var basis: String
  /// How likely it stands for its actor, 0…1: less than 1 for *he* and *she* alone, whose antecedents are weighed.
  public var confidence: Double

  public init(document: Document.ID, span: Span, kind: Kind, basis: String, confidence: Double = 1) {
    self.document = document
    self.span = span
    self.kind = kind
    self.basis = basis
    self.confidence = confidence
  }
}

/// A span and the document it lies in.
public struct Passage: Hashable, Sendable, Comparable {
  public var document: Document.ID
  public var span: Span

  public init(document: Document.ID, span: Span) {
    self.document = document
    self.span = span
  }

  public static func < (left: Passage, right: Passage) -> Bool {
    left.document != right.document ? left.document < right.document : left.span < right.span
  }
}
