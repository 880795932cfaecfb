/// The words of all texts, each once, and the places where each stands: a search looks through the words, which are few, and then
/// only at the places of those that hold what it wants.
///
/// A class, as is what it gives: both are looked at for every text, and a copy of either costs more than the look.
final class WordIndex: Sendable {
  /// The distinct words, in the order in which they first stand.
  let words: WordTable
  /// By document, then place: which word, and where it begins.
  private let numbers: [UInt32]
  private let places: [UInt32]
  /// Where the words of each document begin in these lists.
  private let documents: [Int]
  /// Indices into these lists, by word, and where those of each word begin.
  private let entries: [UInt32]
  private let firstEntries: [Int]

  /// - Complexity: one pass over the texts.
  init(_ texts: [FoldedText]) {
    var words = WordTable()
    var numbers: [UInt32] = []
    var places: [UInt32] = []
    var documents = [0]
    let size = texts.reduce(0) { $0 + $1.bytes.count }
    numbers.reserveCapacity(size / 6)
    places.reserveCapacity(size / 6)
    for text in texts {
      text.bytes.withUnsafeBufferPointer { bytes in
        var index = 0
        while index < bytes.count {
          guard BytePattern.isWord(bytes[index]) else {
            index += 1
            continue
          }
          let start = index
          while index < bytes.count, BytePattern.isWord(bytes[index]) { index += 1 }
          numbers.append(words.insert(UnsafeBufferPointer(rebasing: bytes[start..<index])))
          places.append(UInt32(start))
        }
      }
      documents.append(numbers.count)
    }
    self.words = words
    self.numbers = numbers
    self.places = places
    self.documents = documents
    (entries, firstEntries) = Self.sorted(numbers, words.count)
  }

  /// The indices of numbers below `count`, those of each number together and in order; and where those of each begin.
  private static func sorted(_ numbers: [UInt32], _ count: Int) -> (indices: [UInt32], firsts: [Int]) {
    var firsts = [Int](repeating: 0, count: count + 1)
    for number in numbers { firsts[Int(number) + 1] += 1 }
    for number in 0..<count { firsts[number + 1] += firsts[number] }
    var ends = firsts
    var indices = [UInt32](repeating: 0, count: numbers.count)
    for (index, number) in numbers.enumerated() {
      indices[ends[Int(number)]] = UInt32(index)
      ends[Int(number)] += 1
    }
    return (indices, firsts)
  }

  /// The places of the words at which a pattern may stand.
  final class Candidates: Sendable {
    fileprivate let pattern: BytePattern
    /// Whether the pattern lies within a word; else a word of it ends where a candidate ends.
    fileprivate let isInside: Bool
    /// Bytes of the pattern's first word.
    fileprivate let head: Int
    /// Of all entries of the index, in their order.
    fileprivate let entries: BitSet
    /// Where the pattern stands first in each word that holds it, and whether it stands there again: few words hold anything
    /// twice.
    fileprivate let stands: [(first: UInt32, isRepeated: Bool)]

    fileprivate init(
      _ pattern: BytePattern, isInside: Bool, head: Int, entries: BitSet, stands: [(first: UInt32, isRepeated: Bool)]
    ) {
      self.pattern = pattern
      self.isInside = isInside
      self.head = head
      self.entries = entries
      self.stands = stands
    }
  }

  /// The words to look at for a pattern; `nil` where words tell nothing, as it begins with none.
  /// - Complexity: one scan of the distinct words, and O(places of those that hold it).
  func candidates(for pattern: BytePattern) -> Candidates? {
    let head = pattern.bytes.prefix(while: BytePattern.isWord)
    // Where in a word it ends is not listed.
    guard !head.isEmpty, !pattern.atWordEnd || pattern.atWordStart else { return nil }
    let isInside = head.count == pattern.bytes.count
    var wanted = BitSet(count: numbers.count)
    var stands = [(first: UInt32, isRepeated: Bool)](repeating: (0, false), count: words.count)
    words.each(holding: Array(head)) { word, number, offset in
      let rest = word.dropFirst(offset + head.count)
      let isRepeated = isInside && !pattern.atWordStart && pattern.stands(in: rest)
      stands[number] = (UInt32(offset), isRepeated)
      let isWanted =
        switch (isInside, pattern.atWordStart) {
        case (true, _) where pattern.atWordEnd: word.count == head.count
        case (true, false): true
        case (true, true): word.starts(with: head)
        case (false, true): word.count == head.count
        case (false, false): word.suffix(head.count).elementsEqual(head)
        }
      if isWanted { wanted.insert(entries[firstEntries[number]..<firstEntries[number + 1]]) }
    }
    return Candidates(pattern, isInside: isInside, head: head.count, entries: wanted, stands: stands)
  }

