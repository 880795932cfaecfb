internal import Dossier
internal import Language

/// A place where the two statements part: what the hypothesis says and what the premise has there.
struct ContrastClash {
  enum Ground: String {
    case denial
    case lostDenial = "lost denial"
    case polarity, opposite, exclusive, figure, name, roles, restriction, other
  }

  var ground: Ground
  /// Words of the hypothesis.
  var hypothesis: Range<Int>
  /// Words of the premise; `nil` where it has nothing there.
  var premise: Range<Int>?
  var subject: ContrastAlignment.SubjectTie
  /// How many words of the hypothesis, those of the clash aside, the premise does not bear out.
  var loose: Int
  /// How the counterpart was found, or the sort of figure.
  var basis: String

  /// Whether it can be the reason of a contradiction: another word there tells nothing where the two speak of different
  /// things or have little in common.
  var isTelling: Bool {
    guard ground == .other || ground == .name else { return true }
    return isOfOneSubject && loose <= 2
  }

  /// Whether it needs little more than itself: all else is borne out, and it is said of one thing.
  var isSure: Bool {
    guard loose == 0, isOfOneSubject else { return false }
    switch ground {
    case .lostDenial: return basis != "part"
    case .opposite: return basis == "slot" || basis == "head"
    case .figure: return basis.hasSuffix("anchored")
    default: return false
    }
  }

  /// Whether it is said of one subject, as far as the words tell.
  var isOfOneSubject: Bool { subject != .otherName && subject != .otherThing }

  /// How well it serves as the reason: sure grounds first, then one subject, then little else left open.
  var strength: Int {
    let ground =
      switch ground {
      case .figure, .opposite: 60
      case .denial, .exclusive: 55
      case .polarity, .restriction: 50
      case .lostDenial, .roles: 45
      case .name: 30
      case .other: basis == "likeness" ? 10 : 20
      }
    let subject =
      switch subject {
      case .same: 12
      case .pronoun, .described, .none: 8
      case .otherName, .otherThing: 0
      }
    return ground + subject - 6 * min(loose, 4)
  }

  var kind: Disagreement.Kind {
    switch ground {
    case .denial, .lostDenial, .polarity: .negation
    case .opposite: .antonym
    case .figure: ["date", "year", "time", "period"].contains { basis.hasPrefix($0) } ? .date : .number
    case .roles: .roles
    case .exclusive, .name, .restriction, .other: .incompatible
    }
  }
}

/// Finds where two aligned statements part.
struct ContrastClashFinder {
  let alignment: ContrastAlignment
  let figures: ContrastFigures

  private var given: [ContrastText.Word] { alignment.premise.words }
  private var words: [ContrastText.Word] { alignment.hypothesis.words }

  func clashes() -> [ContrastClash] {
    let figured = Set(figures.findings.flatMap(\.hypothesis))
    return denials() + figureClashes() + wordClashes(besides: figured) + roleClashes() + restrictions()
  }

  // MARK: Denial

  /// Words that turn what follows them without being negators: *stopped selling* bears out *does not sell*.
  private static let implicit: Set<String> = [
    "stop", "cease", "quit", "end", "refuse", "reject", "deny", "fail", "prevent", "block", "avoid", "lack", "decline",
    "forbid", "ban", "cancel", "lose", "leave", "abandon", "drop", "exclude", "oppose", "unable", "incapable",
    "impossible", "unlikely", "wrong", "false", "without", "against", "former", "only", "little", "few", "least",
    "rarely",
    "instead", "barely", "hard", "difficult", "dispute", "doubt", "neither", "unaware", "unknown", "absence", "absent",
  ]

  private func isTurning(_ word: ContrastText.Word) -> Bool {
    word.isDenial || Self.implicit.contains(word.lemma) || word.lemma.hasPrefix("un") && word.tag == .adj
  }

  private func denials() -> [ContrastClash] {
    var found: [ContrastClash] = []
    let sentences = Set(alignment.used.map { given[$0].sentence })
    let turning = given.indices.filter { isTurning(given[$0]) && sentences.contains(given[$0].sentence) }
    let held = words.indices.filter { isTurning(words[$0]) && !alignment.isSupported($0) }
    for index in words.indices where words[index].isDenial && turning.isEmpty {
      found.append(clash(.denial, index, given: nil, basis: words[index].lemma))
    }
    if held.isEmpty {
      found += sharedDenial(turning)
      for index in words.indices {
        guard let other = alignment.support(of: index), given[other].isNegated, !words[index].isNegated,
          [.verb, .adj, .adv].contains(words[index].tag) || words[index].head == nil || given[other].tag == .verb
        else { continue }
        let negator = given.indices.last {
          given[$0].isDenial && given[$0].sentence == given[other].sentence && $0 <= other + 3
        }
        var clash = clash(.lostDenial, index, given: other, basis: words[index].head == nil ? "root" : "part")
        if let negator { clash.premise = min(negator, other)..<max(negator, other) + 1 }
        found.append(clash)
      }
    } else {
      for index in words.indices {
        guard let other = alignment.support(of: index), !given[other].isNegated, words[index].isNegated,
          words[index].tag == .verb || words[index].head == nil,
          !turning.contains(where: { given[$0].sentence == given[other].sentence })
        else { continue }
        found.append(clash(.polarity, index, given: other, basis: words[index].head == nil ? "root" : "part"))
      }
    }
    return found
  }

