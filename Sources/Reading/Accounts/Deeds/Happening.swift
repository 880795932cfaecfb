internal import Language

/// What a clause tells to happen, known by what takes place rather than by its verb: *the talks were held*, *Vienna will
/// host the talks* and *the talks begin* tell of one thing, the talks; *the ferry sank* tells of a sinking and of a ferry.
struct Happening: Sendable {
  /// Which part of it: when it ends says nothing of when it begins.
  enum Phase: Sendable { case whole, beginning, end }

  /// The noun that names it, or else the verb.
  var word: Int
  /// Whether a noun names it.
  var isNamed: Bool
  var phase = Phase.whole
  /// Who does it, and to whom or what it is done; of what a noun names, neither.
  var doer: Deed.Participant?
  var patient: Deed.Participant?
  /// The word that names who or what takes part, the patient first.
  private var participantWord: Int?
  /// Whether it is told to be yet to come; `nil` where the words leave it open.
  var isAhead: Bool?

  /// What a noun names, or the clause of a verb tells.
  static func named(by index: Int, in words: [Claim.Word]) -> Happening? {
    guard words[index].tag != .verb else { return Happening(verb: index, in: words) }
    return words[index].term == nil || words[index].isName ? nil : Happening(noun: index)
  }

  private init(noun: Int) { (word, isNamed) = (noun, true) }

  /// The happening of the clause in which a word stands.
  init?(of index: Int, in words: [Claim.Word]) {
    guard let verb = words[index].tag == .verb ? index : words.verb(above: index) else { return nil }
    self.init(verb: verb, in: words)
  }

  /// - Parameter verb: the verb of a clause; `nil` comes of one that has neither subject nor object.
  init?(verb: Int, in words: [Claim.Word]) {
    let (subject, object) = (Self.subject(of: verb, in: words), words.dependent(of: verb, [.obj]))
    let isPassive = words.contains { $0.head == verb && $0.relation == .auxPass }
    let passive =
      words.dependent(of: verb, [.nsubjPass]) ?? (isPassive ? subject : nil)
      ?? (words[verb].relation == .acl && !words[verb].norm.hasSuffix("ing") ? words[verb].head : nil)
    isAhead = Self.isAhead(verb, in: words)
    let lemma = words[verb].lemma
    let takesEffect = Self.takesEffect(verb, in: words)
    phase = takesEffect || Self.beginnings.contains(lemma) ? .beginning : Self.ends.contains(lemma) ? .end : .whole
    let occurs = Self.occurrences.contains(lemma) || lemma == "take" && object.map { words[$0].lemma } == "place"
    let named: Int? =
      occurs
      ? passive ?? (Self.hosting.contains(lemma) ? object : subject)
      : phase == .whole ? nil : takesEffect ? subject : passive ?? object ?? subject
    if let named, words[named].term != nil, words[named].tag == .noun, !words[named].isName {
      (word, isNamed) = (named, true)
      patient = words.participant(at: named)
      return
    }
    (word, isNamed) = (verb, false)
    patient = (passive ?? object).flatMap(words.participant)
    doer = (words.dependent(of: verb, [.oblAgent]) ?? (passive == nil ? subject : nil)).flatMap(words.participant)
    participantWord = passive ?? object ?? subject
    guard words[verb].term != nil, doer != nil || patient != nil else { return nil }
  }

  /// *The ban takes effect*, *the treaty enters into force*, *the talks got under way*: it begins.
  private static func takesEffect(_ verb: Int, in words: [Claim.Word]) -> Bool {
    starting.contains(words[verb].lemma)
      && words.indices.contains { other in
        guard words[other].head == verb else { return false }
        switch words[other].norm {
        case "effect": return words[verb].lemma == "take" || words.hasCase(["into"], at: other)
        case "force": return words.hasCase(["into"], at: other)
        case "way": return words.hasCase(["under"], at: other)
        case "underway": return true
        default: return false
        }
      }
  }

  private static let starting: Set<String> = ["take", "come", "go", "enter", "get"]

  /// How telling the words are by which two claims name one happening: the weight of the thing or of who takes part, and of
  /// the verb; `nil` where it may be two.
  func weight(asOneWith other: Happening, in pair: ClaimPair) -> Double? {
    guard isOne(as: other, in: pair) else { return nil }
    let words = [word, participantWord].compactMap { $0 }
    let weight =
      words.compactMap { pair.left.words[$0].term }.filter(pair.shared.contains).map(pair.left.weight).max() ?? 0
    // Who is known by name is known, however often he is named.
    let isOfKnown = [doer, patient].contains { if case .actor = $0 { true } else { false } }
    return isOfKnown ? max(weight, Self.known) : weight
  }

  private static let known = 3.0

