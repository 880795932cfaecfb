internal import Language

/// Whether phrases of the two statements name one thing.
struct Sameness {
  enum Verdict {
    case same
    /// A pronoun, which may mean it.
    case possible
    /// Two names, or two nouns that exclude each other.
    case different
    case unknown
  }

  let alignment: ContrastAlignment

  private var given: ContrastText { alignment.premise }
  private var held: ContrastText { alignment.hypothesis }

  /// How the phrase headed by `other` in the premise stands to the one headed by `index` in the hypothesis.
  func verdict(_ other: Int, _ index: Int) -> Verdict {
    let group = members(of: other)
    var best: Verdict = .unknown
    for member in group {
      switch single(member, index) {
      case .same: return .same
      case .possible: best = .possible
      case .different: if best == .unknown { best = .different }
      case .unknown: continue
      }
    }
    return best
  }

  func areSame(_ other: Int?, _ index: Int?) -> Bool {
    guard let other, let index else { return false }
    return verdict(other, index) == .same
  }

  /// The words joined to the head or set beside it.
  private func members(of head: Int) -> [Int] {
    var found = [head]
    var next = 0
    while next < found.count, found.count < 20 {
      found += given.children[found[next]].filter { [.conj, .appos].contains(given.words[$0].relation) }
      next += 1
    }
    if let above = given.words[head].head, given.words[head].relation == .appos { found.append(above) }
    return found
  }

  private func single(_ other: Int, _ index: Int) -> Verdict {
    let (one, two) = (given.words[other], held.words[index])
    if one.tag == .pron { return one.norm == two.norm ? .same : .possible }
    if two.tag == .pron { return .possible }
    let (left, right) = (names(other, in: given), names(index, in: held))
    if !right.isEmpty {
      if !left.isDisjoint(with: right) { return areOfOneFamily(other, index) ? .different : .same }
      if left.isEmpty { return alignment.tie(one, two)?.0.isSupport ?? false ? .same : .unknown }
      if areShortFor(left, right) { return .same }
      if one.tag == .propn, two.tag == .propn { return .different }
    }
    if two.value != nil, one.value != nil { return one.value == two.value ? .same : .different }
    guard let tie = alignment.tie(one, two)?.0 else { return .unknown }
    if tie == .opposite || tie == .exclusive { return .different }
    guard tie.isSupport else { return .unknown }
    return haveOtherModifiers(other, index) ? .different : .same
  }

  /// Whether two names share a part and have each another part of their own: *Ada Lind* and *Marek Lind*.
  private func areOfOneFamily(_ other: Int, _ index: Int) -> Bool {
    let (left, right) = (names(other, in: given, withTitles: false), names(index, in: held, withTitles: false))
    return given.words[other].name == .person && held.words[index].name == .person
      && !left.subtracting(right).isEmpty && !right.subtracting(left).isEmpty
  }

  /// Parts that many names have.
  private static let particles: Set<String> = ["de", "del", "der", "van", "von", "el", "al", "bin", "ibn", "la", "le"]

  /// The proper nouns of a phrase.
  private func names(_ head: Int, in text: ContrastText, withTitles: Bool = true) -> Set<String> {
    var found: Set<String> = []
    if text.words[head].tag == .propn, !Self.particles.contains(text.words[head].norm) {
      found.insert(text.words[head].norm)
    }
    for child in text.children[head]
    where text.words[child].tag == .propn
      && ([.flat, .compound].contains(text.words[child].relation)
        || withTitles && text.words[child].relation == .nmodDesc)
    {
      found.formUnion(names(child, in: text, withTitles: withTitles))
    }
    return found
  }

  /// *UN* and *United Nations*, *French* and *France*.
  private func areShortFor(_ left: Set<String>, _ right: Set<String>) -> Bool {
    left.contains { one in right.contains { Nationality.shared.areOne(one, $0) } }
  }

  /// Modifiers that set two things of one kind apart: *men's race* and *women's race*, *three wars* and *two wars*.
  private func haveOtherModifiers(_ other: Int, _ index: Int) -> Bool {
    let ones = modifiers(other, in: given)
    return modifiers(index, in: held).contains { two in
      ones.contains { one in
        let tie = alignment.tie(given.words[one], held.words[two])?.0
        return tie == .opposite || tie == .exclusive
      }
    }
  }

  private func modifiers(_ head: Int, in text: ContrastText) -> [Int] {
    text.children[head].filter { [.amod, .nummod, .nmodPoss, .compound].contains(text.words[$0].relation) }
  }
}
