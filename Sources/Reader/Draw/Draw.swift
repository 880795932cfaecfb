import Dossier
public import Terminal

extension ReaderState {
  /// Draws the whole screen.
  /// - Parameter grid: of the state's size, blank.
  /// - Complexity: that of the cells; nothing in it depends on the length of the texts.
  public func draw(into grid: inout CellGrid) {
    drawBackdrop(into: &grid)
    drawForeground(into: &grid)
  }

  /// A screen of the state's size. What stands around the open article is drawn only where it is not as on the last one.
  public func screen() -> CellGrid {
    var grid = cache.backdrop(Backdrop(self)) {
      var grid = CellGrid(columns: columns, rows: rows)
      drawBackdrop(into: &grid)
      return grid
    }
    drawForeground(into: &grid)
    return grid
  }

  /// Draws all that `Backdrop` tells of: everything but the open article, what is said in the last line, and what lies over it.
  private func drawBackdrop(into grid: inout CellGrid) {
    let layout = layout
    guard rows > 0 else { return }
    guard layout.shape != .tooSmall else {
      grid.write(tooSmall, at: Position(row: 0, column: 0), maxColumns: columns, overflow: .ellipsis)
      return
    }
    if let header = layout.header { Header.draw(self, header, into: &grid) }
    for frame in layout.frames { drawFrame(frame, layout, into: &grid) }
    if let row = layout.stripHeading { drawHeading(row, into: &grid) }
    for (pane, rect) in layout.visible where pane != .article { draw(pane, rect, into: &grid) }
    if let context = layout.context { SelectionContext.draw(self, context, into: &grid) }
  }

  /// What is said where there is no room for the reader, in as many words as there is room for.
  private var tooSmall: String {
    let (needed, have) = ("\(Layout.minimumColumns)×\(Layout.minimumRows)", "\(columns)×\(rows)")
    let wordings = [
      "Crossread needs \(needed); this is \(have)", "needs \(needed); this is \(have)", "needs \(needed), is \(have)",
      "needs \(needed)", needed,
    ]
    return wordings.first { DisplayWidth.of($0) <= columns } ?? needed
  }

  private func drawForeground(into grid: inout CellGrid) {
    let layout = layout
    guard layout.shape != .tooSmall else {
      // Who quits is asked here too where something is not kept.
      if isQuitAsked, rows > 1 { KeyBar.drawMessage(self, layout.footer, into: &grid) }
      return
    }
    if let tabs = layout.tabs { Header.drawTabs(self, layout, tabs, into: &grid) }
    for frame in layout.frames {
      for (pane, row) in frame.panes where pane == .article { drawHeading(of: pane, row, frame, into: &grid) }
    }
    if let (_, rect) = layout.visible.first(where: { $0.pane == .article }) { draw(.article, rect, into: &grid) }
    KeyBar.draw(self, layout.footer, into: &grid)
    for layer in layers { draw(layer, into: &grid) }
    // What a list says of the selected row is said over it; a line that is being typed stands in the same place.
    if case .prompt = layers.last { return }
    KeyBar.drawMessage(self, layout.footer, into: &grid)
  }

  private func drawFrame(_ frame: Layout.Frame, _ layout: Layout, into grid: inout CellGrid) {
    if frame.panes.isEmpty {
      let heading = SelectionContext.heading(self)
      grid.box(frame.rect, title: heading.title, trailing: heading.trailing, style: .frame, titleStyle: .title)
    } else {
      grid.box(frame.rect, style: .frame)
    }
    for (pane, row) in frame.panes {
      if row > frame.rect.row { grid.rule(row: row, of: frame.rect, style: .frame) }
      if pane != .article { drawHeading(of: pane, row, frame, into: &grid) }
    }
    if let row = layout.contextHeading, !frame.panes.isEmpty, row > frame.rect.row {
      let heading = SelectionContext.heading(self)
      grid.rule(
        row: row, of: frame.rect, title: heading.title, trailing: heading.trailing, style: .frame, titleStyle: .title)
    }
  }

