import Dossier
import Query

/// Where a person stands in a set of articles, to be taken up the next time.
///
/// Copies of what the state holds: cheap to take after every key. It is put into words only when it is kept.
struct Session: Hashable, Sendable {
  /// What the identities below are of.
  private let index: DossierIndex
  private let place: Place
  private let places: [Int: ArticlePlace]
  private let tops: [Pane: Int]
  private let filters: [Pane: String]
  private let search: String?
  private let quotes: QuoteScope
  private let matrix: MatrixState
  private let timeline: TimelineState
  private let accounts: AccountsState
  private let movedBar: Double?
  private let showsBelowBar: Bool
  private let arrangement: Arrangement

  init(_ state: ReaderState) {
    index = state.index
    place = state.place
    places = state.places
    tops = state.tops
    filters = state.filters
    search = state.search?.query.text
    quotes = state.quotes
    matrix = state.matrix
    timeline = state.timeline
    accounts = state.accounts
    movedBar = state.movedBar
    showsBelowBar = state.showsBelowBar
    arrangement = state.arrangement
  }

  static func == (left: Session, right: Session) -> Bool {
    left.index === right.index && left.place == right.place && left.places == right.places && left.tops == right.tops
      && left.filters == right.filters && left.search == right.search && left.quotes == right.quotes
      && left.matrix == right.matrix
      && left.timeline == right.timeline && left.accounts == right.accounts && left.movedBar == right.movedBar
      && left.showsBelowBar == right.showsBelowBar && left.arrangement == right.arrangement
  }

  func hash(into hasher: inout Hasher) { hasher.combine(place) }
}

// MARK: In words

extension Session {
  /// What the name of a place in a document begins with.
  fileprivate static let place = "place "

  /// By names, as the library keeps it. Documents are named by hash and path, passages by document and offsets, actors by
  /// name, so that all is found again where another analysis has numbered them otherwise or the articles lie elsewhere.
  var values: [String: String] {
    var values: [String: String] = [:]
    let words = Words(index.dossier)
    values["view"] = "\(place.view.rawValue)"
    values["pane"] = "\(place.readPane.rawValue)"
    values["document"] = place.document.map(words.document)
    values["actor"] = place.actor.map(words.actor)
    values["statement"] = place.statement.map(words.statement)
    values["difference"] = place.difference.map(words.difference)
    values["left difference"] = place.leftDifference.map(words.difference)
    for (number, place) in places where index.dossier.documents.indices.contains(number) {
      values[Self.place + words.document(Document.ID(number))] = "\(place.cursor) \(place.top)"
    }
    for (pane, top) in tops { values["top \(pane.rawValue)"] = "\(top)" }
    values["search"] = search
    for (pane, filter) in filters { values["filter \(pane.rawValue)"] = filter }
    values["below-bar"] = showsBelowBar ? "yes" : "no"
    values.merge(arrangement.values) { $1 }
    values["all-articles"] = quotes.allArticles ? "yes" : "no"
    values["direct-only"] = quotes.directOnly ? "yes" : "no"
    values["bar"] = movedBar.map { "\($0)" }
    if let compare = place.compare {
      values["compare"] = compare.documents.map(words.document).joined(separator: "\n")
      values["compare-at"] = Self.words(compare).map(String.init).joined(separator: " ")
    }
    values["matrix-actor"] = matrix.actor.map(words.actor)
    values["matrix-document"] = matrix.document.map(words.document)
    switch timeline.selected {
    case .statement(let id): values["timeline"] = words.statement(id)
    case .shift(let id): values["timeline-shift"] = words.difference(id)
    case .date, nil: break
    }
    values["section"] = "\(accounts.section.rawValue)"
    for account in accounts.selected.values {
      switch account {
      case .difference(let id): values["account difference"] = words.difference(id)
      case .agreement(let number): values["account agreement"] = words.passage(index.dossier.agreements[number].claim)
      case .omission(let number): values["account omission"] = words.passage(index.dossier.omissions[number].present)
      }
    }
    return values
  }

  /// The side, whether differences only, the distance from the top; and of the cursor the row, the offset, and the column:
  /// -1 is the reason of the selected difference.
  private static func words(_ compare: CompareState) -> [Int] {
    let (column, offset) =
      switch compare.cursor.part {
      case .text(let column, let offset): (column, Int(offset))
      case .reason(_, let offset): (-1, offset)
      }
    return [compare.side, compare.differencesOnly ? 1 : 0, compare.above, compare.cursor.row, offset, column]
  }
}

