import Dossier

/// Cuts a text into blocks.
enum BlockFinder {
  static func blocks(in text: SourceText) -> [Block] {
    var blocks: [Block] = []
    for line in 1...text.lineStarts.count {
      let span = text.trimmed(text.lineSpan(line))
      if !span.isEmpty { blocks.append(Block(span: span, kind: .paragraph)) }
    }
    return blocks
  }
}
