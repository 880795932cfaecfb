import Dossier
import Language

/// Ties a role that stands for a name ("the Belarusian leader", "the head of state") to the one who holds it.
///
/// The holder is looked for among those whom this text introduces by that role; then among those whom other texts introduce by
/// it and this one names. A role without a state goes to the holder in focus: the one named last, subjects of sentences first.
/// This finds the roles; `TitleResolver+Holders.swift` ties them.
struct TitleResolver {
  let text: ActorText
  let roles = RoleTable.shared
  private let states = StateTable.shared

  init(_ text: ActorText) { self.text = text }

  /// A role without a name.
  struct Nominal {
    var tokens: Range<Int>
    var roleClass: RoleTable.Class
    var state: StateTable.State?
    /// A town or a part of a state: *the Vermont senator*.
    var place: Range<Int>?
    var isFormer: Bool
    var gender: Gender?
    /// The name of the text that it stands beside: "the Belarusian president, Alexander Lukashenko,", *Anna Holm, the mayor,*.
    var apposed: Int?
    /// Of what it is, where that is no place: *the president of the Harbour Union*, *the leader of a movement*.
    var body: Range<Int>?
    /// Of a party alone, as in *the Ohio Democrat*.
    var party: Party?
  }

  /// Who may hold a role: actors by the roles that texts give them.
  struct Holder {
    var actor: Int
    var claim: RoleClaim
    /// Whether this text gives it.
    var isLocal: Bool
  }

  // MARK: Finding

  /// Roles in the singular with a definite determiner or a state, that no name follows.
  /// - Parameter names: the text's name mentions, in order.
  func nominals(_ names: [NameMention]) -> [Nominal] {
    var nameAt: [Int: Int] = [:]
    var nameEnding: [Int: Int] = [:]
    for (number, name) in names.enumerated() where name.kind == .person {
      nameAt[name.tokens.lowerBound] = number
      nameEnding[name.tokens.upperBound] = number
    }
    var found: [Nominal] = []
    for sentence in text.analysed.sentences {
      let range = sentence.tokens.clamped(to: 0..<text.tokens.count)
      var index = range.lowerBound
      while index < range.upperBound {
        if var nominal = nominal(from: index, before: range.upperBound, nameAt) {
          // *Anna Holm, the mayor of Norburg, said*: it is hers, whoever else is a mayor.
          if index - 1 > range.lowerBound, text.norm(index - 1) == ",", let name = nameEnding[index - 1],
            isClosed(nominal, before: range.upperBound)
          {
            nominal.apposed = name
          }
          index = nominal.tokens.upperBound
          found.append(nominal)
        } else {
          index += 1
        }
      }
    }
    return found
  }

  /// Whether a comma or the end closes it, so that it is not who acts in a clause: not *with Anna Holm, the mayor said*.
  private func isClosed(_ nominal: Nominal, before end: Int) -> Bool {
    var state = nominal.state
    var last = NameGatherer(text).phraseEnd(after: nominal.tokens.upperBound, before: end, state: &state)
    while last < end, [.noun, .propn].contains(text.tokens[last].tag) { last += 1 }
    return last >= end || NameGatherer.closesApposition(text.norm(last))
  }

  private func nominal(from start: Int, before end: Int, _ nameAt: [Int: Int]) -> Nominal? {
    if let member = partyMember(from: start, before: end) { return member }
    var index = start
    var state: StateTable.State?
    var place: Range<Int>?
    var isFormer = false
    let isDefinite = text.norm(start) == "the"
    if isDefinite {
      index += 1
    } else if let owner = possessor(at: start, before: end) {
      state = owner.state
      index = owner.end
    } else if let owner = placeName(at: start, before: end), owner.upperBound < end, text.norm(owner.upperBound) == "'s"
    {
      place = owner
      index = owner.upperBound + 1
    } else if states.adjective(in: text, from: start, before: end) == nil {
      return nil
    }
    while index < end, index < start + 7 {
      if let entry = roles.match(text, from: index, before: end) {
        let next = index + entry.words.count
        // "the prime minister spokesman": the last role of the run is the head.
        if next < end, let deeper = roles.match(text, from: next, before: end), !deeper.isPlural, nameAt[next] == nil {
          index = next
          continue
        }
        var found = finished(
          entry, start..<next, before: end, state: &state, isFormer, nameAt, isDefinite: isDefinite || place != nil)
        if let place { found?.place = place }
        return found
      }
      if let adjective = states.adjective(in: text, from: index, before: end) {
        state = adjective.state
        index += adjective.length
      } else if NameGatherer.former.contains(text.norm(index)) {
        isFormer = true
        index += 1
      } else if isDefinite, index == start + 1, let name = stateName(at: index, before: end) {
        state = name.state
        index = name.end
      } else if isDefinite, place == nil, let name = placeName(at: index, before: end) {
        place = name
        index = name.upperBound
      } else if Self.plainModifiers.contains(text.norm(index)) || text.norm(index) == "-" {
        index += 1
      } else {
        return nil
      }
    }
    return nil
  }

