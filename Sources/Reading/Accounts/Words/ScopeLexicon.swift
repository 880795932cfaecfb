internal import CReadingTables

/// Words that change what a claim says: negators, conditions, and those that judges look for.
struct ScopeLexicon: Sendable {
  static let shared = ScopeLexicon()

  private(set) var negators: Set<String> = []
  /// Phrases that negate, by first lemma.
  private(set) var negatingPhrases: [String: [[String]]] = [:]
  private(set) var conditions: Set<String> = []
  /// What single words are marked as.
  private(set) var marks: [String: Marks] = [:]

  init() {
    for line in TableText(crossread_scope).lines {
      let words = TableText.words(line)
      guard let name = words.first else { continue }
      if let mark = Marks.named[name] { for word in words.dropFirst() { marks[word, default: []].insert(mark) } }
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
      default: continue
      }
    }
  }
}
