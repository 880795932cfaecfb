import Dossier
import Terminal

/// The first line: what is read and what was found in it; and the views.
enum Header {
  static func draw(_ state: ReaderState, _ rect: Rect, into grid: inout CellGrid) {
    let key = LayoutCache.HeaderKey(
      visible: state.lists.visible.key, remarks: state.remarks.revision, isKept: state.isKept,
      view: state.view, columns: rect.columns, reading: state.reading, stopped: state.stopped,
      showsBelowBar: state.showsBelowBar,
      movedBar: state.movedBar)
    let line = state.cache.header(key) { draw(state, into: &$0) }
    grid.draw(line, at: Position(row: rect.row, column: rect.column))
  }

  private static func draw(_ state: ReaderState, into line: inout CellGrid) {
    let views = Self.views(state, columns: line.columns)
    for view in views {
      let style = view.id == state.view ? Style(.focusedFrame, [.bold, .reverse]) : Style.quiet
      let padding = view.id == state.view ? " " : ""
      line.write(
        padding + view.text + padding, at: Position(row: 0, column: view.column - padding.count), style: style)
    }
    draw(fitted(facts(state), room: room(left: views, line.columns)), into: &line)
  }

  /// The view whose name stands at a column of the first line.
  static func view(at column: Int, in state: ReaderState) -> ViewID? {
    views(state, columns: state.columns).first { (-1...$0.text.utf8.count).contains(column - $0.column) }?.id
  }

  /// The weight of the name of what was opened.
  private static let title = 9

  private struct Fact {
    var text: String
    /// The same in fewer columns.
    var short: String?
    var style: Style
    /// What goes first where there is no room, even for what is short.
    var weight: Int
    /// Columns that are left for it also while it says less or nothing.
    var least = 0

    init(text: String, short: String? = nil, style: Style, weight: Int) {
      (self.text, self.short, self.style, self.weight) = (text, short, style, weight)
    }

    var columns: Int { max(least, DisplayWidth.of(text)) }
  }

  /// The weight of the counts of relations.
  private static let relation = 7
  /// The most weight of what goes before anything is shortened: events and actors are seen in their panes anyway.
  private static let light = 4

  private static func facts(_ state: ReaderState) -> [Fact] {
    let dossier = state.dossier
    var facts = [
      Fact(text: Sanitiser.line(state.title), style: Style(.title, .bold), weight: title),
      Fact(
        text: Wording.count(dossier.documents.count, "article"),
        short: "\(Wording.short(dossier.documents.count)) art.",
        style: .plain, weight: 8),
    ]
    let notKept = state.isKept ? [] : [Fact(text: "not kept", style: Style(.warning, .bold), weight: 10)]
    if state.index.isReading {
      facts += notKept
      facts.append(Fact(text: state.reading?.words ?? "reading…", style: Style(.warning, .bold), weight: 10))
      return facts
    }
    if let stopped = state.stopped {
      facts.append(Fact(text: stopped.stoppedShort, style: Style(.warning, .bold), weight: 10))
    }
    // Of what was not looked for nothing is counted.
    if state.stopped == nil {
      facts += [
        Fact(text: Wording.count(dossier.events.count, "event"), style: .plain, weight: 3),
        Fact(
          text: Wording.count(dossier.actors.count, "actor"), short: "\(Wording.short(dossier.actors.count)) actors",
          style: .plain, weight: light),
      ]
    }
    facts += [
      Fact(
        text: Wording.count(state.index.statements.count, "quote"),
        short: "\(Wording.short(state.index.statements.count)) qu.",
        style: .plain, weight: 5)
    ]
    let counts = state.lists.visible.total
    for relation in Disagreement.Relation.allCases where counts[relation] > 0 {
      let style = Style(relation.role, relation == .contradiction ? .bold : [])
      facts.append(
        Fact(
          text: "\(relation.glyph)\(counts[relation])", short: "\(relation.glyph)\(Wording.short(counts[relation]))",
          style: style, weight: self.relation))
    }
    let (lost, elsewhere) = (state.remarks.lost.count, state.remarks.elsewhere.count)
    let added = state.remarks.placed.count - lost - elsewhere
    // The first of them moves nothing that stands beside it.
    var sum = Fact(text: added > 0 ? "✎\(added)" : "", style: .key, weight: 6)
    sum.least = 2
    facts.append(sum)
    facts += notKept
    if lost > 0 { facts.append(Fact(text: "\(lost) lost", style: Style(.warning), weight: 8)) }
    if elsewhere > 0 { facts.append(Fact(text: "\(elsewhere) elsewhere", style: .quiet, weight: 5)) }
    if state.showsBelowBar || state.movedBar != nil {
      facts.append(Fact(text: "bar \(Percent.text(state.bar))", style: Style(.warning), weight: 6))
    }
    return facts
  }

