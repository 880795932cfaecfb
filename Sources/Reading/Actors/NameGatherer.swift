import Dossier
import Language

/// Takes the names of a text from the name finder and adds the titles and appositions that stand with them.
struct NameGatherer {
  let roles = RoleTable.shared
  let states = StateTable.shared
  let text: ActorText

  init(_ text: ActorText) { self.text = text }

  /// - Returns: mentions in order; adjectives (`Russian`, `Western`) are left out.
  func mentions(_ forms: inout NameForms) -> [NameMention] {
    var mentions: [NameMention] = []
    var end = 0
    let names = text.analysed.names
    let nicknamed = nicknamedPersons()
    for (index, name) in names.enumerated() {
      var tokens = name.tokens.clamped(to: 0..<text.tokens.count)
      var kind = name.kind
      // "Vincent "The Chin" Gigante": the finder sees two names, or half of one, where a nickname stands between.
      if let whole = nicknamed[index] {
        tokens = whole
        kind = .person
      }
      guard tokens.lowerBound >= end, !tokens.isEmpty, let mention = mention(tokens, kind, name.confidence, &forms)
      else { continue }
      end = mention.tokens.upperBound
      mentions.append(mention)
    }
    return mentions
  }

  /// Names that touch a nickname in quotation marks or brackets between capitals, by index: all that belongs together.
  private func nicknamedPersons() -> [Int: Range<Int>] {
    var found: [Int: Range<Int>] = [:]
    var token = 1
    while token + 3 < text.tokens.count {
      defer { token += 1 }
      guard text.isCapitalised(token - 1), Self.opensNickname.contains(text.norm(token)),
        text.isCapitalised(token + 1) || text.norm(token + 1) == "the",
        let close = (token + 2...token + 4).first(where: {
          $0 < text.tokens.count && Self.closesNickname.contains(text.norm($0))
        }),
        close + 1 < text.tokens.count, text.isCapitalised(close + 1), !text.key(close + 1).isEmpty,
        !text.key(token - 1).isEmpty,
        text.sentenceOf[token - 1] == text.sentenceOf[close + 1]
      else { continue }
      let around = [Int(text.nameOf[token - 1]), Int(text.nameOf[close + 1])].filter { $0 >= 0 }
      guard around.contains(where: { text.analysed.names[$0].kind == .person }) else { continue }
      let inner = (token...close).map { Int(text.nameOf[$0]) }.filter { $0 >= 0 }
      var whole = token - 1..<close + 2
      for name in around + inner {
        let tokens = text.analysed.names[name].tokens.clamped(to: 0..<text.tokens.count)
        whole = min(whole.lowerBound, tokens.lowerBound)..<max(whole.upperBound, tokens.upperBound)
      }
      for name in around + inner { found[name] = whole }
      token = close
    }
    return found
  }

  private static let opensNickname: Set<String> = ["\"", "'", "“", "‘", "(", "``"]
  private static let closesNickname: Set<String> = ["\"", "'", "”", "’", ")", "''"]

  /// One mention of the name that some tokens hold, with its titles; `nil` where they hold none.
  func mention(_ found: Range<Int>, _ kind: Name.Kind, _ confidence: Double, _ forms: inout NameForms)
    -> NameMention?
  {
    var tokens = trimmed(found)
    guard !tokens.isEmpty, !isPartyTag(tokens), !isCreed(tokens) else { return nil }
    var kind = kind
    if let whole = family(tokens, kind) {
      tokens = whole
      kind = .organisation
    }
    var claims: [RoleClaim] = []
    var gender: Gender?
    var titleStart = tokens.lowerBound
    if kind == .person {
      let sentence = text.sentence(of: tokens.lowerBound)
      let inner = titleInside(tokens)
      let before = titles(endingAt: inner, from: sentence.lowerBound)
      titleStart = before.start
      claims = before.claims
      gender = before.gender
      tokens = inner..<tokens.upperBound
      if let apposition = apposition(after: tokens.upperBound, before: sentence.upperBound) {
        claims.append(apposition.claim)
        gender = gender ?? apposition.gender
      }
    } else if tokens.count <= 2, isPeopleAdjective(tokens) || kind == .miscellaneous && isAttribute(tokens) {
      return nil
    }
    let form = forms.number(of: tokens, in: text)
    return NameMention(
      tokens: tokens, span: text.span(tokens), form: form, kind: kind, confidence: confidence, roles: claims,
      gender: gender,
      titleStart: titleStart)
  }

