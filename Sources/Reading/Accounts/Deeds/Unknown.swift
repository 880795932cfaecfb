internal import Language

/// What somebody says is not known, or does not say: *it is unclear why he left*, *he would not say how many were inside*.
struct Unknown: Sendable {
  /// What would answer it.
  enum Question: Sendable {
    case why, howMany, when, place, who, whether
  }

  var question: Question
  /// The words by which it is left open.
  var words: Range<Int>
  /// Terms of what is left open.
  var content: Set<Int>
  /// The term of what it is said to be or to have done; `nil` where only a noun is left open: *the reason for his visit*.
  var predicate: Int?
}

/// Finds what a sentence leaves open.
struct UnknownFinder {
  let words: [Claim.Word]

  /// Cost: linear in the words for each word of not knowing.
  var unknowns: [Unknown] {
    words.indices.compactMap { index in
      guard leavesOpen(index) else { return nil }
      return clause(after: index) ?? subject(of: index)
    }
  }

  private func leavesOpen(_ index: Int) -> Bool {
    let word = words[index]
    if Self.open.contains(word.norm) { return !word.isNegated }
    if word.norm == "idea" { return index > 0 && words[index - 1].norm == "no" }
    guard Self.knowing.contains(word.lemma) || Self.clear.contains(word.norm) else { return false }
    // *Would not say*, *has yet to determine*, *declined to say*: the no stands before it.
    return words[max(0, index - 5)..<index].contains { !$0.marks.isDisjoint(with: [.negator, .unwilling]) }
  }

  private static let open: Set<String> = [
    "unclear", "unknown", "uncertain", "undetermined", "undisclosed", "unspecified",
  ]
  private static let clear: Set<String> = ["clear", "certain", "sure", "known"]
  private static let knowing: Set<String> = [
    "know", "say", "specify", "determine", "disclose", "reveal", "tell", "establish", "explain",
  ]

  /// The indirect question behind the word: *why he left*.
  private func clause(after index: Int) -> Unknown? {
    guard
      let asks = (index + 1..<min(words.count, index + 4)).first(where: { Self.asking.contains(words[$0].norm) }),
      let question = question(at: asks)
    else { return nil }
    let end = (asks + 1..<words.count).first { [",", ".", ";", "”", "\"", "but", "and"].contains(words[$0].norm) }
    let inside = asks + 1..<min(end ?? words.count, asks + 16)
    let predicate = inside.first { words[$0].head.map { !inside.contains($0) } ?? true }
    return Unknown(
      question: question, words: opening(index)..<asks + 1, content: Set(words[inside].compactMap(\.term)),
      predicate: predicate.flatMap { words[$0].term })
  }

  private static let asking: Set<String> = ["why", "how", "when", "where", "who", "whether", "if", "what"]

  private func question(at index: Int) -> Unknown.Question? {
    let next = index + 1 < words.count ? words[index + 1] : words[index]
    switch words[index].norm {
    case "why": return .why
    case "what": return Self.causing.contains(next.lemma) ? .why : nil
    case "how": return ["many", "much"].contains(next.norm) ? .howMany : nil
    case "when": return .when
    case "where": return .place
    case "who": return .who
    default: return .whether
    }
  }

  private static let causing: Set<String> = [
    "cause", "trigger", "prompt", "spark", "lead", "start", "provoke", "motivate",
  ]

  /// The noun of which it is said: *the reason for his visit was unknown*.
  private func subject(of index: Int) -> Unknown? {
    guard Self.open.contains(words[index].norm) || Self.clear.contains(words[index].norm),
      let noun = words.indices.first(where: {
        words[$0].head == index && [.nsubj, .nsubjPass].contains(words[$0].relation)
      }), let question = Self.questions[words[noun].lemma]
    else { return nil }
    let below = words.indices.filter { $0 != noun && words.lies($0, under: noun, within: 12) }
    let content = below.compactMap { words[$0].term }
    return Unknown(question: question, words: min(noun, index)..<max(noun, index) + 1, content: Set(content))
  }

  private static let questions: [String: Unknown.Question] = [
    "reason": .why, "motive": .why, "cause": .why, "purpose": .why, "number": .howMany, "toll": .howMany,
    "amount": .howMany, "date": .when, "time": .when, "timetable": .when, "schedule": .when, "location": .place,
    "whereabouts": .place,
  ]

  /// With the no before it, whole: *could n't*.
  private func opening(_ index: Int) -> Int {
    let negator = (max(0, index - 4)..<index).first { !words[$0].marks.isDisjoint(with: [.negator, .unwilling]) }
    return negator.map { words[$0].norm == "n't" ? max(0, $0 - 1) : $0 } ?? index
  }
}
