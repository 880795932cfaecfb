internal import CReadingTables
internal import Language

/// What words say of a deed that another word names, and deeds that undo each other; after `deeds.txt`.
struct DeedTable: Sendable {
  static let shared = DeedTable()

  /// The class of a line.
  enum Sort: String, Sendable { case undone, open, obtain, once, placed }

  private var sorts: [Sort: Set<String>] = [:]
  private var converses: Set<Set<String>> = []
  private var orders: [String: (kind: String, isAhead: Bool)] = [:]
  /// The sides of a line on which a word stands: the line's number, negative for what stands after the colon.
  private var sides: [String: Set<Int>] = [:]

  init() {
    for (number, line) in TableText(crossread_deeds).lines.enumerated() {
      let words = TableText.words(line)
      guard let name = words.first else { continue }
      if let sort = Sort(rawValue: name) {
        sorts[sort, default: []].formUnion(words.dropFirst())
      } else if name == "ahead" || name == "behind", words.count > 2 {
        for word in words[2...] { orders[word] = (words[1], name == "ahead") }
      } else if name == "converse" {
        converses.insert(Set(words.dropFirst()))
      } else if name == "against", let colon = words.firstIndex(of: ":") {
        for word in words[1..<colon] { sides[word, default: []].insert(number + 1) }
        for word in words[(colon + 1)...] { sides[word, default: []].insert(-number - 1) }
      }
    }
  }

  /// Whether the word is of the class; nouns that are also verbs stand in the table as `plan/n`.
  func isOf(_ sort: Sort, _ word: ContrastText.Word) -> Bool {
    guard let words = sorts[sort] else { return false }
    return words.contains(word.lemma) || word.tag == .noun && words.contains(word.lemma + "/n")
      || word.tag == .verb && words.contains(word.lemma + "/v")
  }

  /// Whether the two are one deed seen from its two ends: who buys is sold to.
  func areConverse(_ left: String, _ right: String) -> Bool { converses.contains([left, right]) }

  /// The order of two that the word tells of, and whether who does it or is called so stands first.
  func order(_ lemma: String) -> (kind: String, isAhead: Bool)? { orders[lemma] }

  /// Whether one undoes or excludes the other: *reach* and *leave*.
  func areOpposed(_ left: String, _ right: String) -> Bool {
    guard let ones = sides[left], let others = sides[right], !ones.contains(where: others.contains) else {
      return false
    }
    return ones.contains { others.contains(-$0) }
  }
}