  /// Without a leading article, a trailing possessive and marks at the edges.
  func trimmed(_ tokens: Range<Int>) -> Range<Int> {
    var (start, end) = (tokens.lowerBound, tokens.upperBound)
    while start < end, text.key(start).isEmpty || (end - start > 1 && text.norm(start) == "the") { start += 1 }
    while end > start {
      let last = text.norm(end - 1)
      guard text.key(end - 1).isEmpty || last == "'s" || (last == "s" && end - start > 1 && text.key(end - 2).isEmpty)
      else { break }
      end -= 1
    }
    return start..<end
  }

  /// Party and state behind a politician's name: *Ada Quill, R-Ohio*, *(D-N.Y.)*.
  private func isPartyTag(_ tokens: Range<Int>) -> Bool {
    let before = tokens.lowerBound - 1
    guard before >= 0, [",", "(", "["].contains(text.norm(before)) else { return false }
    let bytes = Array(text.words(tokens).utf8.prefix(2))
    return bytes.count == 2 && Array("DRI".utf8).contains(bytes[0]) && bytes[1] == UInt8(ascii: "-")
  }

  /// What one person is rather than a name: *the Ohio Democrat*, *un-American*.
  private func isCreed(_ tokens: Range<Int>) -> Bool {
    let last = tokens.upperBound - 1
    if Self.members.contains(text.norm(last)) {
      let sentence = text.sentence(of: last)
      return (1...2).contains {
        $0 <= last - sentence.lowerBound && RegionTable.shared.isRegion(text.words(last - $0..<last))
      }
    }
    let parts = text.words(tokens).split(separator: "-", maxSplits: 1)
    return parts.count == 2 && Self.prefixes.contains(parts[0].lowercased())
      && states.adjective(NameKey.of(parts[1].lowercased())) != nil
  }

  /// A member of a party of the United States.
  static let members: Set<String> = ["republican", "democrat"]
  private static let prefixes: Set<String> = ["un", "non", "anti", "pro"]

  /// *The Holm family*, *the Holm crime clan*: many are named there, whoever they are named after.
  private func family(_ tokens: Range<Int>, _ kind: Name.Kind) -> Range<Int>? {
    let sentence = text.sentence(of: tokens.lowerBound)
    guard tokens.count == 1, tokens.lowerBound > sentence.lowerBound, text.norm(tokens.lowerBound - 1) == "the" else {
      return nil
    }
    if kind == .person, Self.isFamily(tokens, in: text) { return tokens }
    var noun = tokens.upperBound
    if noun < sentence.upperBound, Self.crimes.contains(text.norm(noun)) { noun += 1 }
    guard noun < sentence.upperBound, Self.families.contains(text.norm(noun)) else { return nil }
    return tokens.lowerBound..<noun + 1
  }

  /// *The Holms*, all of that name.
  static func isFamily(_ tokens: Range<Int>, in text: ActorText) -> Bool {
    guard tokens.count == 1, tokens.lowerBound > 0, text.norm(tokens.lowerBound - 1) == "the",
      text.norm(tokens.lowerBound).hasSuffix("s"), !text.words(tokens).contains("-")
    else { return false }
    return !text.isBesideNoun(tokens)
  }

  static let families: Set<String> = ["family", "clan", "gang", "dynasty", "cartel", "syndicate"]
  static let crimes: Set<String> = ["crime", "mafia", "mob", "drug", "criminal"]

  /// An adjective before its noun ("Western leaders") names nobody.
  private func isAttribute(_ tokens: Range<Int>) -> Bool {
    tokens.allSatisfy { text.tokens[$0].tag == .adj && text.tokens[$0].relation == .amod }
  }

  private func isPeopleAdjective(_ tokens: Range<Int>) -> Bool {
    let key = tokens.map { text.key($0) }.joined()
    return states.standing(of: key) == nil && (states.adjective(key) != nil || states.people(key) != nil)
  }

  // MARK: Titles

