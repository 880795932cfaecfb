import Dossier
import Terminal

/// Differences, agreements and omissions as lists, with the selected one in context under them.
enum DifferencesView {
  static func heading(_ state: ReaderState) -> (title: String, trailing: String) {
    let isNarrowed = state.filters[.differences]?.isEmpty == false
    let room = state.layout.content(of: .differences)?.columns ?? 0
    let (differences, agreements) = (state.lists.visible.ranked.count, state.shownAgreements.count)
    let rejected = state.lists.visible.rejectedCount
    func names(isShort: Bool) -> String {
      AccountSection.allCases.map { section in
        let count =
          switch section {
          case .differences: differences - rejected
          case .agreements: agreements
          case .omissions: state.dossier.omissions.count
          }
        let isOpen = section == state.accounts.section
        let listed = state.lists.sections[section.rawValue].count
        let out = section == .differences && rejected > 0 && !isNarrowed
        let counted = isNarrowed ? "\(listed) of \(count)" : "\(count)" + (out ? " ✗\(rejected)" : "")
        let title =
          isShort && !isOpen ? "\(section.glyph)\(isNarrowed ? listed : count)" : "\(section.title) \(counted)"
        return isOpen ? "[\(title)]" : title
      }.joined(separator: "  ")
    }
    let below =
      switch state.accounts.section {
      case .differences: state.dossier.disagreements.count - differences
      case .agreements: state.dossier.agreements.count - agreements
      case .omissions: 0
      }
    let filter = ListDrawing.filterText(state, .differences)
    let hidden =
      below == 0 || isNarrowed
      ? [""]
      : [
        "\(below) below the bar of \(Percent.text(state.bar)), \(state.hint(.belowBar)) shows them",
        "\(below) below the bar, \(state.hint(.belowBar))", "\(state.hint(.belowBar)) +\(below)",
      ]
    // In as many words as there is room for, the names of the lists first.
    for isShort in [false, true] {
      let title = names(isShort: isShort) + filter
      let left = room - DisplayWidth.of(title) - 9
      if let words = hidden.first(where: { DisplayWidth.of($0) <= left }) { return (title, words) }
    }
    return (names(isShort: true) + filter, hidden[hidden.count - 1])
  }

  static func draw(_ state: ReaderState, _ rect: Rect, into grid: inout CellGrid) {
    ListDrawing.draw(state, .differences, rect, into: &grid) {
      ListDrawing.emptiness(state, .differences, otherwise: emptiness(state))
    } row: { row, line, grid in
      switch state.lists.accounts[row] {
      case .difference(let id): draw(state, state.dossier[id], line, into: &grid)
      case .agreement(let number): draw(state, agreement: number, line, into: &grid)
      case .omission(let number): draw(state, omission: number, line, into: &grid)
      }
    }
  }

