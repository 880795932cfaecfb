import Dossier
import Query

extension ReaderState {
  /// Takes up what was left, as far as the set still has it.
  /// - Parameter values: as `Session` puts them.
  public mutating func resume(_ values: [String: String]) {
    guard !values.isEmpty else { return }
    let names = StableNames(dossier)
    func number(_ name: String) -> Int? { values[name].flatMap { Int($0) } }
    func flag(_ name: String) -> Bool? { values[name].map { $0 == "yes" } }
    func numbers(_ text: String?) -> [Int] { (text ?? "").split(separator: " ").compactMap { Int($0) } }
    view = number("view").flatMap(ViewID.init(rawValue:)) ?? view
    readPane =
      number("pane").flatMap(Pane.init(rawValue:)).flatMap { ViewID.read.panes.contains($0) ? $0 : nil } ?? readPane
    document = values["document"].flatMap(names.document(named:)) ?? document
    actor = values["actor"].flatMap(names.actor(named:))
    statement = values["statement"].flatMap(names.statement(named:))
    if let found = values["difference"].flatMap(names.difference(named:)) {
      difference = found
      isDifferenceOffered = false
    } else if let left = values["left difference"].flatMap(names.difference(named:)) {
      difference = nil
      leftDifference = left
    }
    for (name, value) in values where name.hasPrefix(Session.place) {
      let place = numbers(value)
      guard place.count == 2, let id = names.document(named: String(name.dropFirst(Session.place.count))) else {
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
    resumeCompare(values["compare"], at: numbers(values["compare-at"]), names)
    matrix.actor = values["matrix-actor"].flatMap(names.actor(named:)) ?? matrix.actor
    matrix.document = values["matrix-document"].flatMap(names.document(named:)) ?? matrix.document
    timeline.selected =
      values["timeline"].flatMap(names.statement(named:)).map(TimelineRow.statement)
      ?? values["timeline-shift"].flatMap(names.difference(named:)).map(TimelineRow.shift)
    resumeAccounts(values, names)
    accounts.section = number("section").flatMap(AccountSection.init(rawValue:)) ?? accounts.section
    settle()
    selectStrongest()
    if movedBar != nil || showsBelowBar {
      message = "\(barWords) · as you left it, \(hint(.lowerBar)) \(hint(.raiseBar)) move it"
    }
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

  private mutating func resumeCompare(_ wanted: String?, at place: [Int], _ names: StableNames) {
    let documents = (wanted ?? "").split(separator: "\n").compactMap { names.document(named: String($0)) }
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

  private mutating func resumeAccounts(_ values: [String: String], _ names: StableNames) {
    for (section, subject) in zip(AccountSection.allCases, [.passages, .agreement, .omission] as [Annotation.Subject]) {
      if let found = values["account \(section)"].flatMap({ names.finding(subject, named: $0) }) {
        accounts.selected[section] = found
      }
    }
  }
}

extension Arrangement {
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
