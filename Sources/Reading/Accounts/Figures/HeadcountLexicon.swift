internal import CReadingTables

/// The words of headcounts, from their table.
struct HeadcountLexicon: Sendable {
  static let shared = HeadcountLexicon()

  /// How a word stands to those who are counted.
  enum Role: String, Sendable { case done, does, `is`, thing }

  private var sorts: [String: [(role: Role, sort: Headcount.Sort)]] = [:]
  private var people: Set<String> = []
  private var alike: [Set<String>] = []

  init() {
    for line in TableText(crossread_headcounts).lines {
      let words = TableText.words(line)
      switch words.first {
      case "people": people.formUnion(words.dropFirst())
      case "alike": alike.append(Set(words.dropFirst()))
      default:
        guard words.count > 2, let sort = Headcount.Sort(rawValue: words[0]), let role = Role(rawValue: words[1]) else {
          continue
        }
        for word in words.dropFirst(2) { sorts[word, default: []].append((role, sort)) }
      }
    }
  }

  func sort(of word: String, as role: Role) -> Headcount.Sort? {
    sorts[word]?.first { $0.role == role }?.sort
  }

  /// The lemma of those who are counted, `nil` for people at large.
  func counted(_ lemma: String) -> String? {
    people.contains(lemma) || sort(of: lemma, as: .thing) != nil && !isCrowd(lemma) ? nil : lemma
  }

  private func isCrowd(_ lemma: String) -> Bool { alike.contains { $0.contains(lemma) } }

  func areAlike(_ left: String?, _ right: String?) -> Bool {
    guard left != right else { return true }
    guard let left, let right else { return isCrowd(left ?? right ?? "") }
    return alike.contains { $0.contains(left) && $0.contains(right) }
  }
}
