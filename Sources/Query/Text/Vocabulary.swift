/// The distinct words of texts by their skeletons: how a word of another alphabet is spelled in them.
struct Vocabulary: Sendable {
  private struct Word: Sendable {
    var skeleton: [UInt8]
    var spelling: [UInt8]
  }

  /// By skeleton.
  private let words: [Word]

  /// Skeletons shorter than this fit too much.
  private static let least = 3
  /// Spellings looked for at once.
  private static let limit = 16

  /// Collects the words of folded texts.
  /// - Parameter foreign: words with Greek or Cyrillic letters, or those without.
  /// - Complexity: O(n) in the texts, and O(m log m) in the distinct words.
  init(_ texts: [FoldedText], foreign: Bool) {
    var seen = ByteSet()
    for text in texts where !foreign || text.hasForeignLetters {
      text.bytes.withUnsafeBufferPointer { bytes in
        var index = 0
        while index < bytes.count {
          guard BytePattern.isWord(bytes[index]) else {
            index += 1
            continue
          }
          let start = index
          var isForeign = false
          while index < bytes.count, BytePattern.isWord(bytes[index]) {
            isForeign = isForeign || (0xCD...0xD4).contains(bytes[index])
            index += 1
          }
          if isForeign == foreign { seen.insert(UnsafeBufferPointer(rebasing: bytes[start..<index])) }
        }
      }
    }
    words = seen.elements.compactMap { spelling in
      let skeleton = Skeleton.of(spelling)
      return skeleton.count < Self.least ? nil : Word(skeleton: skeleton, spelling: spelling)
    }.sorted { $0.skeleton.lexicographicallyPrecedes($1.skeleton) }
  }

  /// The beginnings of words that a folded word of another alphabet may stand for.
  /// - Complexity: O(log n), and O(m) in the words that begin so.
  func spellings(of word: [UInt8]) -> [[UInt8]] {
    let wanted = Skeleton.of(word)
    guard wanted.count >= Self.least else { return [] }
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if words[middle].skeleton.lexicographicallyPrecedes(wanted) { low = middle + 1 } else { high = middle }
    }
    var found: [[UInt8]] = []
    while low < words.count, words[low].skeleton.starts(with: wanted), found.count < Self.limit {
      let beginning = Self.beginning(of: words[low].spelling, with: wanted)
      if !found.contains(beginning) { found.append(beginning) }
      low += 1
    }
    return found
  }

  /// The shortest beginning of a word whose skeleton begins with `wanted`; it ends with a whole character.
  private static func beginning(of word: [UInt8], with wanted: [UInt8]) -> [UInt8] {
    for end in 1..<word.count where word[end] & 0xC0 != 0x80 {
      if Skeleton.of(word[..<end]).starts(with: wanted) { return Array(word[..<end]) }
    }
    return word
  }
}

/// A set of short runs of bytes, kept in one buffer.
private struct ByteSet {
  private var buffer: [UInt8] = []
  private var spans: [(start: Int, count: Int)] = []
  /// Open addressing: index into `spans`, or -1. Its size is a power of two, at most half full.
  private var slots = [Int32](repeating: -1, count: 1024)

  var elements: [[UInt8]] { spans.map { Array(buffer[$0.start..<$0.start + $0.count]) } }

  mutating func insert(_ word: UnsafeBufferPointer<UInt8>) {
    var slot = Self.hash(word) & (slots.count - 1)
    while slots[slot] >= 0 {
      let span = spans[Int(slots[slot])]
      if span.count == word.count, buffer[span.start..<span.start + span.count].elementsEqual(word) { return }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(spans.count)
    spans.append((buffer.count, word.count))
    buffer.append(contentsOf: word)
    if spans.count * 2 > slots.count { grow() }
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (index, span) in spans.enumerated() {
      var slot = buffer[span.start..<span.start + span.count].withUnsafeBufferPointer(Self.hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(index)
    }
  }

  /// FNV-1a.
  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int(truncatingIfNeeded: hash >> 8)
  }
}
