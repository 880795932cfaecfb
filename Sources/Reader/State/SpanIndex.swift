import Dossier

/// Values by the span they lie on, asked for by overlap.
///
/// Spans may nest and overlap. Built in O(n log n); a question costs O(log n) and what it walks over, which is little where
/// spans are short beside the text.
struct SpanIndex<Value: Sendable>: Sendable {
  struct Entry: Sendable {
    var span: Span
    var value: Value
  }

  /// In reading order.
  let entries: [Entry]
  /// The largest end among the entries up to each one: where to stop walking back.
  private let furthestEnd: [UInt32]

  init(_ entries: [Entry]) {
    // What a reading gives stands in order as a rule.
    let isSorted = zip(entries, entries.dropFirst()).allSatisfy { $0.span <= $1.span }
    let sorted = isSorted ? entries : Self.sorted(entries)
    var furthest: [UInt32] = []
    furthest.reserveCapacity(sorted.count)
    for entry in sorted { furthest.append(max(furthest.last ?? 0, entry.span.end)) }
    self.entries = sorted
    furthestEnd = furthest
  }

  /// By span; those of one span keep their order.
  private static func sorted(_ entries: [Entry]) -> [Entry] {
    entries.enumerated().sorted {
      $0.element.span != $1.element.span ? $0.element.span < $1.element.span : $0.offset < $1.offset
    }.map(\.element)
  }

  /// Number of entries that start before `offset`.
  func count(startingBefore offset: Int) -> Int {
    entries.partitioningIndex { Int($0.span.start) >= offset }
  }

  /// Entries that share a byte with `span`, in reading order.
  func overlapping(_ span: Span) -> [Entry] {
    var found: [Entry] = []
    var index = count(startingBefore: Int(span.end)) - 1
    while index >= 0, furthestEnd[index] > span.start {
      if entries[index].span.end > span.start { found.append(entries[index]) }
      index -= 1
    }
    return found.reversed()
  }

  /// Entries that hold the byte at `offset`, the innermost last.
  func containing(_ offset: Int) -> [Entry] { overlapping(Span(offset, offset + 1)) }

  /// The first entry that starts after `offset`.
  func next(after offset: Int) -> Entry? {
    let index = count(startingBefore: offset + 1)
    return index < entries.count ? entries[index] : nil
  }

  /// The last entry that starts before `offset`.
  func previous(before offset: Int) -> Entry? {
    let index = count(startingBefore: offset) - 1
    return index >= 0 ? entries[index] : nil
  }
}
