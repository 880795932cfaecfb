import Dossier

/// Two or three articles set passage by passage: what faces what, and where they part. Knows nothing of widths.
struct Comparison: Sendable {
  struct Cell: Sendable, Hashable {
    var span: Span
    var number: Int?
    /// A passage that stands elsewhere in its article and is shown again, to face what it differs from.
    var isEcho = false
    /// Where another side tells it in the same words, or nearly the same: beside it or elsewhere.
    var twin: Twins.Twin?
    /// The passage of another side that is most like it.
    var nearest: Passage?
    /// Told here and known to be left out on another side.
    var isOmitted = false
    /// Faced by no passage of another side, and told nowhere in such words.
    var isAlone = false
    /// Where another side tells it too, in its own words.
    var agreed: Twins.Twin?

    /// Whether an earlier side has the same words.
    func isRepeat(in column: Int) -> Bool { twin.map { $0.isExact && $0.column < column } ?? false }
  }

  struct Row: Sendable {
    var cells: [Cell?]
    /// Differences between the cells of the row.
    var differences: [Disagreement.ID] = []
  }

  let documents: [Document.ID]
  private(set) var rows: [Row]

  /// Aligns articles with the first of them.
  /// - Parameters:
  ///   - visible: the differences to be shown.
  ///   - agreed: the agreements to be shown, by index.
  ///   - omitted: the omissions to be shown, by index.
  init(
    _ index: DossierIndex, documents: [Document.ID], visible: [Disagreement.ID], agreed: [Int], omitted: [Int]
  ) {
    self.documents = documents
    rows = []
    let dossier = index.dossier
    let isAlone = documents.count == 2 && documents[0] == documents[1]
    let passages = documents.enumerated().map { number, id in
      isAlone && number > 0 ? [] : ComparePassage.passages(of: dossier[id])
    }
    let known = Self.known(index, documents, passages, visible, agreed)
    let alignments = (1..<max(2, documents.count)).map { column in
      column < documents.count
        ? Alignment(passages[0], passages[column], known: known[column] ?? []) : Alignment([], [], known: [])
    }
    rows = Self.rows(passages, alignments, Twins(documents, passages, alignments))
    markOmissions(index, omitted)
    markAgreements(index, agreed)
    for id in visible { place(dossier[id]) }
    if !isAlone { markAlone() }
  }

  /// The passage of a list that holds an offset.
  private static func passage(at offset: UInt32, in passages: [ComparePassage]) -> Int? {
    let next = passages.partitioningIndex { $0.span.start > offset }
    return next > 0 && passages[next - 1].span.end > offset ? next - 1 : nil
  }

  /// Pairs that differences and agreements give, by column.
  private static func known(
    _ index: DossierIndex, _ documents: [Document.ID], _ passages: [[ComparePassage]], _ visible: [Disagreement.ID],
    _ agreed: [Int]
  ) -> [Int: [(left: Int, right: Int, weight: Double)]] {
    var known: [Int: [(left: Int, right: Int, weight: Double)]] = [:]
    func add(_ one: Passage, _ other: Passage, _ weight: Double) {
      for (first, second) in [(one, other), (other, one)] where first.document == documents[0] {
        guard let column = documents.indices.dropFirst().first(where: { documents[$0] == second.document }),
          let left = passage(at: first.span.start, in: passages[0]),
          let right = passage(at: second.span.start, in: passages[column])
        else { continue }
        known[column, default: []].append((left, right, weight))
      }
    }
    for id in visible {
      let difference = index.dossier[id]
      add(
        difference.left.passage, difference.right.passage,
        Alignment.knownWeight * (0.5 + difference.confidence) - 0.3 * Double(difference.relation.rank))
    }
    for number in agreed {
      let agreement = index.dossier.agreements[number]
      guard let own = agreement.passages.first(where: { $0.document == documents[0] }) else { continue }
      for passage in agreement.passages where passage.document != documents[0] { add(own, passage, 1) }
    }
    return known
  }

