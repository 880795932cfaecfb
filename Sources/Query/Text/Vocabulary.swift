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

  /// Skeletons shorter than this fit too much.
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
  /// Where no word sounds like it, those that do but for their vowels: Трамп is Trump.
  /// - Complexity: O(log n), and O(m) in the words that begin so.
  func spellings(of word: [UInt8]) -> [[UInt8]] { spellings(of: word, isWhole: false) }

  /// The words that a folded word of another alphabet may stand for as a whole.
  func wholeSpellings(of word: [UInt8]) -> [[UInt8]] { spellings(of: word, isWhole: true) }

  private func spellings(of word: [UInt8], isWhole: Bool) -> [[UInt8]] {
    let wanted = Skeleton.of(word)
    guard wanted.count >= Self.least else { return [] }
    let found = Self.spellings(wanted, in: words, isWhole, Skeleton.of)
    if !found.isEmpty { return found }
    return Self.spellings(Skeleton.loose(wanted), in: loose, isWhole) { Skeleton.loose(Skeleton.of($0)) }
  }

  private static func spellings(
    _ wanted: [UInt8], in words: [Word], _ isWhole: Bool, _ skeleton: (ArraySlice<UInt8>) -> [UInt8]
  ) -> [[UInt8]] {
    var first = words.partitioningIndex { !$0.skeleton.lexicographicallyPrecedes(wanted) }
    var found: [[UInt8]] = []
    while first < words.count, words[first].skeleton.starts(with: wanted), found.count < limit {
      let word = words[first]
      first += 1
      if isWhole, word.skeleton != wanted { continue }
      let spelling = isWhole ? word.spelling : beginning(of: word.spelling, with: wanted, skeleton)
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
