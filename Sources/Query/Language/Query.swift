package import Dossier

/// What a search or a filter asks for, read from one line.
///
/// A query is always usable: what could not be read of it is left out, and said by `problem`.
package struct Query: Sendable, Hashable {
  /// One thing that can hold or not.
  enum Condition: Sendable, Hashable {
    /// The text has these words.
    case words(Words)
    /// Who speaks.
    case by(Words)
    /// The source.
    case source(Words)
    /// At least one of these.
    case traits(Traits)
    case date(DateRange)
    case note(Words)
    case tag(Words)
    /// Words of all slots, each the conditions of which any will do, stand at most so many words apart.
    case near(Int, slots: [[Int]])
  }

  indirect enum Node: Sendable, Hashable {
    case all([Node])
    case any([Node])
    case not(Node)
    /// Index into `conditions`.
    case condition(Int)

    fileprivate func holds(_ isTrue: (Int) -> Bool) -> Bool {
      switch self {
      case .all(let nodes): nodes.allSatisfy { $0.holds(isTrue) }
      case .any(let nodes): nodes.contains { $0.holds(isTrue) }
      case .not(let node): !node.holds(isTrue)
      case .condition(let index): isTrue(index)
      }
    }

    /// Whether it is made of a condition, among others.
    fileprivate func names(_ condition: Int) -> Bool {
      switch self {
      case .all(let nodes), .any(let nodes): nodes.contains { $0.names(condition) }
      case .not(let node): node.names(condition)
      case .condition(let index): index == condition
      }
    }

    /// The same with other numbers for its conditions.
    fileprivate func numbered(_ number: (Int) -> Int) -> Node {
      switch self {
      case .all(let nodes): .all(nodes.map { $0.numbered(number) })
      case .any(let nodes): .any(nodes.map { $0.numbered(number) })
      case .not(let node): .not(node.numbered(number))
      case .condition(let index): .condition(number(index))
      }
    }
  }

  /// As typed.
  package let text: String
  /// What hinders it from being read whole.
  package let problem: QueryProblem?
  let conditions: [Condition]
  /// `nil` asks for nothing.
  let root: Node?

  /// Reads a query; see `QueryOperator.all` for what it can say.
  /// - Parameter ignoringCase: whether a capital asks for nothing.
  package init(_ text: String, ignoringCase: Bool = false) {
    var parser = QueryParser(text, ignoringCase: ignoringCase)
    root = parser.parse()
    conditions = parser.conditions
    problem = parser.problem
    self.text = text
  }

  /// A part of another query, with the conditions of that part alone.
  private init(part node: Node, of query: Query) {
    let kept = query.conditions.indices.filter(node.names)
    let places = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    root = node.numbered { places[$0] ?? 0 }
    conditions = kept.map { index in
      // What stands near each other stands beside that, in the same part.
      guard case .near(let distance, let slots) = query.conditions[index] else { return query.conditions[index] }
      return .near(distance, slots: slots.map { $0.map { places[$0] ?? 0 } })
    }
    text = query.text
    problem = nil
  }

  /// What must be there and what must not, for things that are asked as a whole: each of `avoided` may be anywhere in it.
  package var parts: (wanted: Query?, avoided: Query?) {
    let nodes = if case .all(let nodes) = root { nodes } else { root.map { [$0] } ?? [] }
    var (wanted, avoided): ([Node], [Node]) = ([], [])
    for node in nodes { if case .not(let node) = node { avoided.append(node) } else { wanted.append(node) } }
    return (
      wanted.isEmpty ? nil : Query(part: .all(wanted), of: self),
      avoided.isEmpty ? nil : Query(part: .any(avoided), of: self)
    )
  }

  /// Splits a query at blanks outside quotation marks, to change it part by part.
  package static func pieces(of text: String) -> [String] {
    var isQuoted = false
    return text.split { character in
      if character == "\"" { isQuoted.toggle() }
      return character == " " && !isQuoted
    }.map(String.init)
  }

  /// Whether everything satisfies it.
  package var isEmpty: Bool { root == nil }

  /// Whether it asks for who speaks, how, or what was marked: of statements and marked passages, not of paragraphs.
  package var needsPassages: Bool {
    conditions.contains { condition in
      switch condition {
      case .by, .traits, .note, .tag: true
      case .words, .source, .date, .near: false
      }
    }
  }

  /// Whether an answer needs more than the texts: who speaks and what was marked, and when, as an article that bears no date
  /// has that of the event which it tells of.
  package func needsReading(of documents: [Document]) -> Bool {
    needsPassages
      || conditions.contains { if case .date = $0 { true } else { false } }
        && documents.contains { $0.published == nil }
  }

  /// Whether it asks for something that only a person can have added.
  package var asksForRemarks: Bool {
    conditions.contains { condition in
      switch condition {
      case .note, .tag: true
      case .traits(let traits): !traits.isDisjoint(with: .added)
      case .by, .words, .source, .date, .near: false
      }
    }
  }

  /// Whether it holds, given which conditions do.
  func holds(_ isTrue: (Int) -> Bool) -> Bool {
    root?.holds(isTrue) ?? true
  }

  /// The conditions that ask for words and are not negated: what is lit where the query holds.
  var wantedWords: [Int] {
    var found: [Int] = []
    func visit(_ node: Node) {
      switch node {
      case .all(let nodes), .any(let nodes): nodes.forEach(visit)
      case .condition(let index): if case .words = conditions[index] { found.append(index) }
      case .not: break
      }
    }
    if let root { visit(root) }
    return found
  }

  /// The conditions without which it cannot hold.
  var required: [Int] {
    switch root {
    case .condition(let index): [index]
    case .all(let nodes): nodes.compactMap { if case .condition(let index) = $0 { index } else { nil } }
    case .any, .not, nil: []
    }
  }
}
