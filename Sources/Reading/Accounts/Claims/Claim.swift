internal import Dossier
internal import Language

/// What one sentence of one document says, ready to be set against another: its words with polarity, who holds which
/// part, where it stands on the axes, its figures, times, causes and purposes.
struct Claim: Sendable {
  /// One word, self-contained so that judges need no text.
  struct Word: Sendable {
    var norm: String
    var lemma: String
    var tag: PartOfSpeech
    var relation: DependencyRelation
    /// Index into the claim's words.
    var head: Int?
    var span: Span
    /// Number of its stem in the comparison's vocabulary; `nil` for words that say nothing of the matter.
    var term: Int?
    var isName: Bool
    /// The actor of whom it is a mention, by number; pronouns too.
    var actor: Int?
    var isQuoted: Bool
    /// Whether an odd number of negators has it in scope.
    var isNegated: Bool
    /// Whether a condition or a hedge has it in scope.
    var isTentative: Bool
    var marks: Marks = []
  }

  /// A part of the sentence that somebody is said to have said.
  struct Held: Sendable {
    var words: Range<Int>
    var statement: Statement.ID
    var kind: Statement.Kind
    var actor: Actor.ID?
    var cue: Statement.Cue.Kind?
    /// The word of the sentence by which it is said, if it stands there.
    var cueWord: Int?
    /// How surely the holder said it, 0…1.
    var confidence = 1.0
  }

  var passage: Passage
  /// Number of the sentence in its document.
  var order: Int
  var words: [Word]
  /// Those of all its words.
  var marks: Marks
  var held: [Held]
  /// Who is spoken of, sorted.
  var actors: [Int]
  /// Whom the paragraph spoke of before, where a pronoun here may mean them; sorted.
  var carried: [Int]
  var projections: [Projection]
  var quantities: [Quantity]
  /// How many people it says that something befell.
  var headcounts: [Headcount] = []
  /// Outcomes of votes.
  var tallies: [Tally] = []
  var times: [TimeExpression]
  /// The months or years of which the sentence before tells, where this one goes on about the same thing and names no time.
  var recalled: [TimeExpression] = []
  /// Times of day.
  var clocks: [ClockTime] = []
  var ages: [Age] = []
  var unknowns: [Unknown] = []
  /// What it tells to have come before what.
  var successions: [Succession] = []
  /// Who it tells to have taken the first step.
  var initiatives: [Initiative] = []
  /// Who published its document, if known.
  var outlet: String?
  /// The days that its document's lead gives for what it tells of.
  var leadDays: [TimeExpression] = []
  var frames: [Frame]
  var deeds: [Deed]
  var demands: [Demand]
  var parts: [Part] = []
  var standings: [Standing] = []
  var isQuestion: Bool
  var isHeading: Bool
  /// Whether the text itself looks damaged here; then it grounds no contradiction.
  var isDamaged: Bool
  /// Sorted numbers of its terms, each once, with their weights in `weights`.
  var terms: [Int] = []
  var weights: [Double] = []
  /// Euclidean length of `weights`.
  var norm = 0.0
  /// Sum of `weights`.
  var mass = 0.0

  /// The holder of the part in which word `index` lies: a statement's speaker, or nobody, which is the reporter.
  func holder(of index: Int) -> Held? {
    held.first { $0.words.contains(index) }
  }

  /// Who says the words of a range: who holds its first, or says what it has with the word of saying, as in *dismissed the
  /// reports of shelling*.
  func holder(of range: Range<Int>) -> Held? {
    holder(of: range.lowerBound)
      ?? held.first { range.contains($0.words.lowerBound) && $0.cueWord == range.lowerBound }
  }

  /// Its times; without one those of what it goes on about, or else the days of its document's lead.
  var toldTimes: [TimeExpression] { times.isEmpty ? recalled.isEmpty ? leadDays : recalled : times }

