internal import Language

/// Who did what to whom, as far as the parse shows: a verb, or a noun that names its doer (*a follower of hers*).
struct Deed: Sendable {
  /// Who or what takes part: a known actor, or else the stem of the noun.
  enum Participant: Hashable, Sendable {
    case actor(Int)
    case term(Int)
  }

  /// Lemma of the verb; for a noun in *-er* or *-or*, without that ending.
  var act: String
  /// Index of the verb or noun in the claim.
  var word: Int
  var doer: Participant
  var target: Participant
}

/// Finds who did what to whom in a sentence.
struct DeedFinder {
  let words: [Claim.Word]

  /// The deeds of which both sides are named. Cost: quadratic in the words.
  var deeds: [Deed] {
    words.indices.compactMap { index in
      switch words[index].tag {
      case .verb: verbDeed(index)
      case .noun: agentDeed(index)
      default: nil
      }
    }
  }

  private func verbDeed(_ index: Int) -> Deed? {
    var doer: Deed.Participant?
    var target: Deed.Participant?
    for (other, word) in words.enumerated() where word.head == index {
      switch word.relation {
      case .nsubj: doer = words.participant(at: other)
      case .obj: target = words.participant(at: other)
      case .nsubjPass: target = words.participant(at: other)
      case .oblAgent: doer = words.participant(at: other)
      default: continue
      }
    }
    guard let doer, let target, doer != target else { return nil }
    return Deed(act: words[index].lemma, word: index, doer: doer, target: target)
  }

  /// *He was a follower of the student*; *her accuser*.
  private func agentDeed(_ index: Int) -> Deed? {
    let lemma = words[index].lemma
    guard lemma.hasSuffix("er") || lemma.hasSuffix("or"), lemma.utf8.count > 5 else { return nil }
    var doer: Deed.Participant?
    var target: Deed.Participant?
    for (other, word) in words.enumerated() where word.head == index {
      switch word.relation {
      case .nsubj: doer = words.participant(at: other)
      case .nmod, .nmodPoss: target = target ?? words.participant(at: other)
      default: continue
      }
    }
    guard let doer, let target, doer != target else { return nil }
    return Deed(act: String(lemma.dropLast(2)), word: index, doer: doer, target: target)
  }
}

extension [Claim.Word] {
  /// The first actor who stands under a word in one of these relations.
  func actor(of index: Int, _ relations: [DependencyRelation]) -> Int? {
    for other in indices where self[other].head == index && relations.contains(self[other].relation) {
      if let actor = actor(at: other) { return actor }
    }
    return nil
  }

  /// A verb with its particle: *turn_out*.
  func phrasalLemma(of verb: Int) -> String {
    dependent(of: verb, [.compoundPrt]).map { "\(self[verb].lemma)_\(self[$0].norm)" } ?? self[verb].lemma
  }

  /// Whether a noun stands behind one of these prepositions.
  func hasCase(_ prepositions: Set<String>, at noun: Int) -> Bool {
    contains { $0.head == noun && $0.relation == .case && prepositions.contains($0.norm) }
  }

  /// The nearest verb above a word.
  func verb(above index: Int) -> Int? {
    var current = self[index].head
    for _ in 0..<6 {
      guard let here = current else { return nil }
      if self[here].tag == .verb { return here }
      current = self[here].head
    }
    return nil
  }

  /// Whether a word is another one or hangs on it, be it through others.
  ///
  /// - Parameter steps: so far up the parse the other is looked for.
  func lies(_ index: Int, under root: Int, within steps: Int = 20) -> Bool {
    var current: Int? = index
    for _ in 0..<steps {
      guard let here = current, here != root else { break }
      current = self[here].head
    }
    return current == root
  }

  /// The actor who does a deed, by its subject.
  func doer(of verb: Int) -> Int? { subjectNoun(of: verb).flatMap { actor(at: $0) } }

  /// Whom the name of a deed's subject names, known or not.
  func name(of verb: Int) -> Deed.Participant? {
    subjectNoun(of: verb).flatMap { self[$0].isName || self[$0].actor != nil ? self[$0].participant : nil }
  }

  /// The subject's head; for a relative pronoun what it stands for: *Orlov, who died*.
  func subjectNoun(of verb: Int) -> Int? {
    guard let subject = dependent(of: verb, [.nsubj]) else { return nil }
    let isRelative = self[verb].relation == .aclRelcl && ["who", "which", "that"].contains(self[subject].norm)
    return isRelative ? self[verb].head : subject
  }

  /// Who or what a predicate is said of.
  func subject(of index: Int) -> Deed.Participant? {
    first { $0.head == index && [.nsubj, .nsubjPass].contains($0.relation) }?.participant
  }

  /// Who or what the noun phrase with this head names: an actor if it names one, else what its head means.
  func participant(at index: Int) -> Deed.Participant? {
    actor(at: index).map { .actor($0) } ?? self[index].participant
  }

  /// Who the noun phrase with this head names: its own actor, or the name set beside a title, as in *spokesman Dorn*.
  func actor(at index: Int) -> Int? {
    self[index].actor
      ?? first { $0.head == index && [.flat, .appos].contains($0.relation) && $0.actor != nil }?.actor
  }
}

extension Claim.Word {
  /// The word as one who takes part; `nil` for words that name nothing.
  var participant: Deed.Participant? { actor.map { .actor($0) } ?? term.map { .term($0) } }

  /// Whether it is a verb that by itself names no deed: *hold a vote*, *hold a state*.
  var isLightVerb: Bool { Self.lightVerbs.contains(lemma) }

  private static let lightVerbs: Set<String> = [
    "be", "have", "do", "make", "take", "give", "get", "hold", "put", "go", "come", "show", "keep", "set", "let",
  ]
}