  /// The heading of a pane, in the edge above it.
  private func drawHeading(of pane: Pane, _ row: Int, _ frame: Layout.Frame, into grid: inout CellGrid) {
    let heading = heading(of: pane)
    let style =
      pane == self.pane ? Style(.focusedFrame, [.bold, .reverse]) : pane == .strip ? stripTitleStyle : Style.title
    var room = frame.rect.columns - 6
    let left = room - DisplayWidth.of(heading.trailing) - 3
    if !heading.trailing.isEmpty, left >= min(8, DisplayWidth.of(heading.title)) {
      grid.caption(row: row, of: frame.rect, trailing: heading.trailing, style: .title)
      room = left
    }
    let start = frame.rect.column + 1
    let used = grid.write(
      " \(heading.title)", at: Position(row: row, column: start), style: style, maxColumns: max(8, room),
      overflow: .ellipsis)
    grid.write(" ", at: Position(row: row, column: start + used), style: style)
    guard pane == .compare else { return }
    let legend = CompareView.legend(columns: room - used - 3)
    guard !legend.isEmpty else { return }
    grid.write(" \(legend) ", at: Position(row: row, column: start + used + 1), style: .quiet)
  }

  /// The bar that lies on the row of a list lies on the title of the strip where that is what keys act on.
  private var stripTitleStyle: Style { meansDifference ? ListDrawing.bar : .title }

  /// A rule across the screen with a heading, where there is no frame.
  private func drawHeading(_ row: Int, into grid: inout CellGrid) {
    let heading = view == .read ? DifferenceStrip.heading(self) : SelectionContext.heading(self)
    let line = Rect(row: row, column: 0, rows: 1, columns: columns)
    grid.fill(line, .frame, character: "─")
    let used = grid.write(
      " \(heading.title) ", at: Position(row: row, column: 1), style: stripTitleStyle, maxColumns: columns - 2,
      overflow: .ellipsis)
    let width = DisplayWidth.of(heading.trailing) + 2
    if !heading.trailing.isEmpty, used + width + 3 < columns {
      grid.write(" \(heading.trailing) ", at: Position(row: row, column: columns - width - 1), style: .title)
    }
  }

  /// What stands in the upper edge of a pane.
  func heading(of pane: Pane) -> (title: String, trailing: String) {
    switch pane {
    case .sources: SourcesPane.heading(self)
    case .actors: ActorsPane.heading(self)
    case .quotes: QuotesPane.heading(self)
    case .article: ArticlePane.heading(self)
    case .strip: DifferenceStrip.heading(self)
    case .compare: CompareView.heading(self)
    case .matrix: MatrixView.heading(self)
    case .timeline: TimelineView.heading(self)
    case .differences: DifferencesView.heading(self)
    }
  }

  private func draw(_ pane: Pane, _ rect: Rect, into grid: inout CellGrid) {
    switch pane {
    case .sources: SourcesPane.draw(self, rect, into: &grid)
    case .actors: ActorsPane.draw(self, rect, into: &grid)
    case .quotes: QuotesPane.draw(self, rect, into: &grid)
    case .article: ArticlePane.draw(self, rect, into: &grid)
    case .strip: DifferenceStrip.draw(self, rect, into: &grid)
    case .compare: CompareView.draw(self, rect, into: &grid)
    case .matrix: MatrixView.draw(self, rect, into: &grid)
    case .timeline: TimelineView.draw(self, rect, into: &grid)
    case .differences: DifferencesView.draw(self, rect, into: &grid)
    }
  }

  private func draw(_ layer: Layer, into grid: inout CellGrid) {
    switch layer {
    case .prompt(let prompt): PromptLine.draw(self, prompt, into: &grid)
    case .palette(let picker): PaletteOverlay.draw(self, picker, into: &grid)
    case .chooser(let chooser): ChooserOverlay.draw(self, chooser, into: &grid)
    case .help(let picker): HelpOverlay.draw(self, picker, into: &grid)
    case .facets(let facets): FacetOverlay.draw(self, facets, into: &grid)
    case .hits(let list): HitsOverlay.draw(self, list, into: &grid)
    case .popup(let popup): PopupOverlay.draw(self, popup, into: &grid)
    }
  }
}
