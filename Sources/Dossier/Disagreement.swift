/// Two passages that part, with the reason and how sure it is. It never says who is right.
public struct Disagreement: Sendable {
  public typealias ID = Identifier<Disagreement>

  public enum Relation: String, Hashable, Sendable, CaseIterable {
    /// Both cannot be true of the same thing at the same time.
    case contradiction
    /// They pull against each other, yet both can be true.
    case tension
    /// The same thing told in opposed words or by opposed selection.
    case framing
    /// The same holder said otherwise at another time.
    case shift
  }

  /// In what two passages part.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Two figures for one thing.
    case number
    /// Two times of one happening.
    case date
    /// Two places of one happening.
    case place
    /// One says what the other denies.
    case negation
    /// Words of opposite meaning: *open* and *shut*.
    case antonym
    /// Who does it, and to whom it is done, are exchanged.
    case roles
    /// Two reasons why it happened.
    case cause
    /// Two ends that it serves.
    case purpose
    /// Two who are said to have done or said it.
    case attribution
    /// For and against: *ready* and *unwilling*.
    case stance
    /// The same thing under words that judge it otherwise.
    case wording
    /// What cannot both be, in none of these ways.
    case incompatible
  }

  public enum Time: String, Hashable, Sendable, CaseIterable {
    case same, different, unknown
  }

  public enum Scope: String, Hashable, Sendable, CaseIterable {
    /// Between two documents.
    case cross
    /// Inside one.
    case within
  }

  /// One of the two passages.
  public struct Side: Hashable, Sendable {
    public var passage: Passage
    public var statement: Statement.ID?
    /// Who holds it: the speaker, or `nil` for the reporter.
    public var actor: Actor.ID?

    public init(passage: Passage, statement: Statement.ID? = nil, actor: Actor.ID? = nil) {
      self.passage = passage
      self.statement = statement
      self.actor = actor
    }
  }

  /// The words on both sides that clash, or that show the passages to be about one thing.
  public struct Evidence: Hashable, Sendable {
    public var left: Span
    public var right: Span
    /// How the two relate, in a few words: `opposed`, `same target`.
    public var relation: String

    public init(left: Span, right: Span, relation: String) {
      self.left = left
      self.right = right
      self.relation = relation
    }
  }

  public var id: ID
  public var relation: Relation
  public var kind: Kind
  public var left: Side
  public var right: Side
  public var time: Time
  /// Names the words that clash; `Dossier.because(_:)` gives it as a sentence.
  public var reason: Reason
  public var evidence: [Evidence]
  /// 0…1, calibrated on marked pairs.
  public var confidence: Double

  public init(
    id: ID, relation: Relation, kind: Kind, left: Side, right: Side, time: Time, reason: Reason,
    evidence: [Evidence], confidence: Double
  ) {
    self.id = id
    self.relation = relation
    self.kind = kind
    self.left = left
    self.right = right
    self.time = time
    self.reason = reason
    self.evidence = evidence
    self.confidence = confidence
  }

  /// Both sides, left first.
  public var sides: [Side] { [left, right] }

  public var scope: Scope { left.passage.document == right.passage.document ? .within : .cross }
}

extension Disagreement.Relation {
  /// How strong it is: 0 is the strongest.
  public var rank: Int {
    switch self {
    case .contradiction: 0
    case .tension: 1
    case .framing: 2
    case .shift: 3
    }
  }

  /// Its mark, the same on every screen and in every report, readable without colour.
  public var glyph: String {
    switch self {
    case .contradiction: "≠"
    case .tension: "~"
    case .framing: "◐"
    case .shift: "↝"
    }
  }
}
