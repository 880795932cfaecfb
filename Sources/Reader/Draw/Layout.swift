import Dossier
import Terminal

/// Where everything stands on a screen of the state's size: a function of the state and nothing else.
struct Layout {
  /// Columns from which panes stand side by side.
  static let wideColumns = 100
  static let minimumColumns = 40
  static let minimumRows = 10

  enum Shape {
    /// Too small for anything but a line that says so.
    case tooSmall
    /// One pane at a time, under a line of their names.
    case stacked
    /// Panes side by side in frames.
    case wide
  }

  /// A frame with one pane or several above one another.
  struct Frame {
    var rect: Rect
    /// The panes from above, each with the row of its heading.
    var panes: [(pane: Pane, heading: Int)]
  }

  let shape: Shape
  /// The first line, where there is room for it.
  private(set) var header: Rect?
  /// The names of the panes, where one is shown at a time.
  private(set) var tabs: Rect?
  /// The last line.
  let footer: Rect
  private(set) var frames: [Frame] = []
  /// What is shown of each pane, without frame and heading.
  private(set) var visible: [(pane: Pane, rect: Rect)] = []
  /// The row of the heading over the strip, where it stands without a frame.
  private(set) var stripHeading: Int?
  /// Panes that `Tab` reaches.
  private(set) var reachable: [Pane] = []
  private var articleRect: Rect?

  init(_ state: ReaderState) {
    let (columns, rows) = (state.columns, state.rows)
    footer = Rect(row: max(0, rows - 1), column: 0, rows: 1, columns: columns)
    guard columns >= Self.minimumColumns, rows >= Self.minimumRows else {
      shape = .tooSmall
      return
    }
    shape = columns >= Self.wideColumns && rows >= 18 ? .wide : .stacked
    reachable = state.view.panes
    switch (shape, state.view) {
    case (.wide, .read): readWide(state)
    case (.stacked, .read): readStacked(state)
    default: single(state)
    }
    articleRect = visible.first { $0.pane == .article }?.rect ?? articleRect
  }

  /// What is shown of a pane; the article's place also where another pane hides it.
  func content(of pane: Pane) -> Rect? {
    visible.first { $0.pane == pane }?.rect ?? (pane == .article ? articleRect : nil)
  }

  private mutating func readWide(_ state: ReaderState) {
    header = Rect(row: 0, column: 0, rows: 1, columns: state.columns)
    let rows = state.rows - 2
    if !state.showsStrip { reachable.removeAll { $0 == .strip } }
    if state.isZoomed {
      frame([(state.readPane, rows - 2)], Rect(row: 1, column: 0, rows: rows, columns: state.columns))
      return
    }
    let share = min(44, max(32, state.columns * 28 / 100))
    let left = min(max(24, share + state.widening), state.columns - 50)
    let sources = min(max(3, state.lists.sources.count), (rows - 3) * 45 / 100)
    frame(
      [(.sources, sources), (.actors, rows - 3 - sources)], Rect(row: 1, column: 0, rows: rows, columns: left))
    let strip = state.showsStrip ? (rows >= 38 ? 8 : rows >= 30 ? 7 : 5) : 0
    let heading = state.showsStrip ? 4 : 3
    let quotes = max(3, (rows - heading - strip) * 3 / 10)
    var panes: [(Pane, Int)] = [(.article, rows - heading - strip - quotes), (.quotes, quotes)]
    if state.showsStrip { panes.append((.strip, strip)) }
    frame(panes, Rect(row: 1, column: left, rows: rows, columns: state.columns - left))
  }

  /// Adds a frame with panes of the given heights.
  private mutating func frame(_ panes: [(pane: Pane, rows: Int)], _ rect: Rect) {
    var frame = Frame(rect: rect, panes: [])
    var row = rect.row
    for (pane, rows) in panes {
      frame.panes.append((pane, row))
      visible.append((pane, Rect(row: row + 1, column: rect.column + 1, rows: rows, columns: rect.columns - 2)))
      row += rows + 1
    }
    frames.append(frame)
  }

  private mutating func readStacked(_ state: ReaderState) {
    var row = 0
    if state.rows >= 14 {
      header = Rect(row: 0, column: 0, rows: 1, columns: state.columns)
      row = 1
    }
    tabs = Rect(row: row, column: 0, rows: 1, columns: state.columns)
    row += 1
    let end = state.rows - 1
    // The strip stands under whatever pane is shown, if it leaves that enough lines.
    let stands = state.showsStrip && !state.isZoomed && state.rows >= 20
    if stands || !state.showsStrip { reachable.removeAll { $0 == .strip } }
    let strip = stands ? (state.rows >= 30 ? 7 : state.rows >= 22 ? 6 : 5) : 0
    let main = Rect(row: row, column: 0, rows: end - row - (stands ? strip + 1 : 0), columns: state.columns)
    let shown = reachable.contains(state.readPane) ? state.readPane : .article
    visible = [(shown, main)]
    articleRect = main
    if stands {
      stripHeading = main.endRow
      visible.append((.strip, Rect(row: main.endRow + 1, column: 0, rows: strip, columns: state.columns)))
    }
  }

  private mutating func single(_ state: ReaderState) {
    if state.rows >= 14 { header = Rect(row: 0, column: 0, rows: 1, columns: state.columns) }
    let top = header == nil ? 0 : 1
    let rect = Rect(row: top, column: 0, rows: state.rows - 1 - top, columns: state.columns)
    let pane = state.view.panes[0]
    if shape == .wide {
      frames = [Frame(rect: rect, panes: [(pane, rect.row)])]
      visible = [(pane, rect.inset())]
    } else {
      // A line of its own says what is shown, without sides that cost columns.
      tabs = Rect(row: top, column: 0, rows: 1, columns: state.columns)
      visible = [(pane, Rect(row: top + 1, column: 0, rows: rect.rows - 1, columns: state.columns))]
    }
    if pane == .differences { splitDifferences() }
    articleRect = Rect(row: rect.row, column: 0, rows: rect.rows, columns: state.columns)
  }

  /// The rows under the list of differences show the selected one in context.
  private(set) var context: Rect?

  private mutating func splitDifferences() {
    guard var rect = visible.first?.rect, rect.rows >= 10 else { return }
    let list = max(4, rect.rows * 2 / 5)
    context = Rect(row: rect.row + list + 1, column: rect.column, rows: rect.rows - list - 1, columns: rect.columns)
    rect.rows = list
    visible[0].rect = rect
    if frames.isEmpty { stripHeading = rect.endRow } else { contextHeading = rect.endRow }
  }

  /// The row of the rule between the list of differences and what stands under it, inside the frame.
  private(set) var contextHeading: Int?
}
