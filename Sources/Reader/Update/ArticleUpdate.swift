import Dossier
import Terminal

extension ReaderState {
  /// The open article, wrapped for its pane; `nil` where none is open.
  var articleLayout: ArticleLayout? {
    guard let document, let rect = layout.content(of: .article) else { return nil }
    let key = LayoutCache.ArticleKey(
      document: document, columns: rect.columns, opened: opened[document.index] ?? [], spaced: rect.rows >= 16)
    return cache.article(key) {
      ArticleLayout(
        dossier[document], columns: key.columns, measure: options.measure, opened: key.opened, spaced: key.spaced)
    }
  }

  /// Moves the cursor by lines, and what is selected with it.
  mutating func moveCursor(by delta: Int) {
    guard let document, let layout = articleLayout else { return }
    var place = places[document.index] ?? ArticlePlace()
    let at = layout.line(at: place.cursor)
    var line = min(max(0, at + delta), layout.lines.count - 1)
    // A page may end at a blank line; the cursor goes on to the text.
    while layout.lines[line].kind == .blank, line > 0, line < layout.lines.count - 1 { line += delta > 0 ? 1 : -1 }
    place.cursor = Int(layout.lines[line].span.start)
    if abs(delta) > 1, abs(delta) < Self.far {
      let top = min(max(0, layout.topLine(of: place) + delta), layout.lines.count - 1)
      place.top = Int(layout.lines[top].span.start)
    }
    places[document.index] = place
    followCursor()
  }

  /// Moves the cursor to the mark before or after: a statement, a mention, a difference, a flag.
  mutating func stepCursorMark(by delta: Int) {
    guard let document else { return }
    let marks = index.marks[document.index]
    let cursor = places[document.index]?.cursor ?? 0
    let found: Int?
    if delta > 0 {
      found = [
        marks.statements.next(after: cursor)?.span.start, marks.mentions.next(after: cursor)?.span.start,
        marks.sides.next(after: cursor)?.span.start, marks.flags.next(after: cursor)?.span.start,
      ].compactMap { $0 }.min().map(Int.init)
    } else {
      found = [
        marks.statements.previous(before: cursor)?.span.start, marks.mentions.previous(before: cursor)?.span.start,
        marks.sides.previous(before: cursor)?.span.start, marks.flags.previous(before: cursor)?.span.start,
      ].compactMap { $0 }.max().map(Int.init)
    }
    guard let found else {
      let words = "No further mark in this article"
      status = index.isReading ? .untilRead("\(words) so far: \(Wording.stillReading)") : .words(words)
      return
    }
    places[document.index, default: ArticlePlace()].cursor = found
    followCursor()
  }

  /// Selects the statement and the difference that the cursor stands in; without one, nothing changes.
  mutating func followCursor() {
    guard !isSelecting, let document, let layout = articleLayout else { return }
    let cursor = places[document.index]?.cursor ?? 0
    let line = layout.lines[layout.line(at: cursor)]
    if case .fold = line.kind { return }
    if let found = statementUnderCursor { statement = dossier.row(of: found) }
    let sides = index.marks[document.index].sides.overlapping(line.span).filter {
      lists.visible.isShown[$0.value.difference.index]
    }
    if let found = sides.first, !sides.contains(where: { $0.value.difference == difference }) {
      difference = found.value.difference
    }
  }

  /// The innermost statement that the cursor stands in, else the first on its line.
  var statementUnderCursor: Statement.ID? {
    guard let document, let layout = articleLayout else { return nil }
    let cursor = places[document.index]?.cursor ?? 0
    let statements = index.marks[document.index].statements
    let found = statements.containing(cursor).last
    return (found ?? statements.overlapping(layout.lines[layout.line(at: cursor)].span).first)?.value
  }

  /// Opens the runs of debris that a passage stands in.
  mutating func openDebris(at passage: Passage) {
    for start in debrisRuns(of: passage.document) where start.span.overlaps(passage.span) {
      opened[passage.document.index, default: []].insert(start.span.start)
    }
  }

  /// Folds the run of debris that a passage stands in, and puts the cursor on it.
  mutating func foldDebris(at passage: Passage) {
    guard let run = debrisRuns(of: passage.document).first(where: { $0.span.overlaps(passage.span) }) else { return }
    opened[passage.document.index]?.remove(run.span.start)
    places[passage.document.index, default: ArticlePlace()].cursor = Int(run.span.start)
  }

  /// Opens all that is folded, or folds it again.
  mutating func toggleDebris() {
    guard let document else { return }
    let starts = Set(debrisRuns(of: document).map(\.span.start))
    guard !starts.isEmpty else {
      message = "All of this article is shown: nothing was taken for page furniture"
      return
    }
    let isOpen = !(opened[document.index] ?? []).isEmpty
    opened[document.index] = isOpen ? [] : starts
    message = isOpen ? "Folded what is not article" : "Opened all that is not article · \(hint(.openDebris)) folds it"
  }

  private struct Run {
    var span: Span
  }

  private func debrisRuns(of id: Document.ID) -> [Run] {
    var runs: [Run] = []
    var wasDebris = false
    for block in dossier[id].blocks {
      if block.debris == nil {
        wasDebris = false
      } else if wasDebris {
        runs[runs.count - 1].span = runs[runs.count - 1].span.union(block.span)
      } else {
        runs.append(Run(span: block.span))
        wasDebris = true
      }
    }
    return runs
  }
}
