internal import CReadingTables
internal import Language

/// Finds cause and purpose frames with their fillers by cue.
struct FrameFinder {
  private struct Cue: Sendable {
    var kind: Frame.Kind
    var direction: String
    var rest: [String]
    var strength: Double
  }

  private static let cues: [String: [Cue]] = {
    var cues: [String: [Cue]] = [:]
    for line in TableText(crossread_frames).lines {
      let parts = TableText.words(line)
      guard parts.count == 3, let kind = Frame.Kind(rawValue: parts[0]) else { continue }
      var cue = parts[2]
      let isWeak = cue.last == "?"
      if isWeak { cue.removeLast() }
      let lemmas = cue.split(separator: "_").map(String.init)
      guard let first = lemmas.first else { continue }
      cues[first, default: []].append(
        Cue(kind: kind, direction: parts[1], rest: Array(lemmas.dropFirst()), strength: isWeak ? 0.5 : 1))
    }
    return cues
  }()

  func frames(of words: [Claim.Word]) -> [Frame] {
    var found: [Frame] = []
    var index = 0
    while index < words.count {
      guard let (cue, length) = cue(at: index, in: words) else {
        index += 1
        continue
      }
      if let frame = frame(cue, at: index..<index + length, in: words) { found.append(frame) }
      index += length
    }
    for index in words.indices {
      guard let frame = plainFrame(at: index, in: words),
        !found.contains(where: { $0.filler.overlaps(frame.filler) || $0.cue.overlaps(frame.filler) })
      else { continue }
      found.append(frame)
    }
    return found
  }

  private func cue(at index: Int, in words: [Claim.Word]) -> (Cue, Int)? {
    var best: (Cue, Int)?
    for key in Set([words[index].lemma, words[index].norm]).sorted() {
      for cue in Self.cues[key] ?? [] {
        let length = cue.rest.count + 1
        guard index + length <= words.count, length > (best?.1 ?? 0) else { continue }
        if zip(cue.rest, words[index + 1..<index + length]).allSatisfy({ $0 == $1.lemma || $0 == $1.norm }) {
          best = (cue, length)
        }
      }
    }
    return best
  }

  private func frame(_ cue: Cue, at range: Range<Int>, in words: [Claim.Word]) -> Frame? {
    // *Is due to vote on Tuesday*.
    if words[range.upperBound - 1].norm == "to", range.upperBound < words.count, words[range.lowerBound].norm == "due",
      words[range.upperBound].tag == .verb, !words[range.upperBound].norm.hasSuffix("ing")
    {
      return nil
    }
    // *A fault* blames nobody.
    if cue.direction != "after", cue.rest.isEmpty, words[range.lowerBound].tag != .verb { return nil }
    // *The results of a test are pending* tells of no cause.
    if cue.kind == .cause, words[range.lowerBound].tag == .noun,
      [.nsubj, .nsubjPass].contains(words[range.lowerBound].relation)
    {
      return nil
    }
    let after = extent(from: range.upperBound, in: words)
    let before = backward(from: range.lowerBound, in: words)
    var filler: Range<Int>
    var topic: Range<Int>
    switch cue.direction {
    case "after":
      filler = after
      // A fronted phrase explains what follows it.
      topic = before.isEmpty ? after.upperBound..<words.count : 0..<range.lowerBound
      // `The purpose of his visit was to …`: the visit is explained, by what follows the verb.
      if words[range.upperBound - 1].norm == "of", let verb = after.first(where: { words[$0].lemma == "be" }) {
        topic = range.upperBound..<verb
        filler = verb + 1..<extent(from: verb + 1, in: words).upperBound
      }
    case "before":
      filler = before
      topic = range.upperBound..<words.count
    default:
      filler = after
      topic = after.upperBound..<words.count
    }
    guard filler.contains(where: { words[$0].term != nil }) else { return nil }
    // *Sent it over the objections of the department*: in spite of them.
    if words[range.lowerBound].norm == "over",
      filler.prefix(4).contains(where: { Self.spites.contains(words[$0].lemma) })
    {
      return nil
    }
    if words[range.lowerBound].norm == "since", isReckoning(filler, in: words) { return nil }
    // *Blamed the strike on agitators*: what follows *on* is held responsible.
    let isAscribed = words[range.lowerBound].lemma == "attribute" || words[range.lowerBound].lemma == "ascribe"
    let blamed =
      cue.direction == "object" ? other(under: range.lowerBound, by: isAscribed ? ["to"] : ["on"], in: words) : nil
    if isAscribed, cue.direction == "object", blamed == nil { return nil }
    if let blamed,
      let preposition = words.indices.first(where: { words[$0].head == blamed && words[$0].relation == .case })
    {
      filler = extent(from: preposition + 1, in: words)
      guard filler.contains(where: { words[$0].term != nil }) else { return nil }
    }
    // *Over the weekend*, *after four days*: when, and not why.
    if cue.strength < 1, let head = words[range.lowerBound].head, Self.spans.contains(words[head].lemma) { return nil }
    // `Negotiations over a tower`: a weak cue that belongs to a noun gives no cause.
    if cue.strength < 1, let noun = words[range.lowerBound].head, let above = words[noun].head,
      words[above].tag != .verb
    {
      return nil
    }
    return Frame(
      kind: cue.kind, strength: cue.strength, cue: range, filler: filler,
      topic: Set(topic.compactMap { words[$0].term }), act: act(of: range.lowerBound, in: words),
      isOfMeeting: topic.contains { isMeeting($0, in: words) },
      isDenied: cue.kind == .cause && isDenied(range.lowerBound, in: words),
      effect: effect(cue, at: range, isTurned: blamed != nil, in: words))
  }