  private static func rows(_ passages: [[ComparePassage]], _ alignments: [Alignment], _ twins: Twins) -> [Row] {
    let count = passages.count
    var rows: [Row] = []
    var next = [Int](repeating: 0, count: count)
    func cell(_ column: Int, _ number: Int) -> Cell {
      let passage = passages[column][number]
      return Cell(
        span: passage.span, number: passage.number, twin: twins.twins[column][number],
        nearest: twins.nearest[column][number])
    }
    let partners = alignments.map { alignment in
      Dictionary(alignment.pairs.map { ($0.left, $0) }, uniquingKeysWith: { first, _ in first })
    }
    func flush(_ column: Int, to end: Int) {
      while next[column] < end {
        rows.append(Row(cells: (0..<count).map { $0 == column ? cell(column, next[column]) : nil }))
        next[column] += 1
      }
    }
    for left in passages[0].indices {
      var cells = [Cell?](repeating: nil, count: count)
      cells[0] = cell(0, left)
      for column in 1..<max(1, count) {
        guard let pair = partners[column - 1][left] else { continue }
        flush(column, to: pair.right)
        cells[column] = cell(column, pair.right)
        next[column] = pair.right + 1
      }
      rows.append(Row(cells: cells))
    }
    for column in 1..<max(1, count) { flush(column, to: passages[column].count) }
    return rows
  }

  private mutating func markOmissions(_ index: DossierIndex, _ omitted: [Int]) {
    let shown = Set(omitted)
    for row in rows.indices {
      for column in documents.indices {
        guard let cell = rows[row].cells[column] else { continue }
        let omitted = index.marks[documents[column].index].omissions.overlapping(cell.span).contains { entry in
          shown.contains(entry.value) && documents.contains(index.dossier.omissions[entry.value].missingFrom)
        }
        if omitted { rows[row].cells[column]?.isOmitted = true }
      }
    }
  }

  private mutating func markAlone() {
    for row in rows.indices {
      let told = rows[row].cells.indices.filter { rows[row].cells[$0] != nil }
      guard told.count == 1, let cell = rows[row].cells[told[0]], !cell.isEcho, cell.twin == nil else { continue }
      rows[row].cells[told[0]]?.isAlone = true
    }
  }

  /// Wherever the other tells it: the passages need not face each other.
  private mutating func markAgreements(_ index: DossierIndex, _ agreed: [Int]) {
    let agreed = Set(agreed)
    for row in rows.indices {
      for column in documents.indices {
        guard let cell = rows[row].cells[column] else { continue }
        let numbers = index.marks[documents[column].index].agreements.overlapping(cell.span).map(\.value)
        let others = numbers.filter(agreed.contains).flatMap { index.dossier.agreements[$0].passages }
        rows[row].cells[column]?.agreed =
          others.lazy.compactMap { [documents] passage in
            documents.firstIndex(of: passage.document).flatMap {
              $0 == column ? nil : Twins.Twin(passage: passage, column: $0, isExact: false)
            }
          }.first
      }
    }
  }

  /// The row and column where a passage stands.
  func place(of passage: Passage) -> (row: Int, column: Int)? {
    for column in documents.indices where documents[column] == passage.document {
      let row = rows.firstIndex { row in
        row.cells[column].map { !$0.isEcho && $0.span.end > passage.span.start && $0.span.start <= passage.span.start }
          ?? false
      }
      if let row { return (row, column) }
    }
    return nil
  }

  /// Gives a difference its row: that of the side which stands first, where the other faces it, in its place or as an echo.
  private mutating func place(_ difference: Disagreement) {
    let (left, right) = (difference.left.passage, difference.right.passage)
    let isAlone = documents.count == 2 && documents[0] == documents[1]
    // What parts within one article is shown where that article is compared with itself.
    guard isAlone || left.document != right.document,
      documents.contains(left.document), documents.contains(right.document),
      let one = place(of: left), let other = place(of: right)
    else { return }
    if one.row == other.row, one.column != other.column {
      rows[one.row].differences.append(difference.id)
      return
    }
    // The side in the earlier column is faced; within one article the right passage echoes beside the left.
    let (home, guest) = one.column <= other.column ? (one, right) : (other, left)
    let column = one.column == other.column ? (home.column == 0 ? 1 : 0) : max(one.column, other.column)
    guard column < documents.count else { return }
    let echo = Cell(span: guest.span, isEcho: true)
    if rows[home.row].cells[column] == nil {
      rows[home.row].cells[column] = echo
      rows[home.row].differences.append(difference.id)
    } else if rows[home.row].cells[column]?.span == echo.span, rows[home.row].cells[column]?.isEcho == true {
      rows[home.row].differences.append(difference.id)
    } else {
      var row = Row(cells: [Cell?](repeating: nil, count: documents.count), differences: [difference.id])
      row.cells[column] = echo
      rows.insert(row, at: home.row + 1)
    }
  }
}
