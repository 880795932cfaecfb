import Dossier
import Terminal

/// An article as a pager shows it: wrapped at words, a blank line between paragraphs, and nothing that a terminal obeys.
struct PagedText {
  private(set) var text = ""
  /// The line, from 1, at which a line of the article begins.
  private(set) var line = 1

  /// - Parameters:
  ///   - wanted: a line of the article, from 1.
  ///   - columns: of a line at most.
  init(_ article: SourceText, at wanted: Int, columns: Int) {
    let wrapper = TextWrapper(columns: columns)
    var count = 0
    var isBlank = true
    for number in 1...article.lineStarts.count {
      let words = Sanitiser.line(article[article.lineSpan(number)].filter { !$0.isNewline })
      if !isBlank, !words.isEmpty {
        text += "\n"
        count += 1
      }
      if number == wanted { line = count + 1 }
      let lines = words.isEmpty ? [""] : wrapper.lines(of: words)
      text += lines.map { $0 + "\n" }.joined()
      count += lines.count
      isBlank = words.isEmpty
    }
  }
}
