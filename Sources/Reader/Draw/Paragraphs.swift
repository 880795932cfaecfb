import Dossier

extension Document {
  /// The paragraph that a span stands in, the span itself in any case. Cost: O(log n) in the blocks.
  func paragraph(around span: Span) -> Span {
    let next = blocks.partitioningIndex { $0.span.start > span.start }
    guard next > 0, blocks[next - 1].span.overlaps(span) else { return span }
    return blocks[next - 1].span.union(span)
  }
}
