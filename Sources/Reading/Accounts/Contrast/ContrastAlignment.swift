internal import Language

/// Which word of the premise answers each word of the hypothesis, and how the two stand to each other.
struct ContrastAlignment {
  /// How a word of the hypothesis stands to its counterpart.
  enum Tie: String, CaseIterable {
    case same, derived, synonym, broader
    case narrower, opposite, exclusive, sister, similar, apart

    /// Whether the premise bears out the word.
    var isSupport: Bool {
      switch self {
      case .same, .derived, .synonym, .broader: true
      default: false
      }
    }
  }

  struct Link {
    /// Index into the premise's words.
    var premise: Int
    var tie: Tie
    /// Cosine of the two word vectors; 0 where one has none.
    var likeness: Float
  }

  /// How a counterpart was found.
  enum Basis: String { case slot, head, title, likeness }

  let premise: ContrastText
  let hypothesis: ContrastText
  /// For every word of the hypothesis that says something: the word that bears it out or comes nearest.
  private(set) var links: [Link?]
  /// For every word that nothing bears out: what stands in its place.
  private(set) var counterparts: [(link: Link, basis: Basis)?]
  /// The words of the premise that bear out one of the hypothesis.
  private(set) var used: Set<Int> = []

  init(_ premise: ContrastText, _ hypothesis: ContrastText) {
    self.premise = premise
    self.hypothesis = hypothesis
    links = Array(repeating: nil, count: hypothesis.words.count)
    counterparts = Array(repeating: nil, count: hypothesis.words.count)
    for index in hypothesis.words.indices
    where hypothesis.words[index].isContent || hypothesis.words[index].value != nil {
      links[index] = nearest(index)
    }
    used = Set(links.compactMap { $0.flatMap { $0.tie.isSupport ? $0.premise : nil } })
    for index in hypothesis.words.indices where links[index] != nil || hypothesis.words[index].isContent {
      if !isSupported(index) { counterparts[index] = counterpart(of: index) }
    }
  }

  func isSupported(_ index: Int) -> Bool { links[index]?.tie.isSupport ?? false }

  /// The word of the premise that bears out word `index`.
  func support(of index: Int) -> Int? { isSupported(index) ? links[index]?.premise : nil }

  /// The share of the hypothesis's content that the premise bears out.
  var coverage: Double {
    let content = content
    return content.isEmpty ? 0 : Double(content.count(where: isSupported)) / Double(content.count)
  }

  /// Words of the hypothesis that say something and deny nothing.
  var content: [Int] {
    hypothesis.words.indices.filter { hypothesis.words[$0].isContent && !hypothesis.words[$0].isDenial }
  }

  /// Whether the two clauses speak of one subject.
  enum SubjectTie: String {
    /// The subject of the premise's clause bears out the hypothesis's.
    case same
    /// A pronoun, which may mean it.
    case pronoun
    /// The same kind of thing without a name: *the film*.
    case described
    case otherName = "other name"
    case otherThing = "other thing"
    case none
  }

  /// How the subject of the clause round `given` stands to that of the clause round `index`.
  func subjectTie(_ given: Int, _ index: Int) -> SubjectTie {
    guard let (_, own) = hypothesis.clause(of: index) else { return .none }
    guard let (_, other) = premise.clause(of: given) else { return .none }
    if let support = support(of: own) {
      if support == other || isNamedTogether(support, other) { return .same }
    }
    let word = premise.words[other]
    if word.tag == .pron { return .pronoun }
    // A name of several words is one name, whichever of them is the head.
    let parts = [other] + premise.children[other].filter { ["flat", "compound"].contains(premise.words[$0].role) }
    let held = Set(([own] + hypothesis.children[own]).compactMap(support))
    if word.name != nil { return parts.contains(where: held.contains) ? .same : .otherName }
    return hypothesis.words[own].name != nil && word.tag == .noun ? .described : .otherThing
  }

  /// Whether the two are one noun and its apposition.
  private func isNamedTogether(_ left: Int, _ right: Int) -> Bool {
    for (one, other) in [(left, right), (right, left)] {
      if premise.words[one].head == other, ["appos", "flat", "compound", "nmod:desc"].contains(premise.words[one].role)
      {
        return true
      }
    }
    return false
  }

  // MARK: Links

  private func nearest(_ index: Int) -> Link? {
    let word = hypothesis.words[index]
    var best: Link?
    var most: Float = 0
    for (other, given) in premise.words.enumerated() where given.isContent || given.value != nil {
      guard let (tie, likeness, strength) = tie(given, word) else { continue }
      let value = strength + context(other, index)
      if value > most {
        most = value
        best = Link(premise: other, tie: tie, likeness: likeness)
      }
    }
    return best
  }

