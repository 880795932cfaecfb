/// What somebody is said to have said: a quotation or reported speech.
public struct Statement: Sendable {
  public typealias ID = Identifier<Statement>

  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// All of it stands in quotation marks.
    case direct
    /// None of it does.
    case indirect
    /// Reported, with words in quotation marks inside.
    case mixed
    /// A word or two in marks, held at a distance.
    case scare
  }

  public var id: ID
  public var document: Document.ID
  /// What was said. A direct one includes its quotation marks.
  public var span: Span
  public var kind: Kind
  public var speaker: Speaker?
  /// The word or phrase that attributes it: `said`, `according to`, `his call for`.
  public var cue: Cue?
  /// 0…1, calibrated: of those at 0.9 or more at least 95 in 100 are right.
  public var confidence: Double
  /// Why it has this speaker, in a few words.
  public var basis: String
  /// The earlier statement of which this is a verbatim repeat in the same file.
  public var duplicateOf: ID?
  /// The statement just before it that its cue interrupts: “but nothing can be done” goes on with “We are sorry” in
  /// *“We are sorry,” Holm said, “but nothing can be done.”*
  public var continues: ID?
  /// Whether it has a row of its own in lists and reports.
  public var isListed: Bool

  /// All actors who say it.
  public var speakers: [Actor.ID] { (speaker?.actor.map { [$0] } ?? []) + (speaker?.others ?? []) }

  /// What stands in the place of a name where nobody is known to have said it.
  public static let nobody = "speaker not given"

  public init(
    id: ID, document: Document.ID, span: Span, kind: Kind, speaker: Speaker? = nil, cue: Cue? = nil,
    confidence: Double, basis: String, duplicateOf: ID? = nil, continues: ID? = nil,
    isListed: Bool = true
  ) {
    self.id = id
    self.document = document
    self.span = span
    self.kind = kind
    self.speaker = speaker
    self.cue = cue
    self.confidence = confidence
    self.basis = basis
    self.duplicateOf = duplicateOf
    self.continues = continues
    self.isListed = isListed
  }

  /// Who said it, as the text puts it and as an actor.
  public struct Speaker: Hashable, Sendable {
    /// The words that name the speaker, a pronoun too; they may stand paragraphs before, where the speaker is inherited.
    public var mention: Span?
    public var actor: Actor.ID?
    /// Who says it together with `actor`: Roe, where *Holm and Roe say*.
    public var others: [Actor.ID]

    public init(mention: Span?, actor: Actor.ID?, others: [Actor.ID] = []) {
      self.mention = mention
      self.actor = actor
      self.others = others
    }
  }

  /// The attributing words and what kind of saying they mean.
  public struct Cue: Hashable, Sendable {
    public var span: Span
    public var kind: Kind
    /// Whether the text tells that it was said.
    public var status: Status
    /// The cue with the words that tell so, where they stand close before: `has never said`, `may argue`.
    public var phrase: Span

    /// - Parameter phrase: `nil` for the cue alone.
    public init(span: Span, kind: Kind, status: Status = .said, phrase: Span? = nil) {
      self.span = span
      self.kind = kind
      self.status = status
      self.phrase = phrase ?? span
    }

    /// The words to show, with what the text says about them if it stands elsewhere: `not said` of `Nobody in town said`.
    public func words(in text: SourceText) -> String {
      status == .notSaid && phrase == span ? "not \(text[span])" : String(text[phrase])
    }

    public enum Status: String, Hashable, Sendable, CaseIterable {
      case said
      /// *Never said*, *would not confirm*, *nobody asked*.
      case notSaid = "not said"
      /// *May argue*, *is likely to say*, *if she says*.
      case open
    }

    public enum Kind: String, Hashable, Sendable, CaseIterable {
      case asserts, denies, demands, promises, accuses, offers, refuses, praises, doubts, asks, warns, agrees, believes
    }
  }
}
