import Dossier
import Terminal

/// What is selected in a list, in its context: the passages themselves beside the list or under it.
enum SelectionContext {
  /// What there is to show.
  private enum Subject {
    case finding(Finding)
    case statement(Statement.ID)
    case cell(Actor.ID, Document.ID)
  }

  private static func subject(_ state: ReaderState) -> Subject? {
    switch state.view {
    case .differences:
      state.accounts.selected[state.accounts.section].map(Subject.finding)
    case .timeline:
      switch state.timeline.selected {
      case .statement(let id): .statement(id)
      case .shift(let id): .finding(.difference(id))
      case .date, nil: nil
      }
    case .matrix:
      if let actor = state.matrix.actor, let document = state.matrix.document { .cell(actor, document) } else { nil }
    case .read, .compare: nil
    }
  }

  static func heading(_ state: ReaderState) -> (title: String, trailing: String) {
    switch subject(state) {
    case .finding(let finding): heading(of: finding, state)
    case .statement(let id): (title(of: state.dossier[id], state), "\(state.hint(.open)) opens the article")
    case .cell(let actor, let document):
      (
        "\(state.dossier[actor].name) in \(Wording.source(state.dossier[document]))",
        "\(state.hint(.open)) opens the quotes"
      )
    case nil: ("Nothing is selected", "")
    }
  }

  private static func heading(of finding: Finding, _ state: ReaderState) -> (title: String, trailing: String) {
    let remark = state.remarks[finding]
    let verdict = remark?.verdict.map { "\($0.glyph) " } ?? ""
    switch finding {
    case .difference(let id):
      return (DifferenceStrip.title(of: state.dossier[id], remark: remark), "\(state.hint(.open)) opens Compare")
    case .agreement: return ("\(verdict)All who tell it, each in its own words", "\(state.hint(.open)) opens the first")
    case .omission: return ("\(verdict)Told here, left out there", "\(state.hint(.open)) opens Compare")
    }
  }

  /// `Putin · said · BelTA 7 · 1 Aug · 0.97`.
  private static func title(of statement: Statement, _ state: ReaderState) -> String {
    let document = state.dossier[statement.document]
    let place = "\(document.label) \(document.text.line(at: Int(statement.span.start)))"
    let cue = statement.cue.map { $0.words(in: document.text) } ?? ""
    let date = Wording.day(of: statement.document, in: state.dossier)
    let speaker = state.dossier.speaker(of: statement) ?? Statement.nobody
    return [speaker, cue, place, date, Percent.text(statement.confidence)]
      .filter { !$0.isEmpty }.joined(separator: " · ")
  }

  static func draw(_ state: ReaderState, _ rect: Rect, into grid: inout CellGrid) {
    switch subject(state) {
    case .finding(.difference(let id)):
      if rect.columns >= 70 {
        drawFacing(state, state.dossier[id], rect, into: &grid)
      } else if rect.rows >= 12 {
        drawStacked(state, state.dossier[id], rect, into: &grid)
      } else {
        DifferenceStrip.draw(state, state.dossier[id], rect, into: &grid)
      }
    case .finding(.agreement(let number)): draw(state, agreement: number, rect, into: &grid)
    case .finding(.omission(let number)): draw(state, omission: number, rect, into: &grid)
    case .statement(let id): draw(state, state.dossier[id], rect, into: &grid)
    case .cell(let actor, let document): drawCell(state, actor, document, rect, into: &grid)
    case nil:
      ListDrawing.draw(notice: ["What is selected in the list appears here in its context."], rect, into: &grid)
    }
  }

  // MARK: A difference

  private static func reason(_ state: ReaderState, _ difference: Disagreement) -> [UInt8] {
    let tail = state.remarks[.difference(difference.id)]?.tail ?? ""
    return Array(("because: " + state.dossier.because(difference) + tail).utf8)
  }

