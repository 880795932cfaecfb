import Language

/// What speaks for or against a candidate antecedent of a pronoun, as numbered features with names.
///
/// The model is a sum of one weight for every feature that holds, so that a choice can be read off its table.
struct PronounFeatures: Sendable {
  static let shared = PronounFeatures()

  /// Names by number: `distance:1:subject`.
  private(set) var names: [String] = []

  private var blocks: [Int] = []

  /// The features, by template: name and number of values of each part.
  private enum Template: Int, CaseIterable {
    case distance, role, form, gender, tally, rank, frequency, mostFrequent, chain, first, clause, parallel, opening,
      quotation, tokens, paragraph, subjects
    case kind, nearestSubject, later, total, depth, coordinated, initial

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
      }
    }
  }

  private init() {
    for template in Template.allCases {
      blocks.append(names.count)
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

  private func number(_ template: Template, _ parts: Int...) -> Int {
    var value = 0
    for (part, size) in zip(parts, template.sizes) { value = value * size + min(max(part, 0), size - 1) }
    return blocks[template.rawValue] + value
  }

  /// What is known of a candidate at a pronoun.
  struct Candidate {
    var actor: Int
    /// Its nearest mention: before the pronoun, or else after it in the same sentence.
    var anchor: Anchor
    var isAfter: Bool
    /// Place among the candidates, the nearest first.
    var rank: Int
    /// Mentions before the pronoun, and those that are subjects.
    var mentions: Int
    var subjects: Int
    var isMostFrequent: Bool
    /// Whether no other candidate is the subject of something nearer.
    var isNearestSubject: Bool
    /// Whether the text names it again: 1 later in the sentence, 2 in the next.
    var later: Int
    /// Names in the whole text.
    var total: Int
    /// What titles or given names tell; whether a title does.
    var gender: Gender?
    /// Pronouns of the same and of the other gender that were tied to it in this text.
    var sameGender: Int
    var otherGender: Int
    var opensText: Bool
  }

  /// The pronoun as the features see it.
  struct Situation {
    var pronoun: Pronoun
    var gender: Gender
    /// The sentence that it looks back from.
    var sentence: Int
    /// The statement whose quotation lies between that sentence and the pronoun.
    var over: Int?
    var role: Anchor.Role
    var governor: Int?
    var quotation: Int?
    /// The speaker of the quotation that it stands in.
    var speaker: Int?
    var paragraphStart: Int
    /// Whether it opens its sentence.
    var isInitial: Bool
    /// The actor of the last pronoun of this gender and its sentence.
    var chained: (actor: Int, sentence: Int)?
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
    ]
  }

  private static func bucket(_ value: Int, _ bounds: [Int]) -> Int { bounds.firstIndex { value <= $0 } ?? bounds.count }

  private func chain(_ candidate: Candidate, _ situation: Situation) -> Int {
    guard let chained = situation.chained else { return 0 }
    guard chained.actor == candidate.actor else { return 1 }
    return 2 + min(situation.sentence - chained.sentence, 2)
  }

  /// 1: both hang on one word, as a subject and its object do; 2: the pronoun's phrase hangs on the candidate's governor;
  /// 3: the candidate is the subject of a clause that holds the pronoun's.
  private func clause(_ candidate: Candidate, _ situation: Situation, _ text: ActorText) -> Int {
    guard let governor = candidate.anchor.governor, let own = situation.governor,
      situation.sentence == candidate.anchor.sentence
    else { return 0 }
    if governor == own { return 1 }
    let next = text.tokens[own].head
    if next == governor { return 2 }
    var above = next
    var steps = 0
    while let word = above, steps < 8 {
      if word == governor { return candidate.anchor.role == .subject ? 3 : 4 }
      above = text.tokens[word].head
      steps += 1
    }
    return 0
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
