import Dossier
import Query
import Terminal

/// The open article: wrapped, numbered as in its file, with what is marked in it.
enum ArticlePane {
  static func heading(_ state: ReaderState) -> (title: String, trailing: String) {
    guard let id = state.document else { return ("Article", "") }
    let title = state.cache.title(of: id, index: state.index.serial) { Self.title(state, id) }
    guard let layout = state.articleLayout, let rect = state.layout.content(of: .article) else { return (title, "") }
    let last = layout.topLine(of: state.places[id.index] ?? ArticlePlace()) + rect.rows
    return (title, layout.lines.count <= rect.rows ? "" : "\(min(100, last * 100 / layout.lines.count)) %")
  }

  /// The source, its date, and the event by the name that it has everywhere: what is the event's is not passed off as the
  /// article's.
  private static func title(_ state: ReaderState, _ id: Document.ID) -> String {
    let document = state.dossier[id]
    let name = document.source == nil ? "\(document.name) · outlet unknown" : Wording.source(document)
    let own = Wording.date(document.published?.date)
    let event = document.event.map { state.dossier[$0] }
    let told = [event?.label ?? "", own.isEmpty ? Wording.date(event?.date) : ""].filter { !$0.isEmpty }
    return [name, own, told.isEmpty ? "" : "event \(told.joined(separator: ", "))"].filter { !$0.isEmpty }
      .joined(separator: " · ")
  }

  static func draw(_ state: ReaderState, _ rect: Rect, into grid: inout CellGrid) {
    guard let id = state.document, let layout = state.articleLayout else {
      ListDrawing.draw(
        notice: [
          "No article is open.", "\(state.hint(.paneSources)) goes to Sources, where \(state.hint(.open)) opens one.",
        ], rect, into: &grid)
      return
    }
    let place = state.places[id.index] ?? ArticlePlace()
    let top = layout.topLine(of: place)
    let cursorLine = layout.line(at: place.cursor)
    let hasFocus = state.pane == .article
    for offset in 0..<rect.rows where top + offset < layout.lines.count {
      let line = layout.lines[top + offset]
      let row = rect.row + offset
      drawGutter(state, id, line, row, rect, into: &grid)
      drawLine(
        state, id, line, Position(row: row, column: rect.column + ArticleLayout.gutter), layout.width, into: &grid)
      guard hasFocus, top + offset == cursorLine else { continue }
      grid.write("▸", at: Position(row: row, column: rect.column), style: .focusedFrame)
      let before = Span(Int(line.span.start), min(max(Int(line.span.start), place.cursor), Int(line.span.end)))
      let column = DisplayWidth.of(state.dossier[id].text[before])
      if state.layers.isEmpty {
        grid.cursor = Position(row: row, column: min(rect.endColumn - 1, rect.column + ArticleLayout.gutter + column))
      }
    }
    ListDrawing.more(above: top, below: layout.lines.count - top - rect.rows, rect, into: &grid)
  }

  private static func drawGutter(
    _ state: ReaderState, _ id: Document.ID, _ line: ArticleLayout.Line, _ row: Int, _ rect: Rect,
    into grid: inout CellGrid
  ) {
    if let number = line.number {
      grid.write(
        "\(number)", endingAt: rect.column + (number > 999 ? 4 : 3), row: row, after: rect.column, style: .quiet)
    }
    if case .fold = line.kind { return }
    guard !line.span.isEmpty else { return }
    let marks = state.index.marks[id.index]
    let column = rect.column + 4
    let sides = marks.sides.overlapping(line.span).filter { state.lists.visible.isShown[$0.value.difference.index] }
    let strongest = sides.min { left, right in
      rank(left.value, state) < rank(right.value, state)
    }
    if let strongest {
      let relation = state.dossier[strongest.value.difference].relation
      let isSelected = strongest.value.difference == state.difference
      let starts = strongest.span.start >= line.span.start
      let isRejected = state.remarks[.difference(strongest.value.difference)]?.verdict == .rejected
      let style = Style(
        isRejected && !isSelected ? .quiet : relation.role, relation == .contradiction || isSelected ? .bold : [])
      grid.write(starts ? relation.glyph : isSelected ? "┃" : "│", at: Position(row: row, column: column), style: style)
    } else if !marks.flags.overlapping(line.span).isEmpty {
      grid.write("!", at: Position(row: row, column: column), style: .warning)
    }
    let added = state.remarks.glyphs(startingIn: Passage(document: id, span: line.span))
    if line.number ?? 0 < 1000, let glyph = added.first {
      grid.write(glyph, at: Position(row: row, column: column - 1), style: .key)
    }
    if let glyph = added.second {
      grid.write(glyph, at: Position(row: row, column: column + 1), style: .key)
    } else if let statement = state.statement, state.dossier[statement].document == id,
      state.dossier[statement].span.overlaps(line.span)
    {
      grid.write("▎", at: Position(row: row, column: column + 1), style: Style(.quote, .bold))
    }
  }

