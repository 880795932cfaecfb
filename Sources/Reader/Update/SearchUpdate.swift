import Dossier
import Query

extension ReaderState {
  /// The place of a document in the order of sources.
  func sourceRank(_ id: Document.ID) -> Int { index.sourceRank[id.index] }

  /// Finds what has been typed so far and shows the first place from where the person stood.
  mutating func searchAsTyped(_ prompt: Prompt) {
    go(to: prompt.origin)
    let query = Query(prompt.text)
    guard !query.isEmpty else {
      search = nil
      return
    }
    var search = Search(query, hits: find(query))
    if !search.hits.isEmpty {
      let rank = prompt.origin.document.map(sourceRank) ?? 0
      let from = prompt.origin.article.cursor
      let first = search.hits.firstIndex { hit in
        let other = sourceRank(hit.document)
        return other > rank || (other == rank && Int(hit.span.start) >= from)
      }
      search.current = first ?? 0
    }
    self.search = search
    showHit()
  }

  /// Goes to the next place found, around the end.
  mutating func stepHit(by delta: Int) {
    guard let search, !search.hits.isEmpty else { return }
    let count = search.hits.count
    let next = search.current.map { $0 + delta } ?? 0
    self.search?.current = (next + count) % count
    showHit()
    if count > 1, !(0..<count).contains(next) { message = Wording.again(delta) }
  }

  /// Shows the article at the hit, whatever view is open.
  private mutating func showHit() {
    guard let search, let current = search.current else { return }
    let hit = search.hits[current]
    view = .read
    if !layout.visible.contains(where: { $0.pane == .article }) { readPane = .article }
    if document != hit.document { pick(document: hit.document) }
    reveal(Passage(document: hit.document, span: hit.span))
  }

  /// Why there is no place to go to; `nil` where there is.
  var whyNoHits: String? { search?.hits.isEmpty == false ? nil : "no search is open" }

  /// Lists all places found, with what stands around them.
  mutating func listHits() {
    guard let search, !search.hits.isEmpty else { return }
    if case .prompt = layers.last { _ = confirm() }
    // A query that could not be read whole stays open.
    if case .prompt = layers.last { return }
    layers.append(.hits(ListPlace(selected: search.current ?? 0)))
  }

  /// Goes to the place selected in the list of those found.
  mutating func openHit() {
    guard case .hits(let list) = layers.last, let search, search.hits.indices.contains(list.selected) else { return }
    layers.removeLast()
    leavePlace()
    self.search?.current = list.selected
    showHit()
    readPane = .article
  }
}
