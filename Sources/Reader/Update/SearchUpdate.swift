import Dossier

extension ReaderState {
  /// The place of a document in the order of sources.
  func sourceRank(_ id: Document.ID) -> Int { index.sourceRank[id.index] }

  /// Finds what has been typed so far and shows the first place from where the person stood.
  mutating func searchAsTyped(_ prompt: Prompt) {
    guard !prompt.text.isEmpty else {
      search = nil
      go(to: prompt.origin)
      return
    }
    search = Search(prompt.text, hits: index.corpus.find(prompt.text, in: index.sourceOrder))
    go(to: prompt.origin)
    guard var search, !search.hits.isEmpty else { return }
    let rank = prompt.origin.document.map(sourceRank) ?? 0
    let from = prompt.origin.article.cursor
    let first = search.hits.firstIndex { hit in
      let other = sourceRank(hit.document)
      return other > rank || (other == rank && Int(hit.span.start) >= from)
    }
    search.current = first ?? 0
    self.search = search
    showHit()
  }

  /// Goes to the next place found, around the end.
  mutating func stepHit(by delta: Int) {
    guard var search, !search.hits.isEmpty else { return }
    let count = search.hits.count
    search.current = search.current.map { ($0 + delta + count) % count } ?? 0
    self.search = search
    showHit()
  }

  /// Shows the article at the hit, whatever view is open.
  private mutating func showHit() {
    guard let search, let current = search.current else { return }
    let hit = search.hits[current]
    view = .read
    if !Layout(self).visible.contains(where: { $0.pane == .article }) { readPane = .article }
    if document != hit.document { pick(document: hit.document) }
    reveal(Passage(document: hit.document, span: hit.span))
  }
}

/// How a search is worded.
enum SearchWording {
  /// `/ negotiat  3 of 12 in 4 articles`.
  static func status(_ search: Search) -> String { "/\(search.words)  \(count(search))" }

  static func count(_ search: Search) -> String {
    guard !search.hits.isEmpty else { return "in no article" }
    let total = search.hits.count >= Corpus.limit ? "\(Corpus.limit) and more" : "\(search.hits.count)"
    let at = search.current.map { "\($0 + 1) of " } ?? ""
    return "\(at)\(total) in \(Wording.count(search.articles, "article"))"
  }
}