extension ReaderState {
  /// Takes up what was left, as far as the set still has it.
  /// - Parameter values: as `Session` puts them.
  public mutating func resume(_ values: [String: String]) {
    guard !values.isEmpty else { return }
    let words = Words(dossier)
    func number(_ name: String) -> Int? { values[name].flatMap { Int($0) } }
    func flag(_ name: String) -> Bool? { values[name].map { $0 == "yes" } }
    func numbers(_ text: String?) -> [Int] { (text ?? "").split(separator: " ").compactMap { Int($0) } }
    view = number("view").flatMap(ViewID.init(rawValue:)) ?? view
    readPane =
      number("pane").flatMap(Pane.init(rawValue:)).flatMap { ViewID.read.panes.contains($0) ? $0 : nil } ?? readPane
    document = values["document"].flatMap(words.document(named:)) ?? document
    actor = values["actor"].flatMap(words.actor(named:))
    statement = values["statement"].flatMap(words.statement(named:))
    if let found = values["difference"].flatMap(words.difference(named:)) {
      difference = found
      isDifferenceOffered = false
    } else if let left = values["left difference"].flatMap(words.difference(named:)) {
      difference = nil
      leftDifference = left
    }
    for (name, value) in values where name.hasPrefix(Session.place) {
      let place = numbers(value)
      guard place.count == 2, let id = words.document(named: String(name.dropFirst(Session.place.count))) else {
        continue
      }
      let document = dossier[id]
      func offset(_ wanted: Int) -> Int {
        document.text.characterStart(atOrBefore: min(max(0, wanted), document.text.count))
      }
      places[document.id.index] = ArticlePlace(cursor: offset(place[0]), top: offset(place[1]))
    }
    for pane in Pane.allCases {
      if let top = number("top \(pane.rawValue)") { tops[pane] = max(0, top) }
      if let filter = values["filter \(pane.rawValue)"] { filters[pane] = filter }
    }
    arrangement = Arrangement(values)
    showsBelowBar = flag("below-bar") ?? showsBelowBar
    quotes = QuoteScope(allArticles: flag("all-articles") ?? false, directOnly: flag("direct-only") ?? false)
    movedBar = values["bar"].flatMap { Double($0) }.map { min(max(0, $0), 0.95) } ?? movedBar
    resumeCompare(values["compare"], at: numbers(values["compare-at"]), words)
    matrix.actor = values["matrix-actor"].flatMap(words.actor(named:)) ?? matrix.actor
    matrix.document = values["matrix-document"].flatMap(words.document(named:)) ?? matrix.document
    timeline.selected =
      values["timeline"].flatMap(words.statement(named:)).map(TimelineRow.statement)
      ?? values["timeline-shift"].flatMap(words.difference(named:)).map(TimelineRow.shift)
    resumeAccounts(values, words)
    accounts.section = number("section").flatMap(AccountSection.init(rawValue:)) ?? accounts.section
    settle()
    selectStrongest()
  }

  /// Takes up the search that was open, at the place where the person stands.
  mutating func resumeSearch(_ text: String?) {
    guard search == nil, let text else { return }
    let query = Query(text)
    var found = Search(query, hits: find(query))
    guard !found.hits.isEmpty else { return }
    let cursor = document.flatMap { places[$0.index]?.cursor } ?? 0
    found.current = found.hits.firstIndex { $0.document == document && Int($0.span.start) >= cursor } ?? 0
    search = found
    settle()
  }

  private mutating func resumeCompare(_ names: String?, at place: [Int], _ words: Words) {
    let documents = (names ?? "").split(separator: "\n").compactMap { words.document(named: String($0)) }
    if (2...3).contains(documents.count) {
      var state = CompareState(documents: documents)
      if place.count == 6, documents.indices.contains(place[0]),
        place[2...4].allSatisfy({ (0..<Self.far).contains($0) })
      {
        state.side = place[0]
        state.differencesOnly = place[1] == 1
        state.above = place[2]
        state.cursor.row = place[3]
        if documents.indices.contains(place[5]) {
          state.cursor.part = .text(column: place[5], offset: UInt32(place[4]))
        } else if let difference {
          state.cursor.part = .reason(difference, offset: place[4])
        }
      }
      compare = state
    } else if view == .compare {
      view = .read
    }
  }

