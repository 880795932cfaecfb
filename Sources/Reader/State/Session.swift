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
  static let place = "place "

  /// By names, as the library keeps it. Documents are named by hash and path, passages by document and offsets, actors by
  /// name, so that all is found again where another analysis has numbered them otherwise or the articles lie elsewhere.
  var values: [String: String] {
    var values: [String: String] = [:]
    let names = StableNames(index.dossier)
    values["view"] = "\(place.view.rawValue)"
    values["pane"] = "\(place.readPane.rawValue)"
    values["document"] = place.document.map(names.document)
    values["actor"] = place.actor.map(names.actor)
    values["statement"] = place.statement.map(names.statement)
    values["difference"] = place.difference.map(names.difference)
    values["left difference"] = place.leftDifference.map(names.difference)
    for (number, place) in places where index.dossier.documents.indices.contains(number) {
      values[Self.place + names.document(Document.ID(number))] = "\(place.cursor) \(place.top)"
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
      values["compare"] = compare.documents.map(names.document).joined(separator: "\n")
      values["compare-at"] = Self.words(compare).map(String.init).joined(separator: " ")
    }
    values["matrix-actor"] = matrix.actor.map(names.actor)
    values["matrix-document"] = matrix.document.map(names.document)
    switch timeline.selected {
    case .statement(let id): values["timeline"] = names.statement(id)
    case .shift(let id): values["timeline-shift"] = names.difference(id)
    case .date, nil: break
    }
    values["section"] = "\(accounts.section.rawValue)"
    for finding in accounts.selected.values {
      values["account \(AccountSection(of: finding))"] = names.finding(finding)
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
}
