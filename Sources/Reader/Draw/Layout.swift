import Dossier
import Terminal

/// Where everything stands on a screen of the state's size: a function of its ground and nothing else.
struct Layout {
  /// All that a layout depends on.
  struct Ground: Equatable {
    var columns: Int
    var rows: Int
    var view: ViewID
    var readPane: Pane
    var arrangement: Arrangement
    /// Rows of the lists that take no more room than they need.
    var sources: Int
    var matrix: Int
    /// Whether no difference was found, so that the strip has little to say.
    var isStripEmpty = false

    /// Whether the focused pane has the whole screen.
    var isZoomed: Bool { arrangement.zoomed.contains(view) }
  }

  /// Columns from which panes stand side by side.
  static let wideColumns = 100
  static let minimumColumns = 40
  static let minimumRows = 10
  /// Columns from which the list of differences has the passages beside it.
  private static let besideColumns = 110
  /// Rows that a pane keeps when others grow.
  private static let least = 3

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
    /// The panes from above, each with the row of its heading; none where it holds what is selected in context.
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
  /// The row of the heading over the strip or the context, where it stands without a frame.
  private(set) var stripHeading: Int?
  /// What is selected in a list, in its context.
  private(set) var context: Rect?
  /// The row of the heading over the context, where it stands in a frame.
  private(set) var contextHeading: Int?
  /// Lines that can be moved, and the cells that take hold of them.
  private(set) var dividers: [(divider: Divider, rect: Rect)] = []
  /// Panes that `Tab` reaches.
  private(set) var reachable: [Pane] = []
  /// Rows and columns that were asked for beyond what there is.
  private(set) var excess: [Pane: Int] = [:]
  private(set) var widthExcess = 0
  private var articleRect: Rect?

  init(_ ground: Ground) {
    let (columns, rows) = (ground.columns, ground.rows)
    footer = Rect(row: max(0, rows - 1), column: 0, rows: 1, columns: columns)
    guard columns >= Self.minimumColumns, rows >= Self.minimumRows else {
      shape = .tooSmall
      return
    }
    shape = columns >= Self.wideColumns && rows >= 18 ? .wide : .stacked
    let hidden = ground.view == .read ? ground.arrangement.hidden : []
    reachable = ground.view.panes.filter { !hidden.contains($0) }
    switch (shape, ground.view) {
    case (.wide, .read): readWide(ground)
    case (.stacked, .read): readStacked(ground)
    default: single(ground)
    }
    articleRect = visible.first { $0.pane == .article }?.rect ?? articleRect
  }

  /// What is shown of a pane; the article's place also where another pane hides it.
  func content(of pane: Pane) -> Rect? {
    visible.first { $0.pane == pane }?.rect ?? (pane == .article ? articleRect : nil)
  }

  // MARK: Read

  private mutating func readWide(_ ground: Ground) {
    header = Rect(row: 0, column: 0, rows: 1, columns: ground.columns)
    let rows = ground.rows - 2
    if ground.isZoomed {
      let pane = reachable.contains(ground.readPane) ? ground.readPane : .article
      frame([(pane, rows - 2)], Rect(row: 1, column: 0, rows: rows, columns: ground.columns))
      return
    }
    let left = leftSide(ground, rows)
    if left > 0 { dividers.append((.sides, Rect(row: 1, column: left - 1, rows: rows, columns: 2))) }
    var lower: [(pane: Pane, rows: Int)] = []
    var room = rows - 2 - Self.least
    // The strip is served first: it says why the words above it are marked.
    if reachable.contains(.strip) {
      let strip = height(
        .strip, usual: ground.isStripEmpty ? Self.least : rows >= 38 ? 8 : rows >= 30 ? 7 : 5,
        room: room - 1 - Self.least - 1, ground)
      lower.append((.strip, strip))
      room -= strip + 1
    }
    if reachable.contains(.quotes) {
      let usual = max(3, (rows - (lower.isEmpty ? 3 : 4) - (lower.first?.rows ?? 0)) * 3 / 10)
      lower.insert((.quotes, height(.quotes, usual: usual, room: room - 1, ground)), at: 0)
    }
    let taken = lower.reduce(0) { $0 + $1.rows + 1 }
    frame(
      [(.article, rows - 2 - taken)] + lower, Rect(row: 1, column: left, rows: rows, columns: ground.columns - left))
  }

  /// Sets the frame of sources and actors.
  /// - Returns: its columns; none where both are hidden.
  private mutating func leftSide(_ ground: Ground, _ rows: Int) -> Int {
    let panes = reachable.filter { $0 == .sources || $0 == .actors }
    guard !panes.isEmpty else { return 0 }
    let share = min(44, max(32, ground.columns * 28 / 100))
    let left = width(usual: share, in: 24...ground.columns - 50, ground)
    let rect = Rect(row: 1, column: 0, rows: rows, columns: left)
    guard panes.count == 2 else {
      frame([(panes[0], rows - 2)], rect)
      return left
    }
    let usual = min(max(3, ground.sources), (rows - 3) * 45 / 100)
    let sources = height(.sources, usual: usual, room: rows - 3 - Self.least, ground)
    frame([(.sources, sources), (.actors, rows - 3 - sources)], rect)
    return left
  }

