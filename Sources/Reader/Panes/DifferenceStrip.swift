import Dossier
import Terminal

/// The selected difference: both passages, the words that clash, and the reason; or the agreement that the person went to.
enum DifferenceStrip {
  /// Columns from which the labels have a column of their own.
  private static let widest = 60

  static func heading(_ state: ReaderState) -> (title: String, trailing: String) {
    let total = state.lists.visible.held.count
    if let number = state.agreementGoneTo {
      let remark = state.remarks[.agreement(number)]
      let agreement = state.dossier.agreements[number]
      return (
        Self.title(of: agreement, tellers: state.dossier.tellers(of: agreement), remark: remark),
        "\(state.hint(.compareHere)) compares"
      )
    }
    guard let id = state.difference, id.index < state.dossier.disagreements.count else {
      return ("Difference", total > 0 ? "\(total) · \(state.hint(.nextDifference)) goes to the next" : "")
    }
    // The sign of what is selected: what is asked and added now is about this, not about what a list has.
    let sign = state.meansDifference ? "▸ " : ""
    let title = sign + Self.title(of: state.dossier[id], remark: state.remarks[.difference(id)])
    let at = state.lists.visible.place(of: id, in: state.index)
    return (
      title,
      at.map { "\($0 + 1) of \(total)" } ?? (state.lists.visible.isRejected(id) ? "rejected" : "below the bar")
    )
  }

  /// `≠ contradiction · stance · same time · 0.86`.
  static func title(of difference: Disagreement, remark: Remarks.Remark?) -> String {
    let verdict = remark?.verdict.map { "\($0.glyph) " } ?? ""
    return "\(verdict)\(difference.relation.glyph) \(difference.relation.rawValue) · \(difference.kind.rawValue) · "
      + "\(Wording.time(difference.time)) · \(Percent.text(difference.confidence))"
  }

  /// `= agreement · 3 sources · 0.80`.
  /// - Parameter tellers: how many tell it, as `Dossier.tellers` has it.
  static func title(of agreement: Agreement, tellers: String, remark: Remarks.Remark?) -> String {
    let verdict = remark?.verdict.map { "\($0.glyph) " } ?? ""
    return "\(verdict)= agreement · \(tellers) · \(Percent.text(agreement.confidence))"
  }

  static func draw(_ state: ReaderState, _ rect: Rect, into grid: inout CellGrid) {
    if let number = state.agreementGoneTo {
      SelectionContext.draw(state, agreement: number, rect, into: &grid)
      return
    }
    guard let id = state.difference else {
      ListDrawing.draw(notice: emptiness(state), rect, into: &grid)
      return
    }
    draw(state, state.dossier[id], rect, into: &grid)
  }

  private static func emptiness(_ state: ReaderState) -> [String] {
    if state.index.isReading { return ["Reading…", "Where accounts part appears here."] }
    if let why = state.whyStopped { return [why.capitalisedFirst + "."] }
    if let why = state.whyNoDifferences { return ["No difference: \(why)."] }
    if state.leftDifference != nil, let id = state.statement, state.dossier[id].document == state.document {
      return [
        "The quote that is selected is in no difference.",
        "\(state.hint(.nextDifference)) goes on to the next one, wherever it is.",
      ]
    }
    return ["No difference is selected.", "\(state.hint(.nextDifference)) goes to the strongest one, wherever it is."]
  }

  /// Draws both passages with the words that clash lit, and the reason under them.
  static func draw(_ state: ReaderState, _ difference: Disagreement, _ rect: Rect, into grid: inout CellGrid) {
    guard rect.rows > 0 else { return }
    guard rect.columns >= widest else {
      drawNarrow(state, difference, rect, into: &grid)
      return
    }
    let tail = state.remarks[.difference(difference.id)]?.tail ?? ""
    let reason = Array(("because: " + state.dossier.because(difference) + tail).utf8)
    let reasonRows = TextWrapper(columns: max(1, rect.columns - 2)).rows(of: reason)
    let forReason = min(reasonRows.count, max(1, rect.rows / 3))
    let forSides = rect.rows - forReason
    let upper = forSides - forSides / 2
    let labels = difference.sides.map { Self.label(of: $0, state, columns: rect.columns / 3) }
    let width = min(rect.columns / 3, labels.map { DisplayWidth.of($0) }.max() ?? 0)
    var row = rect.row
    for (number, side) in difference.sides.enumerated() {
      let rows = number == 0 ? upper : forSides - (row - rect.row)
      guard rows > 0 else { break }
      let isHere = side.passage.document == state.document
      grid.write(
        labels[number], at: Position(row: row, column: rect.column + 1),
        style: Style(.title, isHere ? [.bold, .underline] : .bold), maxColumns: width, overflow: .ellipsis)
      let place = Rect(
        row: row, column: rect.column + width + 2, rows: rows, columns: rect.columns - width - 3)
      row += drawPassage(state, difference, isLeft: number == 0, place, into: &grid)
    }
    // What the passages leave free is the reason's.
    let shown = reasonRows.prefix(max(0, rect.endRow - row))
    for (number, wrapped) in shown.enumerated() {
      let used = grid.write(
        reason, in: wrapped.range, at: Position(row: row, column: rect.column + 1), style: Style(.text, .italic))
      if number == shown.count - 1, shown.count < reasonRows.count {
        grid.write("…", at: Position(row: row, column: rect.column + 1 + used), style: .quiet)
      }
      row += 1
    }
  }

