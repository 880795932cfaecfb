import Dossier

/// What each list holds, made from the dossier, what is selected and what the person typed to narrow it.
extension ReaderState {
  mutating func sourceRows() -> [SourceRow] {
    let passing = filteredSources()
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

  func actorRows() -> [Actor.ID?] {
    guard let passing = rows(of: .actors, in: .actors) else { return [nil] + dossier.actors.map(\.id) }
    return dossier.actors.map(\.id).filter { passing[$0.index] }
  }

  func quoteRows() -> [Statement.ID] {
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

  func matrixRows() -> [Actor.ID] {
    let passing = rows(of: .actors, in: .matrix)
    return dossier.actors.map(\.id)
      .filter { !index.statementsOfActor[$0.index].isEmpty && (passing?[$0.index] ?? true) }
      .sorted { left, right in
        let counts = (index.statementsOfActor[left.index].count, index.statementsOfActor[right.index].count)
        return counts.0 != counts.1 ? counts.0 > counts.1 : left < right
      }
  }

  /// The sources that stand in the Matrix, after its rows and cells are made: all, or those in which somebody speaks whom the
  /// filter leaves.
  func matrixColumns() -> [Document.ID] {
    guard !(filters[.matrix] ?? "").isEmpty else { return index.sourceOrder }
    var isHeard = [Bool](repeating: false, count: dossier.documents.count)
    for actor in lists.matrix {
      for id in index.statementsOfActor[actor.index] { isHeard[dossier[id].document.index] = true }
    }
    return index.sourceOrder.filter { isHeard[$0.index] }
  }

  /// Cost: one pass over all statements and differences.
  func matrixCells() -> [MatrixPlace: MatrixCell] {
    var cells: [MatrixPlace: MatrixCell] = [:]
    for id in index.statements {
      let statement = dossier[id]
      for actor in statement.speakers {
        cells[MatrixPlace(actor: actor, document: statement.document), default: MatrixCell()].statements += 1
      }
    }
    for id in lists.visible.held.reversed() {
      for side in dossier[id].sides {
        guard let actor = side.actor else { continue }
        let place = MatrixPlace(actor: actor, document: side.passage.document)
        cells[place, default: MatrixCell()].strongest = dossier[id].relation
      }
    }
    for mark in dossier.documents.flatMap({ remarks.added(in: $0.id) }) where mark.actor == nil {
      for entry in index.marks[mark.passage.document.index].statements.overlapping(mark.passage.span) {
        for actor in dossier[entry.value].speakers {
          cells[MatrixPlace(actor: actor, document: mark.passage.document)]?.hasRemark = true
        }
      }
    }
    return cells
  }

  func accountRows(of section: AccountSection) -> [Finding] {
    switch section {
    case .differences:
      let passing = rows(of: .differences, in: .differences)
      return lists.visible.ranked.filter { passing?[$0.index] ?? true }.map(Finding.difference)
    case .agreements:
      let passing = rows(of: .agreements, in: .differences)
      return shownAgreements.filter { passing?[$0] ?? true }.map(Finding.agreement)
    case .omissions:
      let passing = rows(of: .omissions, in: .differences)
      return dossier.omissions.indices.filter { passing?[$0] ?? true }.map(Finding.omission)
    }
  }

  /// Those that are not below the bar or that the person has remarked on, by index.
  var shownAgreements: [Int] { dossier.agreements.indices.filter { isShown(agreement: $0) } }

  func isShown(agreement number: Int) -> Bool {
    dossier.agreements[number].confidence >= bar || lists.visible.key?.remarked.contains(.agreement(number)) ?? false
  }

  func timelineRows() -> [TimelineRow] {
    let passing = rows(of: .statements, in: .timeline)
    let pool = actor.map { index.statementsOfActor[$0.index] } ?? index.statements
    typealias Dated = (order: TimelineOrder, date: PartialDate?, id: Statement.ID)
    let years = TimelineYears(dossier)
    let days = dossier.documents.map { (order: years.order(of: $0.id), date: dossier.date(of: $0.id)) }
    var dated: [Dated] = []
    for id in pool where passing?[id.index] ?? true {
      let day = days[dossier[id].document.index]
      dated.append((day.order, day.date, id))
    }
    dated.sort { (left: Dated, right: Dated) -> Bool in
      left.order == right.order ? left.id < right.id : left.order < right.order
    }
    let shifts = Dictionary(
      grouping: lists.visible.ranked.filter { dossier[$0].relation == .shift }.flatMap { id in
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
