import Dossier

/// Finds blocks that stand in a text a second time, word for word.
enum RepeatFinder {
  /// Shorter blocks (a byline, `Advertisement`) are not copies of each other, only alike.
  private static let minimum = 40

  /// For each block, whether an earlier one has the same words; white space aside. Cost: O(bytes).
  static func repeats(_ text: SourceText, _ spans: [Span]) -> [Bool] {
    var first: [UInt64: [Int]] = [:]
    return spans.indices.map { index in
      guard spans[index].count >= minimum else { return false }
      let hash = contentHash(text.bytes[spans[index].range])
      let earlier = first[hash, default: []].contains { sameWords(text, spans[$0], spans[index]) }
      if !earlier { first[hash, default: []].append(index) }
      return earlier
    }
  }

  /// FNV-1a of 64 bits over the bytes that are not white space.
  private static func contentHash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 14_695_981_039_346_656_037
    for byte in bytes where byte > 0x20 { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
    return hash
  }

  private static func sameWords(_ text: SourceText, _ left: Span, _ right: Span) -> Bool {
    let (left, right) = (text.bytes[left.range], text.bytes[right.range])
    return left.lazy.filter { $0 > 0x20 }.elementsEqual(right.lazy.filter { $0 > 0x20 })
  }
}
