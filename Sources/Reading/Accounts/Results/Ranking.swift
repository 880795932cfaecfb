internal import Dossier
internal import Language

/// Orders what the judges found, thins it, and words it.
struct Ranking {
  /// The confidence at which a disagreement is shown unasked.
  static let bar = 0.46
  /// Below this nothing is kept.
  private static let floor = 0.33
  /// At most so many for each pair of documents.
  private static let most = 12

  let dossier: Dossier

  /// Best first. A passage that has parted from others already counts less each time, so that one loud sentence does
  /// not fill the list.
  func disagreements(from drafts: [Draft]) -> [Disagreement] {
    let ranked = drafts.map { ($0, confidence(of: $0)) }.filter { $0.1 >= Self.floor }.sorted { first, second in
      first.1 != second.1 ? first.1 > second.1 : Self.order(first.0, second.0)
    }
    // Within events and between them apart: what parts two days takes nothing from what parts two reports of one.
    var uses: [Bool: [Passage: [Range<Int>]]] = [:]
    var perPair: [[Document.ID]: Int] = [:]
    var topics = Set<String>()
    var kept: [Draft] = []
    var confidences: [Double] = []
    var repeats = Repeats()
    for (draft, confidence) in ranked {
      let sides = [draft.pair.left.passage, draft.pair.right.passage]
      let clash = draft.divergence.matches[0]
      let documents = sides.map(\.document)
      // One quarrel stands once, in its fullest words.
      if let (number, isFuller) = repeats.repeated(by: draft, among: kept) {
        if isFuller { kept[number] = draft }
        continue
      }
      // What stands once for two documents, as a name or a position over time, cannot fill the list: it counts whole.
      let lowered =
        draft.divergence.topic != nil
        ? confidence
        : confidence
          * zip(sides, [clash.left, clash.right]).map { side, words in
            Self.decay(uses[draft.pair.isOneEvent]?[side] ?? [], words)
          }.reduce(1, min)
      guard lowered >= Self.floor, perPair[documents, default: 0] < Self.most else { continue }
      if let topic = draft.divergence.topic, !topics.insert("\(topic) \(documents)").inserted { continue }
      for (side, words) in zip(sides, [clash.left, clash.right]) {
        uses[draft.pair.isOneEvent, default: [:]][side, default: []].append(words)
      }
      perPair[documents, default: 0] += 1
      repeats.add(draft, number: kept.count)
      kept.append(draft)
      confidences.append(lowered)
    }
    let order = kept.indices.sorted { one, other in
      confidences[one] != confidences[other]
        ? confidences[one] > confidences[other] : Self.order(kept[one], kept[other])
    }
    return order.enumerated().map {
      disagreement(kept[$0.element], confidence: confidences[$0.element], number: $0.offset)
    }
  }

  /// How much a passage still weighs that has parted from others before: less where the same words did.
  private static func decay(_ uses: [Range<Int>], _ words: Range<Int>) -> Double {
    let same = uses.count { $0.overlaps(words) }
    let steps = [1, 0.85, 0.7, 0.5]
    return steps[min(same, steps.count - 1)] * (1 - 0.05 * Double(min(4, uses.count - same)))
  }

  private static func order(_ left: Draft, _ right: Draft) -> Bool {
    left.pair.left.passage != right.pair.left.passage
      ? left.pair.left.passage < right.pair.left.passage : left.pair.right.passage < right.pair.right.passage
  }

  /// What a clash between events weighs: among more documents more words meet by chance.
  static func acrossEvents(among documents: Int) -> Double {
    0.9 - 0.17 * Logarithm.largeness(of: documents)
  }

  private func confidence(of draft: Draft) -> Double {
    var confidence = draft.divergence.confidence
    // Of attitudes one in four shown was marked by experts too, of the other kinds three in five.
    if draft.divergence.kind == .stance { confidence *= 0.95 }
    // What one is called does not hang on the day, and a headline is where it is chosen.
    if draft.divergence.topic == nil || draft.divergence.kind != .wording {
      if !draft.pair.isOneEvent { confidence *= Self.acrossEvents(among: dossier.documents.count) }
      if draft.pair.left.isHeading || draft.pair.right.isHeading { confidence *= 0.8 }
    }
    if draft.pair.left.isDamaged || draft.pair.right.isDamaged { confidence *= 0.7 }
    if draft.pair.left.passage.document == draft.pair.right.passage.document, !draft.divergence.isAnswer {
      // Inside one account only two holders can part; a text that weighs both sides does not contradict itself.
      guard partsHolders(draft) else { return 0 }
      // Attitudes that the text does not itself set against each other are mostly to two things: one in ten was right.
      let isStance = draft.divergence.kind == .stance
      confidence *= isContrasted(draft.pair) ? (isStance ? 0.9 : 1.15) : isStance ? 0.62 : 0.75
    }
    return min(confidence, 0.95)
  }

  /// Whether the text itself sets the later sentence against what it told shortly before: *However, …*.
  private func isContrasted(_ pair: ClaimPair) -> Bool {
    let (first, second) = pair.left.order < pair.right.order ? (pair.left, pair.right) : (pair.right, pair.left)
    guard second.order - first.order <= Self.nearby else { return false }
    // What it answers is what both speak of.
    return second.isSetAgainst && pair.shared.count >= 2
  }

  /// In so many sentences a *however* still answers.
  private static let nearby = 6

