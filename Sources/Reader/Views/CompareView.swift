import Dossier
import Terminal

/// Articles side by side: aligned passages face each other, with the reason where they part.
enum CompareView {
  /// Lines over the text: the names of the articles.
  static let headings = 1

  static func heading(_ state: ReaderState) -> (title: String, trailing: String) {
    guard let compare = state.compare, let layout = state.compareLayout else { return ("Compare", "") }
    let count = layout.differences.count
    let selected = state.selectedDifference
    let at = layout.differences.firstIndex { $0.id == selected }.map { "\($0 + 1) of " } ?? ""
    // The set has more: these are those that part the articles shown.
    let counted = count == 0 ? "no difference found" : at + Wording.count(count, "difference") + " between them"
    return (compare.differencesOnly ? "Compare · differences only" : "Compare", counted)
  }

  /// What the marks between the texts mean, in as many words as there is room for: said beside the title, and more quietly.
  static func legend(columns: Int) -> String { legends.first { DisplayWidth.of($0) <= columns } ?? "" }

  private static let legends = [
    "○ only here · ≈ both tell it · = same words · ↳ from elsewhere",
    "○ only here · ≈ both tell it · ↳ elsewhere",
    "○ only here · ≈ both", "○ only here",
  ]

  static func draw(_ state: ReaderState, _ rect: Rect, into grid: inout CellGrid) {
    guard let compare = state.compare, let layout = state.compareLayout else {
      let why = ["Nothing to compare: \(state.whyNoComparison ?? "no article is open")."]
      ListDrawing.draw(notice: why, rect, into: &grid)
      return
    }
    drawNames(state, compare, layout, rect, into: &grid)
    let body = Rect(
      row: rect.row + headings, column: rect.column, rows: rect.rows - headings, columns: rect.columns)
    guard !layout.lines.isEmpty else {
      let why = [
        "Nothing to show: these articles do not part anywhere that was found.",
        "\(state.hint(.differencesOnly)) shows their whole text.",
      ]
      ListDrawing.draw(notice: why, body, into: &grid)
      return
    }
    let top = state.compareTop(layout)
    let cursor = state.compareLine(layout)
    for offset in 0..<body.rows {
      let line = Rect(row: body.row + offset, column: body.column, rows: 1, columns: body.columns)
      draw(state, compare, layout, line: top + offset, line, into: &grid)
      if top + offset == cursor { markCursor(state, compare, layout, line, into: &grid) }
    }
    ListDrawing.more(above: top, below: layout.lines.count - top - body.rows, body, into: &grid)
  }

  /// Draws one line; past the last one, the divider only.
  private static func draw(
    _ state: ReaderState, _ compare: CompareState, _ layout: CompareLayout, line number: Int, _ line: Rect,
    into grid: inout CellGrid
  ) {
    let content = number < layout.lines.count ? layout.lines[number].content : .blank
    if case .reason(let id, let words, let offset) = content {
      drawReason(state, id, words, isFirst: offset == 0, line, into: &grid)
      return
    }
    if !layout.isInterleaved { drawDivider(layout, compare, line.row, line, into: &grid) }
    guard case .pieces(let pieces) = content else { return }
    for (column, piece) in pieces.enumerated() {
      guard let piece else { continue }
      let start = Position(row: line.row, column: sideStart(column, layout, line))
      draw(state, compare.documents[column], column, piece, layout, start, into: &grid)
      if piece.isFirst, !layout.isInterleaved, let twin = piece.cell.twin ?? piece.cell.agreed,
        pieces[twin.column] == nil
      {
        drawPlace(of: twin, state, layout, line, into: &grid)
      }
    }
  }

  /// Says on a side that has nothing to face a passage where it tells the same.
  private static func drawPlace(
    of twin: Twins.Twin, _ state: ReaderState, _ layout: CompareLayout, _ line: Rect, into grid: inout CellGrid
  ) {
    let number = state.dossier[twin.passage.document].text.line(at: Int(twin.passage.span.start))
    let start = sideStart(twin.column, layout, line) + CompareLayout.gutter
    grid.write(
      "\(twin.glyph) line \(number)", at: Position(row: line.row, column: start), style: Style(.quiet, .italic),
      maxColumns: layout.sideWidth - CompareLayout.gutter)
  }

  /// The first column of a side.
  private static func sideStart(_ side: Int, _ layout: CompareLayout, _ rect: Rect) -> Int {
    rect.column + (layout.isInterleaved ? 0 : side * (layout.sideWidth + 1))
  }

  /// Marks the line that the cursor stands on: reversed, with a sign before its words, those of the focused side where it has
  /// any there. What is lit in it stands out by not being reversed.
  private static func markCursor(
    _ state: ReaderState, _ compare: CompareState, _ layout: CompareLayout, _ line: Rect, into grid: inout CellGrid
  ) {
    let place = layout.place(atLine: state.compareLine(layout), side: compare.side)
    let column =
      if case .text(let side, _) = place?.part {
        sideStart(side, layout, line) + CompareLayout.gutter - 1
      } else {
        line.column + 1
      }
    let sign = Position(row: line.row, column: column)
    grid.write("▸", at: sign, style: .focusedFrame)
    grid.restyle(line) { style in
      style =
        style.attributes.contains(.reverse)
        ? Style(style.role, style.attributes.subtracting(.reverse)) : Style(.text, style.attributes.union(.reverse))
    }
    if state.layers.isEmpty { grid.cursor = sign }
  }

