import Dossier

extension Document {
  /// The paragraph that a span stands in, the span itself in any case. Cost: O(log n) in the blocks.
  func paragraph(around span: Span) -> Span {
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].span.start <= span.start { low = middle + 1 } else { high = middle }
    }
    guard low > 0, blocks[low - 1].span.overlaps(span) else { return span }
    return blocks[low - 1].span.union(span)
  }
}
