import Dossier
import Terminal

/// The articles, event by event, with the differences that each is part of.
enum SourcesPane {
  static func heading(_ state: ReaderState) -> (title: String, trailing: String) {
    ("Sources" + ListDrawing.filterText(state, .sources), "")
  }

  static func draw(_ state: ReaderState, _ rect: Rect, into grid: inout CellGrid) {
    ListDrawing.draw(state, .sources, rect, into: &grid) {
      ListDrawing.emptiness(state, .sources, otherwise: ["No article could be read."])
    } row: { row, line, grid in
      switch state.lists.sources[row] {
      case .event(let id): draw(state.dossier[id], line, into: &grid)
      case .document(let id): draw(state, state.dossier[id], line, into: &grid)
      }
    }
  }

  private static func draw(_ event: Event, _ line: Rect, into grid: inout CellGrid) {
    let date = Wording.date(event.date)
    let end = grid.write(
      date, endingAt: line.endColumn - 1, row: line.row, after: line.column + 8, style: Style(.text, .bold))
    let label = [event.label, event.place].compactMap { $0 }.filter { !$0.isEmpty }.first ?? "Event"
    grid.write(
      "▾ " + label, at: Position(row: line.row, column: line.column), style: Style(.text, .bold),
      maxColumns: end - line.column - 1, overflow: .ellipsis)
  }

  private static func draw(_ state: ReaderState, _ document: Document, _ line: Rect, into grid: inout CellGrid) {
    let counts = state.lists.visible.ofDocument[document.id.index]
    var end = line.endColumn - 1
    let added = state.remarks.count(in: document.id)
    if added > 0 {
      end = grid.write("✎\(added)", endingAt: end, row: line.row, after: line.column + 12, style: .key) - 1
    }
    for relation in Disagreement.Relation.allCases.reversed() where counts[relation] > 0 {
      end =
        grid.write(
          "\(relation.glyph)\(counts[relation])", endingAt: end, row: line.row, after: line.column + 12,
          style: Style(relation.role, relation == .contradiction ? .bold : [])) - 1
    }
    // What the strong relations push out is the title, never the name.
    var column = line.column + 2
    column += grid.write(
      document.outlet, at: Position(row: line.row, column: column), maxColumns: end - column, overflow: .ellipsis)
    if document.source != nil, end - column > document.name.utf8.count + 1 {
      column += grid.write(" \(document.name)", at: Position(row: line.row, column: column), style: .quiet)
    }
    if end - column > 6, let title = document.headline {
      grid.write(
        "  " + title, at: Position(row: line.row, column: column), style: .quiet,
        maxColumns: end - column - 1, overflow: .ellipsis)
    }
  }
}
