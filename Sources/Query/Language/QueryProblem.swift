/// What hinders a query from being read whole, and where.
package struct QueryProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// The characters that it is about.
  package let range: Range<Int>
  /// What is wrong and what to write instead, in one line.
  package let description: String
  /// Whether it is only that more is to come: no matter while one types.
  package let isUnfinished: Bool

  init(_ range: Range<Int>, _ description: String, isUnfinished: Bool = false) {
    self.range = range
    self.description = description
    self.isUnfinished = isUnfinished
  }

  static func unknownField(_ name: String, at range: Range<Int>) -> QueryProblem {
    let fields = QueryField.allCases.map(\.rawValue)
    let remedy =
      nearest(name, among: fields).map { "did you mean \($0):?" }
      ?? "there are \(fields.map { $0 + ":" }.joined(separator: " "))"
    return QueryProblem(range, "no field is called \(name): — \(remedy) — a word with a colon goes in quotes")
  }

  static func unknownName(_ name: String, of field: QueryField, at range: Range<Int>) -> QueryProblem {
    let remedy =
      nearest(name, among: field.names).map { "did you mean \($0)?" }
      ?? "it takes \(field.names.joined(separator: ", "))"
    return QueryProblem(range, "“\(name)” is nothing that \(field.rawValue): knows; \(remedy)")
  }

  /// - Parameter isUnfinished: whether what comes after the word may yet be typed.
  static func join(_ word: String, at range: Range<Int>, isUnfinished: Bool = false) -> QueryProblem {
    let remedy = "missile \(word) rocket" + (isUnfinished ? "" : "; in quotes it is a word")
    return QueryProblem(range, "\(word) stands between two things: \(remedy)", isUnfinished: isUnfinished)
  }

  static func backwards(_ text: String, at range: Range<Int>, isUnfinished: Bool) -> QueryProblem {
    let ends = text.split(separator: "..", maxSplits: 1)
    let turned = ends.reversed().joined(separator: "..")
    return QueryProblem(range, "the range runs backwards; did you mean date:\(turned)?", isUnfinished: isUnfinished)
  }

  static func value(of field: QueryField, at range: Range<Int>, isMissing: Bool) -> QueryProblem {
    let wanted =
      switch field {
      case .by: "a name, such as \(field.example)"
      case .in: "an outlet, such as \(field.example)"
      case .date: "2024, 2024-03, 2024-03-15, --03-15 or 2022..2024"
      case .near:
        "a number of words from \(QueryField.distances.lowerBound) to \(QueryField.distances.upperBound), such as "
          + field.example
      case .kind, .is, .verdict: field.names.joined(separator: ", ")
      case .note, .tag: field.form
      }
    return QueryProblem(range, "\(field.rawValue): takes \(wanted)", isUnfinished: isMissing)
  }

  /// A `near:` without two things to be near each other.
  /// - Parameter hasOr: whether there are two, of which either will do.
  static func lonelyNear(at range: Range<Int>, hasOr: Bool) -> QueryProblem {
    let remedy =
      hasOr
      ? "and OR leaves one: parentheses part them, as in truce OR (drones kyiv near:5)"
      : "such as \(QueryField.near.example)"
    return QueryProblem(range, "near: takes two words or more, \(remedy)", isUnfinished: !hasOr)
  }

  /// The name that is few letters away, or that begins like it.
  private static func nearest(_ name: String, among names: [String]) -> String? {
    let ranked = names.map { (name: $0, distance: distance(Array(name.utf8), Array($0.utf8))) }
    guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
    return best.distance <= max(1, name.utf8.count / 3) ? best.name : nil
  }

  /// Letters to add, drop or change (Levenshtein).
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (index, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in right.indices {
        let replaced = diagonal + (letter == right[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(replaced, row[column] + 1, diagonal + 1)
      }
    }
    return row[right.count]
  }
}
