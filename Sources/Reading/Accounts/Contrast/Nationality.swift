/// Which state a word belongs to: *French*, *France* and *Paris* are of one, so that they do not part two statements.
struct Nationality: Sendable {
  static let shared = Nationality()

  private var states: [String: Int] = [:]
  /// Words that say of what state somebody or something is, not where.
  private var adjectives: Set<String> = []

  init() {
    for (number, row) in EmbeddedTable.states.rows().enumerated() {
      for (column, field) in row.prefix(6).enumerated() {
        for word in field.split(whereSeparator: { $0 == "|" || $0 == "/" }) where !word.contains(" ") {
          states[word.lowercased()] = number
          if column == 2 { adjectives.insert(word.lowercased()) }
        }
      }
    }
  }

  /// The number of the word's state; `nil` for a word of none.
  func state(of word: String) -> Int? { states[word] }

  /// Whether the two tell of one state.
  func areOne(_ left: String, _ right: String) -> Bool {
    guard let one = states[left] else { return false }
    return states[right] == one
  }

  /// Whether the two are adjectives of different states.
  func exclude(_ left: String, _ right: String) -> Bool {
    adjectives.contains(left) && adjectives.contains(right) && states[left] != states[right]
  }
}
