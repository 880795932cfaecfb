import Dossier

/// What a report says, ready to be set in any format: words taken from the dossier, no facts of its own.
struct ReportContent {
  /// `Crossread: what Vladimir Putin says`.
  var title: String
  var counts: Counts
  var events: [EventEntry]
  var actors: [ActorEntry]
  var speakers: [SpeakerEntry]
  var disagreements: [DisagreementEntry]
  /// How many disagreements stand below the bar and are not shown.
  var hiddenDisagreements: Int
  var bar: Double
  var agreements: [AgreementEntry]
  /// How many agreements stand below the bar and are not shown.
  var hiddenAgreements: Int
  var omissions: [OmissionEntry]
  /// Notes, tags and bookmarks on passages.
  var marks: [MarkEntry]
  /// Whether it is of a whole dossier, so that what is empty is said to be.
  var isWhole: Bool

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
    var date: PartialDate?
    var place: String?
    var sources: [SourceEntry]
    /// Whether it is one, and not what is left without any.
    var isEvent = true
  }

  struct SourceEntry {
    var document: Document.ID
    /// What reasons call it.
    var label: String
    /// `nil` where none is known.
    var outlet: String?
    /// The short name of the file.
    var name: String
    var title: String
    var published: PartialDate?
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
    var kind: String
    var text: String
    var cue: String?
    var confidence: Double
    var citation: Citation
    /// What the person added to it, one line each.
    var remarks: [String]
  }

  struct DisagreementEntry {
    var relation: Disagreement.Relation
    var kind: String
    var time: String
    var confidence: Double
    var because: String
    var left: PassageEntry
    var right: PassageEntry
    /// What the person thinks of it, one line each: verdict, note, tags.
    var remarks: [String]
  }

  struct MarkEntry {
    /// `✎ note: as it was made`.
    var words: String
    var text: String
    var citation: Citation
  }

  struct PassageEntry {
    var citation: Citation
    /// Who holds it; `nil` for the reporter.
    var holder: String?
    /// Whether the words are the holder's, and not the article's about them.
    var isQuoted: Bool
    var words: LitWords

    /// Whose the words are, around where they stand: before it who is quoted, after it who is reported.
    func attribution(_ place: String, escape: (String) -> String) -> String {
      guard let holder else { return "\(Disagreement.reporter), in \(place)" }
      return isQuoted ? "\(escape(holder)), in \(place)" : "\(place), reporting \(escape(holder))"
    }
  }

  /// A passage in pieces; those that clash with the other side, or that others share, are lit.
  struct LitWords {
    var pieces: [(text: String, isLit: Bool)]

    /// All of it, unmarked.
    var text: String { pieces.map(\.text).joined() }

    /// All of it, each piece as a format has it.
    func text(lit: (String) -> String, plain: (String) -> String) -> String {
      pieces.map { $0.isLit ? lit($0.text) : plain($0.text) }.joined()
    }
  }

  struct AgreementEntry {
    var independentSources: Int
    /// Whether all who tell it name their outlets.
    var areSourcesKnown: Bool
    var confidence: Double
    var because: String
    /// Each in its own words.
    var passages: [(words: LitWords, citation: Citation)]
    /// What the person thinks of it, one line each.
    var remarks: [String]

    /// `told by 2 independent sources`; `told in 2 articles` where nobody knows whose they are.
    var sources: String {
      if !areSourcesKnown { return "told in \(Set(passages.map(\.citation.document)).count) articles" }
      return independentSources == 1
        ? "told by one source in \(passages.count) articles" : "told by \(independentSources) independent sources"
    }

    /// `told by 2 independent sources · 0.71`.
    var heading: String { "\(sources) · \(TextReport.number(confidence))" }
  }

  struct OmissionEntry {
    var text: String
    var citation: Citation
    var missingFrom: String
    var confidence: Double
    /// What the person thinks of it, one line each.
    var remarks: [String]
  }
}

/// Where a passage stands: outlet, date, file and 1-based line.
struct Citation: Hashable {
  var document: Document.ID
  var label: String
  /// As far as it is known.
  var date: PartialDate?
  var path: String
  var line: Int
  /// The line at which the block starts that holds the passage.
  var blockLine: Int

  /// `BelTA 7`.
  var short: String { "\(label) \(line)" }
  /// `BelTA, 1 Aug 2025`.
  var dated: String { date.map { "\(label), \($0.words)" } ?? label }
  /// `seeds/002.txt:7`, as `Document.place` gives it.
  var place: String
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