  /// Most of what the hypothesis says stands under a denial of the premise.
  private func sharedDenial(_ turning: [Int]) -> [ContrastClash] {
    let borne = alignment.content.filter(alignment.isSupported)
    let denied = borne.filter { index in
      alignment.support(of: index).map { given[$0].isNegated && !words[index].isNegated } ?? false
    }
    guard borne.count >= 2, denied.count * 2 >= borne.count, let first = denied.first,
      let other = alignment.support(of: first)
    else { return [] }
    var clash = clash(.lostDenial, first, given: other, basis: denied.count == borne.count ? "all" : "share")
    if let negator = turning.last(where: { given[$0].isDenial && $0 < other }) { clash.premise = negator..<other + 1 }
    return [clash]
  }

  private static let limits: Set<String> = [
    "only", "solely", "exclusively", "entirely", "always", "merely", "purely", "all", "every",
  ]

  private func restrictions() -> [ContrastClash] {
    words.indices.compactMap { index in
      guard Self.limits.contains(words[index].norm), !given.contains(where: { Self.limits.contains($0.norm) }) else {
        return nil
      }
      return clash(.restriction, index, given: nil, basis: words[index].norm)
    }
  }

  // MARK: Figures and words

  private func figureClashes() -> [ContrastClash] {
    figures.findings.compactMap { finding in
      guard finding.verdict == .clashing, let premise = finding.premise else { return nil }
      return ContrastClash(
        ground: .figure, hypothesis: finding.hypothesis, premise: premise,
        subject: alignment.subjectTie(premise.lowerBound, finding.hypothesis.lowerBound),
        loose: loose(besides: phrase(finding.hypothesis.lowerBound).union(finding.hypothesis)),
        basis: finding.sort + (finding.isAnchored ? " anchored" : ""))
    }
  }

  private func wordClashes(besides figured: Set<Int>) -> [ContrastClash] {
    words.indices.compactMap { index in
      guard !figured.contains(index), let (link, basis) = alignment.counterparts[index] else { return nil }
      let ground: ContrastClash.Ground
      switch link.tie {
      case .opposite: ground = .opposite
      case .exclusive: ground = .exclusive
      default: ground = words[index].name != nil && words[index].name == given[link.premise].name ? .name : .other
      }
      return clash(ground, index, given: link.premise, basis: basis.rawValue)
    }
  }

  /// Who did it to whom, turned round.
  private func roleClashes() -> [ContrastClash] {
    words.indices.compactMap { index in
      guard let verb = alignment.support(of: index), words[index].tag == .verb else { return nil }
      let own = alignment.hypothesis.children[index]
      guard let agent = own.first(where: { words[$0].role == "agent" }).flatMap(alignment.support),
        let patient = own.first(where: { words[$0].role == "patient" }).flatMap(alignment.support)
      else { return nil }
      let there = alignment.premise.children[verb]
      if let other = otherAgent(of: verb, than: agent, patient: patient) {
        return clash(.roles, index, given: other, basis: "agent")
      }
      guard there.contains(where: { $0 == patient && given[$0].role == "agent" }),
        there.contains(where: { $0 == agent && given[$0].role == "patient" })
      else { return nil }
      var clash = clash(.roles, index, given: verb, basis: "verb")
      clash.subject = .same
      return clash
    }
  }

  /// Who does to the same patient what the hypothesis lays to `agent`, where the premise names both.
  private func otherAgent(of verb: Int, than agent: Int, patient: Int) -> Int? {
    let there = alignment.premise.children[verb]
    guard there.contains(patient), let other = alignment.premise.subject(of: verb), other != agent,
      given[other].tag == .noun || given[other].tag == .propn, !alignment.used.contains(other)
    else { return nil }
    // The agent may be part of the phrase: *the board of the FDA*, *Dorn and Vey*.
    return alignment.premise.isInside(agent, other) ? nil : other
  }

  // MARK: Measures

  private func clash(_ ground: ContrastClash.Ground, _ index: Int, given other: Int?, basis: String) -> ContrastClash {
    ContrastClash(
      ground: ground, hypothesis: index..<index + 1, premise: other.map { $0..<$0 + 1 },
      subject: other.map { alignment.subjectTie($0, index) } ?? .none, loose: loose(besides: phrase(index)),
      basis: basis)
  }

  private static let parts: Set<String> = ["flat", "compound", "amod", "nummod", "nmod:desc", "compound:prt", "fixed"]

  /// The words that go with `index` in one phrase.
  private func phrase(_ index: Int) -> Set<Int> {
    var top = index
    while Self.parts.contains(words[top].role), let head = words[top].head,
      !alignment.isSupported(head)
    {
      top = head
    }
    var found: Set<Int> = [top]
    var rest = [top]
    while let next = rest.popLast() {
      for child in alignment.hypothesis.children[next]
      where Self.parts.contains(words[child].role) && found.insert(child).inserted { rest.append(child) }
    }
    return found
  }

  private func loose(besides own: Set<Int>) -> Int {
    alignment.content.count { !alignment.isSupported($0) && !own.contains($0) }
  }
}
