import Language

/// What the features of a cue and of its content ask of the tree and of the sentence.
extension ContentFeatures {
  /// The path of relations from a token up to the cue, three steps at most; 1 where it does not lead there.
  func path(_ token: Int) -> UInt32 {
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
  func topFromLeft(_ token: Int) -> Int {
    var node = token
    var steps = 0
    while let head = tokens[node].head, head != cue, context.left[head] >= Int32(token), steps < 40 {
      node = head
      steps += 1
    }
    return node
  }

  /// The highest token whose subtree ends here.
  func topFromRight(_ token: Int) -> Int {
    var node = token
    var steps = 0
    while let head = tokens[node].head, head != cue, context.right[head] <= Int32(token), steps < 40 {
      node = head
      steps += 1
    }
    return node
  }

  /// Whether a quotation that is a statement stands next, going that way to the end of the sentence: its distance.
  func nextDirect(from start: Int, step: Int) -> UInt32 {
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
  var cueAbove: UInt32 {
    var node = cue
    for _ in 0..<6 {
      guard let head = tokens[node].head else { return 0 }
      if context.shares[head] > 0.15 { return context.relation(node) &+ 100 }
      node = head
    }
    return 1
  }

  func cuesBetween(_ range: Range<Int>) -> Int {
    var count = 0
    for token in range where context.traits[token].contains(.cue) { count += 1 }
    return count
  }

  func marksBetween(_ range: Range<Int>) -> Int {
    range.reduce(0) { $0 + (context.isPunctuation($1) ? 1 : 0) }
  }

  func hasMark(in range: Range<Int>) -> Bool {
    range.contains { context.isBreak($0) }
  }

  /// Whether the range holds one end of a quotation and not the other.
  func cutsQuotation(_ range: Range<Int>) -> Bool {
    func cut(inside: Int, outside: Int) -> Bool {
      guard sentence.contains(outside), context.quotationOf[inside] >= 0 else { return false }
      return context.quotationOf[inside] == context.quotationOf[outside] && !context.isPunctuation(outside)
    }
    return cut(inside: range.lowerBound, outside: range.lowerBound - 1)
      || cut(inside: range.upperBound - 1, outside: range.upperBound)
  }
}