  private static func draw(reason: [UInt8], _ rows: some Sequence<WrappedRow>, _ rect: Rect, into grid: inout CellGrid)
  {
    for (offset, wrapped) in rows.enumerated() where offset < rect.rows {
      grid.write(
        reason, in: wrapped.range, at: Position(row: rect.row + offset, column: rect.column + 1),
        style: Style(.text, .italic))
    }
  }

  /// Both passages side by side, and the reason under them.
  private static func drawFacing(
    _ state: ReaderState, _ difference: Disagreement, _ rect: Rect, into grid: inout CellGrid
  ) {
    let reason = reason(state, difference)
    let reasonRows = TextWrapper(columns: rect.columns - 2).rows(of: reason).prefix(max(1, rect.rows / 3))
    let half = (rect.columns - 3) / 2
    var deepest = 0
    for (number, side) in difference.sides.enumerated() {
      let column = rect.column + 1 + number * (half + 1)
      grid.write(
        DifferenceStrip.label(of: side, state, columns: half - 2), at: Position(row: rect.row, column: column),
        style: .title,
        maxColumns: half - 2, overflow: .ellipsis)
      let place = Rect(
        row: rect.row + 1, column: column - 1, rows: rect.rows - reasonRows.count - 1, columns: half)
      deepest = max(
        deepest,
        DifferenceStrip.drawPassage(state, difference, isLeft: number == 0, inContext: true, place, into: &grid))
    }
    let row = rect.row + 1 + deepest
    let rest = Rect(row: row, column: rect.column, rows: rect.endRow - row, columns: rect.columns)
    draw(reason: reason, reasonRows, rest, into: &grid)
  }

  /// Both passages one under the other, the reason last.
  private static func drawStacked(
    _ state: ReaderState, _ difference: Disagreement, _ rect: Rect, into grid: inout CellGrid
  ) {
    let reason = reason(state, difference)
    let reasonRows = TextWrapper(columns: rect.columns - 2).rows(of: reason).prefix(max(1, rect.rows / 3))
    // Two labels and a blank line under each passage.
    let room = rect.rows - reasonRows.count - 4
    let wanted = [true, false].map { DifferenceStrip.rows(of: difference, isLeft: $0, state, columns: rect.columns) }
    let first = min(wanted[0], max(room / 2, room - wanted[1]))
    var row = rect.row
    for (number, rows) in [first, room - first].enumerated() {
      grid.write(
        DifferenceStrip.label(of: difference.sides[number], state, columns: rect.columns - 2),
        at: Position(row: row, column: rect.column + 1), style: .title, maxColumns: rect.columns - 2,
        overflow: .ellipsis)
      let place = Rect(row: row + 1, column: rect.column, rows: rows, columns: rect.columns)
      row +=
        2 + DifferenceStrip.drawPassage(state, difference, isLeft: number == 0, inContext: true, place, into: &grid)
    }
    let rest = Rect(row: row, column: rect.column, rows: rect.endRow - row, columns: rect.columns)
    draw(reason: reason, reasonRows, rest, into: &grid)
  }

  // MARK: Passages and statements

  /// All who tell an agreement, and why it is one.
  static func draw(_ state: ReaderState, agreement number: Int, _ rect: Rect, into grid: inout CellGrid) {
    let agreement = state.dossier.agreements[number]
    let tail = state.remarks[.agreement(number)]?.tail ?? ""
    let told = Array(zip(agreement.passages, agreement.evidence))
    draw(state, told, "because: \(agreement.because)\(tail)", rect, into: &grid)
  }

  private static func draw(_ state: ReaderState, omission number: Int, _ rect: Rect, into grid: inout CellGrid) {
    let omission = state.dossier.omissions[number]
    let tail = state.remarks[.omission(number)]?.tail ?? ""
    let reason = "not in \(state.dossier[omission.missingFrom].label)\(tail)"
    draw(state, [(omission.present, [])], reason, rect, into: &grid)
  }