  private func finished(
    _ entry: RoleTable.Entry, _ tokens: Range<Int>, before end: Int, state: inout StateTable.State?, _ isFormer: Bool,
    _ nameAt: [Int: Int], isDefinite: Bool
  ) -> Nominal? {
    guard !entry.isPlural, let roleClass = entry.roleClass, isDefinite || state != nil else { return nil }
    var next = tokens.upperBound
    if nameAt[next] != nil { return nil }
    // "the president of Belarus"
    var whole = tokens
    var place: Range<Int>?
    var body: Range<Int>?
    if next + 1 < end, text.norm(next) == "of", let name = stateName(at: next + 1, before: end) {
      state = state ?? name.state
      next = name.end
      whole = tokens.lowerBound..<next
    } else if next + 1 < end, text.norm(next) == "from", let name = placeName(at: next + 1, before: end) {
      // "the senator from Ohio"
      place = name
      whole = tokens.lowerBound..<name.upperBound
      next = whole.upperBound
    } else if next + 1 < end, text.norm(next) == "of" {
      if let name = placeName(at: next + 1, before: end),
        name.upperBound == end || text.tokens[name.upperBound].tag != .noun && text.norm(name.upperBound) != "'s"
      {
        place = name
        whole = tokens.lowerBound..<name.upperBound
      } else if let other = otherBody(at: next + 1, before: end) {
        body = other
      }
      next = body?.upperBound ?? whole.upperBound
    } else if next < end, text.tokens[next].tag == .noun || text.nameOf[next] >= 0 {
      // "the party leader debate", "the Ukrainian president Something": a compound, or a title that the finder's name lacks.
      return nil
    }
    var apposed: Int?
    if next + 1 < end, text.norm(next) == ",", let name = nameAt[next + 1] { apposed = name }
    return Nominal(
      tokens: whole, roleClass: roleClass, state: state, place: place, isFormer: isFormer, gender: entry.gender,
      apposed: apposed, body: body)
  }

  /// What stands behind *of* and is named, new or told by several words: *the Harbour Union*, *a movement*, *the nurses union*.
  private func otherBody(at start: Int, before end: Int) -> Range<Int>? {
    let isNew = ["a", "an", "another", "one"].contains(text.norm(start))
    let first = isNew || text.norm(start) == "the" ? start + 1 : start
    guard first < end else { return nil }
    var last = first
    while last < end,
      text.nameOf[last] >= 0 || [.noun, .propn, .num, .adj].contains(text.tokens[last].tag) || text.norm(last) == "'s"
    {
      last += 1
    }
    // *The president of the country* is the one of whom the text tells.
    return last > (isNew || text.nameOf[first] >= 0 ? first : first + 1) ? start..<last : nil
  }

  /// *The Ohio Democrat*, by itself.
  private func partyMember(from start: Int, before end: Int) -> Nominal? {
    guard text.norm(start) == "the" else { return nil }
    for noun in start + 2..<start + 4 where noun < end && NameGatherer.members.contains(text.norm(noun)) {
      let place = start + 1..<noun
      guard RegionTable.shared.isRegion(text.words(place)),
        noun + 1 >= end || ![.noun, .propn].contains(text.tokens[noun + 1].tag)
      else { continue }
      return Nominal(
        tokens: start..<noun + 1, roleClass: -1, place: place, isFormer: false,
        party: Party(of: noun..<noun + 1, in: text))
    }
    return nil
  }

  /// "Ukraine 's"
  private func possessor(at start: Int, before end: Int) -> (state: StateTable.State, end: Int)? {
    guard let name = stateName(at: start, before: end), name.end < end, text.norm(name.end) == "'s" else { return nil }
    return (name.state, name.end + 1)
  }

  /// A name that is a place by the name finder, or a part of a state by its words.
  private func placeName(at start: Int, before end: Int) -> Range<Int>? {
    guard text.nameOf[start] >= 0 else { return nil }
    let name = text.analysed.names[Int(text.nameOf[start])]
    let tokens = start..<min(end, name.tokens.upperBound)
    guard name.kind == .place || RegionTable.shared.isRegion(text.words(tokens)) else { return nil }
    return tokens
  }

  private func stateName(at start: Int, before end: Int) -> (state: StateTable.State, end: Int)? {
    guard start < end else { return nil }
    let first = text.norm(start) == "the" && start + 1 < end ? start + 1 : start
    guard text.isCapitalised(first) else { return nil }
    var last = first + 1
    if text.nameOf[first] >= 0 {
      last = min(end, text.analysed.names[Int(text.nameOf[first])].tokens.upperBound)
      while last > first + 1, text.norm(last - 1) == "'s" { last -= 1 }
    }
    guard first < last else { return nil }
    switch states.standing(of: (first..<last).map { text.key($0) }.joined()) {
    case .state(let state): return (state, last)
    case .capital, .seat, nil: return nil
    }
  }

  private static let plainModifiers: Set<String> = [
    "current", "new", "acting", "embattled", "veteran", "longtime", "incoming", "authoritarian", "populist", "top",
    "senior", "long", "serving",
    "time", "ruling", "opposition", "party", "republican", "democratic", "conservative", "liberal", "wartime", "de",
    "facto", "independent", "gop", "presidential", "presumptive", "young", "first-term", "freshman", "retired",
  ]
}