  private mutating func resumeAccounts(_ values: [String: String], _ words: Words) {
    if let id = values["account difference"].flatMap(words.difference(named:)) {
      accounts.selected[.differences] = .difference(id)
    }
    if let passage = values["account agreement"].flatMap(words.passage(named:)),
      let number = dossier.agreements.firstIndex(where: { $0.claim == passage })
    {
      accounts.selected[.agreements] = .agreement(number)
    }
    if let passage = values["account omission"].flatMap(words.passage(named:)),
      let number = dossier.omissions.firstIndex(where: { $0.present == passage })
    {
      accounts.selected[.omissions] = .omission(number)
    }
  }
}

extension Arrangement {
  fileprivate var values: [String: String] {
    func list(_ numbers: some Sequence<Int>) -> String { numbers.sorted().map { "\($0)" }.joined(separator: " ") }
    var values = [
      "hidden": list(hidden.map(\.rawValue)), "zoomed": list(zoomed.map(\.rawValue)),
      "without-context": list(withoutContext.map(\.rawValue)),
    ]
    for (view, columns) in widths { values["width \(view.rawValue)"] = "\(columns)" }
    for (pane, rows) in heights { values["height \(pane.rawValue)"] = "\(rows)" }
    return values
  }

  fileprivate init(_ values: [String: String]) {
    func numbers(_ name: String) -> [Int] { (values[name] ?? "").split(separator: " ").compactMap { Int($0) } }
    self.init()
    hidden = Set(numbers("hidden").compactMap(Pane.init(rawValue:)))
    zoomed = Set(numbers("zoomed").compactMap(ViewID.init(rawValue:)))
    withoutContext = Set(numbers("without-context").compactMap(ViewID.init(rawValue:)))
    // What no drag could set is no size: the layout was never tried with it.
    for view in ViewID.allCases { widths[view] = numbers("width \(view.rawValue)").first { (-500...500).contains($0) } }
    for pane in Pane.allCases { heights[pane] = numbers("height \(pane.rawValue)").first { (-500...500).contains($0) } }
  }
}

/// Names for what a dossier holds that another analysis of the same set gives to the same things.
private final class Words {
  let dossier: Dossier
  private lazy var byPath = Dictionary(dossier.documents.map { ($0.path, $0.id) }) { first, _ in first }
  /// Costs a pass over texts that were read just now: made where an article is not found by its path.
  private lazy var byHash = Dictionary(dossier.documents.map { ($0.contentHash, $0.id) }) { first, _ in first }

  init(_ dossier: Dossier) { self.dossier = dossier }

  func document(_ id: Document.ID) -> String { "\(dossier[id].contentHash) \(dossier[id].path)" }
  func actor(_ id: Actor.ID) -> String { dossier[id].name }

  func passage(_ passage: Passage) -> String {
    "\(passage.span.start) \(passage.span.end) \(document(passage.document))"
  }

  func statement(_ id: Statement.ID) -> String {
    passage(Passage(document: dossier[id].document, span: dossier[id].span))
  }

  func difference(_ id: Disagreement.ID) -> String {
    dossier[id].sides.map { passage($0.passage) }.joined(separator: "\n")
  }

  /// The same text, at the same path where there are several; else the file at that path.
  func document(named name: String) -> Document.ID? {
    let parts = name.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    let atPath = byPath[parts[1]]
    if let atPath, dossier[atPath].contentHash == parts[0] { return atPath }
    return byHash[parts[0]] ?? atPath
  }

  func actor(named name: String) -> Actor.ID? { dossier.actors.first { $0.name == name }?.id }

  func passage(named name: String) -> Passage? {
    let parts = name.split(separator: " ", maxSplits: 2)
    guard parts.count == 3, let start = UInt32(parts[0]), let end = UInt32(parts[1]), start <= end,
      let document = document(named: String(parts[2]))
    else { return nil }
    return Passage(document: document, span: Span(start: start, end: end))
  }

  func statement(named name: String) -> Statement.ID? {
    guard let passage = passage(named: name) else { return nil }
    return dossier.statements.first { $0.document == passage.document && $0.span == passage.span }?.id
  }

  func difference(named name: String) -> Disagreement.ID? {
    let passages = name.split(separator: "\n").map { passage(named: String($0)) }
    guard passages.count == 2 else { return nil }
    return dossier.disagreements.first { $0.left.passage == passages[0] && $0.right.passage == passages[1] }?.id
  }
}
