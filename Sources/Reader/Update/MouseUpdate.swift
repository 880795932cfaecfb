import Dossier
import Terminal

extension ReaderState {
  /// A click selects, a click on what is selected opens it, the wheel scrolls what it is over.
  mutating func point(_ mouse: Mouse) -> [Effect] {
    guard layers.isEmpty else { return pointAtLayer(mouse) }
    if mouse.kind == .press { isAtDifference = false }
    let layout = layout
    if let held = heldDivider, mouse.kind == .drag || mouse.kind == .release {
      if mouse.kind == .drag { drag(held, to: mouse.position, layout) } else { heldDivider = nil }
      return []
    }
    heldDivider = nil
    if mouse.kind == .press {
      if layout.header?.contains(mouse.position) == true {
        if let id = Header.view(at: mouse.position.column, in: self) { return attempt(ActionTable.action(id.action)) }
        return []
      }
      if layout.tabs?.contains(mouse.position) == true {
        if let pane = Header.pane(at: mouse.position.column, in: self) { readPane = pane }
        return []
      }
      heldDivider = layout.dividers.first { $0.rect.contains(mouse.position) }?.divider
      if heldDivider != nil { return [] }
    }
    guard let (pane, rect) = layout.visible.first(where: { $0.rect.contains(mouse.position) }) else { return [] }
    switch mouse.kind {
    case .press: press(pane, rect, at: mouse.position)
    case .wheelUp: scroll(pane, by: -options.wheel)
    case .wheelDown: scroll(pane, by: options.wheel)
    case .release, .drag: break
    }
    return []
  }

  /// In what lies over the view the wheel moves, a click on an action of the palette does it, any other closes the layer.
  private mutating func pointAtLayer(_ mouse: Mouse) -> [Effect] {
    switch mouse.kind {
    case .wheelUp, .wheelDown:
      let id: ActionID = mouse.kind == .wheelUp ? .up : .down
      guard reach.isDisjoint(with: .typing) else {
        pickRow(by: id == .up ? -1 : 1)
        return []
      }
      return perform(id)
    case .press:
      guard case .palette(var picker) = layers.last, let row = row(at: mouse.position, picker) else {
        peel()
        return []
      }
      picker.place.selected = row
      layers[layers.count - 1] = .palette(picker)
      return confirm()
    case .release, .drag: return []
    }
  }

  /// The number of the action of the palette that stands at a place; `nil` where none does.
  private func row(at position: Position, _ picker: Picker) -> Int? {
    guard let rows = layerRows else { return nil }
    let list = PickerBox.list(PaletteOverlay.rect(in: self))
    guard list.contains(position) else { return nil }
    let row = picker.place.shownTop(in: rows) + position.row - list.row
    return row < rows.count ? row : nil
  }

  /// Moves a divider to where the mouse is.
  private mutating func drag(_ divider: Divider, to position: Position, _ layout: Layout) {
    guard let rect = layout.dividers.first(where: { $0.divider == divider })?.rect else { return }
    switch divider {
    case .sides: shift(divider, by: position.column - rect.column)
    case .above, .context: shift(divider, by: position.row - rect.row)
    }
  }

  private mutating func scroll(_ pane: Pane, by delta: Int) {
    let focused = readPane
    if view == .read { readPane = pane }
    move(by: pane == .strip ? delta.signum() : delta)
    readPane = focused
  }

  private mutating func press(_ pane: Pane, _ rect: Rect, at position: Position) {
    let hadFocus = self.pane == pane
    if view == .read { readPane = pane }
    let headings = pane == .matrix ? MatrixView.headings : pane == .timeline ? TimelineChartView.rows(self, rect) : 0
    let offset = position.row - rect.row - headings
    switch pane {
    case .article:
      guard let document, let layout = articleLayout else { return }
      let top = layout.topLine(of: places[document.index] ?? ArticlePlace())
      let line = layout.lines[min(max(0, top + offset), layout.lines.count - 1)]
      let isFold = if case .fold = line.kind { true } else { false }
      let row = WrappedRow(start: Int(line.span.start), end: Int(line.span.end), next: 0, columns: layout.width)
      let column = position.column - rect.column - ArticleLayout.gutter
      let offset =
        isFold
        ? Int(line.span.start)
        : TextWrapper(columns: layout.width).offset(atColumn: max(0, column), in: row, of: dossier[document].text.bytes)
      places[document.index]?.cursor = min(offset, max(Int(line.span.start), Int(line.span.end) - 1))
      moveCursor(by: 0)
      if isFold { open() }
    case .strip: if hadFocus { openDifference() }
    case .compare: pointInCompare(position, rect)
    case .sources, .actors, .quotes, .matrix, .timeline, .differences:
      guard offset >= 0 else { return }
      let row = (tops[pane] ?? 0) + offset
      let source = pane == .matrix ? MatrixView.source(at: position.column, rect, of: self) : nil
      let wasSelected = hadFocus && selectedRow(of: pane) == row && (source == nil || source == matrix.document)
      select(row: row, in: pane)
      if let source { matrix.document = source }
      if wasSelected { open() }
    }
  }
}