  /// Whether two claims tell of one.
  func isOne(as other: Happening, in pair: ClaimPair) -> Bool {
    guard (phase == .end) == (other.phase == .end), isNamed == other.isNamed,
      isAhead == nil || other.isAhead == nil || isAhead == other.isAhead,
      Self.tellingApart(word, in: pair.left) == Self.tellingApart(other.word, in: pair.right)
    else { return false }
    if isNamed {
      let (one, another) = (pair.left.words[word], pair.right.words[other.word])
      guard let term = one.term, term == another.term else { return false }
      let (ones, others) = (qualities(of: word, in: pair.left), qualities(of: other.word, in: pair.right))
      return ones.isSubset(of: others) || others.isSubset(of: ones)
    }
    guard pair.left.words[word].isNegated == pair.right.words[other.word].isNegated,
      !pair.left.words[word].isLightVerb, isOneAct(as: other, in: pair)
    else { return false }
    // One who takes part must be known to be the same, and none another.
    if let doer, let another = other.doer, doer != another { return false }
    if let patient, let another = other.patient, patient != another { return false }
    return doer != nil && doer == other.doer || patient != nil && patient == other.patient
      // *The ferry sank* / *they sank the ferry*.
      || patient == nil && doer != nil && doer == other.patient
      || other.patient == nil && patient != nil && patient == other.doer
  }

  /// One verb or its synonym; of one doer, also one pole of an axis: *resigned*, *stepped down*.
  private func isOneAct(as other: Happening, in pair: ClaimPair) -> Bool {
    let relation = ActRelation(pair: pair)
    return relation.areOneInMeaning(word, other.word)
      || doer != nil && doer == other.doer && relation.areOne(word, other.word)
  }

  /// What tells it from others of its kind.
  private func qualities(of noun: Int, in claim: Claim) -> Set<Int> {
    Set(
      claim.words.filter { $0.head == noun && [.amod, .compound, .nmodPoss].contains($0.relation) }.compactMap(\.term))
  }

  /// Whether it is told from others of its kind by order: *an earlier meeting*, *won again*.
  static func isOneOfSeveral(_ word: Int, in claim: Claim) -> Bool { !tellingApart(word, in: claim).isEmpty }

  /// The words that tell a thing from others of its kind by order.
  static func tellingApart(_ word: Int, in claim: Claim) -> Set<String> {
    Set(
      claim.words.indices.compactMap { index in
        let other = claim.words[index]
        // *Last year* is a time by itself.
        guard ordering.contains(other.norm), !claim.times.contains(where: { $0.tokens.contains(index) }),
          let head = other.head,
          head == word || claim.words[head].head == word || head == claim.words[word].head
        else { return nil }
        return other.norm
      })
  }

  private static let ordering: Set<String> = [
    "previous", "previously", "earlier", "first", "second", "third", "last", "latest", "next", "another", "ago",
    "again", "too", "other", "new", "rival", "similar", "separate",
  ]

  /// The subject of a verb, or of what it hangs on: *the trial is due to begin*, *he resigned before being tried*.
  private static func subject(of verb: Int, in words: [Claim.Word]) -> Int? {
    if let subject = words.subjectNoun(of: verb) { return subject }
    guard [.xcomp, .advcl, .conj].contains(words[verb].relation), let head = words[verb].head else { return nil }
    return words.dependent(of: head, [.nsubj, .nsubjPass])
  }

  /// Whether a verb tells of what is yet to come; `nil` where its form leaves that open.
  static func isAhead(_ verb: Int, in words: [Claim.Word]) -> Bool? {
    let auxiliaries = words.filter { $0.head == verb && [.aux, .auxPass, .cop].contains($0.relation) }.map(\.norm)
    if auxiliaries.contains(where: { ["will", "’ll", "'ll", "shall"].contains($0) }) { return true }
    if auxiliaries.contains(where: { ["was", "were", "had", "has", "have"].contains($0) }) { return false }
    if setting.contains(words[verb].lemma) { return true }
    if let head = words[verb].head, words[verb].relation == .xcomp, setting.contains(words[head].lemma) { return true }
    let (norm, lemma) = (words[verb].norm, words[verb].lemma)
    return norm != lemma && !norm.hasSuffix("s") && !norm.hasSuffix("ing") && auxiliaries.isEmpty ? false : nil
  }

  /// Whether a verb tells of what is yet to come, or fixes when it will: *will vote*, *has set a day*.
  static func isOfFuture(_ verb: Int, in words: [Claim.Word]) -> Bool {
    isAhead(verb, in: words) == true || setting.contains(words[verb].lemma)
  }

  /// Whether some verb does, or it is told that something *is to* be.
  static func tellsOfFuture(_ words: [Claim.Word]) -> Bool {
    words.indices.contains { index in
      words[index].tag == .verb && isOfFuture(index, in: words)
        || words[index].lemma == "be" && index + 1 < words.count && words[index + 1].norm == "to"
    }
  }

  /// Verbs by which a noun is told to happen.
  private static let occurrences: Set<String> = [
    "hold", "happen", "occur", "be", "schedule", "set", "plan", "slate", "fix", "host", "stage", "convene",
  ]
  private static let hosting: Set<String> = ["hold", "host", "stage", "schedule", "set", "plan", "fix", "convene"]
  private static let beginnings: Set<String> = ["begin", "start", "open", "commence"]
  private static let ends: Set<String> = ["end", "close", "finish", "conclude"]
  private static let setting: Set<String> = ["schedule", "set", "plan", "slate", "due", "expect", "go", "likely"]
}

extension [Claim.Word] {
  /// The first word that hangs on another in one of these relations.
  func dependent(of head: Int, _ relations: [DependencyRelation]) -> Int? {
    indices.first { self[$0].head == head && relations.contains(self[$0].relation) }
  }
}