  private static func emptiness(_ state: ReaderState) -> [String] {
    switch state.accounts.section {
    case .differences: ["No difference: \(state.whyNoDifferences ?? "none")."]
    case .agreements:
      ["No two articles were found to tell the same.", "\(state.hint(.nextSection)) goes to the next list."]
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
    // Where there is room for them, note and tags stand in words behind the names.
    let added =
      state.remarks[.difference(difference.id)]?.verdict?.glyph ?? state.remarks.glyph(on: .difference(difference.id))
    if let added { grid.write(added, at: Position(row: line.row, column: column), style: .title) }
    column += 1
    column +=
      grid.write(
        difference.relation.glyph, at: Position(row: line.row, column: column), style: Style(role, .bold)) + 1
    if line.columns >= 60 {
      grid.write(difference.kind.rawValue, at: Position(row: line.row, column: column), style: Style(role))
      // As wide as the longest of them, and a blank.
      column += 13
    }
    let confidence = Percent.text(difference.confidence)
    let end = grid.write(confidence, endingAt: line.endColumn - 1, row: line.row, after: column, style: .quiet)
    let clash = clash(state, difference)
    // What the words that clash need is theirs, as long as the names keep a third: these are said in the context too.
    let room = end - column - 1
    let wanted = clash.isEmpty ? 0 : clash.reduce(clashJoint.count + 2) { $0 + DisplayWidth.of($1) }
    let width = max(room / 3, min(room - wanted, room >= 70 ? room * 2 / 5 : room))
    let names = names(state, difference)
    column +=
      grid.write(
        names.first { DisplayWidth.of($0) <= width } ?? names[names.count - 1],
        at: Position(row: line.row, column: column), style: Style(.text, .bold), maxColumns: width,
        overflow: .ellipsis) + 2
    // The sign of a note stands before the row; its words are for where there is room.
    if end - column - wanted > noteWidth {
      column += drawNote(state, .difference(difference.id), row: line.row, from: column, to: end - wanted, into: &grid)
    }
    draw(clash, row: line.row, from: column, to: end - 1, into: &grid)
  }

  /// Columns from which it is worth to begin the words of a note.
  private static let noteWidth = 12

  /// Note or tags of a finding, in words, and a point after them.
  /// - Returns: the columns taken.
  private static func drawNote(
    _ state: ReaderState, _ finding: Finding, row: Int, from column: Int, to end: Int, into grid: inout CellGrid
  ) -> Int {
    guard let glyph = state.remarks.glyph(on: finding), let remark = state.remarks[finding] else { return 0 }
    let words = remark.note.isEmpty ? remark.tags.joined(separator: ", ") : remark.note
    let taken = grid.write(
      words.isEmpty ? glyph : "\(glyph) \(words)", at: Position(row: row, column: column),
      maxColumns: end - column - 3, overflow: .ellipsis)
    return taken + grid.write(" · ", at: Position(row: row, column: column + taken), style: .quiet)
  }

  private static let clashJoint = " / "

  /// The words that clash, `readiness / no real willingness`: they say at a glance what the names cannot.
  private static func clash(_ state: ReaderState, _ difference: Disagreement) -> [String] {
    guard let evidence = difference.evidence.first else { return [] }
    return [(difference.left, evidence.left), (difference.right, evidence.right)].map { side, span in
      Wording.line(state.dossier[side.passage.document].text[span])
    }
  }

  private static func draw(_ clash: [String], row: Int, from start: Int, to end: Int, into grid: inout CellGrid) {
    guard clash.count == 2 else { return }
    // What the one does not need the other has.
    let room = end - start - clashJoint.count
    var column = start
    for (word, room) in [
      (clash[0], max(room / 2, room - DisplayWidth.of(clash[1]))), (clashJoint, clashJoint.count),
    ] {
      column += grid.write(
        word, at: Position(row: row, column: column), maxColumns: room, overflow: .ellipsis)
    }
    grid.write(clash[1], at: Position(row: row, column: column), maxColumns: end - column, overflow: .ellipsis)
  }

  /// `Zelensky 000 / Lukashenko BelTA`: who holds each side, and where; then in fewer words.
  private static func names(_ state: ReaderState, _ difference: Disagreement) -> [String] {
    let labels = difference.sides.map { Wording.shortLabel(state.dossier[$0.passage.document]) }
    let who = difference.sides.map { state.shortHolder(of: $0) ?? Disagreement.reporter }
    let whole = zip(who, labels).map { "\($0) \($1)" }
    func joined(_ parts: [String]) -> String { parts[0] == parts[1] ? parts[0] : parts.joined(separator: " / ") }
    // Where one holds both sides, or the reporters do, the articles tell them apart.
    let short = who[0] == who[1] ? ["\(who[0]) \(joined(labels))", joined(labels)] : [joined(who)]
    return [joined(whole)] + short
  }

  private static func draw(_ state: ReaderState, agreement number: Int, _ line: Rect, into grid: inout CellGrid) {
    let agreement = state.dossier.agreements[number]
    var column = line.column + 2
    column +=
      grid.write(
        "=\(agreement.independentSources)", at: Position(row: line.row, column: column), style: .title) + 1
    let names = Set(agreement.passages.map { state.dossier[$0.document].label }).sorted().joined(separator: ", ")
    drawPassage(
      state, .agreement(number), agreement.claim, lit: agreement.evidence(in: agreement.claim), tail: names,
      confidence: agreement.confidence, line, from: column, into: &grid)
  }

  private static func draw(_ state: ReaderState, omission number: Int, _ line: Rect, into grid: inout CellGrid) {
    let omission = state.dossier.omissions[number]
    var column = line.column + 2
    column += grid.write("○", at: Position(row: line.row, column: column), style: Style(.only, .bold)) + 1
    let tail = "\(state.dossier[omission.present.document].label), not in \(state.dossier[omission.missingFrom].label)"
    drawPassage(
      state, .omission(number), omission.present, lit: [], tail: tail, confidence: omission.confidence, line,
      from: column, into: &grid)
  }

  private static func drawPassage(
    _ state: ReaderState, _ finding: Finding, _ passage: Passage, lit: [Span], tail: String, confidence: Double,
    _ line: Rect, from start: Int, into grid: inout CellGrid
  ) {
    var column = start
    let added = state.remarks[finding]?.verdict?.glyph ?? state.remarks.glyph(on: finding)
    if let added {
      grid.write(added, at: Position(row: line.row, column: line.column + 1), style: .title)
    } else if let glyph = state.remarks.ownGlyph(on: passage) {
      grid.write(glyph, at: Position(row: line.row, column: line.column + 1), style: .key)
    }
    let last = grid.write(
      Percent.text(confidence), endingAt: line.endColumn - 1, row: line.row, after: column, style: .quiet)
    let width = min(DisplayWidth.of(tail), line.columns / 2 - 5)
    let end = last - 2 - width
    grid.write(tail, at: Position(row: line.row, column: end), style: .quiet, maxColumns: width, overflow: .ellipsis)
    column += drawNote(state, finding, row: line.row, from: column, to: end - 2, into: &grid)
    drawExcerpt(state, passage, lit: lit, row: line.row, from: column, to: end - 2, into: &grid)
  }
  /// A passage on one row, what is lit in it among what is shown: by that two agreements of one sentence are told apart.
  private static func drawExcerpt(
    _ state: ReaderState, _ passage: Passage, lit: [Span], row: Int, from start: Int, to end: Int,
    into grid: inout CellGrid
  ) {
    let text = state.dossier[passage.document].text
    /// The columns that a part of it takes.
    func width(_ start: UInt32, _ end: UInt32) -> Int {
      DisplayWidth.of(Wording.line(text[Span(start: start, end: end)]))
    }
    var column = start
    var from = passage.span.start
    if let first = lit.first, width(from, first.end) >= end - column {
      from = UInt32(text.excerptStart(in: passage.span, around: Int(first.start), room: end - column))
      if from > passage.span.start {
        column += grid.write("…", at: Position(row: row, column: column), style: .quiet)
      }
    }
    grid.write(
      line: text, Span(start: from, end: passage.span.end), at: Position(row: row, column: column),
      maxColumns: end - column)
    for span in lit where span.start >= from {
      let first = column + width(from, span.start)
      let last = min(end, first + width(span.start, span.end))
      grid.restyle(Rect(row: row, column: first, rows: 1, columns: max(0, last - first))) {
        $0 = Style(.agreement, .bold)
      }
    }
  }
}
