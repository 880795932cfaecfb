import Dossier

/// Reads a query by recursive descent.
///
/// ```
/// all   = any (AND any) …      every one must hold; AND may be left out
/// any   = not (OR not) …       OR joins two neighbours
/// not   = - not | one
/// one   = ( all ) | field:value | "phrase" | word
/// ```
struct QueryParser {
  private let characters: [Character]
  private let ignoresCase: Bool
  private var position = 0
  private var depth = 0
  private(set) var conditions: [Query.Condition] = []
  /// The first that was found; one that more typing may mend gives way to one that it will not.
  private(set) var problem: QueryProblem?

  init(_ text: String, ignoringCase: Bool) {
    characters = Array(text)
    ignoresCase = ignoringCase
  }

  mutating func parse() -> Query.Node? { all() }

  private mutating func all() -> Query.Node? {
    var nodes: [Query.Node] = []
    var nears: [(distance: Int, range: Range<Int>)] = []
    while let node = any(&nears) {
      nodes.append(node)
      if let and = take("AND"), isAtEnd { report(.join("AND", at: and, isUnfinished: true)) }
    }
    for near in nears {
      let slots = nodes.compactMap(slot)
      guard slots.count > 1 else {
        report(.lonelyNear(at: near.range, hasOr: slots.contains { $0.count > 1 }))
        continue
      }
      nodes.append(add(.near(near.distance, slots: slots)))
    }
    return nodes.count > 1 ? .all(nodes) : nodes.first
  }

  /// The words of which any will do that a part of a query is; `nil` where it is something else.
  private func slot(_ node: Query.Node) -> [Int]? {
    switch node {
    case .condition(let index): if case .words = conditions[index] { [index] } else { nil }
    case .any(let nodes):
      nodes.reduce([]) { slots, node in
        guard let slots, let slot = slot(node) else { return nil }
        return slots + slot
      }
    case .all, .not: nil
    }
  }

  private mutating func any(_ nears: inout [(distance: Int, range: Range<Int>)]) -> Query.Node? {
    guard var node = not(&nears) else { return nil }
    while let or = take("OR") {
      guard let other = not(&nears) else {
        report(.join("OR", at: or, isUnfinished: true))
        return node
      }
      if case .any(let nodes) = node { node = .any(nodes + [other]) } else { node = .any([node, other]) }
    }
    return node
  }

  /// One thing, negated or not; skips what cannot be read. `nil` at the end of the query or of a group.
  private mutating func not(_ nears: inout [(distance: Int, range: Range<Int>)]) -> Query.Node? {
    let known = nears.count
    while true {
      skipBlanks()
      guard !isAtEnd else { return nil }
      if let or = take("OR") {
        report(.join("OR", at: or))
        continue
      }
      if let and = take("AND") {
        // It may join what comes to a `near:` before it, which is no part of the tree.
        if nears.count == known { report(.join("AND", at: and)) }
        continue
      }
      let start = position
      // *NOT talks*, as other programs have it, and *-talks*.
      let not = take("NOT")
      if let not, isAtEnd {
        report(QueryProblem(not, "NOT stands before a thing: missile NOT rocket", isUnfinished: true))
        return nil
      }
      let isDash = characters[position] == "-" && position + 1 < characters.count && characters[position + 1] != " "
      if isDash { position += 1 }
      let isNegated = (not != nil) != isDash
      if let node = one(&nears) { return isNegated ? .not(node) : node }
      if position == start {
        if characters[position] == ")" {
          report(QueryProblem(start..<start + 1, "this parenthesis closes nothing; in quotes it is a letter"))
        }
        position += 1
      }
    }
  }

  private mutating func one(_ nears: inout [(distance: Int, range: Range<Int>)]) -> Query.Node? {
    let start = position
    switch characters[position] {
    case "(":
      position += 1
      depth += 1
      let node = all()
      depth -= 1
      if position < characters.count {
        position += 1
      } else {
        report(QueryProblem(start..<start + 1, "this parenthesis is not closed", isUnfinished: true))
      }
      return node
    case "\"", "“", "”":
      let (text, isClosed) = phrase()
      let words = words(text, isPhrase: true, isUnfinished: !isClosed)
      return words.folded.isEmpty ? nil : add(.words(words))
    default:
      guard let (name, colon) = fieldName() else { return word() }
      guard let field = QueryField(rawValue: name.lowercased()) else {
        position = colon + 1
        _ = value()
        report(.unknownField(name, at: start..<colon + 1))
        return nil
      }
      position = colon + 1
      return self.field(field, from: start, &nears)
    }
  }

