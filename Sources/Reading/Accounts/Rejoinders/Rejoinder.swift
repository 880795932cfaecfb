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
    if let object = words.dependent(of: verb, [.obj]),
      let anaphor = Anaphor(words.indices.filter { words.lies($0, under: object) }, in: words), anaphor.noun == nil,
      let known = Self.force(of: lemma, anaphor)
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
    "inaccurate",
    "incorrect", "lie", "misleading", "slander", "smear", "unfounded", "unsubstantiated", "untrue", "wrong",
  ]
  private static let senseless: Set<String> = [
    "absurd", "hogwash", "laughable", "ludicrous", "nonsense", "outrageous", "preposterous", "ridiculous", "rubbish",
  ]
  private static let isTrue: Set<String> = ["true", "accurate", "correct", "case", "so"]
}

/// Words at the head of a saying that stand for what somebody else said: *that*, *the claim*, *a point that*.
struct Anaphor {
  /// The noun, if it is not a pronoun alone.
  var noun: String?
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
      end = place + 1
    } else if Self.pronouns.contains(words[first].norm), words[first].tag != .sconj {
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
    return Self.further.contains(words[next].norm) && rest.count <= 4
  }

  private static let leading: Set<String> = [
    "a", "all", "an", "any", "both", "her", "his", "its", "such", "that", "the", "their", "these", "this", "those",
  ]
  private static let relatives: Set<String> = ["that", "which"]
  private static let further: Set<String> = ["against", "as", "made", "on", "in", "by"]
  private static let pronouns: Set<String> = ["that", "this", "it", "those", "these", "them", "which"]

  private static let sayings: Set<String> = [
    "account", "accusation", "allegation", "argument", "assertion", "characterisation", "characterization", "charge",
    "claim",
    "comment", "conclusion", "contention", "criticism", "description", "finding", "insinuation", "narrative", "notion",
    "point", "remark", "report", "rumor", "rumour", "statement", "story", "suggestion", "version",
  ]
  private static let proposals: Set<String> = [
    "appeal", "call", "demand", "idea", "offer", "plan", "proposal", "request", "ultimatum",
  ]
}