  private static func drawNames(
    _ state: ReaderState, _ compare: CompareState, _ layout: CompareLayout, _ rect: Rect, into grid: inout CellGrid
  ) {
    let count = compare.documents.count
    let width = layout.isInterleaved ? rect.columns / count : layout.sideWidth + 1
    for (column, id) in compare.documents.enumerated() {
      let document = state.dossier[id]
      let name = [Wording.source(document), Wording.day(of: id, in: state.dossier)].filter { !$0.isEmpty }
        .joined(separator: " · ")
      let isAlone = column > 0 && compare.documents[0] == id
      let text = isAlone ? "elsewhere in the same article" : layout.isInterleaved ? "\(column + 1) \(name)" : name
      let style = column == compare.side ? Style(.focusedFrame, [.bold, .reverse]) : Style.title
      grid.write(
        " \(text) ", at: Position(row: rect.row, column: rect.column + column * width + 1), style: style,
        maxColumns: width - 3, overflow: .ellipsis)
    }
    drawDividerIfNeeded(layout, compare, rect, into: &grid)
  }

  private static func drawDividerIfNeeded(
    _ layout: CompareLayout, _ compare: CompareState, _ rect: Rect, into grid: inout CellGrid
  ) {
    if !layout.isInterleaved { drawDivider(layout, compare, rect.row, rect, into: &grid) }
  }

  private static func drawDivider(
    _ layout: CompareLayout, _ compare: CompareState, _ row: Int, _ rect: Rect, into grid: inout CellGrid
  ) {
    for column in 1..<max(1, compare.documents.count) {
      let at = Position(row: row, column: rect.column + column * (layout.sideWidth + 1) - 1)
      grid.write("│", at: at, style: .frame)
    }
  }

  private static func drawReason(
    _ state: ReaderState, _ id: Disagreement.ID, _ words: String, isFirst: Bool, _ line: Rect, into grid: inout CellGrid
  ) {
    let relation = state.dossier[id].relation
    let style = Style(relation.role, id == state.selectedDifference ? [.bold, .italic] : .italic)
    if isFirst {
      let verdict = state.remarks[.difference(id)]?.verdict?.glyph ?? state.remarks.glyph(on: .difference(id)) ?? " "
      grid.write(
        "\(verdict)\(relation.glyph)",
        at: Position(row: line.row, column: line.column + 2), style: Style(relation.role, .bold))
    }
    grid.write(
      words, at: Position(row: line.row, column: line.column + 5), style: style, maxColumns: line.columns - 6)
  }

  private static func draw(
    _ state: ReaderState, _ id: Document.ID, _ column: Int, _ piece: CompareLayout.Piece, _ layout: CompareLayout,
    _ position: Position, into grid: inout CellGrid
  ) {
    let text = state.dossier[id].text
    let number = piece.cell.isEcho ? text.line(at: Int(piece.cell.span.start)) : piece.cell.number
    if piece.isFirst {
      let label = number.map(String.init) ?? ""
      let style = piece.cell.isEcho ? Style(.quiet, .italic) : .quiet
      let end = position.column + (label.utf8.count > 3 || layout.isInterleaved ? 4 : 3)
      grid.write(label, endingAt: end, row: position.row, after: position.column, style: style)
      if layout.isInterleaved {
        let side = Position(row: position.row, column: position.column)
        grid.write("\(column + 1)", at: side, style: Style(.key, .bold))
      }
      if piece.cell.isEcho, !layout.isInterleaved || label.utf8.count < 3 {
        let column = position.column + (layout.isInterleaved ? 1 : 0)
        grid.write("↳", at: Position(row: position.row, column: column), style: Style(.quiet, .bold))
      }
    }
    drawMark(state, id, piece, Position(row: position.row, column: position.column + 4), into: &grid)
    var styled = StyledText(text, piece.span, base: piece.cell.isRepeat(in: column) ? Style(.quiet, .dim) : .plain)
    ArticlePane.light(state, id, piece.span, in: &styled)
    styled.draw(
      at: Position(row: position.row, column: position.column + CompareLayout.gutter),
      maxColumns: layout.sideWidth - CompareLayout.gutter, into: &grid)
  }

  private static func drawMark(
    _ state: ReaderState, _ id: Document.ID, _ piece: CompareLayout.Piece, _ position: Position,
    into grid: inout CellGrid
  ) {
    let relations = Self.relations(state, Passage(document: id, span: piece.span))
    if let strongest = relations.min(by: { $0.rank < $1.rank }) {
      grid.write(strongest.glyph, at: position, style: Style(strongest.role, .bold))
    } else if let glyph = state.remarks.glyph(startingIn: Passage(document: id, span: piece.span)) {
      grid.write(glyph, at: position, style: .key)
    } else if let twin = piece.cell.twin {
      if piece.isFirst { grid.write(twin.glyph, at: position, style: .quiet) }
    } else if piece.cell.agreed != nil {
      if piece.isFirst { grid.write("≈", at: position, style: .quiet) }
    } else if piece.isFirst, piece.cell.isOmitted || piece.cell.isAlone,
      Self.relations(state, Passage(document: id, span: piece.cell.span)).isEmpty
    {
      grid.write("○", at: position, style: piece.cell.isOmitted ? Style(.only, .bold) : .quiet)
    }
  }

  /// The relations of the differences between the articles here in which a passage is a side.
  private static func relations(_ state: ReaderState, _ passage: Passage) -> [Disagreement.Relation] {
    state.comparedDifferences(in: passage).map { state.dossier[$0].relation }
  }
}
