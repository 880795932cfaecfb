internal import Language

/// A clause of the premise that tells the deed of the hypothesis, and how the participants of the two answer each other.
struct ClauseMatch {
  let given: Clause
  let held: Clause
  /// How the premise's predicate stands to the hypothesis's.
  let tie: ContrastAlignment.Tie
  let agent: Sameness.Verdict
  let patient: Sameness.Verdict
  /// Words of the hypothesis, predicate, agent and patient aside, that the premise's sentence bears out, and those that it
  /// does not.
  let borne: [Int]
  let loose: [Int]
  /// Words of the hypothesis that stand in the premise's sentence, yet not in its clause.
  let apart: [Int]
  /// Whether the clause is dated otherwise.
  let isOfOtherTime: Bool

  init(given: Clause, held: Clause, tie: ContrastAlignment.Tie, alignment: ContrastAlignment) {
    self.given = given
    self.held = held
    self.tie = tie
    let sameness = Sameness(alignment: alignment)
    func verdict(_ other: Int?, _ index: Int?) -> Sameness.Verdict {
      guard let other, let index else { return .unknown }
      return sameness.verdict(other, index)
    }
    let sentence = alignment.premise.words[given.predicate].sentence
    let around = alignment.premise.words.indices.filter { alignment.premise.words[$0].sentence == sentence }
    // A clause that names no doer may be any one's whom its sentence names.
    let isNamed = held.agent.map { agent in around.contains { sameness.verdict($0, agent) == .same } } ?? false
    agent = given.agent == nil && isNamed ? .possible : verdict(given.agent, held.agent)
    patient = verdict(given.patient, held.patient)
    let words = alignment.hypothesis.words
    let core = [held.agent, held.patient].compactMap(\.self)
    let rest = words.indices.filter { index in
      (words[index].isContent || words[index].value != nil) && !words[index].isDenial && index != held.predicate
        && !core.contains(index) && !(words[index].relation == .flat && core.contains(words[index].head ?? -1))
    }
    let isBorne: (Int) -> Bool = { index in
      around.contains { alignment.tie(alignment.premise.words[$0], words[index])?.0.isSupport ?? false }
    }
    borne = rest.filter(isBorne)
    loose = rest.filter { !isBorne($0) }
    let inside = around.filter { Self.isOfClause($0, given, in: alignment.premise) }
    let dates = alignment.premise.times.filter { $0.tokens.contains(where: inside.contains) }
    isOfOtherTime = alignment.hypothesis.times.contains { time in
      dates.contains { $0.clashes(with: time) } && !dates.contains { !$0.clashes(with: time) }
    }
    apart = borne.filter { index in
      !inside.contains { alignment.tie(alignment.premise.words[$0], words[index])?.0.isSupport ?? false }
    }
  }

  /// Whether a word stands under the predicate, clauses of their own left out, or is one of its participants.
  private static func isOfClause(_ index: Int, _ clause: Clause, in text: ContrastText) -> Bool {
    var current = index
    for _ in 0..<40 {
      if current == clause.predicate || clause.participants.contains(current) { return true }
      let relation = text.words[current].relation
      if clauses.contains(relation) || relation == .conj && text.words[current].tag == .verb { return false }
      guard let head = text.words[current].head else { return false }
      current = head
    }
    return false
  }

  private static let clauses: Set<DependencyRelation> = [.advcl, .ccomp, .parataxis, .aclRelcl, .advclRelcl]

  /// Whether the premise's clause tells all that the hypothesis does.
  var isBorneOut: Bool { isOfSameParticipants && loose.isEmpty && given.actuality == held.actuality }

  /// Whether both tell of the same participants, as far as the hypothesis names them.
  var isOfSameParticipants: Bool {
    let fits: (Sameness.Verdict) -> Bool = { $0 == .same || $0 == .possible }
    return (held.agent == nil || fits(agent)) && (held.patient == nil || fits(patient))
      && (agent == .same || patient == .same)
  }
}