  private func partsHolders(_ draft: Draft) -> Bool {
    guard let clash = draft.divergence.matches.first else { return false }
    let left = draft.pair.left.holder(of: clash.left)
    let right = draft.pair.right.holder(of: clash.right)
    guard left?.statement != right?.statement, left?.actor != right?.actor || left == nil || right == nil else {
      return false
    }
    // A speaker whom we do not know may be the other one; a reporter who tells what the other does agrees with him.
    for (held, other, claim) in [(left, right, draft.pair.right), (right, left, draft.pair.left)] {
      if let held, held.actor == nil, !isContrasted(draft.pair) { return false }
      if other == nil, let speaker = held?.actor?.index,
        claim.words.contains(where: { $0.actor == speaker && [.nsubj, .nsubjPass].contains($0.relation) })
      {
        return false
      }
    }
    return true
  }

  private func disagreement(_ draft: Draft, confidence: Double, number: Int) -> Disagreement {
    let (pair, divergence) = (draft.pair, draft.divergence)
    let clash = divergence.matches[0]
    let left = side(pair.left, at: clash.left)
    var right = side(pair.right, at: clash.right)
    if divergence.isAnswer, right.statement == nil { right.actor = divergence.answerer }
    var relation = divergence.relation
    if pair.left.isDamaged || pair.right.isDamaged, relation == .contradiction { relation = .tension }
    return Disagreement(
      id: Disagreement.ID(number), relation: relation, kind: divergence.kind, left: left, right: right,
      time: time(pair, divergence.kind, relation), reason: reason(divergence, pair: pair, left: left, right: right),
      evidence: divergence.matches.map {
        Disagreement.Evidence(left: pair.left.span($0.left), right: pair.right.span($0.right), relation: $0.relation)
      },
      // As it is shown, so that no bar parts two that look alike.
      confidence: (confidence * 100).rounded() / 100)
  }

  private func time(
    _ pair: ClaimPair, _ kind: Disagreement.Kind, _ relation: Disagreement.Relation
  ) -> Disagreement.Time {
    switch (kind, relation) {
    // A state that has changed since tells of another time, whatever the dates say.
    case (_, .shift): .different
    // The dates are what parts the accounts of one happening.
    case (.date, .contradiction): .same
    default: pair.time
    }
  }

  /// Confidence in a statement from which a mark names who holds it.
  private static let surelyHeld = 0.25

  /// The part that the holder is said to have said, else the sentence.
  private func side(_ claim: Claim, at words: Range<Int>) -> Disagreement.Side {
    guard let held = claim.holder(of: words), !held.words.isEmpty else {
      return Disagreement.Side(passage: claim.passage)
    }
    // *Rejecting any truce that …*: without its verb it would say the reverse.
    let before = max(0, held.words.lowerBound - 3)..<held.words.lowerBound
    let turning = before.first { !claim.words[$0].marks.isDisjoint(with: [.negator, .denial, .unwilling]) }
    let shown = (turning ?? held.words.lowerBound)..<held.words.upperBound
    let passage = Passage(document: claim.passage.document, span: claim.span(shown).union(claim.span(words)))
    // Whom we hardly think to have said it no mark names: the account has it.
    guard held.confidence >= Self.surelyHeld else { return Disagreement.Side(passage: passage) }
    return Disagreement.Side(passage: passage, statement: held.statement, actor: held.actor)
  }

  /// The judge's sentence, with what its braces stand for.
  private func reason(
    _ divergence: Divergence, pair: ClaimPair, left: Disagreement.Side, right: Disagreement.Side
  ) -> Reason {
    let clash = divergence.matches[0]
    func words(_ claim: Claim, _ range: Range<Int>) -> Reason.Part {
      .words(Self.inQuotationMarks(Self.shorten(claim.phrase(range, in: dossier[claim.passage.document].text))))
    }
    var parts: [Reason.Part] = []
    var rest = divergence.reason[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      parts.append(.words(String(rest[..<open])))
      switch rest[rest.index(after: open)..<close] {
      case "a": parts.append(words(pair.left, clash.left))
      case "b": parts.append(words(pair.right, clash.right))
      case "A": parts.append(.side(isLeft: true))
      case "B": parts.append(.side(isLeft: false))
      case "L": parts.append(.source(isLeft: true))
      case "R": parts.append(.source(isLeft: false))
      case "1": parts.append(.actor(Actor.ID(divergence.named[0])))
      case "2": parts.append(.actor(Actor.ID(divergence.named[1])))
      case let other: parts.append(.words(String(other)))
      }
      rest = rest[rest.index(after: close)...]
    }
    return Reason(parts + [.words(String(rest))])
  }

  /// Marks of a quotation inside the one that is made of it: single ones, and none that only opens or closes.
  private static func inQuotationMarks(_ phrase: String) -> String {
    let marks: Set<Character> = ["“", "”", "\""]
    guard phrase.count(where: marks.contains).isMultiple(of: 2) else { return phrase.filter { !marks.contains($0) } }
    var isOpen = false
    return String(
      phrase.map { letter -> Character in
        guard marks.contains(letter) else { return letter }
        isOpen.toggle()
        return isOpen ? "‘" : "’"
      })
  }

  /// With `…` after the last whole word that there is room for; the evidence has all of it.
  private static func shorten(_ phrase: String) -> String {
    guard phrase.count > 90 else { return phrase }
    let start = phrase.prefix(89)
    let words = start.lastIndex(of: " ").map { start[..<$0] } ?? start.dropLast()
    return String(words) + "…"
  }
}
