/// Finds where a run of words stands in an article, whatever its case and punctuation.
///
/// - Complexity: linear to build; a search costs the places of its rarest word.
struct SameWords {
  /// Fewer words than this may be the same by chance; they are found as a whole passage only.
  private static let least = 5

  /// The words of all passages, one after another.
  private let words: [String]
  /// The passage of each word.
  private let passages: [Int]
  /// Where each word stands.
  private let places: [String: [Int]]

  init(_ passages: [ComparePassage]) {
    var words: [String] = []
    var numbers: [Int] = []
    var places: [String: [Int]] = [:]
    for (number, passage) in passages.enumerated() {
      for word in passage.wording {
        places[word, default: []].append(words.count)
        words.append(word)
        numbers.append(number)
      }
    }
    (self.words, self.passages, self.places) = (words, numbers, places)
  }

  /// The passage in which a run of words begins, of several rather `near`; `nil` where they stand nowhere.
  func passage(of wanted: [String], near: Int?) -> Int? {
    guard let rarest = wanted.indices.min(by: { count(wanted[$0]) < count(wanted[$1]) }),
      let found = places[wanted[rarest]]
    else { return nil }
    var first: Int?
    for place in found {
      let start = place - rarest
      let end = start + wanted.count
      guard start >= 0, end <= words.count, words[start..<end].elementsEqual(wanted),
        wanted.count >= Self.least || isWhole(start..<end)
      else { continue }
      if passages[start] == near { return near }
      first = first ?? passages[start]
    }
    return first
  }

  private func count(_ word: String) -> Int { places[word]?.count ?? 0 }

  /// Whether words are all of a passage.
  private func isWhole(_ range: Range<Int>) -> Bool {
    let passage = passages[range.lowerBound]
    return passages[range.upperBound - 1] == passage
      && (range.lowerBound == 0 || passages[range.lowerBound - 1] != passage)
      && (range.upperBound == words.count || passages[range.upperBound] != passage)
  }
}