  private mutating func readStacked(_ ground: Ground) {
    var row = 0
    if ground.rows >= 14 {
      header = Rect(row: 0, column: 0, rows: 1, columns: ground.columns)
      row = 1
    }
    tabs = Rect(row: row, column: 0, rows: 1, columns: ground.columns)
    row += 1
    let end = ground.rows - 1
    // The strip stands under whatever pane is shown, if it leaves that enough lines.
    // By itself it has the whole screen, for what is cut under a pane.
    let stands =
      !ground.arrangement.hidden.contains(.strip) && !ground.isZoomed && ground.rows >= 20 && ground.readPane != .strip
    // Where there is no difference a line or two say so.
    let usual = ground.isStripEmpty ? Self.least : ground.rows >= 30 ? 7 : ground.rows >= 22 ? 6 : 5
    let strip = stands ? height(.strip, usual: usual, room: end - row - 1 - Self.least, ground) : 0
    let main = Rect(row: row, column: 0, rows: end - row - (stands ? strip + 1 : 0), columns: ground.columns)
    let shown = reachable.contains(ground.readPane) ? ground.readPane : .article
    visible = [(shown, main)]
    articleRect = main
    if stands {
      stripHeading = main.endRow
      dividers.append((.above(.strip), Rect(row: main.endRow, column: 0, rows: 1, columns: ground.columns)))
      visible.append((.strip, Rect(row: main.endRow + 1, column: 0, rows: strip, columns: ground.columns)))
    }
  }

  // MARK: Views of one pane

  private mutating func single(_ ground: Ground) {
    if ground.rows >= 14 { header = Rect(row: 0, column: 0, rows: 1, columns: ground.columns) }
    let top = header == nil ? 0 : 1
    let rect = Rect(row: top, column: 0, rows: ground.rows - 1 - top, columns: ground.columns)
    let pane = ground.view.panes[0]
    articleRect = rect
    let hasContext = pane != .compare && !ground.isZoomed && !ground.arrangement.withoutContext.contains(ground.view)
    if shape == .wide, hasContext, pane == .differences, ground.columns >= Self.besideColumns {
      let list = width(usual: ground.columns * 48 / 100, in: 40...ground.columns - 40, ground)
      let whole = Rect(row: top, column: list, rows: rect.rows, columns: ground.columns - list)
      frame([(pane, rect.rows - 2)], Rect(row: top, column: 0, rows: rect.rows, columns: list))
      frames.append(Frame(rect: whole, panes: []))
      contextHeading = whole.row
      context = whole.inset()
      dividers.append((.sides, Rect(row: top, column: list - 1, rows: rect.rows, columns: 2)))
      return
    }
    if shape == .wide {
      frames = [Frame(rect: rect, panes: [(pane, rect.row)])]
      visible = [(pane, rect.inset())]
    } else {
      // A line of its own says what is shown, without sides that cost columns.
      tabs = Rect(row: top, column: 0, rows: 1, columns: ground.columns)
      visible = [(pane, Rect(row: top + 1, column: 0, rows: rect.rows - 1, columns: ground.columns))]
    }
    if hasContext { split(ground) }
  }

  /// Gives the lower rows of a list to what is selected in it.
  private mutating func split(_ ground: Ground) {
    guard let (pane, whole) = visible.first, whole.rows >= 12 else { return }
    // The Matrix needs as many rows as people speak; the others share.
    let wanted = pane == .matrix ? MatrixView.headings + ground.matrix : whole.rows
    // A quote in its paragraph, under the Timeline, is short.
    let share = pane == .differences ? 8 : pane == .timeline ? 15 : 12
    let usual = min(wanted, max(4, whole.rows * share / 20))
    let list = height(pane, usual: usual, room: whole.rows - 1 - Self.least, ground)
    visible[0].rect.rows = list
    let line = whole.row + list
    context = Rect(row: line + 1, column: whole.column, rows: whole.rows - list - 1, columns: whole.columns)
    dividers.append((.context, Rect(row: line, column: whole.column, rows: 1, columns: whole.columns)))
    if frames.isEmpty { stripHeading = line } else { contextHeading = line }
  }

  // MARK: Sizes

  /// The height of a pane: the usual one and what the person added, between the least and the room there is.
  private mutating func height(_ pane: Pane, usual: Int, room: Int, _ ground: Ground) -> Int {
    let wanted = usual + (ground.arrangement.heights[pane] ?? 0)
    let given = max(Self.least, min(wanted, room))
    if wanted != given, ground.arrangement.heights[pane] != nil { excess[pane] = wanted - given }
    return given
  }

  private mutating func width(usual: Int, in range: ClosedRange<Int>, _ ground: Ground) -> Int {
    let wanted = usual + (ground.arrangement.widths[ground.view] ?? 0)
    let given = min(max(range.lowerBound, wanted), range.upperBound)
    widthExcess = wanted - given
    return given
  }

  /// Adds a frame with panes of the given heights.
  private mutating func frame(_ panes: [(pane: Pane, rows: Int)], _ rect: Rect) {
    var frame = Frame(rect: rect, panes: [])
    var row = rect.row
    for (pane, rows) in panes {
      frame.panes.append((pane, row))
      visible.append((pane, Rect(row: row + 1, column: rect.column + 1, rows: rows, columns: rect.columns - 2)))
      if row > rect.row {
        dividers.append(
          (.above(pane), Rect(row: row, column: rect.column + 1, rows: 1, columns: rect.columns - 2)))
      }
      row += rows + 1
    }
    frames.append(frame)
  }
}

extension ReaderState {
  /// Where everything stands now. Cost: nothing where it has not changed.
  var layout: Layout {
    cache.layout(
      Layout.Ground(
        columns: columns, rows: rows, view: view, readPane: readPane, arrangement: arrangement,
        sources: lists.sources.count, matrix: lists.matrix.count,
        isStripEmpty: !index.isReading && stopped == nil && dossier.disagreements.isEmpty))
  }
}