  private mutating func word() -> Query.Node? {
    let text = value()
    // A word is found in longer ones with and without the star that other programs ask for.
    let words = words(text.count > 1 && text.hasSuffix("*") ? String(text.dropLast()) : text)
    return words.folded.isEmpty ? nil : add(.words(words))
  }

  private mutating func field(
    _ field: QueryField, from start: Int, _ nears: inout [(distance: Int, range: Range<Int>)]
  ) -> Query.Node? {
    let first = position
    let text = value()
    let range = first..<max(first, position)
    let words = words(text)
    guard !words.folded.isEmpty else {
      report(.value(of: field, at: start..<position, isMissing: true))
      return nil
    }
    switch field {
    case .by: return add(.by(words))
    case .in: return add(.source(words))
    case .note: return add(.note(words))
    case .tag: return add(.tag(words))
    case .kind, .is, .verdict:
      let traits = Traits(beginning: Folding.fold(text), among: field.names)
      guard !traits.isEmpty else {
        report(.unknownName(text, of: field, at: range))
        return nil
      }
      return add(.traits(traits))
    case .date:
      guard let dates = DateRange(text) else {
        report(.value(of: field, at: range, isMissing: false))
        return nil
      }
      if dates.isBackwards {
        // While one types, a year of two figures is one of four that is not whole.
        report(.backwards(text, at: range, isUnfinished: position == characters.count))
        return nil
      }
      return add(.date(dates))
    case .near:
      guard let distance = Int(text), QueryField.distances.contains(distance) else {
        report(.value(of: field, at: range, isMissing: false))
        return nil
      }
      nears.append((distance, start..<position))
      return nil
    }
  }

  private func words(_ text: String, isPhrase: Bool = false, isUnfinished: Bool = false) -> Words {
    Words(text, isPhrase: isPhrase, isUnfinished: isUnfinished, ignoringCase: ignoresCase)
  }

  // MARK: Characters

  private mutating func skipBlanks() {
    while position < characters.count, characters[position].isWhitespace { position += 1 }
  }

  /// Letters before a colon that is followed by no slash or digit: `by:`, not `12:30` or `https://`.
  private func fieldName() -> (name: String, colon: Int)? {
    var end = position
    while end < characters.count, characters[end].isASCII, characters[end].isLetter { end += 1 }
    guard end > position, end < characters.count, characters[end] == ":" else { return nil }
    if end + 1 < characters.count, characters[end + 1] == "/" { return nil }
    return (String(characters[position..<end]), end)
  }

  /// A phrase, or what stands up to the next blank or the parenthesis that closes one before it.
  private mutating func value() -> String {
    if position < characters.count, Self.isQuote(characters[position]) { return phrase().text }
    let start = position
    var open = 0
    while position < characters.count, !characters[position].isWhitespace {
      if characters[position] == "(" { open += 1 }
      if characters[position] == ")" { open -= 1 }
      if open < 0 { break }
      position += 1
    }
    return String(characters[start..<position])
  }

  private mutating func phrase() -> (text: String, isClosed: Bool) {
    let start = position
    position += 1
    while position < characters.count, !Self.isQuote(characters[position]) { position += 1 }
    let words = String(characters[start + 1..<position])
    let isClosed = position < characters.count
    if isClosed {
      position += 1
    } else {
      report(QueryProblem(start..<position, "this phrase is not closed by a second \"", isUnfinished: true))
    }
    return (words.singleSpaced, isClosed)
  }

  private static func isQuote(_ character: Character) -> Bool { "\"“”„".contains(character) }

  /// Whether the query or the group ends here.
  private var isAtEnd: Bool { position == characters.count || (depth > 0 && characters[position] == ")") }

  /// The place of a joining word that stands here by itself, passed over with the blanks around it.
  private mutating func take(_ join: String) -> Range<Int>? {
    skipBlanks()
    let start = position
    let end = start + join.count
    guard characters[start...].starts(with: join),
      end == characters.count || characters[end].isWhitespace || "()".contains(characters[end])
    else { return nil }
    position = end
    skipBlanks()
    return start..<end
  }

  private mutating func add(_ condition: Query.Condition) -> Query.Node {
    conditions.append(condition)
    return .condition(conditions.count - 1)
  }

  private mutating func report(_ found: QueryProblem) {
    if problem == nil || (problem?.isUnfinished == true && !found.isUnfinished) { problem = found }
  }
}
