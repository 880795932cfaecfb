/// How the person has set the panes: their sizes beside the usual ones, and what is hidden or has the whole screen.
struct Arrangement: Hashable, Sendable {
  /// Columns by which the left side of a view is wider than its share.
  var widths: [ViewID: Int] = [:]
  /// Rows by which a pane is taller than its share.
  var heights: [Pane: Int] = [:]
  /// Panes of the Read view that are not shown.
  var hidden: Set<Pane> = []
  /// Views whose focused pane has the whole screen.
  var zoomed: Set<ViewID> = []
  /// Views whose list stands alone, without what is selected in context.
  var withoutContext: Set<ViewID> = []
}

/// A line between two panes that can be moved.
enum Divider: Hashable, Sendable {
  /// Between the left side of the view and the right.
  case sides
  /// Over a pane of the Read view: its heading.
  case above(Pane)
  /// Between a list and what is selected in it.
  case context
}

extension ReaderState {
  /// Whether the focused pane has the whole screen.
  var isZoomed: Bool {
    get { arrangement.zoomed.contains(view) }
    set { if newValue { arrangement.zoomed.insert(view) } else { arrangement.zoomed.remove(view) } }
  }

  /// Whether the difference strip stands under the text.
  var showsStrip: Bool {
    get { !arrangement.hidden.contains(.strip) }
    set { if newValue { arrangement.hidden.remove(.strip) } else { arrangement.hidden.insert(.strip) } }
  }

  /// Why the whole screen cannot be given to the pane; `nil` where it can.
  var whyNoZoom: String? { view == .compare ? "it has the whole screen already" : nil }

  /// Why there is nothing under or beside the list to show or hide; `nil` where there is.
  var whyNoStrip: String? { view == .compare ? "Compare shows both passages already" : nil }

  /// Why the sides cannot be made wider or narrower; `nil` where they can.
  var whyNoSides: String? {
    layout.dividers.contains { $0.divider == .sides } ? nil : "nothing stands side by side here"
  }

  /// Why the pane cannot be made taller or shorter; `nil` where it can.
  var whyNoHeight: String? {
    divider(ofHeight: pane) == nil ? "nothing stands under or over it here" : nil
  }

  var whyNothingHidden: String? {
    arrangement == Arrangement() ? "every pane is shown in its usual size" : nil
  }

  /// Why the pane cannot be hidden; `nil` where it can.
  var whyNoHiding: String? { pane == .article ? "the article stays" : nil }

  mutating func widen(by columns: Int) { shift(.sides, by: columns) }

  /// Makes the focused pane taller or shorter.
  mutating func grow(by rows: Int) {
    guard let (divider, sign) = divider(ofHeight: pane) else { return }
    shift(divider, by: rows * sign)
  }

  /// The divider that sets the height of a pane, and whether it does by going down (1) or up (-1).
  private func divider(ofHeight pane: Pane) -> (divider: Divider, sign: Int)? {
    let dividers = layout.dividers.map(\.divider)
    switch pane {
    case .sources: return dividers.contains(.above(.actors)) ? (.above(.actors), 1) : nil
    case .actors: return dividers.contains(.above(.actors)) ? (.above(.actors), -1) : nil
    case .article:
      let below: Divider? = [.above(.quotes), .above(.strip)].first { dividers.contains($0) }
      return below.map { ($0, 1) }
    case .quotes: return dividers.contains(.above(.quotes)) ? (.above(.quotes), -1) : nil
    case .strip: return dividers.contains(.above(.strip)) ? (.above(.strip), -1) : nil
    case .matrix, .timeline, .differences: return dividers.contains(.context) ? (.context, 1) : nil
    case .compare: return nil
    }
  }

  /// Moves a divider, as far as both sides of it keep room: to the right, or down.
  mutating func shift(_ divider: Divider, by delta: Int) {
    guard delta != 0 else { return }
    let before = layout
    switch divider {
    case .sides: arrangement.widths[view, default: 0] += delta
    case .above(.actors): arrangement.heights[.sources, default: 0] += delta
    case .above(.strip):
      arrangement.heights[.strip, default: 0] -= delta
      // Between the quotes and the strip the one gives what the other takes.
      if before.content(of: .quotes) != nil, before.shape == .wide { arrangement.heights[.quotes, default: 0] += delta }
    case .above(let pane): arrangement.heights[pane, default: 0] -= delta
    case .context: arrangement.heights[pane, default: 0] += delta
    }
    keepWithin(layout)
  }

  /// Forgets what lies beyond the room there is, so that the next step the other way is felt at once.
  private mutating func keepWithin(_ layout: Layout) {
    for (pane, excess) in layout.excess { Self.take(excess, from: &arrangement.heights[pane, default: 0]) }
    Self.take(layout.widthExcess, from: &arrangement.widths[view, default: 0])
    arrangement.heights = arrangement.heights.filter { $0.value != 0 }
    arrangement.widths = arrangement.widths.filter { $0.value != 0 }
  }

  /// Takes what the person asked for too much; what the screen is too small for anyway stays, for when it grows.
  private static func take(_ excess: Int, from own: inout Int) {
    if own > 0, excess > 0 { own -= min(own, excess) }
    if own < 0, excess < 0 { own -= max(own, excess) }
  }

  /// Shows or hides the difference strip, or what is selected in a list in its context.
  mutating func toggleStrip() {
    if view == .read {
      showsStrip.toggle()
    } else {
      arrangement.withoutContext.formSymmetricDifference([view])
    }
  }

  /// Takes the focused pane away; the focus goes to the next one.
  mutating func hidePane() {
    let gone = readPane
    cyclePane(by: 1)
    arrangement.hidden.insert(gone)
    message = "\(gone.title) hidden · \(hint(.resetPanes)) shows all panes"
  }

  /// Shows every pane in its usual size.
  mutating func resetPanes() {
    arrangement = Arrangement()
    message = "All panes in their usual sizes"
  }
}
