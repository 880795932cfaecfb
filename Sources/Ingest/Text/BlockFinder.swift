import Dossier

/// Cuts a text into blocks: lines, or paragraphs where lines are only wrapped.
enum BlockFinder {
  /// The blocks, trimmed, in reading order, all paragraphs so far; and whether wrapped lines were joined. Cost: O(bytes).
  static func blocks(in text: SourceText) -> (blocks: [Block], isWrapped: Bool) {
    let lines = lines(of: text)
    if isWrapped(lines, in: text) { return (paragraphs(lines, in: text), true) }
    return (lines.filter { !$0.isEmpty }.map { Block(span: $0, kind: .paragraph) }, false)
  }

  private static func lines(of text: SourceText) -> [Span] {
    (1...text.lineStarts.count).map { text.trimmed(text.lineSpan($0)) }
  }

  /// Whether line ends were put in to keep lines short: blank lines part the text, no line is long, most lines that another
  /// follows at once are nearly full, and many of those that follow go on in lower case.
  private static func isWrapped(_ lines: [Span], in text: SourceText) -> Bool {
    let longest = lines.reduce(0) { max($0, $1.count) }
    guard (40...120).contains(longest), lines.contains(where: \.isEmpty) else { return false }
    var (pairs, full, goOn) = (0, 0, 0)
    for (line, next) in zip(lines, lines.dropFirst()) where !line.isEmpty && !next.isEmpty {
      pairs += 1
      if line.count * 4 >= longest * 3 { full += 1 }
      if Letters.startsLower(text.bytes[next.range], Int(next.start)) { goOn += 1 }
    }
    return pairs >= 4 && full * 10 >= pairs * 8 && goOn * 10 >= pairs * 3
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
