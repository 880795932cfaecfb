import Dossier
import Terminal

/// One article wrapped to a width: what stands on each line of its pane.
struct ArticleLayout: Sendable {
  /// How a line is set.
  enum Kind: Hashable, Sendable {
    case title, heading, text
    /// Debris that was opened.
    case debris
    /// A run of debris, folded: how many blocks, and of what.
    case fold(blocks: Int, what: String)
    case blank
  }

  struct Line: Hashable, Sendable {
    /// The bytes shown; for a fold, all that is folded; for a blank line, none.
    var span: Span
    var kind: Kind
    /// The file's line number, on the first line of a block.
    var number: Int?
  }

  /// Columns of the gutter: the line number, the mark, a space.
  static let gutter = 6

  let lines: [Line]
  /// Columns of text.
  let width: Int

  /// Wraps a document.
  /// - Parameters:
  ///   - columns: of the pane, gutter included.
  ///   - measure: columns of text at most: a wider line is hard to follow.
  ///   - opened: first offsets of the runs of debris that are shown.
  ///   - spaced: whether a blank line stands between paragraphs.
  /// - Complexity: linear in the text.
  init(_ document: Document, columns: Int, measure: Int, opened: Set<UInt32>, spaced: Bool) {
    width = max(8, min(measure, columns - Self.gutter - 1))
    let wrapper = TextWrapper(columns: width)
    var lines: [Line] = []
    var index = 0
    let blocks = document.blocks.isEmpty ? Self.paragraphs(of: document.text) : document.blocks
    while index < blocks.count {
      let block = blocks[index]
      if spaced, !lines.isEmpty {
        lines.append(Line(span: Span(Int(block.span.start), Int(block.span.start)), kind: .blank))
      }
      if block.debris != nil {
        var end = index
        while end < blocks.count, blocks[end].debris != nil { end += 1 }
        let run = blocks[index..<end]
        if !opened.contains(block.span.start) {
          lines.append(Self.fold(run, of: document))
        } else {
          for block in run { Self.append(block, of: document, wrapper, to: &lines) }
        }
        index = end
        continue
      }
      Self.append(block, of: document, wrapper, to: &lines)
      index += 1
    }
    if lines.isEmpty { lines = [Line(span: Span(0, 0), kind: .blank)] }
    self.lines = lines
  }

  private static func append(_ block: Block, of document: Document, _ wrapper: TextWrapper, to lines: inout [Line]) {
    let kind: Kind =
      switch block.kind {
      case .title: .title
      case .heading, .deck: .heading
      case .paragraph, .listItem: .text
      case .debris: .debris
      }
    for (index, row) in wrapper.rows(of: document.text.bytes, in: block.span.range).enumerated() {
      let number = index == 0 ? document.text.line(at: Int(block.span.start)) : nil
      lines.append(Line(span: Span(row.start, max(row.start, row.end)), kind: kind, number: number))
    }
  }

  private static func fold(_ run: ArraySlice<Block>, of document: Document) -> Line {
    var names: [String] = []
    for block in run {
      if let debris = block.debris, !names.contains(debris.label) { names.append(debris.label) }
    }
    let span = run.reduce(run[run.startIndex].span) { $0.union($1.span) }
    return Line(
      span: span, kind: .fold(blocks: run.count, what: names.joined(separator: ", ")),
      number: document.text.line(at: Int(span.start)))
  }

  /// Lines that are not blank, for a document whose blocks are not known.
  private static func paragraphs(of text: SourceText) -> [Block] {
    (1...text.lineStarts.count).map { text.trimmed(text.lineSpan($0)) }.filter { !$0.isEmpty }
      .map { Block(span: $0, kind: .paragraph) }
  }

  /// The line that holds `offset`, or the last before it. Cost: O(log n).
  func line(at offset: Int) -> Int {
    let next = lines.partitioningIndex { Int($0.span.start) > offset }
    // A blank line starts where the paragraph after it does; the paragraph's own line is last.
    return max(0, next - 1)
  }

  /// `place` with the cursor at the start of `span` and as much of it in view as fits.
  func revealing(_ span: Span, from place: ArticlePlace, height: Int) -> ArticlePlace {
    let height = max(1, height)
    let first = line(at: Int(span.start))
    let last = max(first, line(at: max(Int(span.start), Int(span.end) - 1)))
    var top = topLine(of: place)
    if first < top || min(last, first + height - 1) >= top + height {
      top = max(0, first - max(1, min(height / 3, height - (last - first) - 1)))
      if first >= top + height { top = first }
    }
    return ArticlePlace(cursor: Int(span.start), top: Int(lines[min(top, lines.count - 1)].span.start))
  }

  /// The first line shown.
  func topLine(of place: ArticlePlace) -> Int {
    let line = line(at: place.top)
    return line > 0 && lines[line - 1].kind == .blank && place.top == 0 ? line - 1 : line
  }

  /// `place` with the cursor's line in view, and `margin` lines above and below it.
  func settled(_ place: ArticlePlace, height: Int, margin: Int) -> ArticlePlace {
    let height = max(1, height)
    let cursor = line(at: place.cursor)
    var top = min(topLine(of: place), max(0, lines.count - height))
    let margin = min(margin, (height - 1) / 2)
    if cursor < top + margin { top = max(0, cursor - margin) }
    if cursor >= top + height - margin { top = min(max(0, lines.count - height), cursor - height + margin + 1) }
    var settled = place
    settled.top = Int(lines[max(0, top)].span.start)
    return settled
  }
}
