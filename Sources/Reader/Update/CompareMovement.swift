import Dossier
import Terminal

// The cursor in Compare: a line, on which all that is done there is done.
extension ReaderState {
  /// The line that the cursor stands on.
  func compareLine(_ layout: CompareLayout) -> Int { compare.map { layout.line(of: $0.cursor) } ?? 0 }

  /// The first line of Compare that is shown: as far above the cursor as the person last had it, or as that fits.
  func compareTop(_ layout: CompareLayout) -> Int {
    guard let compare else { return 0 }
    let height = compareHeight
    let line = layout.line(of: compare.cursor)
    let margin = min(options.margin, (height - 1) / 2)
    let above = min(max(compare.above, margin), height - 1 - margin)
    return max(0, min(line - above, layout.lines.count - height))
  }

  /// Lines of text that Compare shows.
  private var compareHeight: Int {
    layout.content(of: .compare).map { max(1, $0.rows - CompareView.headings) } ?? 1
  }

  /// Moves the cursor by lines; by more than one it takes the text along.
  mutating func moveCompare(by delta: Int) {
    guard let layout = compareLayout, !layout.lines.isEmpty else { return }
    let (top, at, last) = (compareTop(layout), compareLine(layout), layout.lines.count - 1)
    let isPage = abs(delta) > 1 && abs(delta) < Self.far
    setCompareLine(
      min(max(0, at + delta), last), direction: delta,
      top: isPage ? min(max(0, top + delta), max(0, layout.lines.count - compareHeight)) : top, layout)
  }

  /// Puts the cursor on the line that a click in the pane is on, and the focus on its side.
  mutating func pointInCompare(_ position: Position, _ rect: Rect) {
    guard let layout = compareLayout, !layout.lines.isEmpty else { return }
    let top = compareTop(layout)
    let line = top + position.row - rect.row - CompareView.headings
    guard layout.lines.indices.contains(line), line >= top else { return }
    if !layout.isInterleaved {
      let side = (position.column - rect.column) / (layout.sideWidth + 1)
      compare?.side = min(max(0, side), layout.comparison.documents.count - 1)
    }
    setCompareLine(line, direction: 1, top: top, layout)
  }

  /// Puts the cursor on a line, or on the next in a direction where that is blank.
  private mutating func setCompareLine(_ line: Int, direction: Int, top: Int, _ layout: CompareLayout) {
    guard let compare else { return }
    func place(_ line: Int) -> (line: Int, place: ComparePlace)? {
      layout.place(atLine: line, side: compare.side).map { (line, $0) }
    }
    let (before, after) = (layout.lines.indices[...line].reversed(), layout.lines.indices[line...])
    let found =
      direction < 0
      ? before.lazy.compactMap(place).first ?? after.lazy.compactMap(place).first
      : after.lazy.compactMap(place).first ?? before.lazy.compactMap(place).first
    guard let found else { return }
    self.compare?.cursor = found.place
    self.compare?.above = found.line - top
    // What came of it, as the pane has ends.
    let shown = compareTop(layout)
    self.compare?.above = found.line - shown
    if let id = differenceAtCursor {
      difference = id
      isDifferenceOffered = false
    }
  }

  // MARK: What stands there

  /// The difference of the line that the cursor stands on: its own reason, or what parts the words there.
  var differenceAtCursor: Disagreement.ID? {
    guard let layout = compareLayout, !layout.lines.isEmpty else { return nil }
    let line = layout.lines[compareLine(layout)]
    guard case .pieces(let pieces) = line.content else {
      if case .reason(let id, _, _) = line.content { return id }
      return nil
    }
    let touched = zip(layout.comparison.documents, pieces).flatMap { document, piece in
      piece.map { comparedDifferences(in: Passage(document: document, span: $0.span)) } ?? []
    }
    let own = layout.comparison.rows[line.row].differences
    // What parts the words on the line goes before what parts others of the row, and that before what is told elsewhere.
    for candidates in [own.filter(touched.contains), own, touched] where !candidates.isEmpty {
      return candidates.first { $0 == difference } ?? candidates[0]
    }
    return nil
  }

  /// The differences between the articles that are compared in which a passage is a side.
  func comparedDifferences(in passage: Passage) -> [Disagreement.ID] {
    guard let shown = compare?.documents else { return [] }
    let isAlone = shown.count == 2 && shown[0] == shown[1]
    return index.marks[passage.document.index].sides.overlapping(passage.span).map(\.value.difference).filter { id in
      let difference = dossier[id]
      return lists.visible.isShown[id.index] && (isAlone || difference.scope == .cross)
        && difference.sides.allSatisfy { shown.contains($0.passage.document) }
    }
  }

