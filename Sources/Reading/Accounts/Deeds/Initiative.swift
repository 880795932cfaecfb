internal import Language

/// Who took the first step, towards whom: *the mayor approached the union*, *at the request of the union*.
struct Initiative: Sendable {
  var by: Int
  /// `nil` where the words do not say.
  var toward: Int?
  /// The word that says so.
  var word: Int

  /// In order of place. Only of actors. Cost: quadratic in the words, for each word that may say so.
  static func initiatives(in words: [Claim.Word]) -> [Initiative] {
    words.indices.compactMap { index in
      switch words[index].tag {
      case .verb: step(of: index, in: words)
      case .noun: request(index, in: words)
      default: nil
      }
    }
  }

  /// *Approached him*, *reached out to him*, *brought up the idea*.
  private static func step(of verb: Int, in words: [Claim.Word]) -> Initiative? {
    let word = words[verb]
    guard !word.isNegated, !word.isTentative, !words.contains(where: { $0.head == verb && $0.relation == .auxPass }),
      let by = doer(of: verb, in: words)
    else { return nil }
    let act = words.phrasalLemma(of: verb)
    if let object = words.dependent(of: verb, [.obj, .iobj]), let other = words.actor(at: object), other != by {
      return approaches.contains(act) ? Initiative(by: by, toward: other, word: verb) : nil
    }
    if turns.contains(act) {
      let other = words.indices.lazy.filter {
        words[$0].head == verb && words[$0].relation == .obl && words.hasCase(["to"], at: $0)
      }.compactMap { words.actor(at: $0) }.first
      return other == by ? nil : Initiative(by: by, toward: other, word: verb)
    }
    guard ideas.contains(act), words.dependent(of: verb, [.obj]) != nil else { return nil }
    return Initiative(by: by, toward: nil, word: verb)
  }

  /// One who acts alone; of a verb joined to another, whoever does that.
  private static func doer(of verb: Int, in words: [Claim.Word]) -> Int? {
    if let noun = words.subjectNoun(of: verb) {
      let isOneOfSeveral =
        words[noun].relation == .conj || words.contains { $0.head == noun && $0.relation == .conj }
      return isOneOfSeveral ? nil : words.actor(at: noun)
    }
    guard words[verb].relation == .conj, let head = words[verb].head, head != verb else { return nil }
    return words.doer(of: head)
  }

  /// *At the request of the union*, *at the union's invitation*.
  private static func request(_ noun: Int, in words: [Claim.Word]) -> Initiative? {
    guard requests.contains(words[noun].lemma), words.hasCase(["at", "on"], at: noun) else { return nil }
    let by = words.actor(of: noun, [.nmod, .nmodPoss])
    return by.map { Initiative(by: $0, toward: nil, word: noun) }
  }

  private static let approaches: Set<String> = [
    "approach", "contact", "telephone", "phone", "ring", "call", "ring_up", "call_up", "invite", "court", "woo",
    "summon",
    "lobby", "petition", "beg", "implore", "sound_out", "ask", "press",
  ]
  private static let turns: Set<String> = ["reach_out", "turn", "appeal", "write"]
  private static let ideas: Set<String> = ["propose", "suggest", "initiate", "bring_up"]
  private static let requests: Set<String> = [
    "request", "invitation", "urging", "insistence", "initiative", "suggestion", "behest", "instigation", "prompting",
  ]
}
