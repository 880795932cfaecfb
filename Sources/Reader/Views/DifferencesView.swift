import Dossier
import Terminal

/// Differences, agreements and omissions as lists, with the selected one in context under them.
enum DifferencesView {
  static func heading(_ state: ReaderState) -> (title: String, trailing: String) {
    let names = AccountSection.allCases.map { section in
      let count =
        switch section {
        case .differences: state.lists.visible.count
        case .agreements: state.dossier.agreements.count
        case .omissions: state.dossier.omissions.count
        }
      return section == state.accounts.section ? "[\(section.title) \(count)]" : "\(section.title) \(count)"
    }
    let below = state.dossier.disagreements.count - state.lists.visible.count
    let filter = ListDrawing.filterText(state, .differences)
    return (
      names.joined(separator: "  ") + filter,
      below > 0 ? "\(below) below the bar, \(state.hint(.belowBar)) shows them" : ""
    )
  }

  static func draw(_ state: ReaderState, _ rect: Rect, into grid: inout CellGrid) {
    ListDrawing.draw(state, .differences, rect, into: &grid) {
      ListDrawing.emptiness(state, .differences, otherwise: emptiness(state))
    } row: { row, line, grid in
      switch state.lists.accounts[row] {
      case .difference(let id): draw(state, state.dossier[id], line, into: &grid)
      case .agreement(let number): draw(state, state.dossier.agreements[number], line, into: &grid)
      case .omission(let number): draw(state, state.dossier.omissions[number], line, into: &grid)
      }
    }
  }

  private static func emptiness(_ state: ReaderState) -> [String] {
    switch state.accounts.section {
    case .differences: ["No difference: \(state.whyNoDifferences ?? "none")."]
    case .agreements:
      ["No two independent sources were found to say the same.", "\(state.hint(.nextSection)) goes to the next list."]
    case .omissions:
      [
        "Nothing was found that one article tells and another leaves out.",
        "\(state.hint(.nextSection)) goes to the next list.",
      ]
    }
  }

  private static func draw(_ state: ReaderState, _ difference: Disagreement, _ line: Rect, into grid: inout CellGrid) {
    let role = difference.relation.role
    var column = line.column + 1
    if let verdict = state.remarks[difference.id]?.verdict {
      grid.write(verdict.glyph, at: Position(row: line.row, column: column), style: .title)
    }
    column += 1
    column +=
      grid.write(
        difference.relation.glyph, at: Position(row: line.row, column: column), style: Style(role, .bold)) + 1
    if line.columns >= 60 {
      grid.write(difference.kind.rawValue, at: Position(row: line.row, column: column), style: Style(role))
      column += 13
    }
    let who = difference.sides.map { side in
      let document = state.dossier[side.passage.document]
      return side.actor.map { "\(state.dossier[$0].name), \(document.name)" } ?? document.name
    }
    let names = who[0] == who[1] ? who[0] : who.joined(separator: " / ")
    let width = max(14, line.columns / 3)
    grid.write(
      names, at: Position(row: line.row, column: column), style: Style(.text, .bold), maxColumns: width,
      overflow: .ellipsis)
    column += width + 1
    let confidence = Percent.text(difference.confidence)
    let end = grid.write(confidence, endingAt: line.endColumn - 1, row: line.row, after: column, style: .quiet)
    let note = state.remarks[difference.id].map { $0.note.isEmpty ? "" : "✎ \($0.note) · " } ?? ""
    grid.write(
      note + difference.because, at: Position(row: line.row, column: column), maxColumns: end - column - 1,
      overflow: .ellipsis)
  }

  private static func draw(_ state: ReaderState, _ agreement: Agreement, _ line: Rect, into grid: inout CellGrid) {
    var column = line.column + 2
    column +=
      grid.write(
        "=\(agreement.independentSources)", at: Position(row: line.row, column: column), style: .title) + 1
    let names = agreement.passages.map { state.dossier[$0.document].label }
    drawPassage(
      state, agreement.claim, tail: Set(names).sorted().joined(separator: ", "), line, from: column, into: &grid)
  }

  private static func draw(_ state: ReaderState, _ omission: Omission, _ line: Rect, into grid: inout CellGrid) {
    var column = line.column + 2
    column += grid.write("○", at: Position(row: line.row, column: column), style: Style(.only, .bold)) + 1
    let tail = "\(state.dossier[omission.present.document].label), not in \(state.dossier[omission.missingFrom].label)"
    drawPassage(
      state, omission.present, tail: "\(tail) · \(Percent.text(omission.confidence))", line, from: column, into: &grid)
  }