  /// What is explained: the head of the phrase or clause that the cue gives a reason for.
  private func effect(_ cue: Cue, at range: Range<Int>, isTurned: Bool, in words: [Claim.Word]) -> Int? {
    let first = range.lowerBound
    switch cue.direction {
    case "before":
      // *Arson was behind the fire*, *the scandal led to his fall*.
      return (range.upperBound..<min(words.count, range.upperBound + 6)).first {
        [.noun, .propn].contains(words[$0].tag) && ![.compound, .nmodPoss].contains(words[$0].relation)
      }
    case "object":
      return isTurned ? words.dependent(of: first, [.obj]) : other(under: first, by: ["for", "of", "with"], in: words)
    default:
      if words[first].tag == .verb {
        if words[first].relation == .acl { return words[first].head }
        return words.dependent(of: first, [.nsubjPass]) ?? words.dependent(of: first, [.obj])
          ?? words.dependent(of: first, [.nsubj])
      }
      // *The crash was the result of a fault*.
      if words[first].tag == .noun { return words.dependent(of: first, [.nsubj]) }
      guard let filler = words[first].head, !range.contains(filler) || words[filler].head != nil else { return nil }
      let head = range.contains(filler) ? words[filler].head ?? filler : filler
      // *The delay is due to a strike*; a clause has a subject of its own.
      let isSaidToBe = words.dependent(of: head, [.cop]) != nil && words[first].relation != .mark
      return (isSaidToBe ? words.dependent(of: head, [.nsubj]) : nil) ?? words[head].head
    }
  }

  /// What hangs on a verb by one of these prepositions.
  private func other(under verb: Int, by prepositions: Set<String>, in words: [Claim.Word]) -> Int? {
    words.indices.first { index in
      [.obl, .nmod, .advcl].contains(words[index].relation) && index > verb
        && (words[index].head == verb || words[index].head.map { words[$0].head == verb } ?? false)
        && words.contains {
          $0.head == index && [.case, .mark].contains($0.relation) && prepositions.contains($0.norm)
        }
    }
  }

