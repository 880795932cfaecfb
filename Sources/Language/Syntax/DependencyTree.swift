/// Questions about the dependencies of a text: built once, then each costs what it answers.
public struct DependencyTree: Sendable {
  private let tokens: [Token]
  /// Children of token `i` are `children[starts[i]..<starts[i + 1]]`, in reading order.
  private let children: [Int]
  private let starts: [Int]
  private let firsts: [Int]
  private let lasts: [Int]

  /// - Complexity: linear in the number of tokens times the depth of the trees.
  public init(_ text: AnalysedText) {
    self.init(text.tokens)
  }

  init(_ tokens: [Token]) {
    self.tokens = tokens
    var starts = [Int](repeating: 0, count: tokens.count + 1)
    for token in tokens { if let head = token.head { starts[head + 1] += 1 } }
    for index in tokens.indices { starts[index + 1] += starts[index] }
    var children = [Int](repeating: 0, count: starts.last ?? 0)
    var filled = starts
    var firsts = Array(tokens.indices)
    var lasts = firsts
    for (index, token) in tokens.enumerated() {
      if let head = token.head {
        children[filled[head]] = index
        filled[head] += 1
      }
      var above = token.head
      while let head = above, firsts[head] > index || lasts[head] < index {
        firsts[head] = min(firsts[head], index)
        lasts[head] = max(lasts[head], index)
        above = tokens[head].head
      }
    }
    self.starts = starts
    self.children = children
    self.firsts = firsts
    self.lasts = lasts
  }

  /// The tokens that depend on `token`, in reading order.
  public func children(of token: Int) -> ArraySlice<Int> { children[starts[token]..<starts[token + 1]] }

  /// The children with one of `relations`, in reading order.
  public func children(of token: Int, as relations: DependencyRelation...) -> [Int] {
    children(of: token).filter { relations.contains(tokens[$0].relation) }
  }

  /// The first child with one of `relations`.
  public func child(of token: Int, as relations: DependencyRelation...) -> Int? {
    children(of: token).first { relations.contains(tokens[$0].relation) }
  }

  /// From the first to the last token below `token`, itself included. What a crossing arc skips lies inside too.
  public func extent(of token: Int) -> Range<Int> { firsts[token]..<lasts[token] + 1 }

  /// `token` and all below it, in reading order.
  public func subtree(of token: Int) -> [Int] {
    extent(of: token).filter { $0 == token || isBelow($0, token) }
  }

  /// The heads of `token`, nearest first, up to the root.
  public func path(from token: Int) -> [Int] {
    var path: [Int] = []
    var above = tokens[token].head
    while let head = above {
      path.append(head)
      above = tokens[head].head
    }
    return path
  }

  /// Whether `token` hangs somewhere below `other`.
  public func isBelow(_ token: Int, _ other: Int) -> Bool {
    var above = tokens[token].head
    while let head = above {
      if head == other { return true }
      above = tokens[head].head
    }
    return false
  }

  /// The subject of a verb or predicate; a coordinated or open clause without its own takes that of its head.
  public func subject(of predicate: Int) -> Int? {
    var predicate = predicate
    while true {
      if let subject = child(of: predicate, as: .nsubj, .nsubjPass, .csubj, .csubjPass, .nsubjOuter, .csubjOuter) {
        return subject
      }
      guard tokens[predicate].relation == .conj || tokens[predicate].relation == .xcomp,
        let head = tokens[predicate].head
      else { return nil }
      predicate = head
    }
  }

  /// The direct object of a verb.
  public func object(of predicate: Int) -> Int? { child(of: predicate, as: .obj) }

  /// The token that negates `token`: "not", "n't", "never", "no", "neither" or "nor" among its children.
  public func negation(of token: Int) -> Int? {
    children(of: token).first {
      tokens[$0].features.contains(.polarityNeg)
        || tokens[$0].features.contains(.pronTypeNeg)
          && tokens[$0].relation != .nsubj
        || tokens[$0].norm == "never"
    }
  }

  /// The prepositions and case marks of a nominal, in reading order.
  public func caseMarks(of nominal: Int) -> [Int] { children(of: nominal, as: .case) }
}
