/// What a query can say: the one table that the parser, the help and the manual are made from.
package struct QueryOperator: Sendable {
  /// How it is written: `by:actor`.
  package let form: String
  /// A query that uses it.
  package let example: String
  /// What it asks for, in a few words.
  package let meaning: String

  /// All of them, in the order of the help.
  package static let all: [QueryOperator] =
    [
      QueryOperator(form: "word word", example: "drone strike", meaning: "all the words, in one passage, as with AND"),
      QueryOperator(form: "\"a phrase\"", example: "\"air truce\"", meaning: "these words, whole, side by side"),
      QueryOperator(form: "-not", example: "talks -kyiv", meaning: "without what follows; alone, all other passages"),
      QueryOperator(form: "one OR other", example: "missile OR rocket", meaning: "either of two neighbours"),
      QueryOperator(form: "( )", example: "peace -(talks OR plan)", meaning: "taken together"),
    ] + QueryField.allCases.map { QueryOperator(form: $0.form, example: $0.example, meaning: $0.meaning) }

  /// How words are compared.
  package static let note =
    "Capitals count only where you type one; accents never do. Путина finds Putin, and Putin Путин."
}

/// A field of a query, written before a colon.
package enum QueryField: String, Sendable, CaseIterable {
  case by, `in`, kind, `is`, date, near, verdict, note, tag

  /// How many words `near:` may ask for.
  static let distances = 1...1000

  var form: String {
    switch self {
    case .by: "by:actor"
    case .in: "in:source"
    case .kind: "kind:direct"
    case .is: "is:contradiction"
    case .date: "date:2022..2024"
    case .near: "near:5"
    case .verdict: "verdict:accepted"
    case .note: "note:words"
    case .tag: "tag:words"
    }
  }

  var example: String {
    switch self {
    case .by: "by:putin ceasefire"
    case .in: "in:belta talks"
    case .kind: "kind:direct"
    case .is: "is:contradiction"
    case .date: "date:2022..2024-06"
    case .near: "russia troops near:5"
    case .verdict: "verdict:rejected"
    case .note: "note:check"
    case .tag: "tag:energy"
    }
  }

  var meaning: String {
    switch self {
    case .by: "who speaks, under any name"
    case .in: "which source: outlet, short name or path"
    case .kind: "direct, indirect, mixed, scare; asserts, denies…; number, negation…; person, place…"
    case .is: "contradiction, tension, framing, shift; same, cross; unsaid; noted, tagged, bookmarked, corrected"
    case .date: "a year, month or day, or two and what lies between"
    case .near: "the words at most so many words apart"
    case .verdict: "accepted, rejected, unsure, open"
    case .note: "words of your notes"
    case .tag: "words of your tags"
    }
  }

  /// The names that the field takes; empty where it takes any words.
  var names: [String] {
    switch self {
    case .kind: Traits.kinds
    case .is: Traits.marks
    case .verdict: Traits.verdicts
    case .by, .in, .date, .near, .note, .tag: []
    }
  }
}
