import Dossier
import Language

/// What speaks for and against a range of tokens as the content of a cue, as hashed features.
struct ContentFeatures {
  let cue: Int
  let side: ContentCandidates.Side
  let sentence: Range<Int>
  let window: Range<Int>
  let context: StatementContext

  private var tokens: [Token] { context.text.tokens }
  private let word: UInt32
  /// The class of the cue and how often it attributes, coarsely.
  private let kind: UInt32

  init(cue: Int, side: ContentCandidates.Side, sentence: Range<Int>, window: Range<Int>, context: StatementContext) {
    self.cue = cue
    self.side = side
    self.sentence = sentence
    self.window = window
    self.context = context
    let entry = context.cue(cue)
    word = entry?.hash ?? 0
    kind = entry.map { UInt32($0.wordClass.rawValue) * 4 + UInt32($0.share * 4) } ?? 0
  }

  /// Whether the cue attributes anything on this side at all.
  func gate<Sink: FeatureSink>(into list: inout Sink) {
    let side = side.rawValue
    let token = tokens[cue]
    let tag = UInt32(token.tag.rawValue)
    let relation = context.relation(cue)
    list.add(100, side)
    list.add(101, side, word)
    list.add(102, side, context.norms[cue])
    list.add(103, side, word, tag)
    list.add(104, side, tag, relation)
    list.add(105, side, word, relation)
    let next = cue + 1 < sentence.upperBound ? context.norm(cue + 1) : 0
    let previous = cue > sentence.lowerBound ? context.norm(cue - 1) : 0
    list.add(106, side, next)
    list.add(107, side, word, next)
    list.add(108, side, previous)
    list.add(109, side, word, previous)
    list.add(110, side, tag, context.tag(cue + 1))
    list.add(111, side, context.tag(cue - 1), context.tag(cue + 1))
    list.add(112, side, word, context.tag(cue + 1))
    list.add(113, side, next, cue + 2 < sentence.upperBound ? context.norm(cue + 2) : 0)
    list.add(114, side, context.features(cue))
    list.add(115, side, context.features(cue), kind)
    var marks: UInt32 = 0
    for child in sentence where tokens[child].head == cue {
      let relation = tokens[child].relation
      let place: UInt32 = child < cue ? 0 : 1
      list.add(116, side, relation.ordinal, place)
      list.add(117, side &+ (relation.ordinal &* 4), word, place)
      list.add(118, side &+ (relation.ordinal &* 4), kind, place)
      if relation == .mark || relation == .aux || relation == .advmod { list.add(119, side, context.norms[child]) }
      if relation.universal == .nsubj {
        list.add(141, side, kind, context.tag(child), place)
        list.add(142, side, word, context.norms[child])
        list.add(143, side, UInt32(context.nameKinds[child]), kind)
      } else if relation.universal == .obl || relation.universal == .nmod {
        for marker in Int(context.left[child])..<child
        where tokens[marker].head == child && tokens[marker].relation == .case {
          list.add(144, side, word, context.norms[marker], place)
          list.add(145, side, kind, context.norms[marker], place)
        }
      } else if relation.universal == .obj || relation.universal == .ccomp || relation.universal == .xcomp {
        list.add(146, side, relation.ordinal, context.norms[child])
        list.add(147, side, relation.ordinal, context.tag(child), word)
      }
      switch relation.universal {
      case .ccomp: marks |= place == 0 ? 1 : 2
      case .nsubj: marks |= place == 0 ? 4 : 8
      case .obj: marks |= 16
      case .parataxis: marks |= place == 0 ? 32 : 64
      case .xcomp: marks |= 128
      case .obl, .nmod: marks |= 256
      default: break
      }
    }
    list.add(120, side, marks)
    list.add(121, side, marks, kind)
    list.add(122, side, marks, word)
    if let head = token.head {
      list.add(123, side, relation, context.norms[head])
      list.add(124, side, relation, UInt32(tokens[head].tag.rawValue), head < cue ? 0 : 1)
      list.add(125, side, relation, context.cue(head)?.hash ?? 0)
    }
    // Speech that a quotation next to it takes for itself.
    let openAfter = nextDirect(from: cue + 1, step: 1)
    let openBefore = nextDirect(from: cue - 1, step: -1)
    list.add(126, side, openBefore, openAfter)
    list.add(127, side, openBefore &* 16 &+ openAfter, kind)
    list.add(128, side, openBefore &* 16 &+ openAfter, previous)
    let quoted: UInt32 = context.quotationOf[cue] >= 0 ? 1 : 0
    list.add(129, side, quoted, kind)
    // Another cue above it or before it.
    list.add(130, side, cueAbove, kind)
    list.add(131, side, cuesBetween(sentence.lowerBound..<cue).bucket, kind)
    list.add(132, side, cuesBetween(min(cue + 1, sentence.upperBound)..<sentence.upperBound).bucket, kind)
    list.add(133, side, window.count.bucket, kind)
    let commaBefore: UInt32 = hasMark(in: sentence.lowerBound..<cue) ? 1 : 0
    let commaAfter: UInt32 = hasMark(in: min(cue + 1, sentence.upperBound)..<min(cue + 4, sentence.upperBound)) ? 1 : 0
    list.add(134, side, commaBefore, commaAfter)
    list.add(135, side, commaBefore &* 2 &+ commaAfter, word)
    list.add(136, side, sentence.upperBound - cue < 4 ? 1 : 0, kind)
  }

