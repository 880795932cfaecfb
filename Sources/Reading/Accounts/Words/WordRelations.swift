internal import CReadingTables

/// How two words stand to each other: opposites, or two kinds of one thing.
struct WordRelations: Sendable {
  static let shared = WordRelations()

  private var opposites: [String: Set<String>] = [:]
  /// By word: the kinds it belongs to, each with the word above it.
  private var kinds: [String: [(kind: String, parent: String)]] = [:]

  init() {
    for line in TableText(crossread_opposites).lines {
      let words = TableText.words(line)
      guard words.count == 2 else { continue }
      opposites[words[0], default: []].insert(words[1])
      opposites[words[1], default: []].insert(words[0])
    }
    for line in TableText(crossread_kinds).lines {
      let words = TableText.words(line)
      guard words.count == 3 else { continue }
      kinds[words[1], default: []].append((words[0], words[2]))
    }
  }

  /// Whether one is the antonym of the other; `far_away` is one word.
  func areOpposite(_ left: String, _ right: String) -> Bool {
    opposites[left]?.contains(right) ?? false
  }

  /// The kind under which the two exclude each other: a piano is no flute, yet a wine may be a champagne.
  func excludingKind(_ left: String, _ right: String) -> String? {
    guard left != right, let lefts = kinds[left], let rights = kinds[right] else { return nil }
    for (kind, _) in lefts {
      guard rights.contains(where: { $0.kind == kind }) else { continue }
      guard !isAbove(left, right, kind: kind), !isAbove(right, left, kind: kind) else { continue }
      return kind
    }
    return nil
  }

  private func isAbove(_ upper: String, _ lower: String, kind: String) -> Bool {
    var current = lower
    for _ in 0..<10 {
      guard let parent = kinds[current]?.first(where: { $0.kind == kind })?.parent, parent != "-" else { return false }
      if parent == upper { return true }
      current = parent
    }
    return false
  }
}
