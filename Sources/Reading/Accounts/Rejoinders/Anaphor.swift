internal import Language

/// Words at the head of a saying that stand for what somebody else said: *that*, *the claim*, *a point that*.
struct Anaphor {
  /// The noun, if it is not a pronoun alone.
  var noun: String?
  /// The word that tells whose saying it is: *the ministry's claim*, *his account*.
  var owner: Int?
  /// So many words it has.
  var end: Int

  /// - Parameter inside: the words of the saying, without marks.
  init?(_ inside: [Int], in words: [Claim.Word]) {
    guard let first = inside.first else { return nil }
    let isNoun = { (index: Int) in
      Self.sayings.contains(words[index].lemma) || Self.proposals.contains(words[index].lemma)
    }
    if let place = inside.prefix(6).firstIndex(where: isNoun),
      inside[..<place].allSatisfy({ Self.leading.contains(words[$0].norm) || words[$0].tag == .adj })
        // *The ministry's claim*
        || place > 0 && ["'s", "’s", "'"].contains(words[inside[place - 1]].norm)
    {
      // *A claim* is one that is yet to be told, but for *a claim that they dispute*.
      let next = place + 1 < inside.count ? words[inside[place + 1]].norm : ""
      if ["a", "an"].contains(words[first].norm), !Self.relatives.contains(next) { return nil }
      noun = words[inside[place]].lemma
      owner = inside[..<place].last { words[$0].tag == .noun || words[$0].tag == .propn }
      end = place + 1
    } else if Self.pronouns.contains(words[first].norm),
      words[first].tag != .sconj || Self.isFollowedByMore(first, in: words)
    {
      // *Over the accusations, which he denies*: those, and not what is said about them.
      let noun = words[..<first].last { $0.tag == .noun }
      if words[first].norm == "which", noun.map({ Self.sayings.contains($0.lemma) }) ?? false { return nil }
      end = 1
    } else {
      return nil
    }
  }

  var isProposal: Bool { noun.map(Self.proposals.contains) ?? false }

  /// Whether nothing but the anaphor is said: no *that* with a clause after it, nor what the charges are.
  func isAll(_ inside: [Int], in words: [Claim.Word]) -> Bool {
    let rest = inside[end...]
    guard let next = rest.first else { return true }
    if Self.relatives.contains(words[next].norm) { return rest.count == 1 }
    return Self.further.contains(words[next].norm) && rest.count <= 8
  }

  /// Whether what comes after a pronoun only tells where or how it is said, or nothing comes, whatever the parse takes *that*
  /// for.
  static func isFollowedByMore(_ pronoun: Int, in words: [Claim.Word]) -> Bool {
    guard pronoun + 1 < words.count else { return true }
    return words[pronoun + 1].tag == .punct || further.contains(words[pronoun + 1].norm)
  }

  private static let leading: Set<String> = [
    "a", "all", "an", "any", "both", "her", "his", "its", "such", "that", "the", "their", "these", "this", "those",
  ]
  private static let relatives: Set<String> = ["that", "which"]
  private static let further: Set<String> = ["against", "as", "at", "by", "during", "in", "made", "on", "through"]
  private static let pronouns: Set<String> = ["that", "this", "it", "those", "these", "them", "which"]

  private static let sayings: Set<String> = [
    "account", "accusation", "allegation", "argument", "assertion", "characterisation", "characterization", "charge",
    "claim", "comment", "conclusion", "contention", "criticism", "description", "finding", "insinuation", "narrative",
    "notion", "point", "remark", "report", "rumor", "rumour", "statement", "story", "suggestion", "version",
  ]
  private static let proposals: Set<String> = [
    "appeal", "call", "demand", "idea", "offer", "plan", "proposal", "request", "ultimatum",
  ]
}
