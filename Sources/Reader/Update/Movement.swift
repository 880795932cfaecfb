import Dossier
import Terminal

extension ReaderState {
  /// Rows that a page moves by: one less than the pane shows, so that the eye keeps its line.
  var pageHeight: Int {
    if case .popup = layers.last { return max(1, rows / 2) }
    if let layerRows { return layerRows.page }
    return max(1, (layout.content(of: pane)?.rows ?? 2) - 1)
  }

  /// Moves the selection, the cursor or the view by rows, in whatever has the focus.
  mutating func move(by delta: Int) {
    if case .popup(var popup) = layers.last {
      popup.top = min(max(0, popup.top + delta), PopupOverlay.lastTop(popup, in: self))
      layers[layers.count - 1] = .popup(popup)
      return
    }
    if !layers.isEmpty { return movePicker(by: delta) }
    switch pane {
    case .article: moveCursor(by: delta)
    case .strip: stepDifference(by: delta.signum())
    case .compare: moveCompare(by: delta)
    case .sources, .actors, .quotes, .matrix, .timeline, .differences:
      let count = rowCount(of: pane)
      guard count > 0 else { return }
      // Where nothing is selected, from the rows in view.
      let row = selectedRow(of: pane) ?? (tops[pane] ?? 0) - (delta > 0 ? 1 : 0)
      select(row: min(max(0, row + delta), count - 1), in: pane, direction: delta.signum())
    }
  }

  /// Left and right: marks in a text, columns in the Matrix, sides in Compare, actors in the Timeline.
  mutating func moveSideways(by delta: Int) {
    switch pane {
    case .article: if isSelecting { stepCursorWord(by: delta) } else { stepCursorMark(by: delta) }
    case .matrix: moveMatrixColumn(by: delta)
    case .compare: changeCompare(.otherSide)
    case .timeline: cycleActor(by: delta)
    case .strip: stepDifference(by: delta)
    case .differences: cycleSection(by: delta)
    case .sources, .actors, .quotes: cyclePane(by: delta)
    }
  }

  /// Rows of a list.
  func rowCount(of pane: Pane) -> Int {
    switch pane {
    case .sources: lists.sources.count
    case .actors: lists.actors.count
    case .quotes: lists.quotes.count
    case .matrix: lists.matrix.count
    case .timeline: lists.timeline.count
    case .differences: lists.accounts.count
    case .article, .strip, .compare: 0
    }
  }

  /// Rows of a list that are no headings.
  func entryCount(of pane: Pane) -> Int {
    switch pane {
    case .sources: lists.sources.count { $0.document != nil }
    case .timeline: lists.timeline.count { if case .date = $0 { false } else { true } }
    case .actors, .quotes, .matrix, .differences, .article, .strip, .compare: rowCount(of: pane)
    }
  }

  /// The row of what is selected in a list; `nil` where the list does not hold it.
  ///
  /// Cost: nothing where it stands at or beside the row that was selected last, as after any step; else a pass over the list.
  func selectedRow(of pane: Pane) -> Int? {
    let last = lists.lastRows[pane] ?? 0
    func row<Row: Equatable>(of wanted: Row?, in rows: [Row]) -> Int? {
      guard let wanted else { return nil }
      return [last, last + 1, last - 1].first { rows.indices.contains($0) && rows[$0] == wanted }
        ?? rows.firstIndex(of: wanted)
    }
    switch pane {
    case .sources: return row(of: document.map(SourceRow.document), in: lists.sources)
    case .actors: return row(of: .some(actor), in: lists.actors)
    case .quotes: return row(of: statement, in: lists.quotes)
    case .matrix: return row(of: matrix.actor, in: lists.matrix)
    case .timeline: return row(of: timeline.selected, in: lists.timeline)
    case .differences: return row(of: accounts.selected[accounts.section], in: lists.accounts)
    case .article, .strip, .compare: return nil
    }
  }

  /// Whether the list in focus does not show what is selected: its filter lets it not through.
  var isSelectionHidden: Bool { pane.isList && pane != .matrix && selectedRow(of: pane) == nil }

  /// Selects a row of a list, and in the other panes what belongs to it.
  /// - Parameter direction: where to look on if the row is a heading: forwards from 0 on, else backwards.
  mutating func select(row: Int, in pane: Pane, direction: Int = 1) {
    guard row >= 0, row < rowCount(of: pane) else { return }
    switch pane {
    case .sources: selectSource(nearest(row, direction) { lists.sources[$0].document })
    case .actors: pick(actor: lists.actors[row])
    case .quotes: pick(statement: lists.quotes[row])
    case .matrix: matrix.actor = lists.matrix[row]
    case .timeline:
      let found = nearest(row, direction) { index -> TimelineRow? in
        if case .date = lists.timeline[index] { nil } else { lists.timeline[index] }
      }
      if let found { pick(timeline: found) }
    case .differences: pick(account: lists.accounts[row])
    case .article, .strip, .compare: break
    }
  }