  /// The selected difference first, then the strongest.
  private static func rank(_ side: DifferenceSide, _ state: ReaderState) -> Int {
    side.difference == state.difference ? -1 : state.dossier[side.difference].relation.rank
  }

  private static func drawLine(
    _ state: ReaderState, _ id: Document.ID, _ line: ArticleLayout.Line, _ position: Position, _ width: Int,
    into grid: inout CellGrid
  ) {
    switch line.kind {
    case .blank: return
    case .fold(let blocks, let what):
      let words = "⋯ \(Wording.count(blocks, "block")) folded: \(what) · \(state.hint(.open)) opens"
      grid.write(words, at: position, style: Style(.quiet, .italic), maxColumns: width, overflow: .ellipsis)
    case .title: draw(state, id, line, Style(.title, .bold), position, width, into: &grid)
    case .heading: draw(state, id, line, Style(.text, .bold), position, width, into: &grid)
    case .debris: draw(state, id, line, Style(.quiet, .dim), position, width, into: &grid)
    case .text: draw(state, id, line, .plain, position, width, into: &grid)
    }
  }

  private static func draw(
    _ state: ReaderState, _ id: Document.ID, _ line: ArticleLayout.Line, _ base: Style, _ position: Position,
    _ width: Int, into grid: inout CellGrid
  ) {
    var text = StyledText(state.dossier[id].text, line.span, base: base)
    light(state, id, line.span, in: &text)
    text.draw(at: position, maxColumns: width, into: &grid)
  }

  /// Lights what is marked in a span, the quiet first so that the strong stands over it.
  static func light(_ state: ReaderState, _ id: Document.ID, _ span: Span, in text: inout StyledText) {
    let marks = state.index.marks[id.index]
    // In the Timeline that which a statement is in.
    let selected = state.view == .timeline ? state.difference : state.selectedDifference
    for entry in marks.statements.overlapping(span) {
      let kind = state.dossier[entry.value].kind
      let isSelected = entry.value == state.statement
      text.restyle(entry.span) { style in
        if kind != .scare { style.role = kind == .direct ? .quote : .reported }
        if isSelected { style.attributes.insert(.bold) }
      }
    }
    for entry in marks.sides.overlapping(span) where state.lists.visible.isShown[entry.value.difference.index] {
      let difference = state.dossier[entry.value.difference]
      let isSelected = difference.id == selected
      // What the person rejected is left in the gutter, and does not shine in the text.
      let shines =
        difference.relation == .contradiction && state.remarks[.difference(difference.id)]?.verdict != .rejected
      guard isSelected || shines else { continue }
      text.restyle(entry.span) { style in
        style.role = difference.relation.role
        style.attributes.insert(isSelected ? [.bold, .underline] : .underline)
      }
      guard isSelected else { continue }
      for evidence in difference.evidence {
        text.restyle(entry.value.isLeft ? evidence.left : evidence.right) { $0.attributes.insert(.reverse) }
      }
    }
    // Most lines are in none, and are spared the question which one.
    if !marks.agreements.overlapping(span).isEmpty, state.view != .compare || selected == nil,
      let number = state.litAgreement
    {
      light(state.dossier.agreements[number], id, in: &text)
    }
    if let actor = state.actor {
      for entry in marks.mentions.overlapping(span) where entry.value.actor == actor {
        text.restyle(entry.span) { $0 = Style(.mention, $0.attributes.union([.bold, .underline])) }
      }
    }
    for entry in marks.flags.overlapping(span) where entry.value.kind == .damagedText {
      text.restyle(entry.span) { $0 = Style(.warning, $0.attributes.union(.underline)) }
    }
    for mark in state.remarks.annotated.marks(on: Passage(document: id, span: span)) where mark.content != .bookmark {
      text.restyle(mark.passage.span) { $0.attributes.insert(.underline) }
    }
    lightHits(state, id, span, in: &text)
    if let selected = state.selectedText, selected.document == id {
      text.restyle(selected.span) { $0.attributes.insert(.reverse) }
    }
  }

  /// Lights what an agreement has in a document, the words that it shares with others over the rest.
  private static func light(_ agreement: Agreement, _ id: Document.ID, in text: inout StyledText) {
    for passage in agreement.passages where passage.document == id && passage.span.overlaps(text.span) {
      text.restyle(passage.span) { style in
        style.role = .agreement
        style.attributes.insert([.bold, .underline])
      }
      for span in agreement.evidence(in: passage) { text.restyle(span) { $0.attributes.insert(.reverse) } }
    }
  }

  /// Lights what a search found in a span.
  static func lightHits(_ state: ReaderState, _ id: Document.ID, _ span: Span, in text: inout StyledText) {
    guard let search = state.search else { return }
    for number in search.hits(in: id, span: span, rank: state.sourceRank) {
      let isCurrent = number == search.current
      text.restyle(search.hits[number].span) { style in
        style = isCurrent ? Style(.currentHit, [.reverse, .bold, .underline]) : Style(.hit, .reverse)
      }
    }
  }
}
