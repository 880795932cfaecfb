import Dossier

/// What stands where on the screen while the window is resized: it comes back as it was with the size.
struct ScrolledPlaces: Sendable {
  fileprivate var tops: [Pane: Int]
  fileprivate var readPane: Pane
  /// The open article, and the lines from the top of its pane down to the cursor.
  fileprivate var document: Document.ID?
  fileprivate var above: Int?
}

extension ReaderState {
  /// Takes another size. The line of the cursor stays as far below the top as it was before the first of several sizes, or
  /// as that fits.
  mutating func resize(columns: Int, rows: Int) {
    let before =
      beforeResize
      ?? ScrolledPlaces(
        tops: tops, readPane: readPane, document: document, above: document.flatMap(linesAboveCursor))
    beforeResize = before
    self.columns = columns
    self.rows = rows
    tops = before.tops
    readPane = before.readPane
    guard let document, document == before.document, let above = before.above, let layout = articleLayout else {
      return
    }
    let cursor = layout.line(at: places[document.index]?.cursor ?? 0)
    places[document.index]?.top = Int(layout.lines[max(0, cursor - above)].span.start)
  }

  private func linesAboveCursor(in document: Document.ID) -> Int? {
    guard let place = places[document.index], let layout = articleLayout else { return nil }
    return layout.line(at: place.cursor) - layout.topLine(of: place)
  }
}
