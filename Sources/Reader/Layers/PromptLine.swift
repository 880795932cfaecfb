import Dossier
import Query
import Terminal

/// The line at the foot of the screen where a search, a filter or a note is typed. What has no room beside it stands above.
enum PromptLine {
  /// What is said around the line.
  private struct Words {
    var label: String
    /// What stands at the right, the fullest wording first; the first that fits is shown.
    var tails: [String] = []
    /// Whether the shortest is shown even where the line is longer than its room.
    var isPinned = false
  }

  static func draw(_ state: ReaderState, _ prompt: Prompt, into grid: inout CellGrid) {
    let row = state.rows - 1
    var words = words(state, prompt)
    var above: [(text: String, style: Style)] = []
    if DisplayWidth.of(words.label) > state.columns * 2 / 3 {
      above.append((words.label, .key))
      words.label = "› "
    }
    let problem = prompt.shownProblem
    let complaint = prompt.refusal ?? problem?.description
    // With a blank at either edge, two before the tail, and a cell for the cursor.
    let room = state.columns - 5 - DisplayWidth.of(words.label) - prompt.line.width()
    if complaint == nil, let unfinished = prompt.problem {
      // No mistake yet, but what Enter would say.
      words.tails = words.tails.map { "\($0) · \(unfinished)" }.prefix(1) + words.tails
      if state.search?.hits.isEmpty ?? true {
        words.tails.insert("\(unfinished)", at: 0)
        if DisplayWidth.of("\(unfinished)") > room { above.append(("\(unfinished)", .quiet)) }
      }
    }
    if let complaint {
      words.isPinned = false
      words.tails = [complaint]
      if DisplayWidth.of(complaint) > room { above.append((complaint, .warning)) }
    }
    drawAbove(above, row, state, into: &grid)
    grid.fill(Rect(row: row, column: 0, rows: 1, columns: state.columns))
    let tail = words.tails.first { DisplayWidth.of($0) <= room } ?? (words.isPinned ? words.tails.last : nil) ?? ""
    let width = DisplayWidth.of(tail)
    Overlay.drawInput(
      words.label, prompt.line, at: Position(row: row, column: 1),
      room: state.columns - 2 - (tail.isEmpty ? 0 : width + 2), wrong: problem?.range ?? 0..<0, into: &grid)
    grid.write(
      tail, at: Position(row: row, column: state.columns - width - 1), style: complaint == nil ? .quiet : .warning)
  }

  /// Writes what has no room in the line over the rows above it, wrapped; a third of the screen at most.
  private static func drawAbove(
    _ texts: [(text: String, style: Style)], _ row: Int, _ state: ReaderState, into grid: inout CellGrid
  ) {
    let wrapper = TextWrapper(columns: max(1, state.columns - 2))
    let most = max(1, state.rows / 3 / max(1, texts.count))
    let rows = texts.flatMap { text, style in
      wrapper.lines(of: Sanitiser.line(text), atMost: most).map { (text: $0, style: style) }
    }
    for (offset, line) in rows.enumerated() {
      let at = row - rows.count + offset
      grid.fill(Rect(row: at, column: 0, rows: 1, columns: state.columns))
      grid.write(
        line.text, at: Position(row: at, column: 1), style: line.style, maxColumns: state.columns - 2,
        overflow: .ellipsis)
    }
  }

  private static func words(_ state: ReaderState, _ prompt: Prompt) -> Words {
    let keeps = "\(state.hint(.confirm)) keeps"
    let keeping = ["\(keeps) · \(state.hint(.escape)) leaves as it was", keeps]
    let leaving = "\(state.hint(.escape)) leaves it"
    switch prompt.purpose {
    case .search:
      let label = state.hint(.search)
      if prompt.line.isEmpty { return Words(label: label, tails: ["words to find in all articles"]) }
      guard let search = state.search else { return Words(label: label) }
      let articles = state.dossier.documents.count
      let count = SearchWording.count(search, of: articles)
      let counts = search.hits.isEmpty ? [count] : [count, SearchWording.shortCount(search)]
      return Words(label: label, tails: counts, isPinned: true)
    case .filter(let pane):
      let label = "\(pane.title): "
      let hints = ["words  by:  in:  kind:  is:  -not  OR", "words  by:  in:  is:"]
      if prompt.line.isEmpty { return Words(label: label, tails: hints) }
      let count = state.entryCount(of: pane)
      let noun = pane == .sources ? "article" : "row"
      return Words(label: label, tails: [Wording.count(count, noun), "\(count)"], isPinned: true)
    case .note(let subject): return Words(label: "Note on \(state.name(of: subject)): ", tails: keeping)
    case .tags(let subject): return Words(label: "Tags of \(state.name(of: subject)): ", tails: tags(prompt, keeping))
    case .actorName: return Words(label: "Name: ", tails: keeping)
    case .merge(let kept, let other):
      let (one, two) = (state.dossier[kept], state.dossier[other])
      return Words(
        label: "\(one.name) is taken for \(one.kind.withArticle), \(two.name) for \(two.kind.withArticle). Merge them? "
          + "yes or no: ", tails: [leaving])
    case .outlet(let id): return Words(label: "Source\(name(of: id, in: state)): ", tails: keeping)
    case .published(let id):
      let label = "Date\(name(of: id, in: state)): "
      return Words(label: label, tails: keeping.map { "\(dateForms) · \($0)" } + [dateForms])
    case .export:
      let forms = ".md .html .csv .json .txt"
      return Words(label: "Write to: ", tails: ["\(forms) say the form · \(leaving)", "\(forms) say the form", forms])
    case .overwrite(_, let path):
      return Words(
        label: "\(Sanitiser.line(path)) is there already. Replace it? yes or no: ", tails: [leaving])
    }
  }

  /// How a date is typed.
  static let dateForms = "2024-03-15, 15 Mar 2024, 2024-03, 2024 or 15 Mar"

  /// Which article is meant, where there is room to say so.
  private static func name(of id: Document.ID, in state: ReaderState) -> String {
    state.columns >= 60 ? " of \(state.dossier[id].name)" : ""
  }

  /// How many tags there are so far, and how they are parted.
  private static func tags(_ prompt: Prompt, _ keeping: [String]) -> [String] {
    let count = ReaderState.tags(in: prompt.text).count
    let parting = count == 0 ? "commas between tags" : "\(Wording.count(count, "tag")), commas between"
    return keeping.map { "\(parting) · \($0)" } + [parting] + (count == 0 ? [] : [Wording.count(count, "tag")])
  }
}

extension Actor.Kind {
  /// `a person`, `an organisation`.
  fileprivate var withArticle: String {
    switch self {
    case .organisation: "an \(rawValue)"
    case .person, .place, .group: "a \(rawValue)"
    case .other: "something else"
    }
  }
}
