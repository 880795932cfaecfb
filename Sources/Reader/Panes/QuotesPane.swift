import Dossier
import Terminal

/// What people say: direct quotations and reported speech, with speaker, cue and confidence.
enum QuotesPane {
  static func heading(_ state: ReaderState) -> (title: String, trailing: String) {
    var parts = ["Quotes"]
    if let actor = state.actor { parts.append(state.dossier[actor].name) }
    parts.append(state.quotes.allArticles ? "all articles" : "this article")
    if state.quotes.directOnly { parts.append("direct only") }
    let title = parts.joined(separator: " · ") + ListDrawing.filterText(state, .quotes)
    let count = state.lists.quotes.count
    guard count > 0 else { return (title, "") }
    let number = state.selectedRow(of: .quotes).map { "\($0 + 1) of \(count)" } ?? "\(count)"
    guard let rest = elsewhere(state, besides: count) else { return (title, number) }
    // Where one pane is shown at a time the names of all stand before it.
    let names = state.layout.shape == .stacked ? ViewID.read.panes.reduce(0) { $0 + $1.title.utf8.count + 2 } : 0
    // A corner and a blank at either end, and a rule between the two.
    let room = (state.layout.content(of: .quotes)?.columns ?? 0) - names - DisplayWidth.of(title) - 7
    let wordings = ["\(number) here, \(rest)", "\(number), \(rest)"]
    return (title, wordings.first { DisplayWidth.of($0) <= room } ?? number)
  }

  /// `25 in all: A`, where the actor that is picked says more in other articles.
  private static func elsewhere(_ state: ReaderState, besides count: Int) -> String? {
    guard let actor = state.actor, !state.quotes.allArticles, state.filters[.quotes] == nil else { return nil }
    let said = state.index.statementsOfActor[actor.index]
    let all = state.quotes.directOnly ? said.count { state.dossier[$0].kind == .direct } : said.count
    return all > count ? "\(all) in all: \(state.hint(.allArticles))" : nil
  }

  static func draw(_ state: ReaderState, _ rect: Rect, into grid: inout CellGrid) {
    ListDrawing.draw(state, .quotes, rect, into: &grid) {
      ListDrawing.emptiness(state, .quotes, otherwise: emptiness(state))
    } row: { row, line, grid in
      draw(state, state.dossier[state.lists.quotes[row]], line, into: &grid)
    }
  }

  private static func emptiness(_ state: ReaderState) -> [String] {
    let who = state.actor.map { state.dossier[$0].name } ?? "Nobody"
    let verb = state.actor == nil ? "is quoted" : "is not quoted"
    let how = state.quotes.directOnly ? " directly" : ""
    let place = state.quotes.allArticles ? "in any article" : "in this article"
    var tries: [String] = []
    if !state.quotes.allArticles { tries.append("\(state.hint(.allArticles)) shows all articles") }
    if state.quotes.directOnly { tries.append("\(state.hint(.directOnly)) shows reported speech too") }
    if state.actor != nil { tries.append("\(state.hint(.escape)) shows everyone") }
    return ["\(who) \(verb)\(how) \(place).", tries.isEmpty ? "" : tries.joined(separator: " · ") + "."]
  }

  private static func draw(_ state: ReaderState, _ statement: Statement, _ line: Rect, into grid: inout CellGrid) {
    let document = state.dossier[statement.document]
    let text = document.text
    var column = line.column + 1
    column += grid.write(
      statement.kind.glyph, at: Position(row: line.row, column: column),
      style: Style(statement.kind == .direct ? .quote : .reported, .bold))
    if let relation = state.lists.visible.ofStatement[statement.id] {
      grid.write(
        relation.glyph, at: Position(row: line.row, column: column),
        style: Style(relation.role, relation == .contradiction ? .bold : []))
    }
    let added = state.remarks.glyphs(on: Passage(document: statement.document, span: statement.span))
    if let glyph = added.first {
      grid.write(glyph, at: Position(row: line.row, column: column + 1), style: .key)
    }
    column += 2
    if state.actor == nil {
      let room = max(8, min(14, line.columns / 5))
      grid.write(
        state.shortSpeaker(of: statement), at: Position(row: line.row, column: column), style: Style(.text, .bold),
        maxColumns: room,
        overflow: .ellipsis)
      column += room + 1
    }
    if state.quotes.allArticles {
      column +=
        grid.write(
          Wording.shortLabel(document), at: Position(row: line.row, column: column), style: .quiet, maxColumns: 12,
          overflow: .ellipsis) + 1
    }
    let cue = statement.cue.map { Wording.line($0.words(in: text)) } ?? ""
    let confidence = Percent.text(statement.confidence)
    let beside = added.second.map { "\($0) " } ?? ""
    let tail = beside + (line.columns < 60 || cue.isEmpty ? confidence : "\(cue) · \(confidence)")
    let width = min(DisplayWidth.of(tail), line.columns * 2 / 5)
    let end = line.endColumn - 1 - width
    grid.write(
      tail, at: Position(row: line.row, column: end), style: .quiet, maxColumns: width, overflow: .ellipsis)
    grid.write(
      statement, of: state.dossier, at: Position(row: line.row, column: column), maxColumns: end - column - 2)
  }
}
