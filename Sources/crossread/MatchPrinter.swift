import Dossier
import Query
import Terminal

/// Passages found, as text: grep's lines in a pipe, articles with headings on a terminal.
struct MatchPrinter {
  let dossier: Dossier
  let isColored: Bool
  let onlyMatching: Bool
  /// Whether the article is named once above its passages, rather than before each.
  let hasHeadings: Bool

  private enum Color: String {
    case path = "35", number = "32", speaker = "1", found = "1;31", aside = "2"
  }

  /// To another program as it is, to be opened there; a terminal would obey what stands in it.
  func path(_ id: Document.ID) {
    let path = dossier[id].path
    write(colored(hasHeadings ? Sanitiser.line(path) : path, .path))
  }

  func count(_ count: Int, of id: Document.ID) {
    write("\(colored(Sanitiser.line(dossier[id].path), .path)):\(count)")
  }

  func matches(_ matches: [Match], of id: Document.ID) {
    let path = colored(Sanitiser.line(dossier[id].path), .path)
    if hasHeadings {
      let date = dossier.date(of: id).map { " · \($0.words)" } ?? ""
      let source = dossier[id].source.map { " · \(Sanitiser.line($0.name))" } ?? ""
      let lines = dossier[id].isPage ? " · lines are those of its text" : ""
      write("\(path)\(source)\(date)\(lines)")
    }
    for match in matches {
      let text = dossier[id].text
      for part in onlyMatching ? match.found : [match.passage] {
        let number = colored("\(text.line(at: Int(part.start)))", .number)
        let statement = match.statement.map { dossier[$0] }
        let speaker = statement.flatMap { dossier.speaker(of: $0) }
        let name = speaker.map { "\(colored(Sanitiser.line($0), .speaker)): " } ?? ""
        // A page's lines are those of its text, which no editor can go to.
        let place =
          dossier[id].isPage
          ? colored(Sanitiser.line(dossier[id].place(at: Int(part.start))), .path) : "\(path):\(number)"
        let words = words(of: part, found: match.found, in: text)
        write((hasHeadings ? "\(number): " : "\(place): ") + name + (onlyMatching ? "" : mark(match, id)) + words)
      }
    }
    if hasHeadings { write("") }
  }

  /// What the reader folds is found, but said to be no article.
  private func mark(_ match: Match, _ id: Document.ID) -> String {
    guard let debris = dossier[id].debris(at: Int(match.passage.start)) else { return "" }
    return colored(debris == .other ? "[not article] " : "[not article: \(debris.label)] ", .aside)
  }

  /// The words of a passage on one line, those found coloured.
  private func words(of passage: Span, found: [Span], in text: SourceText) -> String {
    guard isColored else { return Sanitiser.line(text[passage]) }
    var line = ""
    var at = Int(passage.start)
    for span in found where span != passage && passage.contains(span) {
      line += Sanitiser.line(text[Span(at, Int(span.start))]) + colored(Sanitiser.line(text[span]), .found)
      at = Int(span.end)
    }
    return line + Sanitiser.line(text[Span(at, Int(passage.end))])
  }

  private func colored(_ text: String, _ color: Color) -> String {
    isColored ? "\u{1B}[\(color.rawValue)m\(text)\u{1B}[0m" : text
  }

  private func write(_ line: String) { StandardOutput.write(Array("\(line)\n".utf8)) }
}
