import Dossier

/// Cuts a text into blocks: lines, or paragraphs where lines are only wrapped.
enum BlockFinder {
  /// The blocks, trimmed, in reading order, all paragraphs so far; and whether wrapped lines were joined. Cost: O(bytes).
  static func blocks(in text: SourceText) -> (blocks: [Block], isWrapped: Bool) {
    let lines = lines(of: text)
    if isWrapped(lines) { return (paragraphs(lines, in: text), true) }
    return (lines.filter { !$0.isEmpty }.map { Block(span: $0, kind: .paragraph) }, false)
  }

  private static func lines(of text: SourceText) -> [Span] {
    (1...text.lineStarts.count).map { text.trimmed(text.lineSpan($0)) }
  }

  /// Whether line ends were put in to keep lines short: blank lines part the text, no line is long, and most lines that
  /// another follows at once are nearly full.
  private static func isWrapped(_ lines: [Span]) -> Bool {
    var longest = 0
    var pairs = 0
    var blank = 0
    for (line, next) in zip(lines, lines.dropFirst()) {
      longest = max(longest, line.count)
      if line.isEmpty { blank += 1 } else if !next.isEmpty { pairs += 1 }
    }
    longest = max(longest, lines.last?.count ?? 0)
    guard pairs >= 6, blank >= 1, (40...120).contains(longest) else { return false }
    var full = 0
    for (line, next) in zip(lines, lines.dropFirst()) where !line.isEmpty && !next.isEmpty {
      if line.count * 4 >= longest * 3 { full += 1 }
    }
    return full * 10 >= pairs * 8
  }

  private static func paragraphs(_ lines: [Span], in text: SourceText) -> [Block] {
    var blocks: [Block] = []
    var open: Span?
    for line in lines {
      let startsItem =
        line.isEmpty || text.bytes[line.range].starts(with: "- ".utf8) || text.bytes[line.range].starts(with: "* ".utf8)
      if startsItem, let span = open {
        blocks.append(Block(span: span, kind: .paragraph))
        open = nil
      }
      if !line.isEmpty { open = open.map { $0.union(line) } ?? line }
    }
    if let span = open { blocks.append(Block(span: span, kind: .paragraph)) }
    return blocks
  }
}
