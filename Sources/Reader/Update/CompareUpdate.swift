import Dossier
import Terminal

/// Where the person stands in Compare.
struct CompareState: Hashable, Sendable {
  /// Two or three articles; twice the same where one is compared with itself.
  var documents: [Document.ID]
  /// The side that has the focus.
  var side = 0
  var differencesOnly = false
  /// The row of the comparison at the top, and how many of its lines are above.
  var row = 0
  var line = 0
  /// Whether the partner was taken before anything was read, and gives way to a better one.
  var isPartnerProvisional = false
}

extension ReaderState {
  var whyNoComparison: String? { dossier.documents.count < 2 ? "it takes two articles" : nil }

  /// What Compare shows; `nil` where it has not been opened.
  var compareLayout: CompareLayout? {
    guard let compare, let rect = layout.content(of: .compare) else { return nil }
    return compareLayout(compare, columns: rect.columns)
  }

  private func compareLayout(_ compare: CompareState, columns: Int) -> CompareLayout {
    let key = LayoutCache.CompareKey(
      index: index.serial, documents: compare.documents, columns: columns,
      differencesOnly: compare.differencesOnly, bar: bar)
    return cache.comparison(key) {
      let comparison = Comparison(index, documents: compare.documents, visible: lists.visible.ranked)
      return CompareLayout(comparison, dossier, columns: columns, differencesOnly: compare.differencesOnly)
    }
  }

  /// Opens Compare on the open article and the one that it differs from most.
  mutating func openCompare() {
    if view != .compare, let compare, compare.documents.contains(where: { $0 == document }) {
      openCompare(compare.documents)
    } else if view != .compare, let document {
      openCompare([document, partner(of: document)])
      compare?.isPartnerProvisional = index.isReading
    }
  }

  /// Once all is read, puts the article that differs most in the place of one that was taken blindly, unless the person has
  /// begun to read.
  mutating func choosePartner() {
    guard let compare, compare.isPartnerProvisional, !index.isReading else { return }
    self.compare?.isPartnerProvisional = false
    guard compare.documents.count == 2, compare.row == 0, compare.line == 0, compare.side == 0 else { return }
    let better = partner(of: compare.documents[0])
    guard better != compare.documents[1] else { return }
    self.compare?.documents[1] = better
    message = "Compared with \(dossier[better].label) now: they differ most · \(hint(.nextArticle)) shows another"
  }

  /// Opens Compare at what is selected among the accounts or shifts; else at the selected difference, if the open article
  /// is one side of it, else on the best partner.
  mutating func compareHere() {
    switch (view, accounts.selected[accounts.section], timeline.selected) {
    case (.differences, .difference?, _), (.timeline, _, .shift?): return openDifference()
    case (.differences, .omission(let number)?, _): return openCompare(dossier.omissions[number])
    case (.differences, .agreement(let number)?, _): return openCompare(dossier.agreements[number])
    default: break
    }
    guard let document, let difference, dossier[difference].scope == .cross,
      let own = dossier[difference].sides.first(where: { $0.passage.document == document }),
      let other = dossier[difference].sides.first(where: { $0.passage.document != document })
    else {
      openCompare()
      return
    }
    openCompare([document, other.passage.document], at: own.passage)
  }

  /// Opens Compare at what one article tells and the other leaves out.
  mutating func openCompare(_ omission: Omission) {
    openCompare([omission.present.document, omission.missingFrom], at: omission.present)
  }

  /// Opens Compare at what the first two articles say alike.
  private mutating func openCompare(_ agreement: Agreement) {
    let documents = agreement.passages.map(\.document)
    let other = documents.first { $0 != agreement.claim.document } ?? agreement.claim.document
    openCompare([agreement.claim.document, other], at: agreement.claim)
  }

  /// The article that has the most and strongest differences with `document`; else one on the same event; else the next.
  private func partner(of document: Document.ID) -> Document.ID {
    var weights: [Document.ID: Double] = [:]
    for id in lists.visible.ranked {
      let difference = dossier[id]
      let documents = difference.sides.map(\.passage.document)
      guard documents.contains(document), let other = documents.first(where: { $0 != document }) else { continue }
      weights[other, default: 0] += Double(5 - difference.relation.rank) * difference.confidence
    }
    if let best = weights.max(by: { $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key }) { return best.key }
    let event = dossier[document].event
    let others = index.sourceOrder.filter { $0 != document }
    return others.first { event != nil && dossier[$0].event == event } ?? others.first ?? document
  }

