/// Something that a person added to what was read: a small value laid over the dossier, undone by removing it.
public struct Annotation: Hashable, Sendable {
  /// A name for it that no other annotation has, on any machine.
  public struct ID: Hashable, Sendable, Comparable {
    /// 32 hexadecimal digits.
    public var digits: String

    public init(digits: String) { self.digits = digits }

    /// A new one, drawn at random.
    public static func unique() -> ID {
      ID(digits: UInt128.random(in: .min ... .max).hexadecimal(width: 32))
    }

    public static func < (left: ID, right: ID) -> Bool { left.digits < right.digits }
  }

  /// What it is on.
  public enum Subject: String, Hashable, Sendable {
    /// One passage, or both of a disagreement, or the words that a correction is of.
    case passages
    /// An agreement: all its passages.
    case agreement
    /// An omission: what is told, and what stands for the article that leaves it out.
    case omission
  }

  /// What a person thinks of a disagreement, an agreement or an omission.
  public enum Verdict: String, Hashable, Sendable, CaseIterable {
    case accepted, rejected, unsure

    /// Its mark, the same on every screen and in every report.
    public var glyph: String {
      switch self {
      case .accepted: "✓"
      case .rejected: "✗"
      case .unsure: "?"
      }
    }
  }

  /// What it says of its passages.
  public enum Content: Hashable, Sendable {
    /// Of a disagreement, an agreement or an omission.
    case verdict(Verdict)
    case note(String)
    case tag(String)
    case bookmark
    /// This statement was made by the actor of that name; `nil`: by nobody.
    case speaker(String?)
    /// The actor mentioned here is to be called so.
    case actorName(String)
    /// The actors mentioned in these two passages are one.
    case sameActor
    /// The actors mentioned in these two passages are two.
    case otherActor
    /// The document of this passage is from that outlet.
    case outlet(String)
    /// The document of this passage was published then, as `PartialDate` writes it.
    case published(String)
  }

  public var id: ID
  /// Seconds since 1970, as the clock of the person's machine had it; of several made in one second each later one is put
  /// a second on, so that the order in which they were made is kept.
  public var made: Int64
  public var subject: Subject
  /// Where its subject stands.
  public var anchors: [Anchor]
  public var content: Content

  public init(id: ID, made: Int64, subject: Subject = .passages, anchors: [Anchor], content: Content) {
    self.id = id
    self.made = made
    self.subject = subject
    self.anchors = anchors
    self.content = content
  }
}

extension Annotation {
  /// Whether it is on a disagreement, an agreement or an omission.
  public var isOnFinding: Bool {
    guard !content.isCorrection else { return false }
    return subject != .passages || anchors.count > 1
  }

  /// Two notes on one thing as one: copies of the program that were open at once may each have left theirs, and what
  /// somebody wrote is not hidden behind what was written later.
  public static func note(_ one: String, and other: String) -> String {
    one.isEmpty || one == other ? other : "\(one) / \(other)"
  }
}

extension Annotation.Content {
  /// Whether it changes what the dossier says, rather than saying something of it.
  public var isCorrection: Bool {
    switch self {
    case .speaker, .actorName, .sameActor, .otherActor, .outlet, .published: true
    case .verdict, .note, .tag, .bookmark: false
    }
  }

  /// Its mark, the same on every screen and in every report.
  public var glyph: String {
    switch self {
    case .verdict(let verdict): verdict.glyph
    case .note: "✎"
    case .tag: "#"
    case .bookmark: "◆"
    case .speaker, .actorName, .sameActor, .otherActor, .outlet, .published: "±"
    }
  }

  /// The name under which it is stored and exported.
  public var kind: String {
    switch self {
    case .verdict: "verdict"
    case .note: "note"
    case .tag: "tag"
    case .bookmark: "bookmark"
    case .speaker: "speaker"
    case .actorName: "actor-name"
    case .sameActor: "same-actor"
    case .otherActor: "other-actor"
    case .outlet: "outlet"
    case .published: "published"
    }
  }

  /// Its words as they are stored and exported; empty where the kind says all, and for nobody.
  public var value: String {
    switch self {
    case .verdict(let verdict): verdict.rawValue
    case .note(let words), .tag(let words), .actorName(let words), .outlet(let words), .published(let words): words
    case .speaker(let name): name ?? ""
    case .bookmark, .sameActor, .otherActor: ""
    }
  }

  /// Its words for a person; empty where the kind says all.
  public var wording: String { self == .speaker(nil) ? Statement.nobody : value }

  /// - Returns: `nil` if no such kind exists, or the value is none that it can have.
  public init?(kind: String, value: String) {
    switch kind {
    case "verdict":
      guard let verdict = Annotation.Verdict(rawValue: value) else { return nil }
      self = .verdict(verdict)
    case "note": self = .note(value)
    case "tag": self = .tag(value)
    case "bookmark": self = .bookmark
    case "speaker": self = .speaker(value.isEmpty ? nil : value)
    case "actor-name": self = .actorName(value)
    case "same-actor": self = .sameActor
    case "other-actor": self = .otherActor
    case "outlet": self = .outlet(value)
    case "published":
      guard PartialDate(value) != nil else { return nil }
      self = .published(value)
    default: return nil
    }
  }
}
