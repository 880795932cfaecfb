import Dossier
import Terminal

/// The actors with how many times the texts speak of them, by a name or a pronoun, how much they say in marks or as it is
/// reported, and how many differences they are part of.
enum ActorsPane {
  static func heading(_ state: ReaderState) -> (title: String, trailing: String) {
    let filter = ListDrawing.filterText(state, .actors)
    // In so narrow a pane a filter needs the room of the columns' names.
    return ("Actors" + filter, state.dossier.actors.isEmpty || !filter.isEmpty ? "" : "times says   ≠")
  }

  static func draw(_ state: ReaderState, _ rect: Rect, into grid: inout CellGrid) {
    ListDrawing.draw(state, .actors, rect, into: &grid) {
      ListDrawing.emptiness(state, .actors, otherwise: ["No actor was found in these articles."])
    } row: { row, line, grid in
      if let id = state.lists.actors[row] {
        draw(state, state.dossier[id], line, into: &grid)
      } else {
        drawEveryone(state, line, into: &grid)
      }
    }
  }

  /// Whether a document names an actor. Cost: O(log n), as mentions stand in the order of documents.
  private static func isNamed(_ actor: Actor, in document: Document.ID?) -> Bool {
    guard let document else { return false }
    let first = actor.mentions.partitioningIndex { $0.document >= document }
    return first < actor.mentions.count && actor.mentions[first].document == document
  }

  private static func drawEveryone(_ state: ReaderState, _ line: Rect, into grid: inout CellGrid) {
    let words = state.index.isReading ? "Reading…" : "Everyone"
    grid.write(words, at: Position(row: line.row, column: line.column + 1), style: Style(.text, .italic))
    guard !state.index.isReading else { return }
    grid.write(
      "\(state.index.statements.count)", endingAt: line.endColumn - 5, row: line.row, after: line.column + 10,
      style: .plain)
  }

  private static func draw(_ state: ReaderState, _ actor: Actor, _ line: Rect, into grid: inout CellGrid) {
    let counts = state.lists.visible.ofActor[actor.id.index]
    let statements = state.index.statementsOfActor[actor.id.index].count
    let end = line.endColumn - 1
    if let strongest = counts.strongest {
      grid.write(
        "\(strongest.glyph)\(counts[strongest])", endingAt: end, row: line.row, after: line.column + 8,
        style: Style(strongest.role, strongest == .contradiction ? .bold : []))
    }
    if statements > 0 {
      grid.write("\(statements)", endingAt: end - 4, row: line.row, after: line.column + 8, style: .plain)
    }
    grid.write("\(actor.mentions.count)", endingAt: end - 9, row: line.row, after: line.column + 8, style: .quiet)
    // An actor whom the open article does not name stands back.
    let isHere = isNamed(actor, in: state.document)
    let glyph = Remarks.glyph(of: state.lists.actorMarks[actor.id])
    let room = end - 14 - line.column - (glyph == nil ? 0 : 2)
    let used = grid.write(
      actor.name, at: Position(row: line.row, column: line.column + 1), style: isHere ? .plain : .quiet,
      maxColumns: room, overflow: .ellipsis)
    if let glyph { grid.write(glyph, at: Position(row: line.row, column: line.column + 2 + used), style: .key) }
  }
}
