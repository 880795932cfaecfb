import Dossier
import Query

extension ReaderState {
  /// The place of a document in the order of sources.
  func sourceRank(_ id: Document.ID) -> Int { index.sourceRank[id.index] }

  /// Opens a search in the open article only, of the focused side in Compare.
  mutating func searchArticle() {
    guard let id = lineInText?.document else { return }
    // By its path, where other articles are found by its name too.
    let name = dossier[id].name
    let others = dossier.documents.filter { $0.id != id }.map { "\($0.label)\n\($0.name)\n\($0.path)" }
    let words = others.contains { $0.lowercased().contains(name.lowercased()) } ? dossier[id].path : name
    openPrompt(.search, text: words.contains(" ") ? "in:\"\(words)\" " : "in:\(words) ")
  }

  /// Finds what has been typed so far and shows the first place from where the person stood.
  mutating func searchAsTyped(_ prompt: Prompt) {
    go(to: prompt.origin, prompt.texts)
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

  /// Goes to the next place found from where the person stands, around the end.
  mutating func stepHit(by delta: Int) {
    guard let search, !search.hits.isEmpty else { return }
    let count = search.hits.count
    // Between two of them a step on leads to the one after, and a step back to the one before.
    let next = search.current.map { $0 + delta } ?? (delta > 0 ? firstHit(in: search) : firstHit(in: search) - 1)
    self.search?.current = (next + count) % count
    showHit()
    if count > 1, !(0..<count).contains(next) { message = Wording.again(delta) }
  }

  /// The first of the places found at or after where the person stands; as many as there are where there is none.
  private func firstHit(in search: Search) -> Int {
    guard let document else { return 0 }
    let cursor = UInt32(places[document.index]?.cursor ?? 0)
    let rank = sourceRank(document)
    return search.hits.partitioningIndex { hit in
      let other = sourceRank(hit.document)
      return other > rank || (other == rank && hit.span.end > cursor)
    }
  }

  /// Finds again what the open search asks for: once texts are read their order is another, and more is known of them.
  /// - Parameter order: of the sources before.
  mutating func renewSearch(after order: [Document.ID]) {
    guard let search, search.query.needsReading(of: dossier.documents) || order != index.sourceOrder else { return }
    var renewed = Search(search.query, hits: find(search.query))
    renewed.current = search.current.flatMap { renewed.hits.firstIndex(of: search.hits[$0]) }
    self.search = renewed
    for layer in layers.indices {
      guard case .hits(var list) = layers[layer] else { continue }
      list.words = nil
      layers[layer] = .hits(narrowed(list))
    }
  }

  /// Makes the place found that counts as current the one that the person stands at, if any.
  mutating func settleSearch() {
    guard let search, search.current != nil || view == .read else { return }
    let number = firstHit(in: search)
    let isThere =
      view == .read && search.hits.indices.contains(number) && search.hits[number].document == document
      && Int(search.hits[number].span.start) <= places[document?.index ?? 0]?.cursor ?? 0
    let current = isThere ? number : nil
    if search.current != current { self.search?.current = current }
  }

  /// Shows the article at the hit, whatever view is open.
  private mutating func showHit() {
    guard let search, let current = search.current else { return }
    let hit = search.hits[current]
    view = .read
    if !layout.visible.contains(where: { $0.pane == .article }) { readPane = .article }
    if document != hit.document { pick(document: hit.document) }
    reveal(Passage(document: hit.document, span: hit.span))
    followCursor()
  }

  /// Why there is no place to go to; `nil` where there is.
  var whyNoHits: String? { search?.hits.isEmpty == false ? nil : "no search is open" }

  /// Lists all places found, with what stands around them.
  mutating func listHits() {
    guard let search, !search.hits.isEmpty else { return }
    if case .prompt = layers.last { _ = confirm() }
    // A query that could not be read whole stays open.
    if case .prompt = layers.last { return }
    let current = search.current ?? min(firstHit(in: search), search.hits.count - 1)
    var list = HitList(rows: Array(search.hits.indices))
    list.picker.place.selected = current
    layers.append(.hits(list))
  }

  /// The list with the rows that what was typed lets through.
  func narrowed(_ list: HitList) -> HitList {
    guard let hits = search?.hits else { return list }
    var list = list
    let query = Query(list.picker.text)
    guard !query.isEmpty else {
      list.rows = Array(hits.indices)
      return list
    }
    let dossier = dossier
    let words = { (row: Int) in
      let document = dossier[hits[row].document]
      return
        "\(document.label) \(document.name) \(document.text[HitsOverlay.paragraph(of: hits[row], in: document.text)])"
    }
    let column = list.words ?? TextColumn(count: hits.count, text: words)
    list.words = column
    let rows = Rows(text: column, original: words, documents: { [hits[$0].document] })
    let passing = rows.matching(query, index.finder.directory, index.finder.corpus)
    list.rows = hits.indices.filter { passing[$0] }
    return list
  }

  /// Goes to the place selected in the list of those found; stays in a list that has none left.
  mutating func openHit(of list: HitList) {
    let selected = list.picker.place.selected
    guard list.rows.indices.contains(selected), let search, search.hits.indices.contains(list.rows[selected]) else {
      return
    }
    layers.removeLast()
    leavePlace()
    self.search?.current = list.rows[selected]
    showHit()
    readPane = .article
  }
}
