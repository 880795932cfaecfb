import Dossier
import Language

/// Finds peoples and their bodies, and the bodies of a person: "Ukrainians", "Russian troops", "the Holm campaign".
struct GroupFinder {
  /// Whose group it is.
  enum Owner: Hashable {
    case state(StateTable.State)
    /// A person, by the number of the draft.
    case person(Int)
  }

  /// A group in one text.
  struct Found {
    var tokens: Range<Int>
    var owner: Owner
    /// The noun after the adjective or the name; empty for the people itself.
    var noun: String
  }

  let text: ActorText

  /// Groups in order. Where a longer name holds the words, the name stands.
  func groups() -> [Found] {
    let states = StateTable.shared
    let words = OrganisationWords.shared
    var found: [Found] = []
    var index = 0
    while index < text.tokens.count {
      defer { index += 1 }
      guard text.isCapitalised(index) else { continue }
      if let people = people(at: index) {
        if isFree(index...(index + people.length - 1)) {
          found.append(Found(tokens: index..<(index + people.length), owner: .state(people.state), noun: ""))
        }
        index += people.length - 1
      } else if let adjective = states.adjective(in: text, from: index, before: text.tokens.count) {
        let next = index + adjective.length
        guard next < text.tokens.count else { break }
        if words.group.contains(text.norm(next)), isFree(index...next), text.sentenceOf[index] == text.sentenceOf[next],
          !isCompound(next)
        {
          found.append(Found(tokens: index..<(next + 1), owner: .state(adjective.state), noun: text.norm(next)))
        }
        index = next - 1
      }
    }
    return found
  }

  /// *The Holm campaign*, *Holm's team*: what is named by whose it is.
  /// - Parameter persons: their names, in order, with the draft that each belongs to.
  func bodies(of persons: [(tokens: Range<Int>, actor: Int)]) -> [Found] {
    persons.compactMap { name in
      var noun = name.tokens.upperBound
      if noun < text.tokens.count, text.norm(noun) == "'s" || text.norm(noun) == "’s" { noun += 1 }
      guard noun < text.tokens.count, OrganisationWords.shared.personal.contains(text.norm(noun)),
        text.sentenceOf[noun] == text.sentenceOf[name.tokens.lowerBound], text.nameOf[noun] < 0, !isCompound(noun)
      else { return nil }
      return Found(tokens: name.tokens.lowerBound..<noun + 1, owner: .person(name.actor), noun: text.norm(noun))
    }
  }

  /// "Ukrainians", "South Koreans"
  private func people(at index: Int) -> (state: StateTable.State, length: Int)? {
    let states = StateTable.shared
    if let state = text.keyOfPair(index).flatMap(states.people) { return (state, 2) }
    return states.people(text.key(index)).map { ($0, 1) }
  }

  /// "Russian media reports": the noun is not the head.
  private func isCompound(_ token: Int) -> Bool {
    token + 1 < text.tokens.count && text.tokens[token + 1].tag == .noun
      && text.tokens[token].relation.universal == .compound
  }

  /// Whether no name reaches past these words.
  private func isFree(_ tokens: ClosedRange<Int>) -> Bool {
    tokens.allSatisfy { token in
      guard text.nameOf[token] >= 0 else { return true }
      let name = text.analysed.names[Int(text.nameOf[token])]
      return name.tokens.lowerBound >= tokens.lowerBound && name.tokens.upperBound <= tokens.upperBound + 1
        && name.kind != .person
    }
  }
}
