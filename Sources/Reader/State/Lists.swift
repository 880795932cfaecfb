import Dossier

/// One row of the Sources pane.
enum SourceRow: Hashable, Sendable {
  case event(Event.ID)
  case document(Document.ID)

  var document: Document.ID? {
    if case .document(let id) = self { id } else { nil }
  }
}

/// One row of the Timeline.
enum TimelineRow: Hashable, Sendable {
  case date(PartialDate?)
  case statement(Statement.ID)
  case shift(Disagreement.ID)
}

/// One cell of the Matrix: an actor in a source.
struct MatrixPlace: Hashable, Sendable {
  var actor: Actor.ID
  var document: Document.ID
}

/// What a cell of the Matrix says: how many statements, and the strongest difference among them.
struct MatrixCell: Hashable, Sendable {
  var statements = 0
  var strongest: Disagreement.Relation?
  /// Whether the person added something to one of the statements.
  var hasRemark = false
}

/// How many differences of each relation.
struct RelationCounts: Hashable, Sendable {
  private var counts = [Int](repeating: 0, count: Disagreement.Relation.allCases.count)

  subscript(relation: Disagreement.Relation) -> Int {
    get { counts[relation.rank] }
    set { counts[relation.rank] = newValue }
  }

  var total: Int { counts.reduce(0, +) }

  /// The strongest relation that occurs.
  var strongest: Disagreement.Relation? {
    Disagreement.Relation.allCases.filter { self[$0] > 0 }.min { $0.rank < $1.rank }
  }
}

/// What the differences above the bar depend on.
private struct VisibleKey: Hashable {
  var index: Int
  var bar: Double
}

/// What a list depends on.
private struct ListKey: Hashable {
  var visible: VisibleKey
  var filter: String
  var document: Document.ID?
  var actor: Actor.ID?
  var quotes = QuoteScope()
  var section = AccountSection.differences
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
  /// What each cell of the Matrix says.
  fileprivate(set) var cells: [MatrixPlace: MatrixCell] = [:]
  fileprivate(set) var timeline: [TimelineRow] = []
  /// The most statements of a cell of the Matrix, and of a source.
  fileprivate(set) var mostInCell = 0
  fileprivate(set) var mostStatements = 0
  /// How much the timeline holds of whom and when.
  fileprivate(set) var chart = TimelineChart()
  /// Shifts of position in the timeline.
  fileprivate(set) var shifts = 0
  fileprivate(set) var accounts: [Account] = []

  fileprivate var visibleKey: VisibleKey?
  /// Differences above the bar, strongest first.
  fileprivate(set) var visible: [Disagreement.ID] = []
  /// Whether each difference is above the bar.
  fileprivate(set) var isVisible: [Bool] = []
  fileprivate(set) var total = RelationCounts()
  fileprivate(set) var ofDocument: [RelationCounts] = []
  fileprivate(set) var ofActor: [RelationCounts] = []
  /// The strongest relation that each statement is in.
  fileprivate(set) var ofStatement: [Statement.ID: Disagreement.Relation] = [:]
}

extension ReaderState {
  /// The key under which a list is to be made anew; `nil` where it still stands.
  private func staleKey(_ pane: Pane, _ set: (inout ListKey) -> Void = { _ in }) -> ListKey? {
    var key = ListKey(visible: VisibleKey(index: index.serial, bar: bar), filter: filters[pane] ?? "")
    if !key.filter.isEmpty { key.remarks = remarks.revision }
    set(&key)
    return lists.keys[pane] == key ? nil : key
  }

  /// Makes the lists anew whose grounds have changed. Cost: nothing where none has.
  mutating func refreshLists() {
    refreshVisible()
    if let key = staleKey(.sources) {
      lists.keys[.sources] = key
      lists.sources = sourceRows()
    }
    if let key = staleKey(.actors) {
      lists.keys[.actors] = key
      lists.actors = actorRows()
    }
    if view == .read,
      let key = staleKey(
        .quotes,
        { key in
          key.document = document
          key.actor = actor
          key.quotes = quotes
        })
    {
      lists.keys[.quotes] = key
      lists.quotes = quoteRows()
    }
    if view == .matrix, let key = staleKey(.matrix, { $0.remarks = remarks.revision }) {
      lists.keys[.matrix] = key
      lists.matrix = matrixRows()
      lists.cells = matrixCells()
      lists.mostInCell = lists.cells.values.map(\.statements).max() ?? 0
      lists.mostStatements = index.statementsOfDocument.map(\.count).max() ?? 0
    }
    if view == .timeline, let key = staleKey(.timeline, { $0.actor = actor }) {
      lists.keys[.timeline] = key
      lists.timeline = timelineRows()
      lists.chart = TimelineChart(lists.timeline, of: actor, in: dossier)
      lists.shifts = lists.timeline.count { if case .shift = $0 { true } else { false } }
    }
    if view == .differences,
      let key = staleKey(
        .differences,
        { $0.section = accounts.section })
    {
      lists.keys[.differences] = key
      lists.accounts = accountRows()
    }
  }

  private mutating func refreshVisible() {
    let key = VisibleKey(index: index.serial, bar: bar)
    guard lists.visibleKey != key else { return }
    lists.visibleKey = key
    lists.visible = []
    lists.isVisible = [Bool](repeating: false, count: dossier.disagreements.count)
    lists.total = RelationCounts()
    lists.ofDocument = [RelationCounts](repeating: RelationCounts(), count: dossier.documents.count)
    lists.ofActor = [RelationCounts](repeating: RelationCounts(), count: dossier.actors.count)
    lists.ofStatement = [:]
    for id in index.ranked where dossier[id].confidence >= bar {
      let difference = dossier[id]
      lists.visible.append(id)
      lists.isVisible[id.index] = true
      lists.total[difference.relation] += 1
      for document in Set(difference.sides.map(\.passage.document)) {
        lists.ofDocument[document.index][difference.relation] += 1
      }
      for actor in Set(difference.sides.compactMap(\.actor)) { lists.ofActor[actor.index][difference.relation] += 1 }
      for statement in difference.sides.compactMap(\.statement) where lists.ofStatement[statement] == nil {
        lists.ofStatement[statement] = difference.relation
      }
    }
  }