  /// What the articles that are compared agree on where the cursor stands, or one of them leaves out, the focused side
  /// first; of several the one that is selected in its list.
  var sharedFindingAtCursor: Finding? {
    guard let shown = compare?.documents else { return nil }
    let found = passagesAtCursor.flatMap { passage -> [Finding] in
      let marks = index.marks[passage.document.index]
      let agreements = marks.agreements.overlapping(passage.span).map(\.value).filter { number in
        isShown(agreement: number)
          && dossier.agreements[number].passages.contains {
            $0.document != passage.document && shown.contains($0.document)
          }
      }
      let omissions = marks.omissions.overlapping(passage.span).map(\.value).filter {
        shown.contains(dossier.omissions[$0].missingFrom)
      }
      return agreements.map(Finding.agreement) + omissions.map(Finding.omission)
    }
    return found.first { accounts.selected.values.contains($0) } ?? found.first
  }

  /// The row of the comparison that the cursor stands in.
  var rowAtCursor: Comparison.Row? {
    guard let layout = compareLayout, !layout.lines.isEmpty else { return nil }
    return layout.comparison.rows[layout.lines[compareLine(layout)].row]
  }

  /// The passages of the row that the cursor stands in, that of the focused side first.
  private var passagesAtCursor: [Passage] {
    guard let compare, let row = rowAtCursor else { return [] }
    let columns = [compare.side] + row.cells.indices.filter { $0 != compare.side }
    return columns.compactMap { column in
      row.cells[column].map { Passage(document: compare.documents[column], span: $0.span) }
    }
  }

  /// The passage that the cursor stands at: the side of its difference in the focused article, else what the row has of it.
  var passageAtCursor: Passage? {
    guard let compare else { return nil }
    let side = differenceAtCursor.flatMap { id in
      dossier[id].sides.first { $0.passage.document == compare.documents[compare.side] }?.passage
    }
    return side ?? passagesAtCursor.first
  }

  // MARK: Going to a place

  /// What the cursor stands on, by its own words: it is found again where other articles are shown, or other rows.
  struct CompareAnchor {
    /// Whether it is the reason of the selected difference.
    fileprivate var isReason: Bool
    fileprivate var passages: [Passage]
  }

  var compareAnchor: CompareAnchor {
    let isReason = if case .reason(let id, _) = compare?.cursor.part { id == difference } else { false }
    return CompareAnchor(isReason: isReason, passages: passagesAtCursor)
  }

  /// Puts the cursor on what it stood on, as far down the pane; on the first line where that is gone.
  mutating func stand(on anchor: CompareAnchor) {
    guard let layout = compareLayout else { return }
    if anchor.isReason, let own = layout.differences.first(where: { $0.id == difference }),
      let place = layout.place(atLine: own.reason.lowerBound, side: 0)
    {
      compare?.cursor = place
    } else {
      let place = anchor.passages.lazy.compactMap { layout.comparison.place(of: $0) }.first
      compare?.cursor = place.map { Self.start(of: $0, in: layout) } ?? ComparePlace()
    }
  }

  private static func start(of place: (row: Int, column: Int), in layout: CompareLayout) -> ComparePlace {
    let span = layout.comparison.rows[place.row].cells[place.column]?.span
    return ComparePlace(row: place.row, part: .text(column: place.column, offset: span?.start ?? 0))
  }

  /// Puts the cursor on the difference that is selected, where a passage is a side of it; else on the passage.
  mutating func revealInCompare(_ passage: Passage) {
    guard let layout = compareLayout, !layout.lines.isEmpty else { return }
    let own = layout.differences.firstIndex { shown in
      shown.id == difference && dossier[shown.id].sides.contains { $0.passage == passage }
    }
    if let own {
      show(ofCompare: own, layout)
    } else if let place = layout.comparison.place(of: passage) {
      let line = layout.line(of: Self.start(of: place, in: layout))
      setCompareLine(line, direction: 1, top: line - 1, layout)
    }
  }

  /// Puts the cursor on a difference, with as much as fits of the passages over its reason.
  private mutating func show(ofCompare number: Int, _ layout: CompareLayout) {
    let reason = layout.differences[number].reason
    let (top, height) = (compareTop(layout), compareHeight)
    let first = layout.line(ofRow: layout.lines[reason.lowerBound].row)
    let isInView = first >= top && reason.upperBound <= top + height
    difference = layout.differences[number].id
    setCompareLine(
      reason.lowerBound, direction: 1, top: isInView ? top : max(first - 1, reason.upperBound - height), layout)
  }

  /// Goes to the next difference down the page.
  mutating func stepCompare(by delta: Int) {
    guard let layout = compareLayout, !layout.differences.isEmpty else {
      message = "These articles do not part anywhere · \(hint(.nextDifference)) goes to the next difference elsewhere"
      return
    }
    let (count, line, selected) = (layout.differences.count, compareLine(layout), differenceAtCursor)
    let row = layout.lines[line].row
    let own = layout.differences.firstIndex { $0.id == selected && layout.lines[$0.reason.lowerBound].row == row }
    let wanted =
      own.map { $0 + delta }
      ?? (delta > 0
        ? layout.differences.firstIndex { $0.reason.lowerBound > line } ?? count
        : layout.differences.lastIndex { $0.reason.lowerBound < line } ?? -1)
    if !(0..<count).contains(wanted) { message = Wording.again(delta) }
    show(ofCompare: (wanted + count) % count, layout)
  }
}
