import Language

/// What speaks for or against a candidate antecedent of a pronoun, as numbered features with names.
///
/// The model is a sum of one weight for every feature that holds, so that a choice can be read off its table.
struct PronounFeatures: Sendable {
  static let shared = PronounFeatures()

  /// Names by number: `distance:1:subject`.
  private(set) var names: [String] = []

  private var blocks: [Int] = []
  /// The sizes of the parts of every template, filled up with 1.
  private var sizes: [(Int, Int, Int)] = []

  /// The features, by template: name and number of values of each part.
  private enum Template: Int, CaseIterable {
    case distance, role, form, gender, tally, rank, frequency, mostFrequent, chain, first, clause, parallel, opening,
      quotation, tokens, paragraph, subjects
    case kind, nearestSubject, later, total, depth, coordinated, initial
    case turn, speaking, speakingQuotation, relative, opener, lastSubject, said, laterForm, genderKind, over
    case votes, recent, rival, plural, asked, paragraphForm, commanded, controlled, apposition
    case reported

    /// The sizes of the parts whose product is the number of values.
    var sizes: [Int] {
      switch self {
      case .distance: [6, 4]
      case .role: [7, 4, 4]
      case .form: [4, 6]
      case .gender: [4]
      case .tally: [3]
      case .rank: [4, 2, 4]
      case .frequency: [5]
      case .mostFrequent: [2]
      case .chain: [5]
      case .first: [2, 3]
      case .clause: [5, 4]
      case .parallel: [2]
      case .opening: [2, 2]
      case .quotation: [5]
      case .tokens: [6, 4]
      case .paragraph: [2]
      case .subjects: [4]
      case .kind: [4]
      case .nearestSubject: [2, 3, 4]
      case .later: [3]
      case .total: [5]
      case .depth: [5, 2]
      case .coordinated: [2]
      case .initial: [2, 7]
      case .turn: [2, 4]
      case .speaking: [2, 7, 4]
      case .speakingQuotation: [2, 5, 2]
      case .relative: [3]
      case .opener: [2, 3]
      case .lastSubject: [2, 5]
      case .said: [2, 2, 3]
      case .laterForm: [3, 3, 2]
      case .genderKind: [3, 4]
      case .over: [2, 4, 2]
      case .votes: [6, 3]
      case .recent: [5, 2]
      case .rival: [2, 4]
      case .plural: [2]
      case .asked: [3]
      case .paragraphForm: [2, 4, 2]
      case .commanded: [2, 4]
      case .controlled: [2, 4]
      case .apposition: [2, 4]
      case .reported: [4, 4]
      }
    }
  }

  private init() {
    for template in Template.allCases {
      blocks.append(names.count)
      let all = template.sizes + [1, 1]
      sizes.append((all[0], all[1], all[2]))
      let count = template.sizes.reduce(1, *)
      for value in 0..<count {
        var rest = value
        var parts: [String] = []
        for size in template.sizes.reversed() {
          parts.append(String(rest % size))
          rest /= size
        }
        names.append(([String(describing: template)] + parts.reversed()).joined(separator: ":"))
      }
    }
  }

  private func number(_ template: Template, _ first: Int, _ second: Int = 0, _ third: Int = 0) -> Int {
    let sizes = sizes[template.rawValue]
    func place(_ part: Int, _ size: Int) -> Int { min(max(part, 0), size - 1) }
    let value = (place(first, sizes.0) * sizes.1 + place(second, sizes.1)) * sizes.2 + place(third, sizes.2)
    return blocks[template.rawValue] + value
  }