  func start<Sink: FeatureSink>(_ start: Int, into list: inout Sink) {
    let side = side.rawValue
    let distance = abs(start - cue).bucket
    let isFirst: UInt32 = start == window.lowerBound ? 1 : 0
    let norm = context.norms[start]
    let previous = context.norm(start - 1)
    list.add(200, side, distance)
    list.add(201, side, distance, word)
    list.add(202, side, isFirst, kind)
    list.add(203, side, norm)
    list.add(204, side, previous)
    list.add(205, side, word, norm)
    list.add(206, side, word, previous)
    list.add(207, side, previous, norm)
    list.add(208, side, context.tag(start), context.tag(start - 1))
    list.add(209, side, context.tag(start), kind)
    list.add(210, side, context.tag(start), context.tag(start + 1), distance)
    let node = topFromLeft(start)
    let label = path(node)
    list.add(211, side, label, kind)
    list.add(212, side, label, word)
    list.add(213, side, label, context.tag(node))
    list.add(214, side, label, distance)
    list.add(215, side, start == sentence.lowerBound ? 1 : 0, kind)
    list.add(216, side, start == sentence.lowerBound ? 1 : 0, word)
    let between = start < cue ? (start..<cue) : (min(cue + 1, start)..<start)
    list.add(217, side, marksBetween(between).bucket, distance)
    list.add(218, side, cuesBetween(between).bucket)
    if start > cue {
      var verbs = 0
      for token in between where tokens[token].tag == .verb { verbs += 1 }
      list.add(219, verbs.bucket, distance)
      list.add(220, word, context.norm(start - 1), context.norm(start))
    }
  }

  func end<Sink: FeatureSink>(_ end: Int, into list: inout Sink) {
    let side = side.rawValue
    let isLast: UInt32 = end == window.upperBound ? 1 : 0
    let norm = end < sentence.upperBound ? context.norm(end) : 0
    let after = end + 1 < sentence.upperBound ? context.norm(end + 1) : 0
    let last = context.norm(end - 1)
    list.add(300, side, isLast)
    list.add(301, side, isLast, kind)
    list.add(302, side, isLast, word)
    list.add(303, side, norm)
    list.add(304, side, norm, after)
    list.add(305, side, context.tag(end - 1), context.tag(end))
    list.add(306, side, last)
    list.add(307, side, norm, context.tag(end + 1))
    list.add(308, side, after, norm == last ? 1 : 0)
    list.add(309, side, (window.upperBound - end).bucket)
    list.add(310, side, (window.upperBound - end).bucket, norm)
    list.add(311, side, abs(end - cue).bucket, kind)
    let node = topFromRight(end - 1)
    let label = path(node)
    list.add(312, side, label, isLast)
    list.add(313, side, label, word)
    list.add(314, side, label, norm)
    if end < window.upperBound {
      // What would be cut off: by what relation it hangs, and on which side of the cut.
      var cut = end
      while cut < window.upperBound - 1, context.isPunctuation(cut) { cut += 1 }
      let top = topFromLeft(cut)
      list.add(315, side, context.relation(top), norm)
      if let head = tokens[top].head {
        let place: UInt32 = head == cue ? 0 : head < end ? 1 : 2
        list.add(316, side, context.relation(top), place)
        list.add(317, side, context.relation(top) &* 4 &+ place, norm)
        list.add(318, side, context.norm(cut), context.relation(top) &* 4 &+ place)
      }
    }
    if side == ContentCandidates.Side.before.rawValue {
      list.add(319, norm, (cue - end).bucket, word)
      list.add(320, (cue - end).bucket, norm)
      list.add(321, context.tag(end), context.tag(end + 1), (cue - end).bucket)
      list.add(322, context.tag(end), norm, (cue - end).bucket)
    }
  }

