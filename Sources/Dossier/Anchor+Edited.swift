extension Anchor {
  /// How much of the words must be left, and how few of them tell nothing.
  private static let (leastShare, leastWords) = (0.5, 4)

  /// Where the passage stands, if it was edited since: the words that have most in common with it, nearest to where it was.
  /// - Returns: `nil` if less than half of its words stand together anywhere.
  /// - Complexity: one pass over the text.
  func findEdited(in text: SourceText) -> Span? {
    let wanted = Self.words(of: Array(words.utf8))
    let found = Self.words(of: text.bytes)
    let size = wanted.count
    guard size >= Self.leastWords, found.count >= size else { return nil }
    var missing: [ArraySlice<UInt8>: Int] = [:]
    for word in wanted { missing[word, default: 0] += 1 }
    /// Words of the passage that stand in the window, each as often as in the passage at most.
    var shared = 0
    var best: (shared: Int, distance: Int, start: Int)?
    for (index, word) in found.enumerated() {
      if let count = missing[word] {
        missing[word] = count - 1
        if count > 0 { shared += 1 }
      }
      let start = index - size + 1
      guard start >= 0 else { continue }
      let distance = abs(found[start].startIndex - Int(span.start))
      if best.map({ (shared, -distance) > ($0.shared, -$0.distance) }) ?? true { best = (shared, distance, start) }
      if let count = missing[found[start]] {
        missing[found[start]] = count + 1
        if count >= 0 { shared -= 1 }
      }
    }
    guard let best, Double(best.shared) >= Double(size) * Self.leastShare else { return nil }
    return Span(found[best.start].startIndex, found[best.start + size - 1].endIndex)
  }

  /// What stands between blanks, by its bytes.
  private static func words(of bytes: [UInt8]) -> [ArraySlice<UInt8>] { bytes.split { $0 <= 0x20 } }
}
