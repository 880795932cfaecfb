import Dossier

/// What a filter asks for: words, `"phrases"`, `-not`, `OR`, and fields such as `by:putin` or `is:contradiction`.
///
/// Words stand side by side for *and*; `OR` joins two neighbours. Case and diacritics do not matter.
struct Query: Sendable {
  enum Field: String, Sendable, CaseIterable {
    case by, `in`, kind, `is`, date

    /// What it narrows by, for the help.
    var help: String {
      switch self {
      case .by: "by:putin — who speaks"
      case .in: "in:belta — which source"
      case .kind: "kind:direct — kind of statement, difference or actor"
      case .is: "is:contradiction — relation, same, cross, accepted, noted"
      case .date: "date:2022..2024 — year, or two years and what lies between"
      }
    }
  }

  private struct Term: Sendable {
    var field: Field?
    var words: String
    var isNegated: Bool
  }

  /// All must hold; of each at least one term.
  private var clauses: [[Term]] = []

  var isEmpty: Bool { clauses.isEmpty }

  /// Reads a query. Nothing is an error: an unknown field is a word with a colon in it.
  init(_ text: String) {
    var joins = false
    for piece in Self.pieces(of: text) {
      if piece == "OR" {
        joins = !clauses.isEmpty
        continue
      }
      guard let term = Self.term(piece) else { continue }
      if joins { clauses[clauses.count - 1].append(term) } else { clauses.append([term]) }
      joins = false
    }
  }

  /// Splits at spaces outside quotation marks.
  static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var isQuoted = false
    for character in text {
      if character == "\"" { isQuoted.toggle() }
      if character == " ", !isQuoted {
        if !piece.isEmpty { pieces.append(piece) }
        piece = ""
      } else {
        piece.append(character)
      }
    }
    return piece.isEmpty ? pieces : pieces + [piece]
  }

  private static func term(_ piece: String) -> Term? {
    var rest = Substring(piece)
    let isNegated = rest.first == "-" && rest.count > 1
    if isNegated { rest = rest.dropFirst() }
    var field: Field?
    if let colon = rest.firstIndex(of: ":"), let named = Field(rawValue: rest[..<colon].lowercased()) {
      field = named
      rest = rest[rest.index(after: colon)...]
    }
    let words = Folding.fold(rest.filter { $0 != "\"" })
    return words.isEmpty ? nil : Term(field: field, words: words, isNegated: isNegated)
  }

  /// Whether `facts` satisfy the query.
  func matches(_ facts: @autoclosure () -> Facts) -> Bool {
    guard !isEmpty else { return true }
    let facts = facts()
    let text = Folding.fold(facts.text)
    return clauses.allSatisfy { clause in
      clause.contains { Self.holds($0, facts, text: text) != $0.isNegated }
    }
  }

  private static func holds(_ term: Term, _ facts: Facts, text: String) -> Bool {
    func any(_ values: [String]) -> Bool { values.contains { Folding.fold($0).contains(term.words) } }
    return switch term.field {
    case nil: text.contains(term.words)
    case .by: any(facts.by)
    case .in: any(facts.sources)
    case .kind: any(facts.kinds)
    case .is: any(facts.marks)
    case .date: holds(term.words, on: facts.date)
    }
  }

  private static func holds(_ words: String, on date: PartialDate?) -> Bool {
    guard let date else { return false }
    let ends = words.split(separator: ".", omittingEmptySubsequences: true).map { Int($0) }
    if words.contains(".."), let year = date.year {
      let from = words.hasPrefix("..") ? nil : ends.first.flatMap { $0 }
      let to = words.hasSuffix("..") ? nil : ends.last.flatMap { $0 }
      return year >= from ?? Int.min && year <= to ?? Int.max
    }
    return date.description.contains(words)
  }
}
