import Dossier

/// What a report says, ready to be set in any format: words taken from the dossier, no facts of its own.
struct ReportContent {
  var counts: Counts
  var events: [EventEntry]
  var actors: [ActorEntry]
  var speakers: [SpeakerEntry]
  var disagreements: [DisagreementEntry]
  /// How many disagreements stand below the bar and are not shown.
  var hiddenDisagreements: Int
  var agreements: [AgreementEntry]
  var omissions: [OmissionEntry]

  struct Counts {
    var articles: Int
    var events: Int
    var actors: Int
    var statements: Int
    /// In the order of `Disagreement.Relation.allCases`.
    var relations: [(relation: Disagreement.Relation, count: Int)]
  }

  struct EventEntry {
    var label: String
    var date: String?
    var place: String?
    var sources: [SourceEntry]
  }

  struct SourceEntry {
    var document: Document.ID
    var label: String
    /// Whether `label` is an outlet and not merely the short name of a file.
    var hasOutlet: Bool
    var name: String
    var title: String
    var published: String?
    var path: String
    /// One line each: flags with their place, then notes.
    var remarks: [String]
  }

  struct ActorEntry {
    var name: String
    var kind: String
    var mentions: Int
    var statements: Int
    var aliases: [Actor.Alias]
    var roles: [String]
    var speaksFor: String?
  }

  struct SpeakerEntry {
    /// `nil` for statements that the texts give to nobody.
    var name: String?
    var statements: [StatementEntry]
  }

  struct StatementEntry {
    var mark: String
    var text: String
    var cue: String?
    var confidence: Double
    var citation: Citation
  }

  struct DisagreementEntry {
    var relation: Disagreement.Relation
    var kind: String
    var time: String
    var confidence: Double
    var because: String
    var left: PassageEntry
    var right: PassageEntry
  }

  struct PassageEntry {
    var citation: Citation
    /// Who holds it; `nil` for the reporter.
    var holder: String?
    /// The passage in pieces; those that clash with the other side are lit.
    var pieces: [(text: String, isLit: Bool)]

    var text: String { pieces.map(\.text).joined() }
  }

  struct AgreementEntry {
    var claim: String
    var independentSources: Int
    var citations: [Citation]
  }

  struct OmissionEntry {
    var text: String
    var citation: Citation
    var missingFrom: String
    var confidence: Double
  }
}

/// Where a passage stands: outlet, file and 1-based line.
struct Citation: Hashable {
  var document: Document.ID
  var label: String
  var path: String
  var line: Int
  /// The line at which the block starts that holds the passage.
  var blockLine: Int

  /// `BelTA 7`.
  var short: String { "\(label) \(line)" }
  /// `seeds/002.txt:7`, as compilers and editors write it.
  var place: String { "\(path):\(line)" }
}

extension Disagreement.Relation {
  /// The mark of the relation, the same on every screen and in every report.
  var mark: String {
    switch self {
    case .contradiction: "≠"
    case .tension: "~"
    case .framing: "◐"
    case .shift: "↝"
    }
  }
}

extension Statement.Kind {
  /// `» ` before reported speech; a quotation carries its own marks.
  var mark: String {
    switch self {
    case .direct, .scare: ""
    case .indirect, .mixed: "» "
    }
  }
}
