internal import CReadingTables

/// Words that change what a claim says of its pole: negators, conditions, hedges, intensifiers, expectation, doubt.
struct ScopeLexicon: Sendable {
  static let shared = ScopeLexicon()

  private(set) var negators: Set<String> = []
  /// Phrases that negate, by first lemma.
  private(set) var negatingPhrases: [String: [[String]]] = [:]
  private(set) var conditions: Set<String> = []
  private(set) var hedges: Set<String> = []
  private(set) var strong: Set<String> = []
  private(set) var expectations: Set<String> = []
  /// Words by which a reporter keeps a distance from what somebody says.
  private(set) var doubts: Set<String> = []
  /// Nouns that say of a thing that it is not so: *the myth of*.
  private(set) var dismissals: Set<String> = []

  init() {
    for line in TableText(crossread_scope).lines {
      let words = TableText.words(line)
      guard let name = words.first else { continue }
      switch name {
      case "negation":
        for word in words.dropFirst() {
          let lemmas = word.split(separator: "_").map(String.init)
          if lemmas.count == 1 {
            negators.insert(word)
          } else {
            negatingPhrases[lemmas[0], default: []].append(Array(lemmas.dropFirst()))
          }
        }
      case "condition": conditions.formUnion(words.dropFirst())
      case "hedge": hedges.formUnion(words.dropFirst())
      case "strong": strong.formUnion(words.dropFirst())
      case "expectation": expectations.formUnion(words.dropFirst())
      case "doubt": doubts.formUnion(words.dropFirst())
      case "dismissal": dismissals.formUnion(words.dropFirst())
      default: continue
      }
    }
  }
}
