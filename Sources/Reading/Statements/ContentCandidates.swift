import Dossier
import Language

/// What a cue may attribute: the ranges of tokens on one side of it that can be its content.
///
/// Bounds come from the parse (edges of the cue's dependents and of the clauses it hangs on) and from punctuation; a
/// model chooses among their pairs, or chooses none.
package struct ContentCandidates {
  package enum Side: UInt32, Sendable {
    case before, after
  }

  package let cue: Int
  package let side: Side
  private var starts: [Int] = []
  private var ends: [Int] = []
  private var window = 0..<0

  private let context: StatementContext
  private let sentence: Range<Int>

  /// Collects the candidates on one side of a cue.
  package init(cue: Int, side: Side, in context: StatementContext) {
    self.cue = cue
    self.side = side
    self.context = context
    sentence = context.text.sentences[Int(context.sentenceOf[cue])].tokens
    window = side == .after ? afterWindow : beforeWindow
    guard !window.isEmpty else { return }
    starts = startCandidates(window)
    ends = endCandidates(window)
  }

  /// Whether there is anything to choose from.
  package var isEmpty: Bool { starts.isEmpty || ends.isEmpty }

  /// Cues that may have reported speech: all of the lexicon outside quotations that are statements by themselves.
  package static func cues(in context: StatementContext) -> [Int] {
    context.cues.indices.filter { index in
      guard context.cues[index] >= 0, !context.isDirect[index], !isInCompound(index, of: context) else { return false }
      return context.shares[index] >= 0.01 || PlainContent.thatClause(of: index, in: context) != nil
    }
  }

  /// Whether what was read as a verb stands within a compound (`the US think tank`): after a singular noun a verb would end
  /// in -s, had it no auxiliary, and no noun would follow without an article.
  private static func isInCompound(_ index: Int, of context: StatementContext) -> Bool {
    let tokens = context.text.tokens
    let sentence = context.text.sentences[Int(context.sentenceOf[index])].tokens
    guard index > sentence.lowerBound, index + 1 < sentence.upperBound, tokens[index].tag == .verb,
      tokens[index].norm == tokens[index].lemma, tokens[index].features.contains([.verbFormFin, .tensePres])
    else { return false }
    let (before, after) = (tokens[index - 1], tokens[index + 1])
    guard before.tag == .propn || before.tag == .noun, before.features.contains(.numberSing),
      after.tag == .noun || after.tag == .propn
    else { return false }
    return !sentence.contains { tokens[$0].head == index && tokens[$0].relation.universal == .aux }
  }

  /// The candidates as a decision, for training, and what candidate `i + 1` of it stands for.
  package func decision() -> (Decision, [Range<Int>]) {
    var decision = Decision()
    var ranges: [Range<Int>] = []
    let features = features
    func part(_ add: (inout FeatureList) -> Void) -> Int {
      var list = FeatureList()
      add(&list)
      return decision.addPart(list.features)
    }
    let gate = part { features.gate(into: &$0) }
    let startParts = starts.map { start in part { features.start(start, into: &$0) } }
    let endParts = ends.map { end in part { features.end(end, into: &$0) } }
    for (start, startPart) in zip(starts, startParts) {
      for (end, endPart) in zip(ends, endParts) where isRange(start, end) {
        let joint = part { features.joint(start..<end, into: &$0) }
        decision.candidates.append([gate, startPart, endPart, joint])
        ranges.append(start..<end)
      }
    }
    return (decision, ranges)
  }

  /// The likeliest range, its probability, and that of none; `nil` where there is no candidate worth a look.
  /// - Parameter isTaken: by token, what other statements hold; no range may reach into it.
  func choose(
    _ model: LinearModel, besides isTaken: [Bool] = []
  ) -> (range: Range<Int>, probability: Float, none: Float)? {
    guard !starts.isEmpty, !ends.isEmpty else { return nil }
    let features = features
    return model.weights.withUnsafeBufferPointer { weights in
      guard let weights = weights.baseAddress else { return nil }
      func score(_ add: (inout FeatureScore) -> Void) -> Float {
        var score = FeatureScore(weights)
        add(&score)
        return Float(score.sum) * model.scale
      }
      let gate = score { features.gate(into: &$0) }
      let startScores = starts.map { start in score { features.start(start, into: &$0) } }
      let endScores = ends.map { end in score { features.end(end, into: &$0) } }
      let top = gate + (startScores.max() ?? 0) + (endScores.max() ?? 0)
      guard top > Self.hopeless else { return nil }
      var best: (range: Range<Int>, score: Float)?
      // "None" scores 0.
      var sum: Float = 1
      for (start, startScore) in zip(starts, startScores) {
        for (end, endScore) in zip(ends, endScores) where isRange(start, end) {
          guard isTaken.isEmpty || !isTaken[start..<end].contains(true) else { continue }
          let bounds = gate + startScore + endScore
          guard bounds > top - Self.beam else { continue }
          let total = bounds + score { features.joint(start..<end, into: &$0) }
          sum += total > 0 ? 1 / LinearModel.exponential(-min(total, 50)) : LinearModel.exponential(total)
          if total > best?.score ?? -.infinity { best = (start..<end, total) }
        }
      }
      guard let best else { return nil }
      let power =
        best.score > 0 ? 1 / LinearModel.exponential(-min(best.score, 50)) : LinearModel.exponential(best.score)
      return (best.range, power / sum, 1 / sum)
    }
  }

  /// A content that broke off where more is told of its subject, with its predicate: *reported that Holm, who is ill, resigned*.
  func completed(_ range: Range<Int>) -> Range<Int> {
    let tokens = context.text.tokens
    let next = range.upperBound
    guard side == .after, tokens[range.lowerBound].norm == "that", next + 1 < window.upperBound,
      tokens[next].norm == ",", Self.relatives.contains(context.norms[next + 1]),
      !range.contains(where: { tokens[$0].tag == .verb || tokens[$0].tag == .aux }),
      (next + 1..<window.upperBound).contains(where: { tokens[$0].norm == "," })
    else { return range }
    return range.lowerBound..<window.upperBound
  }

  /// Bounds that score lower than this cannot be saved by what joins them.
  private static let hopeless: Float = -6
  /// Nor those that fall this far behind the best bounds.
  private static let beam: Float = 5

  private var features: ContentFeatures {
    ContentFeatures(cue: cue, side: side, sentence: sentence, window: window, context: context)
  }

  private func isRange(_ start: Int, _ end: Int) -> Bool { end > start && end - start < 90 }

  /// What follows the cue in its sentence, up to a quotation that is a statement by itself.
  private var afterWindow: Range<Int> {
    let start = cue + 1
    var end = start
    while end < sentence.upperBound, !context.isDirect[end] { end += 1 }
    // Marks at the end of the sentence are no content.
    while end > start, context.isPunctuation(end - 1) { end -= 1 }
    while end < sentence.upperBound, context.isClosing(end), !context.isDirect[end] { end += 1 }
    return start..<end
  }

  private var beforeWindow: Range<Int> {
    let first = context.startBehindDateline(sentence)
    var start = cue
    while start > first, !context.isDirect[start - 1] { start -= 1 }
    while start < cue, context.isPunctuation(start) { start += 1 }
    return start..<cue
  }

  private func startCandidates(_ window: Range<Int>) -> [Int] {
    var starts: [Int] = []
    func add(_ start: Int) {
      guard window.contains(start), !context.isPunctuation(start) || context.isOpening(start), !starts.contains(start),
        starts.count < 12
      else { return }
      starts.append(start)
    }
    let tokens = context.text.tokens
    if side == .after {
      var first = window.lowerBound
      while first < window.upperBound, context.isPunctuation(first), !context.isOpening(first) { first += 1 }
      add(first)
      for token in window.prefix(40) where tokens[token].head == cue {
        add(Int(context.left[token]))
        if tokens[token].relation == .obl || tokens[token].relation == .nmod || tokens[token].relation == .obj {
          // The object of a preposition, and the clause that hangs on an object.
          add(Int(context.left[token]) + 1)
          for child in token + 1..<max(token + 1, Int(context.right[token]) + 1)
          where child < window.upperBound && tokens[child].head == token && tokens[child].relation.isClause {
            add(Int(context.left[child]))
          }
        }
      }
      for token in window.prefix(24) {
        if context.isOpening(token) || Self.openers.contains(context.norms[token]) { add(token) }
        if token > window.lowerBound, context.isBreak(token - 1) { add(token) }
        if token - cue < 4 { add(token) }
      }
    } else {
      add(window.lowerBound)
      if tokens[window.lowerBound].tag == .cconj { add(window.lowerBound + 1) }
      for token in window where tokens[token].head == cue { add(Int(context.left[token])) }
      var ancestor = tokens[cue].head
      var steps = 0
      while let node = ancestor, steps < 4, sentence.contains(node) {
        add(Int(context.left[node]))
        ancestor = tokens[node].head
        steps += 1
      }
      for token in window.dropFirst() where context.isBreak(token - 1) { add(token) }
    }
    return starts
  }

  private func endCandidates(_ window: Range<Int>) -> [Int] {
    var ends: [Int] = []
    func add(_ end: Int) {
      var end = end
      while end > window.lowerBound, end <= window.upperBound, context.isPunctuation(end - 1),
        !context.isClosing(end - 1)
      {
        end -= 1
      }
      guard end > window.lowerBound, end <= window.upperBound, !ends.contains(end), ends.count < 16 else { return }
      ends.append(end)
    }
    let tokens = context.text.tokens
    add(window.upperBound)
    if side == .after {
      for token in window where tokens[token].head == cue || isNear(token) { add(Int(context.right[token]) + 1) }
      for token in window.dropFirst() where context.isBreak(token) { add(token) }
      for token in window.dropFirst() where tokens[token].tag == .sconj || tokens[token].tag == .cconj { add(token) }
    } else {
      for token in window.dropFirst().reversed() where context.isBreak(token) { add(token) }
      for token in window where tokens[token].head == cue {
        add(Int(context.left[token]))
        add(Int(context.right[token]) + 1)
      }
      if let head = tokens[cue].head, head < cue { add(head + 1) }
    }
    return ends
  }

  /// Whether a token hangs on a dependent of the cue.
  private func isNear(_ token: Int) -> Bool {
    let tokens = context.text.tokens
    guard let head = tokens[token].head, let upper = tokens[head].head else { return false }
    return upper == cue && tokens[token].relation != .punct && token > head
  }

  private static let relatives = Set(["who", "which", "whose", "whom"].map(CueLexicon.hash))
  private static let openers = Set(["that", "whether", "how", "why", "what", "if", "to"].map(CueLexicon.hash))
}

extension DependencyRelation {
  /// Whether what hangs by it is a clause.
  var isClause: Bool {
    switch self {
    case .ccomp, .xcomp, .advcl, .acl, .aclRelcl, .parataxis, .csubj, .conj: true
    default: false
    }
  }
}