  /// Whether a document has none of the words at which a pattern may stand.
  func isWithout(_ candidates: Candidates, document: Int) -> Bool {
    candidates.entries.first(in: documents[document]..<documents[document + 1]) == nil
  }

  /// Calls `visit` with every place of a pattern in a document, in order; none overlap.
  /// - Parameter text: the folded text of the document.
  /// - Complexity: O(candidates in the document).
  func each(_ candidates: Candidates, in document: Int, _ text: [UInt8], _ visit: (Range<Int>) -> Void) {
    let pattern = candidates.pattern
    let count = pattern.bytes.count
    var rest = documents[document]..<documents[document + 1]
    text.withUnsafeBufferPointer { text in
      var from = 0
      while let entry = candidates.entries.first(in: rest) {
        rest = entry + 1..<rest.upperBound
        let number = Int(numbers[entry])
        let start = Int(places[entry])
        let end = start + words.size(of: number)
        if candidates.isInside {
          let (first, isRepeated) = candidates.stands[number]
          from = start + Int(first) + count
          visit(from - count..<from)
          while isRepeated, end - from >= count, let found = pattern.first(in: text, from..<end) {
            from = found + count
            visit(found..<from)
          }
        } else {
          let place = end - candidates.head
          let last = place + count
          guard place >= from, last <= text.count, pattern.first(in: text, place..<last) != nil else { continue }
          from = last
          visit(place..<last)
        }
      }
    }
  }
}

/// Distinct words, kept in one buffer, each numbered in the order in which it came.
struct WordTable: Sendable {
  /// Words one after another, each ended by a byte that is part of none.
  private var buffer: [UInt8] = []
  private var starts: [Int] = [0]
  /// Open addressing: the number of a word, or -1. Its size is a power of two, at most half full.
  private var slots = [Int32](repeating: -1, count: 1024)

  private static let end: UInt8 = 0x20

  var count: Int { starts.count - 1 }

  /// Bytes of a word.
  func size(of number: Int) -> Int { starts[number + 1] - starts[number] - 1 }

  subscript(number: Int) -> ArraySlice<UInt8> { buffer[starts[number]..<starts[number + 1] - 1] }

  /// Calls `visit` with every word in which some bytes stand, its number, and where in it they stand first.
  /// - Complexity: one scan.
  func each(holding bytes: [UInt8], _ visit: (ArraySlice<UInt8>, Int, Int) -> Void) {
    let pattern = BytePattern(bytes)
    var number = 0
    var from = 0
    while let found = pattern.first(in: buffer, from..<buffer.count) {
      while starts[number + 1] <= found { number += 1 }
      visit(self[number], number, found - starts[number])
      from = starts[number + 1]
    }
  }

  /// Adds a word unless it is there.
  /// - Returns: its number.
  mutating func insert(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var slot = Self.hash(word) & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if size(of: number) == word.count, self[number].elementsEqual(word) { return UInt32(number) }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = count
    slots[slot] = Int32(number)
    buffer.append(contentsOf: word)
    buffer.append(Self.end)
    starts.append(buffer.count)
    if count * 2 > slots.count { grow() }
    return UInt32(number)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for number in 0..<count {
      var slot = self[number].withUnsafeBufferPointer(Self.hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }

  /// FNV-1a.
  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int(truncatingIfNeeded: hash >> 8)
  }
}