  /// Opens Compare on articles.
  /// - Parameters:
  ///   - documents: one (with itself), two or three.
  ///   - passage: what is to be in view.
  mutating func openCompare(_ documents: [Document.ID], at passage: Passage? = nil) {
    var next = compare ?? CompareState(documents: documents)
    let wanted = documents.count == 1 ? [documents[0], documents[0]] : documents
    // Both are shown already, on whichever side: nothing moves but the place.
    let keeps = compare.map { Set($0.documents).isSuperset(of: wanted) && Set($0.documents).count > 1 } ?? false
    if !keeps || documents.count == 1 {
      next.documents = wanted
      next.side = 0
      next.row = 0
      next.line = 0
    }
    if view != .compare { leavePlace() }
    compare = next
    enter(.compare)
    refreshLists()
    if let passage { revealInCompare(passage) }
  }

  private mutating func revealInCompare(_ passage: Passage) {
    guard let layout = compareLayout else { return }
    let own = layout.differences.first { shown in
      shown.id == difference && dossier[shown.id].sides.contains { $0.passage == passage }
    }?.line
    let row = layout.comparison.place(of: passage).map { layout.line(ofRow: $0.row) }
    if let line = own ?? row { setCompareTop(max(0, line - 1), layout) }
  }

  private mutating func setCompareTop(_ line: Int, _ layout: CompareLayout) {
    guard !layout.lines.isEmpty else { return }
    let line = min(max(0, line), layout.lines.count - 1)
    compare?.row = layout.lines[line].row
    compare?.line = line - layout.line(ofRow: layout.lines[line].row)
  }

  /// The first line of Compare that is shown.
  func compareTop(_ layout: CompareLayout) -> Int {
    guard let compare else { return 0 }
    let height = self.layout.content(of: .compare).map { max(1, $0.rows - CompareView.headings) } ?? 1
    return min(layout.line(ofRow: compare.row) + compare.line, max(0, layout.lines.count - height))
  }

  mutating func scrollCompare(by delta: Int) {
    guard let layout = compareLayout else { return }
    let top = compareTop(layout)
    setCompareTop(delta == Self.far ? layout.lines.count - 1 : delta == -Self.far ? 0 : top + delta, layout)
  }

  /// Goes to the next difference down the page.
  mutating func stepCompare(by delta: Int) {
    guard let layout = compareLayout, !layout.differences.isEmpty else {
      message = "These articles do not part anywhere · \(hint(.nextDifference)) goes to the next difference elsewhere"
      return
    }
    let count = layout.differences.count
    let at = layout.differences.firstIndex { $0.id == difference }
    let top = compareTop(layout)
    let next =
      at.map { ($0 + delta + count) % count }
      ?? (delta > 0
        ? layout.differences.firstIndex { $0.line >= top } ?? 0
        : layout.differences.lastIndex { $0.line < top } ?? count - 1)
    difference = layout.differences[next].id
    setCompareTop(max(0, layout.differences[next].line - 1), layout)
  }

  /// Changes what Compare shows; the passage at the top stays there.
  mutating func changeCompare(_ id: ActionID) {
    guard var next = compare, let layout = compareLayout else { return }
    let anchor = topPassage(layout)
    switch id {
    case .otherSide: next.side = (next.side + 1) % next.documents.count
    case .swapSides: next.documents.swapAt(0, 1)
    case .differencesOnly: next.differencesOnly.toggle()
    case .addThird:
      guard let third = index.sourceOrder.first(where: { !next.documents.contains($0) }) else { return }
      next.documents.append(third)
      next.side = 2
    case .dropThird:
      next.documents.removeLast()
      next.side = min(next.side, 1)
    case .nextArticle: next.documents[next.side] = article(after: next.documents[next.side], by: 1, next.documents)
    case .previousArticle: next.documents[next.side] = article(after: next.documents[next.side], by: -1, next.documents)
    default: return
    }
    compare = next
    guard let anchor, let changed = compareLayout, id != .otherSide else { return }
    if let place = changed.comparison.place(of: anchor) {
      compare?.row = place.row
      compare?.line = 0
    } else {
      compare?.row = 0
      compare?.line = 0
    }
  }

  private func article(after id: Document.ID, by delta: Int, _ taken: [Document.ID]) -> Document.ID {
    let order = index.sourceOrder
    guard var at = order.firstIndex(of: id) else { return id }
    for _ in order {
      at = (at + delta + order.count) % order.count
      if !taken.contains(order[at]) { return order[at] }
    }
    return id
  }

  /// The passage at the top of Compare, of the focused side where it has one.
  func topPassage(_ layout: CompareLayout) -> Passage? {
    guard let compare else { return nil }
    for line in layout.lines.dropFirst(compareTop(layout)) {
      guard case .pieces(let pieces) = line.content else { continue }
      let order = [compare.side] + pieces.indices.filter { $0 != compare.side }
      for column in order {
        if let piece = pieces[column], !piece.cell.isEcho {
          return Passage(document: compare.documents[column], span: piece.cell.span)
        }
      }
    }
    return nil
  }

  mutating func settleCompare() {
    if compare == nil, let document { compare = CompareState(documents: [document, partner(of: document)]) }
    guard let layout = compareLayout else { return }
    setCompareTop(compareTop(layout), layout)
  }
}