  private static func drawPassage(
    _ state: ReaderState, _ passage: Passage, tail: String, _ line: Rect, from column: Int, into grid: inout CellGrid
  ) {
    let width = min(DisplayWidth.of(tail), line.columns / 2)
    let end = line.endColumn - 1 - width
    grid.write(tail, at: Position(row: line.row, column: end), style: .quiet, maxColumns: width, overflow: .ellipsis)
    let words = String(state.dossier[passage].map { $0.isNewline ? " " : $0 })
    grid.write(words, at: Position(row: line.row, column: column), maxColumns: end - column - 2, overflow: .ellipsis)
  }

  // MARK: The selected one in context

  static func contextHeading(_ state: ReaderState) -> (title: String, trailing: String) {
    switch state.accounts.selected[state.accounts.section] {
    case .difference(let id):
      (DifferenceStrip.title(of: state.dossier[id], remark: state.remarks[id]), "\(state.hint(.open)) compares")
    case .agreement: ("All who say so, each in its own words", "\(state.hint(.open)) opens the first")
    case .omission: ("Told here, left out there", "\(state.hint(.open)) compares")
    case nil: ("", "")
    }
  }

  static func drawContext(_ state: ReaderState, _ rect: Rect, into grid: inout CellGrid) {
    switch state.accounts.selected[state.accounts.section] {
    case .difference(let id):
      if rect.columns >= 70 {
        drawFacing(state, state.dossier[id], rect, into: &grid)
      } else {
        DifferenceStrip.draw(state, state.dossier[id], rect, into: &grid)
      }
    case .agreement(let number):
      drawPassages(state, state.dossier.agreements[number].passages, rect, into: &grid)
    case .omission(let number):
      drawPassages(state, [state.dossier.omissions[number].present], rect, into: &grid)
    case nil:
      ListDrawing.draw(notice: ["↓ selects the first row; what stands behind it appears here."], rect, into: &grid)
    }
  }

  /// Both passages side by side, and the reason under them.
  private static func drawFacing(
    _ state: ReaderState, _ difference: Disagreement, _ rect: Rect, into grid: inout CellGrid
  ) {
    let note = state.remarks[difference.id]?.note ?? ""
    let reason = Array(("because: " + difference.because + (note.isEmpty ? "" : " · note: \(note)")).utf8)
    let reasonRows = TextWrapper(columns: rect.columns - 2).rows(of: reason).prefix(max(1, rect.rows / 3))
    let half = (rect.columns - 3) / 2
    var deepest = 0
    for (number, side) in difference.sides.enumerated() {
      let column = rect.column + 1 + number * (half + 1)
      grid.write(
        DifferenceStrip.label(of: side, state), at: Position(row: rect.row, column: column), style: .title,
        maxColumns: half - 2, overflow: .ellipsis)
      let place = Rect(
        row: rect.row + 1, column: column - 1, rows: rect.rows - reasonRows.count - 1, columns: half)
      deepest = max(
        deepest,
        DifferenceStrip.drawPassage(state, difference, isLeft: number == 0, inContext: true, place, into: &grid))
    }
    var row = rect.row + 1 + deepest
    for wrapped in reasonRows where row < rect.endRow {
      grid.write(
        reason, in: wrapped.range, at: Position(row: row, column: rect.column + 1), style: Style(.text, .italic))
      row += 1
    }
  }

  /// Passages one under another, each with its source and line.
  private static func drawPassages(_ state: ReaderState, _ passages: [Passage], _ rect: Rect, into grid: inout CellGrid)
  {
    var row = rect.row
    for passage in passages where row < rect.endRow {
      let document = state.dossier[passage.document]
      let label = "\(document.label) \(document.text.line(at: Int(passage.span.start)))"
      let width = min(20, DisplayWidth.of(label))
      grid.write(
        label, at: Position(row: row, column: rect.column + 1), style: .title, maxColumns: width, overflow: .ellipsis)
      let wrapper = TextWrapper(columns: max(1, rect.columns - width - 4))
      for wrapped in wrapper.rows(of: document.text.bytes, in: passage.span.range) where row < rect.endRow {
        grid.write(document.text.bytes, in: wrapped.range, at: Position(row: row, column: rect.column + width + 3))
        row += 1
      }
    }
  }
}
