internal import Dossier

/// The distinct words of texts by their skeletons: how a word of another alphabet is spelled in them.
struct Vocabulary: Sendable {
  private struct Word: Sendable {
    var skeleton: [UInt8]
    var spelling: [UInt8]
  }

  /// By skeleton.
  private let words: [Word]
  /// The same by loose skeleton.
  private let loose: [Word]

  /// Letters that an ending has at most in the other alphabet.
  private static let ending = 2
  /// Skeletons shorter than this, or without their vowels with fewer consonants, fit too much.
  private static let least = 3
  /// Spellings looked for at once.
  private static let limit = 16

  /// - Parameters:
  ///   - table: the distinct words of folded texts.
  ///   - foreign: words with Greek or Cyrillic letters, or those without.
  /// - Complexity: O(n log n) in the words.
  init(_ table: WordTable, foreign: Bool) {
    var words: [Word] = []
    for number in 0..<table.count {
      let spelling = table[number]
      guard Skeleton.isForeign(spelling) == foreign else { continue }
      let skeleton = Skeleton.of(spelling)
      if skeleton.count >= Self.least { words.append(Word(skeleton: skeleton, spelling: Array(spelling))) }
    }
    func sorted(_ words: [Word]) -> [Word] {
      words.sorted { $0.skeleton.lexicographicallyPrecedes($1.skeleton) }
    }
    self.words = sorted(words)
    loose = sorted(words.map { Word(skeleton: Skeleton.loose($0.skeleton), spelling: $0.spelling) })
  }

  /// The beginnings of words that a folded word of another alphabet may stand for.
  ///
  /// Where no word sounds like it, those that do but for a case ending; then those that do but for their vowels: Трамп is
  /// Trump.
  /// - Complexity: O(log n), and O(m) in the words that begin so.
  func spellings(of word: [UInt8]) -> [[UInt8]] { spellings(of: word, isWhole: false) }

  /// The words that a folded word of another alphabet may stand for as a whole.
  func wholeSpellings(of word: [UInt8]) -> [[UInt8]] { spellings(of: word, isWhole: true) }

  private func spellings(of word: [UInt8], isWhole: Bool) -> [[UInt8]] {
    let stems = CaseEndings.stems(of: word).map { (ending: $0.ending, stem: Skeleton.of($0.stem)) }
    let skeleton = Skeleton.of(word)
    var found = Self.spellings(skeleton, in: words, rest: isWhole ? 0 : nil, Skeleton.of)
    for (ending, stem) in stems {
      // A word that is whole may still be another in the genitive: Лукашенка. Longer endings make names: Иванов is not Иван.
      if !found.isEmpty, ending > 1 { break }
      for spelling in Self.spellings(stem, in: words, rest: Self.ending, Skeleton.of)
      where !found.contains(where: spelling.starts(with:)) { found.append(spelling) }
    }
    if !found.isEmpty { return found }
    for wanted in [skeleton] + stems.map(\.stem) {
      let wanted = Skeleton.loose(wanted)
      guard Skeleton.consonants(ofLoose: wanted) >= Self.least else { continue }
      let found = Self.spellings(wanted, in: loose, rest: isWhole ? 0 : 1) { Skeleton.loose(Skeleton.of($0)) }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// - Parameter rest: how much the skeleton of a word may be longer than `wanted`; `nil` where that does not matter.
  private static func spellings(
    _ wanted: [UInt8], in words: [Word], rest: Int?, _ skeleton: (ArraySlice<UInt8>) -> [UInt8]
  ) -> [[UInt8]] {
    guard wanted.count >= least else { return [] }
    var first = words.partitioningIndex { !$0.skeleton.lexicographicallyPrecedes(wanted) }
    var found: [[UInt8]] = []
    while first < words.count, words[first].skeleton.starts(with: wanted), found.count < limit {
      let word = words[first]
      first += 1
      if let rest, word.skeleton.count - wanted.count > rest { continue }
      let spelling = rest == nil ? beginning(of: word.spelling, with: wanted, skeleton) : word.spelling
      if !found.contains(spelling) { found.append(spelling) }
    }
    return found
  }

  /// The shortest beginning of a word whose skeleton begins with `wanted`; it ends with a whole character.
  private static func beginning(
    of word: [UInt8], with wanted: [UInt8], _ skeleton: (ArraySlice<UInt8>) -> [UInt8]
  ) -> [UInt8] {
    for end in 1..<word.count where word[end] & 0xC0 != 0x80 {
      if skeleton(word[..<end]).starts(with: wanted) { return Array(word[..<end]) }
    }
    return word
  }
}