  /// How `word` stands to `given`, with the cosine and the strength of the tie.
  func tie(_ given: ContrastText.Word, _ word: ContrastText.Word) -> (Tie, Float, Float)? {
    if given.norm == word.norm || given.lemma == word.lemma { return (.same, 1, 1) }
    if given.value != nil || word.value != nil {
      guard let one = given.value, let other = word.value else { return nil }
      return one == other ? (.same, 1, 1) : (.exclusive, 0, 0.3)
    }
    if given.stem == word.stem || Nationality.shared.areOne(given.norm, word.norm) { return (.derived, 1, 0.9) }
    let relations = WordRelations.shared
    if relations.areOpposite(given.lemma, word.lemma) || AxisOpposites.shared.areOpposite(given, word) {
      return (.opposite, Self.cosine(given, word), 0.7)
    }
    let likeness = Self.cosine(given, word)
    if let distance = WordMeanings.distance(given.meanings, word.meanings) {
      if distance.isSame { return (.synonym, likeness, 0.8) }
      if distance.isBroader, distance.up <= 4, distance.depth > 1 {
        return (.broader, likeness, 0.75 - 0.05 * Float(distance.up))
      }
      if Nationality.shared.exclude(given.norm, word.norm) { return (.exclusive, likeness, 0.6) }
      if relations.excludingKind(given.lemma, word.lemma) != nil { return (.exclusive, likeness, 0.6) }
      if distance.isNarrower, distance.down <= 4, distance.depth > 1 { return (.narrower, likeness, 0.6) }
      if distance.isSister { return (.sister, likeness, 0.35 + 0.3 * likeness) }
    }
    return likeness > 0.45 ? (.similar, likeness, 0.5 * likeness) : nil
  }

  static func cosine(_ left: ContrastText.Word, _ right: ContrastText.Word) -> Float {
    guard let one = left.vector, let other = right.vector else { return 0 }
    return zip(one, other).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// How much the surroundings of the two words are alike: one head, a common dependent, the same role.
  private func context(_ given: Int, _ index: Int) -> Float {
    let (left, right) = (premise.words[given], hypothesis.words[index])
    var value: Float = left.role == right.role ? 0.03 : 0
    if let one = left.head, let other = right.head, premise.words[one].stem == hypothesis.words[other].stem {
      value += 0.06
    }
    let below = Set(premise.children[given].map { premise.words[$0].stem })
    value +=
      0.03
      * Float(
        hypothesis.children[index].count { hypothesis.words[$0].isContent && below.contains(hypothesis.words[$0].stem) }
      )
    return value
  }

  // MARK: Counterparts

  private func counterpart(of index: Int) -> (link: Link, basis: Basis)? {
    slot(of: index) ?? governor(of: index) ?? title(of: index) ?? alike(index)
  }

  /// What the premise says in the same role of the same head.
  private func slot(of index: Int) -> (Link, Basis)? {
    guard let head = hypothesis.words[index].head, let given = support(of: head) else { return nil }
    let role = hypothesis.words[index].role
    return best(premise.children[given].filter { premise.words[$0].role == role }, for: index).map { ($0, .slot) }
  }

  /// What the premise says of the same dependents: the verb of the same subject, the noun that it is called.
  private func governor(of index: Int) -> (Link, Basis)? {
    var found: [Int] = []
    for child in hypothesis.children[index] {
      guard let given = support(of: child), let head = premise.words[given].head else { continue }
      if premise.words[given].role == hypothesis.words[child].role { found.append(head) }
    }
    return best(found, for: index).map { ($0, .head) }
  }

  /// `X is a N` against `X, an M` and `M X`.
  private func title(of index: Int) -> (Link, Basis)? {
    let subjects = hypothesis.children[index].filter { hypothesis.words[$0].role == "agent" }
    guard hypothesis.children[index].contains(where: { hypothesis.words[$0].role == "cop" }) else { return nil }
    var found: [Int] = []
    for subject in subjects {
      guard let given = support(of: subject) else { continue }
      found += premise.children[given].filter { ["appos", "compound", "nmod:desc"].contains(premise.words[$0].role) }
      if let head = premise.words[given].head, premise.words[given].role == "appos" { found.append(head) }
    }
    return best(found, for: index).map { ($0, .title) }
  }

  private func alike(_ index: Int) -> (Link, Basis)? {
    let word = hypothesis.words[index]
    let sameTag = premise.words.indices.filter { other in
      let given = premise.words[other]
      return (given.isContent || given.value != nil) && given.tag == word.tag
        && (given.name == nil) == (word.name == nil)
    }
    guard let link = best(sameTag, for: index), link.likeness >= 0.3 || link.tie != .apart else { return nil }
    return (link, .likeness)
  }

  /// The nearest in meaning among candidates that bear out nothing else.
  private func best(_ candidates: [Int], for index: Int) -> Link? {
    let word = hypothesis.words[index]
    var best: Link?
    var most: Float = -1
    // Each of several that are named together can be meant.
    let all = candidates + candidates.flatMap { premise.children[$0].filter { premise.words[$0].role == "conj" } }
    for other in all
    where !used.contains(other) && (premise.words[other].isContent || premise.words[other].value != nil) {
      let given = premise.words[other]
      let tie = tie(given, word)
      let value = tie?.2 ?? 0.4 * Self.cosine(given, word)
      if value > most {
        most = value
        best = Link(premise: other, tie: tie?.0 ?? .apart, likeness: Self.cosine(given, word))
      }
    }
    return best
  }
}