  /// All passages with what they share, and the reason under them.
  private static func draw(
    _ state: ReaderState, _ passages: [(passage: Passage, lit: [Span])], _ reason: String, _ rect: Rect,
    into grid: inout CellGrid
  ) {
    let reason = Array(reason.utf8)
    let reasonRows = TextWrapper(columns: rect.columns - 2).rows(of: reason).prefix(max(1, rect.rows / 3))
    let place = Rect(
      row: rect.row, column: rect.column, rows: rect.rows - reasonRows.count, columns: rect.columns)
    let row = drawPassages(state, passages, place, into: &grid)
    let rest = Rect(row: row, column: rect.column, rows: rect.endRow - row, columns: rect.columns)
    draw(reason: reason, reasonRows, rest, into: &grid)
  }

  /// Passages one under another, each with its source and line, as much as fits around what is lit in it.
  /// - Returns: the row under them.
  private static func drawPassages(
    _ state: ReaderState, _ passages: [(passage: Passage, lit: [Span])], _ rect: Rect, into grid: inout CellGrid
  ) -> Int {
    var row = rect.row
    for (passage, lit) in passages where row < rect.endRow {
      let document = state.dossier[passage.document]
      let label = "\(document.label) \(document.text.line(at: Int(passage.span.start)))"
      let width = min(20, DisplayWidth.of(label))
      grid.write(
        label, at: Position(row: row, column: rect.column + 1), style: .title, maxColumns: width, overflow: .ellipsis)
      let place = Rect(
        row: row, column: rect.column + width + 2, rows: rect.endRow - row, columns: rect.columns - width - 3)
      let around = lit.first.map { Int($0.start) } ?? Int(passage.span.start)
      row += PassageText.draw(document.text, passage.span, around: around, place, into: &grid) { styled in
        for span in lit { styled.restyle(span) { $0 = Style(.agreement, [.bold, .reverse]) } }
      }
    }
    return min(row, rect.endRow)
  }

  /// A statement in its paragraph.
  private static func draw(_ state: ReaderState, _ statement: Statement, _ rect: Rect, into grid: inout CellGrid) {
    let document = state.dossier[statement.document]
    let whole = document.paragraph(around: statement.span).union(state.dossier.extent(of: statement))
    PassageText.draw(document.text, whole, around: Int(statement.span.start), rect, into: &grid) { styled in
      ArticlePane.light(state, statement.document, whole, in: &styled)
      for span in state.dossier.spans(of: statement) { styled.restyle(span) { $0.attributes.insert(.underline) } }
    }
  }

  /// What an actor says in a source, each statement with its line.
  private static func drawCell(
    _ state: ReaderState, _ actor: Actor.ID, _ document: Document.ID, _ rect: Rect, into grid: inout CellGrid
  ) {
    let said = state.index.statements(of: actor, in: document)
    guard !said.isEmpty else {
      let why = "\(state.dossier[actor].name) says nothing in \(state.dossier[document].label)."
      ListDrawing.draw(notice: [why], rect, into: &grid)
      return
    }
    let text = state.dossier[document].text
    var row = rect.row
    for id in said where row < rect.endRow {
      let statement = state.dossier[id]
      let mark = state.lists.visible.ofStatement[id].map { ($0.glyph, $0.role) }
      grid.write(
        "\(text.line(at: Int(statement.span.start)))", endingAt: rect.column + 4, row: row, after: rect.column,
        style: .quiet)
      grid.write(
        mark?.0 ?? statement.kind.glyph, at: Position(row: row, column: rect.column + 5),
        style: Style(mark?.1 ?? (statement.kind == .direct ? .quote : .reported), .bold))
      if let glyph = state.remarks.glyph(on: Passage(document: document, span: statement.span)) {
        grid.write(glyph, at: Position(row: row, column: rect.column + 6), style: .key)
      }
      let place = Rect(row: row, column: rect.column + 5, rows: min(3, rect.endRow - row), columns: rect.columns - 5)
      let words = state.dossier.extent(of: statement)
      row += PassageText.draw(text, words, around: Int(words.start), place, into: &grid) { styled in
        ArticlePane.light(state, document, words, in: &styled)
      }
    }
  }
}
