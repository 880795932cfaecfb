import Dossier
import Query

/// A search in the text and its hits.
struct Search: Sendable {
  /// Hits kept of one search; a single letter in a large set finds more than anybody visits.
  static let limit = 20_000

  let query: Query
  /// In the order of sources, then of the text.
  let hits: [Hit]
  /// The hit that the person stands at.
  var current: Int?
  /// In how many articles.
  let articles: Int

  init(_ query: Query, hits: [Hit]) {
    self.query = query
    self.hits = hits
    var seen = 0
    for (index, hit) in hits.enumerated() where index == 0 || hits[index - 1].document != hit.document { seen += 1 }
    articles = seen
  }

  /// Hits of one document that overlap `span`. Cost: O(log n).
  func hits(in document: Document.ID, span: Span, rank: (Document.ID) -> Int) -> Range<Int> {
    func lower(_ test: (Hit) -> Bool) -> Int {
      hits.partitioningIndex { !test($0) }
    }
    let wanted = rank(document)
    let start = lower { rank($0.document) < wanted || ($0.document == document && $0.span.end <= span.start) }
    let end = lower { rank($0.document) < wanted || ($0.document == document && $0.span.start < span.end) }
    return start..<max(start, end)
  }
}

/// What searches for speakers and marks look through, with what it was made of.
struct SearchGround: Sendable {
  struct Key: Hashable, Sendable {
    var visible: VisibleDifferences.Key?
    var remarks: Int
  }

  var key: Key
  var passages: Passages
}

extension ReaderState {
  /// Finds a query in all texts, in the order of sources.
  /// - Returns: hits until there are `Search.limit`; none overlap.
  mutating func find(_ query: Query) -> [Hit] {
    var hits: [Hit] = []
    textSearch(query).matches(in: index.sourceOrder) { match in
      hits += match.found.map { Hit(document: match.document, span: $0) }
      return hits.count < Search.limit
    }
    return hits
  }

  /// Asks a query of all texts.
  mutating func textSearch(_ query: Query) -> TextSearch {
    TextSearch(query, index.finder.corpus, index.finder.directory, query.needsPassages ? findPassages() : nil)
  }

  /// What was read, with what the person thinks of it; made once for all letters that are typed.
  private mutating func findPassages() -> Passages {
    if let ground, ground.key == groundKey { return ground.passages }
    let made = makingGround()()
    ground = made
    return made.passages
  }

  private var groundKey: SearchGround.Key { SearchGround.Key(visible: lists.visible.key, remarks: remarks.revision) }

  /// What makes the ground of the state as it is now, on whatever thread: it takes long for a large set.
  func makingGround() -> @Sendable () -> SearchGround {
    let (key, index, differences) = (groundKey, index, lists.visible.ranked)
    let (remarks, marks) = (remarks.remarks, remarks.marks + remarks.annotated.correctionMarks)
    return {
      let passages = Passages(
        index.dossier, index.finder.directory, differences: differences, remarks: remarks, marks: marks)
      return SearchGround(key: key, passages: passages)
    }
  }
}

/// How a search is worded.
enum SearchWording {
  /// `/negotiat  3/12 in 4 of 5 articles`.
  static func status(_ search: Search, of articles: Int) -> String {
    "/\(search.query.text)  \(count(search, of: articles))"
  }

  /// `/negotiat 3/12`.
  static func shortStatus(_ search: Search) -> String { "/\(search.query.text) \(shortCount(search))" }

  /// `3/12`.
  static func shortCount(_ search: Search) -> String {
    let at = search.current.map { "\($0 + 1)/" } ?? ""
    return "\(at)\(total(search))"
  }

  /// `3/12 in 4 of 5 articles`.
  static func count(_ search: Search, of articles: Int) -> String {
    guard !search.hits.isEmpty else { return "in no article" }
    return "\(shortCount(search)) in \(search.articles) of \(Wording.count(articles, "article"))"
  }

  private static func total(_ search: Search) -> String {
    search.hits.count >= Search.limit ? "\(Search.limit)+" : "\(search.hits.count)"
  }
}