  func joint<Sink: FeatureSink>(_ range: Range<Int>, into list: inout Sink) {
    let side = side.rawValue
    var tops = 0
    var top = range.lowerBound
    var verbs = 0
    var subjects = 0
    var inner = 0
    var quotations: UInt32 = 0
    var lastQuotation: Int32 = -1
    for token in range {
      let here = tokens[token]
      if here.relation != .punct, here.head.map({ !range.contains($0) }) ?? true {
        tops += 1
        if tops == 1 || here.head == cue { top = token }
      }
      if here.tag == .verb || here.tag == .aux { verbs += 1 }
      if here.relation == .nsubj || here.relation == .nsubjPass { subjects += 1 }
      if context.shares[token] > 0.3, here.tag != .noun { inner += 1 }
      let quotation = context.quotationOf[token]
      if quotation >= 0, quotation != lastQuotation { quotations += 1 }
      lastQuotation = quotation
    }
    // A word outside that hangs on a word inside.
    var crossing = 0
    for token in sentence where !range.contains(token) && token != cue && tokens[token].relation != .punct {
      if let head = tokens[token].head, range.contains(head) { crossing += 1 }
    }
    let label = path(top)
    let size = range.count.bucket
    list.add(400, side, size)
    list.add(401, side, size, kind)
    list.add(402, side, size, word)
    list.add(403, side, tops.bucket, crossing.bucket)
    list.add(404, side, label, crossing.bucket)
    list.add(405, side &+ 2 &* (tops == 1 ? 1 : 0), label, word)
    list.add(406, side &+ 2 &* (tops == 1 ? 1 : 0), label, kind)
    list.add(407, side, verbs.bucket, subjects.bucket)
    list.add(408, side, min(verbs, 2).bucket &* 8 &+ min(subjects, 2).bucket, kind)
    list.add(409, side, inner.bucket, size)
    list.add(410, side, quotations, cutsQuotation(range) ? 1 : 0)
    let isWhole: UInt32 = range == window ? 1 : 0
    list.add(411, side, isWhole, kind)
    list.add(412, side, isWhole, label)
    list.add(413, side, context.norms[range.lowerBound], context.tag(top))
    let fits: UInt32 =
      (Int(context.left[top]) == range.lowerBound ? 1 : 0) + (Int(context.right[top]) + 1 == range.upperBound ? 2 : 0)
    list.add(415, side, fits, label)
    list.add(
      416, side, fits, context.relation(top),
      range.upperBound < sentence.upperBound ? context.norm(range.upperBound) : 0)
    list.add(417, side, fits, isWhole, kind)
    list.add(414, side, context.tag(top), tops == 1 ? label : 0)
  }

  // MARK: - Parts

  /// The path of relations from a token up to the cue, three steps at most; 1 where it does not lead there.
  private func path(_ token: Int) -> UInt32 {
    var label: UInt32 = 7
    var node = token
    for _ in 0..<3 {
      guard let head = tokens[node].head else { return label &* 31 &+ 1 }
      label = label &* 67 &+ context.relation(node)
      if head == cue { return label &* 31 &+ 2 }
      if context.isAbove(head, cue) { return label &* 31 &+ 3 }
      node = head
    }
    return 1
  }

  /// The highest token whose subtree starts here.
  private func topFromLeft(_ token: Int) -> Int {
    var node = token
    var steps = 0
    while let head = tokens[node].head, head != cue, context.left[head] >= Int32(token), steps < 40 {
      node = head
      steps += 1
    }
    return node
  }

  /// The highest token whose subtree ends here.
  private func topFromRight(_ token: Int) -> Int {
    var node = token
    var steps = 0
    while let head = tokens[node].head, head != cue, context.right[head] <= Int32(token), steps < 40 {
      node = head
      steps += 1
    }
    return node
  }

  /// Whether a quotation that is a statement stands next, going that way to the end of the sentence: its distance.
  private func nextDirect(from start: Int, step: Int) -> UInt32 {
    var token = start
    var steps = 0
    while sentence.contains(token), steps < 12 {
      if context.isDirect[token] { return steps < 3 ? 1 : steps < 7 ? 2 : 3 }
      token += step
      steps += 1
    }
    guard !sentence.contains(token), context.isDirect.indices.contains(token), context.isDirect[token] else { return 0 }
    return 4
  }

  /// The nearest cue above in the tree, with the relation by which this one's branch hangs on it.
  private var cueAbove: UInt32 {
    var node = cue
    for _ in 0..<6 {
      guard let head = tokens[node].head else { return 0 }
      if context.shares[head] > 0.15 { return context.relation(node) &+ 100 }
      node = head
    }
    return 1
  }

  private func cuesBetween(_ range: Range<Int>) -> Int {
    var count = 0
    for token in range {
      if context.shares[token] > 0.3, tokens[token].tag != .noun { count += 1 }
    }
    return count
  }

  private func marksBetween(_ range: Range<Int>) -> Int {
    range.reduce(0) { $0 + (context.isPunctuation($1) ? 1 : 0) }
  }

  private func hasMark(in range: Range<Int>) -> Bool {
    range.contains { context.isBreak($0) }
  }

  /// Whether the range holds one end of a quotation and not the other.
  private func cutsQuotation(_ range: Range<Int>) -> Bool {
    func cut(inside: Int, outside: Int) -> Bool {
      guard sentence.contains(outside), context.quotationOf[inside] >= 0 else { return false }
      return context.quotationOf[inside] == context.quotationOf[outside] && !context.isPunctuation(outside)
    }
    return cut(inside: range.lowerBound, outside: range.lowerBound - 1)
      || cut(inside: range.upperBound - 1, outside: range.upperBound)
  }
}
