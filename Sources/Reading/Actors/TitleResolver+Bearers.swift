import Language

/// Where those who hold a role come from and to which party they belong, as the words beside their names tell.
extension TitleResolver {
  /// Of several who hold a role those whom the text calls of a party; if it calls none so, those whom it calls of no other.
  func members(of party: Party, among actors: [Int], _ names: [(mention: NameMention, actor: Int)]) -> [Int] {
    let parties = actors.map { actor in
      names.lazy.filter { $0.actor == actor }.compactMap { Party(of: calling($0.mention), in: text) }.first
    }
    let own = zip(actors, parties).filter { $1 == party }.map(\.0)
    return own.isEmpty ? zip(actors, parties).filter { $1 == nil }.map(\.0) : own
  }

  /// The title of a name with the word before it, and what stands set off behind it: *(R-Ohio)*, *, the Republican nominee,*.
  private func calling(_ name: NameMention) -> Range<Int> {
    let sentence = text.sentence(of: name.tokens.lowerBound)
    let start = max(sentence.lowerBound, name.titleStart - 2)
    let next = name.tokens.upperBound
    guard next < sentence.upperBound, [",", "("].contains(text.norm(next)) else {
      return start..<name.tokens.upperBound
    }
    let inside = next + 1..<min(sentence.upperBound, next + 6)
    return start..<(inside.first { [",", ")"].contains(text.norm($0)) } ?? inside.upperBound)
  }

  /// Of several who hold a role the one beside whose name the place stands; the only one holds it as the text tells, unless a
  /// part of a state stands there that is another.
  func placed(_ actors: [Int], at place: String, _ names: [(mention: NameMention, actor: Int)]) -> [Int] {
    let spellings = RegionTable.shared.spellings(of: place)
    func stands(_ spellings: [String], beside actor: Int) -> Bool {
      names.contains { $0.actor == actor && RegionTable.stands(spellings, in: text.words(surroundings($0.mention))) }
    }
    let there = actors.filter { stands(spellings, beside: $0) }
    if !there.isEmpty || actors.count != 1 { return there }
    let isFromElsewhere = names.contains { $0.actor == actors[0] && hasRegion(besides: place, around: $0.mention) }
    return isFromElsewhere ? [] : actors
  }

  /// What stands right before and after a name in its sentence, up to a bracket.
  private func surroundings(_ name: NameMention) -> Range<Int> {
    let sentence = text.sentence(of: name.tokens.lowerBound)
    let before = max(sentence.lowerBound, name.titleStart - 2)..<name.titleStart
    let after =
      name.tokens.upperBound..<max(name.tokens.upperBound, min(sentence.upperBound, name.tokens.upperBound + 6))
    let start = before.last { text.norm($0) == ")" }.map { $0 + 1 } ?? before.lowerBound
    return start..<(after.first { text.norm($0) == ")" } ?? after.upperBound)
  }

  /// Whether a part of a state other than `place` stands beside a name, in full or shortened.
  private func hasRegion(besides place: String, around name: NameMention) -> Bool {
    let (tokens, own) = (surroundings(name), RegionTable.shared.spellings(of: place))
    return tokens.contains { token in
      [token + 1, token + 2].contains { end in
        guard end <= tokens.upperBound else { return false }
        let words = text.words(token..<end)
        let region = words.split(separator: "-").last.map(String.init) ?? words
        return !own.contains(region) && RegionTable.shared.isRegion(region)
      }
    }
  }
}

/// A party of the United States.
enum Party {
  case republican, democratic

  /// The first that some words name, by its name or as in *R-Ohio*.
  init?(of tokens: Range<Int>, in text: ActorText) {
    for token in tokens {
      switch text.norm(token) {
      case "republican", "gop": self = .republican
      case "democratic", "democrat": self = .democratic
      case "r" where text.words(token..<token + 1) == "R": self = .republican
      case "d" where text.words(token..<token + 1) == "D": self = .democratic
      case let word where word.hasPrefix("r-") && text.isCapitalised(token): self = .republican
      case let word where word.hasPrefix("d-") && text.isCapitalised(token): self = .democratic
      default: continue
      }
      return
    }
    return nil
  }
}
