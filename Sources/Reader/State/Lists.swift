import Dossier

/// What a list depends on.
private struct ListKey: Hashable {
  var visible: VisibleDifferences.Key?
  var filter: String
  var document: Document.ID?
  var actor: Actor.ID?
  var quotes = QuoteScope()
  /// Of what the person added: any list may be filtered by it.
  var remarks = 0
}

/// What the lists hold, each made again only when what it depends on has changed.
struct Lists {
  fileprivate var keys: [Pane: ListKey] = [:]
  fileprivate(set) var sources: [SourceRow] = []
  /// `nil` is the row for everyone.
  fileprivate(set) var actors: [Actor.ID?] = []
  fileprivate(set) var quotes: [Statement.ID] = []
  fileprivate(set) var matrix: [Actor.ID] = []
  /// The sources that have a column in the Matrix.
  fileprivate(set) var columns: [Document.ID] = []
  /// What each cell of the Matrix says.
  fileprivate(set) var cells: [MatrixPlace: MatrixCell] = [:]
  /// How many statements the cells hold in all.
  fileprivate(set) var attributed = 0
  fileprivate(set) var timeline: [TimelineRow] = []
  /// The most statements of a cell of the Matrix, and of a source.
  fileprivate(set) var mostInCell = 0
  fileprivate(set) var mostStatements = 0
  /// How much the timeline holds of whom and when.
  fileprivate(set) var chart = TimelineChart()
  /// Shifts of position in the timeline.
  fileprivate(set) var shifts = 0
  /// The three lists of the Differences view, and the one that is open.
  fileprivate(set) var sections = [[Finding]](repeating: [], count: AccountSection.allCases.count)
  fileprivate(set) var accounts: [Finding] = []

  /// What the person added to actors.
  fileprivate(set) var actorMarks = ActorMarks()
  /// Differences above the bar.
  fileprivate(set) var visible = VisibleDifferences()
  /// The row that was selected last in each list: where to look for the selected one first.
  var lastRows: [Pane: Int] = [:]
}

extension ReaderState {
  private var visibleKey: VisibleDifferences.Key {
    let remarked = remarks.remarks.keys.filter { isBelowBar($0) }
    let rejected = remarks.remarks.compactMap { finding, remark -> Disagreement.ID? in
      guard remark.verdict == .rejected, case .difference(let id) = finding else { return nil }
      return id
    }
    return VisibleDifferences.Key(
      index: index.serial, bar: bar, remarked: Set(remarked), rejected: Set(rejected))
  }

  private func isBelowBar(_ finding: Finding) -> Bool {
    let (differences, agreements) = (dossier.disagreements, dossier.agreements)
    // While a dossier is corrected, remarks may be those of another one.
    switch finding {
    case .difference(let id): return differences.indices.contains(id.index) && differences[id.index].confidence < bar
    case .agreement(let number): return agreements.indices.contains(number) && agreements[number].confidence < bar
    case .omission: return false
    }
  }

  /// The key under which a list is to be made anew; `nil` where it still stands.
  private func staleKey(_ pane: Pane) -> ListKey? {
    var key = ListKey(visible: lists.visible.key, filter: filters[pane] ?? "")
    if !key.filter.isEmpty || pane == .matrix { key.remarks = remarks.revision }
    switch pane {
    case .quotes:
      if !quotes.allArticles { key.document = document }
      key.actor = actor
      key.quotes = quotes
    case .timeline: key.actor = actor
    default: break
    }
    return lists.keys[pane] == key ? nil : key
  }

  /// Makes the lists anew whose grounds have changed. Cost: nothing where none has.
  mutating func refreshLists() {
    let visibleKey = visibleKey
    if lists.visible.key != visibleKey { lists.visible = VisibleDifferences(index, visibleKey) }
    let marksKey = ActorMarks.Key(index: index.serial, remarks: remarks.revision)
    if lists.actorMarks.key != marksKey { lists.actorMarks = ActorMarks(index, remarks) }
    if let key = staleKey(.sources) {
      lists.keys[.sources] = key
      lists.sources = sourceRows()
    }
    if let key = staleKey(.actors) {
      lists.keys[.actors] = key
      lists.actors = actorRows()
    }
    if view == .read, let key = staleKey(.quotes) {
      lists.keys[.quotes] = key
      lists.quotes = quoteRows()
    }
    if view == .matrix, let key = staleKey(.matrix) {
      lists.keys[.matrix] = key
      lists.matrix = matrixRows()
      lists.cells = matrixCells()
      lists.columns = matrixColumns()
      lists.mostInCell = lists.cells.values.map(\.statements).max() ?? 0
      lists.attributed = lists.cells.values.reduce(0) { $0 + $1.statements }
      lists.mostStatements = index.statementsOfDocument.map(\.count).max() ?? 0
    }
    if view == .timeline, let key = staleKey(.timeline) {
      lists.keys[.timeline] = key
      lists.timeline = timelineRows()
      lists.chart = TimelineChart(lists.timeline, of: actor, in: dossier)
      // A shift stands under both of its statements.
      lists.shifts = Set(lists.timeline.compactMap { if case .shift(let id) = $0 { id } else { nil } }).count
    }
    if view == .differences {
      if let key = staleKey(.differences) {
        lists.keys[.differences] = key
        lists.sections = AccountSection.allCases.map(accountRows)
      }
      lists.accounts = lists.sections[accounts.section.rawValue]
    }
  }
}