  /// The facts that there is room for: without events and actors where need be, then shortened one after another, then the lightest
  /// left out. A long name of what was opened gives way before any figure does.
  private static func fitted(_ facts: [Fact], room: Int) -> [Fact] {
    var facts = facts
    if let title = facts.firstIndex(where: { $0.weight == title }) {
      facts[title].text = Wording.clipped(facts[title].text, to: max(8, room / 4))
    }
    func isWide() -> Bool {
      facts.indices.reduce(1) {
        $0 + facts[$1].columns + ($1 > 0 ? joint(before: $1, of: facts).count : 0)
      } > room
    }
    while isWide(), let lightest = facts.indices.min(by: { facts[$0].weight < facts[$1].weight }),
      facts[lightest].weight <= light
    {
      facts.remove(at: lightest)
    }
    for index in facts.indices where isWide() {
      if let short = facts[index].short { facts[index].text = short }
    }
    while isWide(), facts.count > 1,
      let least = facts.indices.reversed().min(by: { facts[$0].weight < facts[$1].weight })
    {
      let gone = facts.remove(at: least)
      // Some relations without the others would look like all.
      if gone.weight == relation, let last = facts.lastIndex(where: { $0.weight == relation }),
        !facts[last].text.hasSuffix("…")
      {
        facts[last].text += "…"
      }
    }
    return facts
  }

  /// What stands between a fact and the one before it: counts of relations stand together.
  private static func joint(before index: Int, of facts: [Fact]) -> String {
    facts[index].weight == relation && facts[index - 1].weight == relation ? " " : " · "
  }

  private static func draw(_ facts: [Fact], into line: inout CellGrid) {
    var column = 1
    for (index, fact) in facts.enumerated() where !fact.text.isEmpty {
      if index > 0 {
        column += line.write(
          joint(before: index, of: facts), at: Position(row: 0, column: column), style: .quiet)
      }
      column += line.write(fact.text, at: Position(row: 0, column: column), style: fact.style)
    }
  }

  /// Columns between the left edge and the names of the views.
  private static func room(left views: [(id: ViewID, text: String, column: Int)], _ columns: Int) -> Int {
    (views.first?.column ?? columns) - 2
  }

  /// The names of the views, a blank between them, at the right end; where room is short, also for what was found, the digits
  /// of those not open.
  private static func views(_ state: ReaderState, columns: Int) -> [(id: ViewID, text: String, column: Int)] {
    let full = views(state, columns: columns, isFull: true)
    guard columns - (full.first?.column ?? 0) <= columns * 55 / 100 else {
      return views(state, columns: columns, isFull: false)
    }
    let facts = facts(state)
    let needed = facts.count { $0.weight > light }
    let isAllShown = fitted(facts, room: room(left: full, columns)).count { $0.weight > light } == needed
    return isAllShown ? full : views(state, columns: columns, isFull: false)
  }

  private static func views(
    _ state: ReaderState, columns: Int, isFull: Bool
  ) -> [(id: ViewID, text: String, column: Int)] {
    var column = columns
    var views: [(id: ViewID, text: String, column: Int)] = []
    for id in ViewID.allCases.reversed() {
      let key = state.hint(id.action)
      let text = isFull || id == state.view ? "\(key) \(id.title)" : key
      column -= text.utf8.count + 1
      views.insert((id, text, column), at: 0)
    }
    return views
  }

  /// The names of the panes, where one is shown at a time; for a view of one pane, its heading.
  static func drawTabs(_ state: ReaderState, _ layout: Layout, _ rect: Rect, into grid: inout CellGrid) {
    grid.fill(rect, .frame, character: "─")
    var column = 1
    for tab in tabs(state, layout) {
      let style = tab.pane == state.pane ? Style(.focusedFrame, [.bold, .reverse]) : Style.quiet
      column =
        tab.column
        + grid.write(
          tab.text, at: Position(row: rect.row, column: tab.column), style: style,
          maxColumns: rect.endColumn - tab.column)
    }
    let heading = state.heading(of: state.pane)
    let room = rect.columns - column - 2
    let text = state.view == .read ? tabText(state, heading) : heading.title
    let used =
      text.isEmpty
      ? 0
      : grid.write(
        " \(text) ", at: Position(row: rect.row, column: column), style: .title, maxColumns: room, overflow: .ellipsis)
    let width = DisplayWidth.of(heading.trailing) + 2
    if state.pane == .compare {
      let legend = CompareView.legend(columns: room - used - width - 4)
      if !legend.isEmpty {
        grid.write(" \(legend) ", at: Position(row: rect.row, column: column + used), style: .quiet)
      }
    }
    if !heading.trailing.isEmpty, used + width + 1 < room {
      grid.write(" \(heading.trailing) ", at: Position(row: rect.row, column: rect.columns - width - 1), style: .quiet)
    }
  }

  /// The names of the panes of the Read view, where one is shown at a time.
  private static func tabs(_ state: ReaderState, _ layout: Layout) -> [(pane: Pane, text: String, column: Int)] {
    guard state.view == .read else { return [] }
    var column = 1
    return layout.reachable.map { pane in
      let text = pane == .strip && state.columns < 50 ? " Diff " : " \(pane.title) "
      defer { column += text.utf8.count }
      return (pane, text, column)
    }
  }

  /// The pane whose name stands at a column of the line of panes.
  static func pane(at column: Int, in state: ReaderState) -> Pane? {
    tabs(state, state.layout).first { (0..<$0.text.utf8.count).contains(column - $0.column) }?.pane
  }

  /// The heading without the name of the pane, which the tab says already.
  private static func tabText(_ state: ReaderState, _ heading: (title: String, trailing: String)) -> String {
    let name = state.pane.title + " · "
    if heading.title == state.pane.title { return "" }
    return heading.title.hasPrefix(name) ? String(heading.title.dropFirst(name.count)) : heading.title
  }
}

extension Disagreement.Relation {
  var role: Role {
    switch self {
    case .contradiction: .contradiction
    case .tension: .tension
    case .framing: .framing
    case .shift: .shift
    }
  }
}