  private func sourceRows() -> [SourceRow] {
    let passing = self.rows(of: .documents, in: .sources)
    var rows: [SourceRow] = []
    var event: Event.ID?
    for id in index.sourceOrder where passing?[id.index] ?? true {
      let document = dossier[id]
      if let next = document.event, next != event { rows.append(.event(next)) }
      event = document.event
      rows.append(.document(id))
    }
    return rows
  }

  private func actorRows() -> [Actor.ID?] {
    guard let passing = rows(of: .actors, in: .actors) else { return [nil] + dossier.actors.map(\.id) }
    return dossier.actors.map(\.id).filter { passing[$0.index] }
  }

  private func quoteRows() -> [Statement.ID] {
    let passing = rows(of: .statements, in: .quotes)
    let pool: [Statement.ID]
    if let actor {
      pool = index.statementsOfActor[actor.index]
    } else if quotes.allArticles {
      pool = index.statements
    } else {
      pool = document.map { index.statementsOfDocument[$0.index] } ?? []
    }
    return pool.filter { id in
      let statement = dossier[id]
      return (quotes.allArticles || statement.document == document)
        && (!quotes.directOnly || statement.kind == .direct)
        && (passing?[id.index] ?? true)
    }
  }

  private func matrixRows() -> [Actor.ID] {
    let passing = rows(of: .actors, in: .matrix)
    return dossier.actors.map(\.id)
      .filter { !index.statementsOfActor[$0.index].isEmpty && (passing?[$0.index] ?? true) }
      .sorted { left, right in
        let counts = (index.statementsOfActor[left.index].count, index.statementsOfActor[right.index].count)
        return counts.0 != counts.1 ? counts.0 > counts.1 : left < right
      }
  }

  /// Cost: one pass over all statements and differences.
  private func matrixCells() -> [MatrixPlace: MatrixCell] {
    var cells: [MatrixPlace: MatrixCell] = [:]
    for id in index.statements {
      let statement = dossier[id]
      guard let actor = statement.speaker?.actor else { continue }
      cells[MatrixPlace(actor: actor, document: statement.document), default: MatrixCell()].statements += 1
    }
    for id in lists.visible.reversed() {
      for side in dossier[id].sides {
        guard let actor = side.actor else { continue }
        let place = MatrixPlace(actor: actor, document: side.passage.document)
        cells[place, default: MatrixCell()].strongest = dossier[id].relation
      }
    }
    for mark in remarks.marks {
      for entry in index.marks[mark.passage.document.index].statements.overlapping(mark.passage.span) {
        guard let actor = dossier[entry.value].speaker?.actor else { continue }
        cells[MatrixPlace(actor: actor, document: mark.passage.document)]?.hasRemark = true
      }
    }
    return cells
  }

  private func accountRows() -> [Account] {
    switch accounts.section {
    case .differences:
      let passing = rows(of: .differences, in: .differences)
      return lists.visible.filter { passing?[$0.index] ?? true }.map(Account.difference)
    case .agreements:
      let passing = rows(of: .agreements, in: .differences)
      return dossier.agreements.indices.filter { passing?[$0] ?? true }.map(Account.agreement)
    case .omissions:
      let passing = rows(of: .omissions, in: .differences)
      return dossier.omissions.indices.filter { passing?[$0] ?? true }.map(Account.omission)
    }
  }

  private func timelineRows() -> [TimelineRow] {
    let passing = rows(of: .statements, in: .timeline)
    let pool = actor.map { index.statementsOfActor[$0.index] } ?? index.statements
    typealias Dated = (order: TimelineOrder, date: PartialDate?, id: Statement.ID)
    var dated: [Dated] = []
    for id in pool where passing?[id.index] ?? true {
      let date = dossier.date(of: dossier[id].document)
      dated.append((TimelineOrder(date), date, id))
    }
    dated.sort { (left: Dated, right: Dated) -> Bool in
      left.order == right.order ? left.id < right.id : left.order < right.order
    }
    let shifts = Dictionary(
      grouping: lists.visible.filter { dossier[$0].relation == .shift }.flatMap { id in
        dossier[id].sides.compactMap(\.statement).map { (statement: $0, shift: id) }
      }, by: \.statement)
    var rows: [TimelineRow] = []
    var last: TimelineOrder?
    for (order, date, id) in dated {
      if order != last { rows.append(.date(date)) }
      last = order
      rows.append(.statement(id))
      rows += (shifts[id] ?? []).map { .shift($0.shift) }
    }
    return rows
  }
}

/// Dates in order as far as they are known: whole dates first, then those whose year is unknown, then none.
struct TimelineOrder: Comparable {
  /// How little is known, then year, month and day, as digits of one number.
  private let key: Int

  init(_ date: PartialDate?) {
    guard let date, date != PartialDate() else {
      key = 2_0000_00_00
      return
    }
    let rank = date.year == nil ? 1 : 0
    key = ((rank * 1_0000 + (date.year ?? 0)) * 100 + (date.month ?? 0)) * 100 + (date.day ?? 0)
  }

  static func < (left: Self, right: Self) -> Bool { left.key < right.key }
}