  /// Labels and passages in one run, for a screen where a column of labels would leave no room for words.
  private static func drawNarrow(
    _ state: ReaderState, _ difference: Disagreement, _ rect: Rect, into grid: inout CellGrid
  ) {
    let reason = Array(
      ("because: " + state.dossier.because(difference) + (state.remarks[.difference(difference.id)]?.tail ?? "")).utf8)
    let reasonRows = TextWrapper(columns: max(1, rect.columns - 2)).rows(of: reason)
    let room = rect.rows - min(reasonRows.count, max(1, rect.rows / 4))
    var row = rect.row
    for (number, side) in difference.sides.enumerated() {
      let text = state.dossier[side.passage.document].text
      let evidence = difference.evidence.map { number == 0 ? $0.left : $0.right }
      let label = (text: "\(label(of: side, state, columns: rect.columns / 3)):", style: Style.title)
      let place = Rect(
        row: row, column: rect.column + 1, rows: number == 0 ? room - room / 2 : room - (row - rect.row),
        columns: rect.columns - 2)
      row += PassageText.draw(
        text, side.passage.span, after: label, around: evidence.map { Int($0.start) }.min() ?? 0, place, into: &grid
      ) { styled in
        for span in evidence { styled.restyle(span) { $0 = Style(difference.relation.role, [.bold, .reverse]) } }
      }
    }
    for (offset, wrapped) in reasonRows.enumerated() where row + offset < rect.endRow {
      let isLast = row + offset == rect.endRow - 1 && offset < reasonRows.count - 1
      let used = grid.write(
        reason, in: wrapped.range, at: Position(row: row + offset, column: rect.column + 1),
        style: Style(.text, .italic), maxColumns: rect.columns - 3)
      if isLast { grid.write("…", at: Position(row: row + offset, column: rect.column + 1 + used), style: .quiet) }
    }
  }

  /// `BelTA 7 Lukashenko`: source, line, holder.
  ///
  /// Where there is no room, the name of the source gives way to the line and the speaker.
  static func label(of side: Disagreement.Side, _ state: ReaderState, columns: Int = .max) -> String {
    let document = state.dossier[side.passage.document]
    let line = document.text.line(at: Int(side.passage.span.start))
    let rest = " \(line) \(state.shortHolder(of: side) ?? Disagreement.reporter)"
    return Wording.clipped(document.label, to: max(8, columns - DisplayWidth.of(rest))) + rest
  }

  /// The rows that the paragraph of a side takes in all.
  static func rows(of difference: Disagreement, isLeft: Bool, _ state: ReaderState, columns: Int) -> Int {
    let passage = isLeft ? difference.left.passage : difference.right.passage
    let document = state.dossier[passage.document]
    return PassageText.rows(document.text, document.paragraph(around: passage.span), columns: columns).count
  }

  /// Draws as much of a passage as fits, around the words that clash.
  /// - Parameter inContext: whether the paragraph around it is drawn too, the passage underlined in it.
  /// - Returns: the rows taken.
  static func drawPassage(
    _ state: ReaderState, _ difference: Disagreement, isLeft: Bool, inContext: Bool = false, _ rect: Rect,
    into grid: inout CellGrid
  ) -> Int {
    let passage = isLeft ? difference.left.passage : difference.right.passage
    let document = state.dossier[passage.document]
    let text = document.text
    let whole = inContext ? document.paragraph(around: passage.span) : passage.span
    let evidence = difference.evidence.map { isLeft ? $0.left : $0.right }
    let lit = evidence.map { Int($0.start) }.min() ?? Int(passage.span.start)
    return PassageText.draw(text, whole, around: lit, rect, into: &grid) { styled in
      if inContext { styled.restyle(passage.span) { $0 = Style(difference.relation.role, .underline) } }
      for span in evidence {
        styled.restyle(span) { $0 = Style(difference.relation.role, [.bold, .reverse]) }
      }
    }
  }
}
