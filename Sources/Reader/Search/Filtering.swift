import Dossier
import Query

extension ReaderState {
  /// Which rows of a list the filter of a pane lets through; `nil` where it lets all through.
  func rows(of list: Finder.List, in pane: Pane) -> [Bool]? {
    rows(of: list, matching: filters[pane] ?? "")
  }

  /// Which rows of a list a filter lets through; `nil` where it lets all through.
  func rows(of list: Finder.List, matching filter: String) -> [Bool]? {
    let query = Query(filter)
    guard !query.isEmpty else { return nil }
    return rows(of: list).matching(query, index.finder.directory, index.finder.corpus)
  }

  /// Which articles the filter of Sources lets through, those in which something of it is found, or in whose line it stands;
  /// none in which anything of what it avoids is. `nil` where it lets all through.
  mutating func filteredSources() -> [Bool]? {
    let query = Query(filters[.sources] ?? "")
    guard !query.isEmpty else { return nil }
    let (wanted, avoided) = query.parts
    var passing = wanted.map { holding($0) } ?? [Bool](repeating: true, count: dossier.documents.count)
    guard let avoided else { return passing }
    for (row, isHolding) in holding(avoided).enumerated() where isHolding { passing[row] = false }
    return passing
  }

  /// Which articles hold what a query asks for, in a passage or in their line of the list.
  private mutating func holding(_ query: Query) -> [Bool] {
    var holding = rows(of: .documents).matching(query, index.finder.directory, index.finder.corpus)
    let search = textSearch(query)
    for document in dossier.documents where !holding[document.id.index] {
      search.matches(in: [document.id]) { match in
        holding[match.document.index] = true
        return false
      }
    }
    return holding
  }

  private func rows(of list: Finder.List) -> Rows {
    let dossier = dossier
    let text = index.finder.column(list)
    let original = { (row: Int) in dossier.words(of: list, row) }
    switch list {
    case .documents:
      return Rows(
        text: text, original: original, documents: { [dossier.documents[$0].id] },
        traits: { lists.visible.ofDocument[$0].traits.union(remarks.traits(in: dossier.documents[$0].id)) },
        notes: { remarks.notes(in: dossier.documents[$0].id) }, tags: { remarks.tags(in: dossier.documents[$0].id) })
    case .actors:
      return Rows(
        text: text, original: original, actors: { [dossier.actors[$0].id] },
        documents: { Array(Set(dossier.actors[$0].mentions.map(\.document))) },
        traits: { row in
          let added = Remarks.traits(lists.actorMarks[dossier.actors[row].id])
          return lists.visible.ofActor[row].traits.union([Traits(dossier.actors[row].kind.rawValue), added])
        }, notes: { Remarks.notes(lists.actorMarks[dossier.actors[$0].id]) },
        tags: { Remarks.tags(lists.actorMarks[dossier.actors[$0].id]) })
    case .statements:
      return Rows(
        text: text, original: original, actors: { dossier.statements[$0].speakers },
        documents: { [dossier.statements[$0].document] }, traits: { traits(of: dossier.statements[$0]) },
        notes: { remarks.notes(on: passage(of: dossier.statements[$0].id)) },
        tags: { remarks.tags(on: passage(of: dossier.statements[$0].id)) })
    case .differences:
      return Rows(
        text: text, original: original, actors: { dossier.disagreements[$0].sides.compactMap(\.actor) },
        documents: { dossier.disagreements[$0].sides.map(\.passage.document) },
        traits: { Traits(dossier.disagreements[$0], remarks[.difference(Disagreement.ID($0))]) },
        notes: { remarks[.difference(Disagreement.ID($0))]?.note ?? "" },
        tags: { remarks[.difference(Disagreement.ID($0))]?.tagWords ?? "" })
    case .agreements:
      return Rows(
        text: text, original: original, documents: { dossier.agreements[$0].passages.map(\.document) },
        traits: { Traits(remarks[.agreement($0)]) }, notes: { remarks[.agreement($0)]?.note ?? "" },
        tags: { remarks[.agreement($0)]?.tagWords ?? "" })
    case .omissions:
      return Rows(
        text: text, original: original,
        documents: { [dossier.omissions[$0].present.document, dossier.omissions[$0].missingFrom] },
        traits: { Traits(remarks[.omission($0)]) }, notes: { remarks[.omission($0)]?.note ?? "" },
        tags: { remarks[.omission($0)]?.tagWords ?? "" })
    }
  }

  private func traits(of statement: Statement) -> Traits {
    var traits = Traits(statement.kind)
    if let cue = statement.cue { traits.formUnion(Traits(cue)) }
    if let relation = lists.visible.ofStatement[statement.id] { traits.formUnion(Traits(relation.rawValue)) }
    return traits.union(remarks.traits(on: passage(of: statement.id)))
  }
}

extension RelationCounts {
  /// The relations that occur.
  fileprivate var traits: Traits {
    Disagreement.Relation.allCases.filter { self[$0] > 0 }.reduce(into: []) { $0.formUnion(Traits($1.rawValue)) }
  }
}
