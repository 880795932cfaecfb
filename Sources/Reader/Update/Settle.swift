import Dossier
import Terminal

extension ReaderState {
  /// Makes what hangs together fit again after any change: lists, what is selected, what is scrolled into view.
  mutating func settle() {
    refreshLists()
    if view == .read, !layout.reachable.contains(readPane) { readPane = .article }
    if view == .differences { settleAccounts() }
    let layout = layout
    if let document, let rect = layout.content(of: .article), let article = articleLayout {
      let place = article.settled(
        places[document.index] ?? ArticlePlace(), height: rect.rows, margin: options.margin)
      if places[document.index] != place { places[document.index] = place }
    }
    settleSearch()
    for (pane, rect) in layout.visible where pane.isList { settleList(pane, height: listHeight(pane, rect)) }
    if view == .matrix { settleMatrix() }
    if view == .compare { settleCompare() }
  }

  /// Rows of a list's pane that hold rows of the list: the Matrix has its headings.
  func listHeight(_ pane: Pane, _ rect: Rect) -> Int {
    switch pane {
    case .matrix: max(1, rect.rows - MatrixView.headings)
    case .timeline: max(1, rect.rows - TimelineChartView.rows(self, rect))
    default: max(1, rect.rows)
    }
  }

  private mutating func settleList(_ pane: Pane, height: Int) {
    let count = rowCount(of: pane)
    var top = min(tops[pane] ?? 0, max(0, count - height))
    if let row = selectedRow(of: pane) {
      if lists.lastRows[pane] != row { lists.lastRows[pane] = row }
      // The heading above the first row comes into view with it.
      let upper = row > 0 && isHeading(row - 1, in: pane) ? row - 1 : row
      if upper < top { top = upper }
      if row >= top + height { top = row - height + 1 }
    }
    if tops[pane] != max(0, top) { tops[pane] = max(0, top) }
  }

  private func isHeading(_ row: Int, in pane: Pane) -> Bool {
    switch pane {
    case .sources: lists.sources[row].document == nil
    case .timeline: if case .date = lists.timeline[row] { true } else { false }
    default: false
    }
  }

  /// Where the selected account is not in the list any more, selects the one in its place; while a filter is typed, what was
  /// selected before it or else the first. Nothing that is not listed stays selected.
  private mutating func settleAccounts() {
    guard selectedRow(of: .differences) == nil else { return }
    let accounts = lists.accounts
    if case .prompt(let prompt) = layers.last, prompt.purpose == .filter(.differences) {
      let before = prompt.origin.accounts.selected[self.accounts.section]
      self.accounts.selected[self.accounts.section] =
        before.flatMap { accounts.contains($0) ? $0 : nil } ?? accounts.first
    } else if accounts.isEmpty {
      self.accounts.selected[self.accounts.section] = nil
    } else {
      pick(account: accounts[min(lists.lastRows[.differences] ?? 0, accounts.count - 1)])
    }
  }

  private mutating func settleMatrix() {
    guard let rect = layout.content(of: .matrix) else { return }
    if matrix.actor == nil || !lists.matrix.contains(where: { $0 == matrix.actor }) {
      matrix.actor = lists.matrix.first
    }
    let shown = MatrixView.columnsShown(rect, of: self)
    let found = matrix.document.flatMap { lists.columns.firstIndex(of: $0) }
    if found == nil { matrix.document = lists.columns.first }
    let at = found ?? 0
    matrix.left = min(matrix.left, max(0, lists.columns.count - shown))
    if at < matrix.left { matrix.left = at }
    if at >= matrix.left + shown { matrix.left = at - shown + 1 }
  }

  /// Puts another dossier in the place of this one: the documents are the same, what was read from them has come.
  /// What the person looks at does not move.
  /// - Parameter remarks: what the person added on an earlier day; `index` is of their dossier.
  public mutating func replace(_ index: DossierIndex, remarks: Remarks? = nil) {
    let before = Bearings(self)
    var remarks = remarks ?? Remarks(on: index.dossier)
    remarks.adopt(self.remarks)
    self.remarks = remarks
    let isChanged = remarks.canUndo || remarks.canRedo
    exchange(
      for: isChanged
        ? DossierIndex(remarks.dossier, isReading: index.isReading, corpus: index.finder.corpus) : index,
      finding: before)
  }

  /// What is to be found again in another dossier of the same documents.
  struct Bearings {
    let selection: Selection
    let anchor: CompareAnchor
    let order: [Document.ID]

    init(_ state: ReaderState) {
      (selection, anchor, order) = (Selection(state), state.compareAnchor, state.index.sourceOrder)
    }
  }

  /// Puts the index of another dossier of the same documents in the place of this one.
  /// - Parameter before: where the person stood in this one.
  mutating func exchange(for index: DossierIndex, finding before: Bearings) {
    self.index = index
    cache.clear()
    if !index.isReading { reading = nil }
    before.selection.restore(in: &self)
    if document == nil { document = index.sourceOrder.first }
    refreshLists()
    renewSearch(after: before.order)
    before.selection.scroll(&self)
    if view == .compare { stand(on: before.anchor) }
    selectFirst(in: pane)
    choosePartner()
    settle()
    selectStrongest()
    renewStatus()
    takeAwaitedStep()
  }

  /// Takes the step that was asked for too early; a step asks nothing of the world outside.
  private mutating func takeAwaitedStep() {
    guard !index.isReading, let step = awaitedStep else { return }
    awaitedStep = nil
    _ = attempt(step)
    settle()
  }

  /// Shows what was read so far as a part of what there is, while it is read on.
  mutating func readOn() {
    let before = Bearings(self)
    stopped = nil
    exchange(for: DossierIndex(dossier, isReading: true, corpus: index.finder.corpus), finding: before)
  }

  /// Says how far the reading is.
  mutating func note(_ status: ReadingStatus) { if index.isReading { reading = status } }

  /// Where no difference is selected, selects the strongest of the open article for the strip.
  mutating func selectStrongest() {
    guard difference == nil, leftDifference == nil, let document else { return }
    difference = strongestDifference(in: document)
    isDifferenceOffered = difference != nil
  }
}
