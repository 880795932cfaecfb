import Dossier
import Terminal

/// The small bars over the Timeline: who speaks and which source carries it, date by date.
enum TimelineChartView {
  /// Columns from which a date and a number fit beside its bar, and those of the widest.
  private static let wideColumns = 9...13

  /// Lines that the chart takes over the rows of a pane: its dates, its bars and a blank.
  static func rows(_ state: ReaderState, _ rect: Rect) -> Int {
    hasDates(state) ? shown(state, rect).count + 2 : undated(state, rect).count + 1
  }

  /// Whether there is anything to set in an order of time.
  private static func hasDates(_ state: ReaderState) -> Bool {
    state.lists.chart.dates.contains { !Wording.date($0).isEmpty }
  }

  /// What is said in the place of a picture that would have one column.
  private static func undated(_ state: ReaderState, _ rect: Rect) -> [String] {
    let words =
      "No article here says when it was published, so there are no days to set side by side. "
      + "\(state.hint(.dateSource)) in Sources dates one."
    return TextWrapper(columns: max(1, rect.columns - 2)).lines(of: words)
  }

  /// The lines that there is room for, be it what the list leaves: speakers and sources by turns.
  private static func shown(_ state: ReaderState, _ rect: Rect) -> [TimelineChart.Row] {
    let rows = state.lists.chart.rows
    let room = max(1, rect.rows * 2 / 5 - 2, rect.rows - 2 - state.lists.timeline.count)
    guard rows.count > room else { return rows }
    let sources = rows.count { if case .document = $0.subject { true } else { false } }
    let speakers = rows.count - 1 - sources
    let given = min(speakers, max((room - 1) - sources, room / 2))
    return Array(rows.prefix(1 + given) + rows.dropFirst(1 + speakers).prefix(room - 1 - given))
  }

  static func draw(_ state: ReaderState, _ rect: Rect, into grid: inout CellGrid) {
    guard hasDates(state) else { return ListDrawing.draw(notice: undated(state, rect), rect, into: &grid) }
    let chart = state.lists.chart
    let label = min(16, max(8, rect.columns / 4))
    let total = 6
    let room = rect.columns - label - total - 3
    guard room > 0, !chart.dates.isEmpty else { return }
    let size = chart.bucketSize(columns: room)
    let count = (chart.dates.count + size - 1) / size
    let width = columns(room / count)
    let start = rect.column + label + 2
    drawDates(chart, size, count, width, Position(row: rect.row, column: start), room, into: &grid)
    let shown = shown(state, rect)
    // Under the bars, where a row is free for it.
    if shown.count < chart.rows.count {
      let more = "+\(chart.rows.count - shown.count) more who say less"
      grid.write(
        more, at: Position(row: rect.row + 1 + shown.count, column: rect.column + 1), style: .quiet,
        maxColumns: rect.columns - 2)
    }
    // One scale for all but their sum, so that bars can be held against each other; for that too, where there is no room to
    // say that it has its own.
    let own = "all, own scale"
    let hasOwn = DisplayWidth.of(own) <= label
    let largestOfOne = chart.rows.dropFirst().compactMap { chart.buckets(of: $0, columns: room).max() }.max() ?? 0
    let largestOfAll = chart.buckets(of: chart.rows[0], columns: room).max() ?? 0
    for (offset, row) in shown.enumerated() {
      let line = rect.row + 1 + offset
      let (name, style) = row.subject == .all && hasOwn ? (own, Style(.text, .bold)) : name(of: row.subject, state)
      grid.write(
        name, at: Position(row: line, column: rect.column + 1), style: style, maxColumns: label, overflow: .ellipsis)
      let buckets = chart.buckets(of: row, columns: room)
      let largest = row.subject == .all || !hasOwn ? largestOfAll : largestOfOne
      for (number, value) in buckets.enumerated() {
        let column = start + number * width
        let used = grid.write(
          Wording.bar(value, of: largest), at: Position(row: line, column: column), style: Style(.mention, .bold))
        if wideColumns.contains(width), value > 0 {
          grid.write("\(value)", at: Position(row: line, column: column + used + 1), style: .quiet)
        }
      }
      grid.write("\(row.total)", endingAt: rect.endColumn - 1, row: line, after: start, style: .quiet)
    }
  }

  /// Columns of one date, of those there are.
  private static func columns(_ room: Int) -> Int {
    room < wideColumns.lowerBound ? max(1, min(3, room)) : min(room, wideColumns.upperBound)
  }

  private static func name(of subject: TimelineChart.Row.Subject, _ state: ReaderState) -> (String, Style) {
    switch subject {
    case .all: ("all", Style(.text, .bold))
    case .actor(let id): (state.index.shortNames[id.index], .plain)
    // An article among those who speak.
    case .document(let id): ("in \(state.dossier[id].label)", .quiet)
    }
  }

  /// Every date over its bar where there is room, else as many as there is room for; `↝` where a position shifts.
  private static func drawDates(
    _ chart: TimelineChart, _ size: Int, _ count: Int, _ width: Int, _ position: Position, _ room: Int,
    into grid: inout CellGrid
  ) {
    func shifts(_ number: Int) -> Bool {
      chart.hasShift[number * size..<min(chart.dates.count, (number + 1) * size)].contains(true)
    }
    if wideColumns.contains(width) {
      for number in 0..<count {
        let mark = shifts(number) ? "↝" : ""
        let column = position.column + number * width
        let used = grid.write(mark, at: Position(row: position.row, column: column), style: Style(.shift, .bold))
        grid.write(
          TimelineView.name(of: chart.dates[number]), at: Position(row: position.row, column: column + used),
          style: .quiet, maxColumns: width - 1 - used, overflow: .ellipsis)
      }
      return
    }
    for number in 0..<count where shifts(number) {
      grid.write(
        "↝", at: Position(row: position.row, column: position.column + number * width), style: Style(.shift, .bold))
    }
    // As many dates as have room between the first and the last.
    var free = position.column
    for number in 0..<count where !shifts(number) {
      let column = position.column + number * width
      let name = TimelineView.name(of: chart.dates[number * size])
      let next = (number..<count).first { shifts($0) }.map { position.column + $0 * width } ?? position.column + room
      guard column >= free, column + DisplayWidth.of(name) < next else { continue }
      free = column + grid.write(name, at: Position(row: position.row, column: column), style: .quiet) + 2
    }
  }
}