  /// The numbers of the features that hold.
  func features(_ candidate: Candidate, _ situation: Situation, _ text: ActorText) -> [Int] {
    let anchor = candidate.anchor
    let form = situation.pronoun.form.rawValue
    let gap = situation.sentence - anchor.sentence
    let distance = candidate.isAfter ? 5 : min(gap, 4)
    let tokens =
      candidate.isAfter
      ? anchor.tokens.lowerBound - situation.pronoun.token : situation.pronoun.token - anchor.tokens.upperBound
    let near = min(distance, 2) + (candidate.isAfter ? 1 : 0)
    let speaks = situation.speaks ? 1 : 0
    return [
      number(.distance, distance, form),
      number(.role, anchor.role.rawValue, near, form),
      number(.form, anchor.form.rawValue, distance),
      number(.gender, candidate.gender.map { $0 == situation.gender ? 1 : 2 } ?? 0),
      number(.tally, candidate.sameGender > candidate.otherGender ? 1 : candidate.otherGender > 0 ? 2 : 0),
      number(.rank, candidate.rank, gap == 0 ? 0 : 1, form),
      number(.frequency, Self.bucket(candidate.mentions, [1, 2, 4, 8])),
      number(.mostFrequent, candidate.isMostFrequent ? 1 : 0),
      number(.chain, chain(candidate, situation)),
      number(.first, anchor.isFirstInSentence ? 1 : 0, min(distance, 2)),
      number(.clause, clause(candidate, situation, text), form),
      number(.parallel, anchor.role == situation.role && distance == 1 ? 1 : 0),
      number(.opening, candidate.opensText ? 1 : 0, distance >= 2 ? 1 : 0),
      number(.quotation, quotation(candidate, situation)),
      number(.tokens, Self.bucket(tokens, [2, 6, 12, 24, 48]), form),
      number(.paragraph, anchor.tokens.lowerBound >= situation.paragraphStart ? 1 : 0),
      number(.subjects, min(candidate.subjects, 3)),
      number(.kind, anchor.kind.rawValue),
      number(.nearestSubject, candidate.isNearestSubject ? 1 : 0, min(distance, 2), form),
      number(.later, candidate.later),
      number(.total, Self.bucket(candidate.total, [1, 2, 4, 8])),
      number(.depth, min(anchor.depth, 4), gap == 0 ? 0 : 1),
      number(.coordinated, anchor.isCoordinated ? 1 : 0),
      number(.initial, situation.isInitial ? 1 : 0, distance == 1 ? anchor.role.rawValue : 6),
      number(.turn, speaks, turn(candidate, situation)),
      number(.speaking, speaks, anchor.role.rawValue, near),
      number(.speakingQuotation, speaks, quotation(candidate, situation), candidate.isNearestSubject ? 1 : 0),
      number(.relative, relative(candidate, situation, text)),
      number(.opener, speaks, candidate.opensParagraph),
      number(.lastSubject, speaks, candidate.lastSubject.map { min(max(situation.sentence - $0, 0), 3) } ?? 4),
      number(.said, speaks, situation.lastTurn?.token == anchor.tokens.lowerBound ? 1 : 0, min(distance, 2)),
      number(.laterForm, candidate.later, min(distance, 2), speaks),
      number(.genderKind, candidate.gender.map { $0 == situation.gender ? 1 : 2 } ?? 0, anchor.kind.rawValue),
      number(.over, situation.over == nil ? 0 : 1, near, anchor.role == .subject ? 1 : 0),
      number(.votes, candidate.votes, candidate.gender.map { $0 == situation.gender ? 1 : 2 } ?? 0),
      number(.recent, candidate.recent, speaks),
      number(.rival, candidate.hasRival ? 1 : 0, anchor.kind.rawValue),
      number(.plural, isPlural(anchor, text) ? 1 : 0),
      number(.commanded, candidate.isCommanded ? 1 : 0, form),
      number(.controlled, isControlled(candidate, situation, text) ? 1 : 0, form),
      number(.apposition, isApposed(candidate, situation, text) ? 1 : 0, form),
      number(.asked, asked(candidate, situation, text)),
      number(.paragraphForm, anchor.tokens.lowerBound >= situation.paragraphStart ? 1 : 0, form, speaks),
      number(.reported, reported(candidate, situation), form),
    ]
  }

  private static func bucket(_ value: Int, _ bounds: [Int]) -> Int { bounds.firstIndex { value <= $0 } ?? bounds.count }

  private func chain(_ candidate: Candidate, _ situation: Situation) -> Int {
    guard let chained = situation.chained else { return 0 }
    guard chained.actor == candidate.actor else { return 1 }
    return 2 + min(situation.sentence - chained.sentence, 2)
  }

  /// Of a pronoun in reported speech, 1: nobody known says it; 2: the candidate does; 3: somebody else does.
  private func reported(_ candidate: Candidate, _ situation: Situation) -> Int {
    guard situation.isReported else { return 0 }
    return situation.reporter.map { $0 == candidate.actor ? 2 : 3 } ?? 1
  }

  /// 1: somebody else spoke last; 2: the candidate did, in this paragraph; 3: further up.
  private func turn(_ candidate: Candidate, _ situation: Situation) -> Int {
    guard let last = situation.lastTurn else { return 0 }
    guard last.actor == candidate.actor else { return 1 }
    return last.token >= situation.paragraphStart ? 2 : 3
  }

  /// 1: in the same quotation; 2: the speaker of the pronoun's quotation; 3: in a quotation that the pronoun is not in;
  /// 4: outside the quotation that the pronoun is in.
  private func quotation(_ candidate: Candidate, _ situation: Situation) -> Int {
    if let inside = situation.quotation {
      if situation.speaker == candidate.actor { return 2 }
      return candidate.anchor.quotation == inside ? 1 : 4
    }
    return candidate.anchor.quotation == nil ? 0 : 3
  }
}
