internal import Dossier
internal import Language

/// A saying that is about another saying: *disputed that*, *called the claim false*, *says otherwise*, *insists he was not*.
struct Rejoinder {
  enum Force {
    /// It is not so.
    case denial
    /// Turned down, which may leave open whether it is so.
    case rejection
    /// What was asked for or proposed is turned down.
    case refusal
    /// The same with or without *not*: a denial of what was told the other way.
    case ellipsis(isNegated: Bool)
  }

  var force: Force
  /// The saying with the word that says it.
  var words: Range<Int>
  /// The word that tells whose saying is answered, where one does.
  var owner: Int?
  /// In so many sentences before it stands what it answers.
  var reach: Int

  /// - Parameter held: a part of the sentence that `words` are of.
  /// - Returns: `nil` where it says something of its own.
  init?(_ held: Claim.Held, in words: [Claim.Word]) {
    let inside = held.words.filter { !Self.isMark(words[$0]) }
    guard let first = inside.first, let last = inside.last else { return nil }
    let cue = held.cueWord.flatMap { Self.isOpen($0, in: words) ? nil : $0 }
    let lemma = cue.map { words[$0].lemma } ?? ""
    let said = first..<last + 1
    let withCue = cue.map { min($0, first)..<max($0, last) + 1 } ?? said
    let anaphor = Anaphor(inside, in: words)
    reach = anaphor?.noun == nil ? 1 : 3
    owner = anaphor?.owner
    if inside.map({ words[$0].norm }) == ["otherwise"] {
      (force, self.words) = (.denial, withCue)
    } else if let isNegated = Self.ellipsis(inside, in: words) {
      (force, self.words) = (.ellipsis(isNegated: isNegated), withCue)
    } else if let anaphor, let verdict = Self.verdict(inside[anaphor.end...], in: words, by: lemma) {
      (force, self.words) = (verdict, Self.naming.contains(lemma) ? withCue : said)
    } else if let anaphor, cue != nil, anaphor.isAll(inside, in: words), let known = Self.force(of: lemma, anaphor) {
      (force, self.words) = (known, withCue)
    } else if let verb = cue.flatMap({ words[$0].head }), words[verb].lemma == "disagree", !Self.isOpen(verb, in: words)
    {
      (force, self.words) = (.rejection, withCue)
    } else {
      return nil
    }
  }

  /// *Holm denied it*, *Strand disagrees*, *Strand says otherwise*: what a sentence tells that is no saying by itself.
  init?(verb: Int, in words: [Claim.Word]) {
    let lemma = words[verb].lemma
    reach = 1
    if ["say", "insist", "argue"].contains(lemma), verb + 1 < words.count, words[verb + 1].norm == "otherwise",
      !words[verb].isNegated
    {
      (force, self.words) = (.denial, verb..<verb + 2)
      return
    }
    guard !Self.isOpen(verb, in: words) else { return nil }
    // *Disputed that in a letter*: the parse may take *that* for the opening of a clause.
    let next = verb + 1 < words.count && Anaphor.isFollowedByMore(verb + 1, in: words) ? verb + 1 : verb
    let object = words.dependent(of: verb, [.obj]) ?? next
    if let anaphor = Anaphor(words.indices.filter { $0 >= object && words.lies($0, under: object) }, in: words),
      anaphor.noun == nil, let known = Self.force(of: lemma, anaphor)
    {
      (force, self.words) = (known, min(verb, object)..<max(verb, object) + 1)
    } else if lemma == "disagree" {
      (force, self.words) = (.rejection, verb..<verb + 1)
    } else {
      return nil
    }
  }

  private static func force(of verb: String, _ anaphor: Anaphor) -> Force? {
    if denying.contains(verb) { return .denial }
    guard rejecting.contains(verb) else { return nil }
    return anaphor.isProposal ? .refusal : .rejection
  }

  private static let denying: Set<String> = [
    "contest", "contradict", "debunk", "deny", "discredit", "dispute", "rebut", "refute",
  ]
  private static let rejecting: Set<String> = ["dismiss", "reject", "challenge", "question"]

  /// *Did not deny*, *refused to dispute*, *may reject*: nothing is answered.
  private static func isOpen(_ cue: Int, in words: [Claim.Word]) -> Bool {
    let word = words[cue]
    if word.isNegated || word.isTentative { return true }
    return word.head.map { ["refuse", "decline", "fail", "try", "want"].contains(words[$0].lemma) } ?? false
  }

  private static func isMark(_ word: Claim.Word) -> Bool {
    word.tag == .punct || word.norm.allSatisfy { !$0.isLetter && !$0.isNumber }
  }

  /// *It did*, *he was not*: a subject and an auxiliary whose verb stands before.
  private static func ellipsis(_ inside: [Int], in words: [Claim.Word]) -> Bool? {
    let norms = inside.map { words[$0].norm }.filter { $0 != "that" }
    let negator = norms.last.map(negators.contains) ?? false
    let rest = negator ? Array(norms.dropLast()) : norms
    guard rest.count == 2, pronouns.contains(rest[0]), auxiliaries.contains(rest[1]) else { return nil }
    return negator
  }

  private static let negators: Set<String> = ["not", "n't", "n’t"]
  private static let pronouns: Set<String> = ["he", "she", "it", "they", "there"]
  private static let auxiliaries: Set<String> = [
    "is", "was", "are", "were", "has", "have", "had", "did", "does", "do", "will", "would", "can", "could", "should",
  ]

  /// What the words after the anaphor make of it, before the next comma: *is a lie*, *was not true*, *nonsense* after *called
  /// the claim*. *It was wrong to go* is about going.
  private static func verdict(_ rest: ArraySlice<Int>, in words: [Claim.Word], by verb: String) -> Force? {
    let near = rest.prefix(6)
    let isNamed = naming.contains(verb) || near.first.map { beings.contains(words[$0].norm) } ?? false
    guard isNamed else { return nil }
    var isNegated = false
    for index in near {
      if index > (near.first ?? index), words[index - 1].norm == "," { return nil }
      if negators.contains(words[index].norm) || words[index].norm == "hardly" { isNegated.toggle() }
      let spellings = [words[index].lemma, words[index].norm]
      let next = index + 1 < words.count ? words[index + 1].norm : ""
      if ["to", "that", "for", "if", "when", "how"].contains(next) { continue }
      if spellings.contains(where: untrue.contains) { return isNegated ? nil : .denial }
      if spellings.contains(where: senseless.contains) { return isNegated ? nil : .rejection }
      if isTrue.contains(words[index].lemma) { return isNegated ? .denial : nil }
    }
    return nil
  }

  private static let beings: Set<String> = ["is", "was", "are", "were", "'s", "’s", "isn't", "wasn't"]
  private static let naming: Set<String> = [
    "brand", "call", "characterise", "characterize", "decry", "denounce", "describe", "dismiss", "label", "reject",
    "slam",
  ]
  private static let untrue: Set<String> = [
    "baseless", "bogus", "fabricated", "fabrication", "fake", "false", "falsehood", "fiction", "groundless",
    "inaccurate", "incorrect", "lie", "misleading", "slander", "smear", "unfounded", "unsubstantiated", "untrue",
    "wrong",
  ]
  private static let senseless: Set<String> = [
    "absurd", "hogwash", "laughable", "ludicrous", "nonsense", "outrageous", "preposterous", "ridiculous", "rubbish",
  ]
  private static let isTrue: Set<String> = ["true", "accurate", "correct", "case", "so"]
}