  /// *Was dismissed for criticising the board*, *left for health reasons*; *was sent to keep the peace*.
  private func plainFrame(at index: Int, in words: [Claim.Word]) -> Frame? {
    let word = words[index]
    guard let head = word.head, head < index, words[head].tag == .verb, words[head].term != nil else { return nil }
    let marks = words.indices.filter { words[$0].head == index && [.mark, .case].contains(words[$0].relation) }
    guard let mark = marks.first else { return nil }
    let kind: Frame.Kind
    switch words[mark].norm {
    case "for" where word.tag == .verb && word.norm.hasSuffix("ing") || word.lemma == "reason": kind = .cause
    case "to" where word.tag == .verb && word.relation == .advcl: kind = .purpose
    default: return nil
    }
    let filler = extent(from: mark + 1, in: words)
    guard filler.contains(where: { words[$0].term != nil }) else { return nil }
    return Frame(
      kind: kind, strength: 1, cue: mark..<mark + 1, filler: filler,
      topic: Set(words[..<mark].compactMap(\.term)), act: head, isOfMeeting: false,
      isDenied: words[head].isNegated, effect: head, isPlain: true)
  }

  /// Whether what follows *since* tells from when on, and not why: a beginning or an end, a date, *12 days ago*.
  private func isReckoning(_ filler: Range<Int>, in words: [Claim.Word]) -> Bool {
    filler.contains { Self.turns.contains(words[$0].lemma) || words[$0].tag == .num || words[$0].norm == "ago" }
  }

  private static let turns: Set<String> = [
    "begin", "start", "launch", "open", "end", "finish", "resume", "take", "become", "come", "arrive", "leave",
    "return",
    "join", "break", "beginning", "outbreak", "arrival",
  ]

  private static let spites: Set<String> = ["objection", "protest", "opposition", "veto", "advice", "head"]

  private static let spans: Set<String> = [
    "second", "minute", "hour", "day", "night", "week", "weekend", "month", "year", "decade", "century", "season",
    "summer", "winter", "period", "time", "course", "past",
  ]

  /// The verb that the phrase with this cue depends on.
  private func act(of cue: Int, in words: [Claim.Word]) -> Int? {
    guard let filler = words[cue].head else { return nil }
    var current = words[filler].head
    for _ in 0..<6 {
      guard let index = current else { return nil }
      if words[index].tag == .verb { return words[index].term == nil ? nil : index }
      current = words[index].head
    }
    return nil
  }

  /// Whether the cue stands under a *not* of its own or that of the verb that it explains, as in *I am not here because*.
  private func isDenied(_ cue: Int, in words: [Claim.Word]) -> Bool {
    guard cue > 0, words[cue].norm == "because" else { return false }
    if words[cue - 1].norm == "not" { return true }
    guard let filler = words[cue].head, let act = words[filler].head else { return false }
    // `Not because of this, but because of that`: the first is what is denied.
    return act < cue && words[act..<cue].allSatisfy { $0.norm != "but" }
      && words.contains { $0.head == act && $0.norm == "not" } && words[cue...].contains { $0.norm == "but" }
  }

  /// A meeting that is named or described is another than the one the account is of.
  private func isMeeting(_ index: Int, in words: [Claim.Word]) -> Bool {
    Self.meetings.contains(words[index].lemma)
      && !words.contains { $0.head == index && [.amod, .compound, .conj].contains($0.relation) }
  }

  /// Acts of coming together: of one event they are one act.
  private static let meetings: Set<String> = [
    "visit", "talk", "talks", "meeting", "trip", "summit", "negotiation", "conference", "session", "encounter", "tour",
    "journey", "consultation", "gathering",
  ]

  private static let stops: Set<String> = [
    ".", ";", ":", "?", "!", "”", "“", "\"", "but", "—", "–", "which", "who", "while", "(", ")",
  ]

  private func extent(from start: Int, in words: [Claim.Word]) -> Range<Int> {
    var end = start
    while end < words.count, end - start < 16, !Self.stops.contains(words[end].norm) {
      if words[end].norm == ",", end > start { break }
      end += 1
    }
    // What the bound cuts short ends with a word that means something.
    while end - start == 16, end > start + 1, words[end - 1].term == nil { end -= 1 }
    return start..<end
  }

  private func backward(from end: Int, in words: [Claim.Word]) -> Range<Int> {
    var start = end
    while start > 0, end - start < 12, !Self.stops.contains(words[start - 1].norm), words[start - 1].norm != "," {
      start -= 1
    }
    return start..<end
  }
}