  /// Where the bare name begins if the finder took its title with it.
  private func titleInside(_ tokens: Range<Int>) -> Int {
    var start = tokens.lowerBound
    while start + 1 < tokens.upperBound {
      if let entry = roles.match(text, from: start, before: tokens.upperBound - 1), entry.isTitle {
        start += entry.words.count
      } else if let adjective = states.adjective(in: text, from: start, before: tokens.upperBound - 1),
        roles.match(text, from: start + adjective.length, before: tokens.upperBound - 1) != nil
      {
        start += adjective.length
      } else if Self.modifiers.contains(text.norm(start)) {
        start += 1
      } else {
        break
      }
    }
    return start
  }

  /// The chain of titles that ends right before a name: "former Belarusian President".
  private func titles(endingAt end: Int, from start: Int) -> (start: Int, claims: [RoleClaim], gender: Gender?) {
    var index = end
    var claimed: [RoleTable.Class] = []
    var gender: Gender?
    var state: StateTable.State?
    var isFormer = false
    while index > start {
      if let entry = roles.match(text, endingAt: index, after: start), entry.isTitle, !entry.isPlural {
        index -= entry.words.count
        if let roleClass = entry.roleClass { claimed.append(roleClass) }
        gender = gender ?? entry.gender
      } else if !claimed.isEmpty, let adjective = states.adjective(in: text, endingAt: index, after: start) {
        index -= adjective.length
        state = state ?? adjective.state
      } else if index < end, Self.modifiers.contains(text.norm(index - 1)) {
        isFormer = isFormer || Self.former.contains(text.norm(index - 1))
        index -= 1
      } else if !claimed.isEmpty, let owner = owner(endingAt: index, after: start) {
        index = owner.start
        state = state ?? owner.state
      } else {
        break
      }
    }
    // *(The Example) - Belarusian President*: a mark before the title is none of it.
    while index < end, text.key(index).isEmpty { index += 1 }
    guard index < end else { return (end, [], nil) }
    let span = text.analysed.text.trimmed(
      Span(start: text.tokens[wholeTitle(index, after: start)].span.start, end: text.tokens[end - 1].span.end))
    let region = region(in: max(start, index - 2)..<end)
    let claims = claimed.map {
      RoleClaim(roleClass: $0, state: state, region: region, isFormer: isFormer, span: span)
    }
    return (index, claims, gender)
  }

  /// Where a title begins with the nouns that tell of what it is: *campaign chairman*, *Agriculture Secretary*.
  private func wholeTitle(_ title: Int, after start: Int) -> Int {
    var index = title
    while index > start, title - index < 2, text.nameOf[index - 1] < 0, !text.key(index - 1).isEmpty,
      [.noun, .propn].contains(text.tokens[index - 1].tag), text.tokens[index - 1].relation.universal == .compound
    {
      index -= 1
    }
    return index
  }

  /// "Ukraine 's" or "Kremlin" before a role: where it begins, and its state.
  private func owner(endingAt end: Int, after start: Int) -> (start: Int, state: StateTable.State?)? {
    let last = text.norm(end - 1) == "'s" ? end - 2 : end - 1
    guard last >= start, text.nameOf[last] >= 0 else { return nil }
    let name = text.analysed.names[Int(text.nameOf[last])]
    guard name.kind != .person, name.tokens.lowerBound >= start, name.tokens.upperBound >= last + 1 else { return nil }
    let tokens = trimmed(name.tokens.lowerBound..<(last + 1))
    let key = tokens.map { text.key($0) }.joined()
    switch states.standing(of: key) {
    case .state(let state), .capital(let state, _), .seat(let state, _): return (name.tokens.lowerBound, state)
    case nil: return (name.tokens.lowerBound, states.adjective(key))
    }
  }

  static let determiners: Set<String> = owners.union(["the", "a", "an"])
  static let owners: Set<String> = ["its", "his", "her", "their"]
  static let former: Set<String> = ["former", "ex", "ex-", "then", "late", "outgoing", "onetime"]
  private static let modifiers: Set<String> = former.union([
    "acting", "new", "incoming", "current", "senior", "deputy", "assistant", "interim", "embattled", "longtime", "-",
    "elect",
  ])
}