  /// Its times, but for those that only tell when somebody spoke: *was arrested, police said on Monday*.
  var timesOfActs: [TimeExpression] {
    times.filter { time in
      words.verb(above: time.tokens.lowerBound).map { !words[$0].marks.contains(.assertion) } ?? true
    }
  }

  /// Whether known speakers hold parts of both, and none of them speaks in the other.
  func isOfOtherSpeakers(than other: Claim) -> Bool {
    let (own, others) = (Set(held.compactMap(\.actor)), Set(other.held.compactMap(\.actor)))
    return !own.isEmpty && !others.isEmpty && own.isDisjoint(with: others)
  }

  /// Whether the text itself sets it against what it told before: *However, …*, *In fact, …*.
  var isSetAgainst: Bool {
    let opening = words.prefix(2).map(\.norm)
    return opening.first.map(Self.contrasts.contains) ?? false || opening == ["in", "fact"]
      || opening == ["in", "reality"]
  }

  private static let contrasts: Set<String> = [
    "however", "but", "yet", "nonetheless", "nevertheless", "still", "instead", "although", "though", "actually",
  ]

  /// The weight of a term here; 0 for one it lacks. Cost: O(log n).
  func weight(of term: Int) -> Double {
    let place = terms.partitioningIndex { $0 >= term }
    return place < terms.count && terms[place] == term ? weights[place] : 0
  }

  /// The terms of the words of a range.
  func terms(in range: Range<Int>) -> Set<Int> { Set(words[range].compactMap(\.term)) }

  /// Where words of some terms stand, neighbours together.
  func runs(of terms: Set<Int>) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for index in words.indices where words[index].term.map(terms.contains) ?? false {
      if let last = runs.last, last.upperBound == index {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs
  }

  /// Who is spoken of, and who speaks.
  var concerned: [Int] { actors + held.compactMap { $0.actor?.index } }

  /// The terms within `radius` words of a range.
  func terms(around range: Range<Int>, radius: Int) -> Set<Int> {
    let from = max(0, range.lowerBound - radius)
    let until = min(words.count, range.upperBound + radius)
    return terms(in: from..<until)
  }

  func span(_ range: Range<Int>) -> Span {
    words[range.lowerBound].span.union(words[range.upperBound - 1].span)
  }

  /// The words of a range as the text has them, single-spaced.
  func phrase(_ range: Range<Int>, in text: SourceText) -> String {
    text[span(range)].singleSpaced
  }
}

/// A claim's place on an axis.
struct Projection: Sendable {
  var axis: Int
  /// +1 or -1, negation counted in.
  var pole: Int
  /// 0…1.2.
  var strength: Double
  /// The pole's words.
  var words: Range<Int>
  var isNegated: Bool
  /// Whether it is only possible, demanded or aimed at.
  var isOpen: Bool
  /// The terms of what the pole is said of or aimed at, as far as the parse shows.
  var target: Set<Int>
  /// Its grammatical subject or possessor: *Ukraine's readiness*, *the story is false*.
  var subject: Deed.Participant?
  /// The one thing that it is said of, as far as the parse shows.
  var theme: Deed.Participant?
}

/// A cause or a purpose with what it explains.
struct Frame: Sendable {
  enum Kind: String, Sendable { case cause, purpose }

  var kind: Kind
  var strength: Double
  var cue: Range<Int>
  /// The cause, or the aim.
  var filler: Range<Int>
  /// What it explains.
  var topic: Set<Int>
  /// The verb of the act that it explains, as far as the parse shows: an index into the claim's words.
  var act: Int?
  /// Whether it explains a visit, talks, a meeting.
  var isOfMeeting: Bool
  /// Whether this is said not to be the reason: *not because of it*.
  var isDenied: Bool
  /// The word that names what it explains; `nil` where the parse does not show it.
  var effect: Int?
  /// Whether no word of cause or aim says so, but only the grammar: *dismissed for lying*, *sent to keep the peace*.
  var isPlain = false
}