  /// The value of the row, or of the nearest row in a direction, or else of the nearest in the other.
  private func nearest<Value>(_ row: Int, _ direction: Int, _ value: (Int) -> Value?) -> Value? {
    let count = rowCount(of: pane)
    func first(_ rows: some Sequence<Int>) -> Value? {
      for row in rows { if let found = value(row) { return found } }
      return nil
    }
    let forwards = stride(from: row, to: count, by: 1)
    let backwards = stride(from: row, through: 0, by: -1)
    return direction >= 0 ? first(forwards) ?? first(backwards) : first(backwards) ?? first(forwards)
  }

  private mutating func selectSource(_ id: Document.ID?) {
    if let id { pick(document: id) }
  }

  /// Gives the focus to the pane after or before.
  mutating func cyclePane(by delta: Int) {
    let panes = layout.reachable
    guard let at = panes.firstIndex(of: readPane) else {
      readPane = panes.first ?? .sources
      return
    }
    readPane = panes[(at + delta + panes.count) % panes.count]
  }

  /// Gives the focus to a pane of the Read view, from any view; one that is hidden is shown again.
  mutating func go(to pane: Pane) {
    show(.read)
    arrangement.hidden.remove(pane)
    readPane = pane
  }

  /// Opens a view over the one that is shown: Escape comes back to it.
  mutating func enter(_ view: ViewID) {
    guard self.view != view else { return }
    if let at = viewsBelow.firstIndex(of: view) {
      viewsBelow.removeSubrange(at...)
    } else {
      viewsBelow.append(self.view)
    }
    self.view = view
  }

  /// Shows a view by itself.
  mutating func show(_ view: ViewID) {
    viewsBelow = []
    guard self.view != view else { return }
    leavePlace()
    self.view = view
    refreshLists()
    switch view {
    case .matrix:
      matrix.actor = actor ?? matrix.actor ?? lists.matrix.first
      matrix.document = document ?? lists.columns.first
    case .timeline:
      if let statement, lists.timeline.contains(.statement(statement)) { timeline.selected = .statement(statement) }
      selectFirst(in: .timeline)
    case .differences:
      if !isDifferenceOffered, let difference, lists.accounts.contains(.difference(difference)) {
        accounts.selected[.differences] = .difference(difference)
      }
      selectFirst(in: .differences)
    case .read, .compare: break
    }
  }

  /// Selects the first row of a list in which nothing is; the text stays where it is.
  mutating func selectFirst(in pane: Pane) {
    guard selectedRow(of: pane) == nil else { return }
    switch pane {
    case .timeline:
      timeline.selected = lists.timeline.first { if case .date = $0 { false } else { true } }
    case .differences: accounts.selected[accounts.section] = lists.accounts.first
    default: break
    }
  }

  mutating func cycleSection(by delta: Int) {
    let count = AccountSection.allCases.count
    let next = (accounts.section.rawValue + delta + count) % count
    accounts.section = AccountSection(rawValue: next) ?? .differences
    tops[.differences] = 0
    refreshLists()
    selectFirst(in: .differences)
  }

  /// Goes to the next actor who says something; before the first and after the last stands everyone.
  mutating func cycleActor(by delta: Int) {
    let speaking =
      [nil] + dossier.actors.map(\.id).filter { !index.statementsOfActor[$0.index].isEmpty }.map(Optional.some)
    let at = speaking.firstIndex(of: actor) ?? 0
    actor = speaking[(at + delta + speaking.count) % speaking.count]
    tops[.timeline] = 0
    timeline.selected = nil
    refreshLists()
    selectFirst(in: .timeline)
  }

  private mutating func moveMatrixColumn(by delta: Int) {
    let order = lists.columns
    guard !order.isEmpty else { return }
    let at = matrix.document.flatMap { order.firstIndex(of: $0) } ?? 0
    matrix.document = order[min(max(0, at + delta), order.count - 1)]
  }

  /// Goes to the next source in which the actor of the row speaks.
  mutating func stepMatrixSource(by delta: Int) {
    guard let actor = matrix.actor else { return }
    let order = lists.columns
    let at = matrix.document.flatMap { order.firstIndex(of: $0) } ?? 0
    let rest = delta > 0 ? order.indices.dropFirst(at + 1).map(\.self) : order.indices.prefix(at).reversed()
    let next = rest.first {
      lists.cells[MatrixPlace(actor: actor, document: order[$0]), default: MatrixCell()].statements > 0
    }
    if let next {
      matrix.document = order[next]
    } else {
      message = "\(dossier[actor].name) speaks in no source \(delta > 0 ? "further right" : "further left")"
    }
  }
}
