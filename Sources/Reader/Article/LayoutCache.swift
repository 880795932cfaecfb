import Dossier
import Terminal

/// Wrapped texts and alignments, kept by what they were made from, so that a key costs no wrapping.
///
/// A memo and nothing else: what it gives depends on the key alone.
final class LayoutCache {
  struct ArticleKey: Hashable {
    var document: Document.ID
    var columns: Int
    var opened: Set<UInt32>
    var spaced: Bool
  }

  struct CompareKey: Hashable {
    /// The serial of the differences that are shown.
    var visible: Int
    /// The revision of what was added: what is rejected is not told there.
    var remarks: Int
    var documents: [Document.ID]
    var columns: Int
    var differencesOnly: Bool
  }

  /// What the first line depends on, the name of the set and the keys aside.
  struct HeaderKey: Hashable {
    var visible: VisibleDifferences.Key?
    var remarks: Int
    var isKept: Bool
    var view: ViewID
    var columns: Int
    var reading: ReadingStatus?
    var stopped: ReadingStatus?
    var showsBelowBar: Bool
    var movedBar: Double?
  }

  /// Enough for going back and forth among articles and sizes; past it all is made anew.
  private static let limit = 64
  private var articles: [ArticleKey: ArticleLayout] = [:]
  /// The one that was asked for last, which is the one that a key asks for.
  private var article: (key: ArticleKey, layout: ArticleLayout)?
  private var title: (index: Int, document: Document.ID, words: String)?
  private var comparisons: [CompareKey: CompareLayout] = [:]
  private var header: (key: HeaderKey, line: CellGrid)?
  private var backdrop: (key: Backdrop, grid: CellGrid)?
  private var layout: (ground: Layout.Ground, layout: Layout)?

  /// The first line, which few keys change.
  func header(_ key: HeaderKey, draw: (inout CellGrid) -> Void) -> CellGrid {
    if let header, header.key == key { return header.line }
    var line = CellGrid(columns: key.columns, rows: 1)
    draw(&line)
    header = (key, line)
    return line
  }

  /// What stands around the open article, which many keys leave as it is; without a key it is drawn anew.
  func backdrop(_ key: Backdrop?, draw: () -> CellGrid) -> CellGrid {
    guard let key else { return draw() }
    if let backdrop, backdrop.key == key { return backdrop.grid }
    let grid = draw()
    backdrop = (key, grid)
    return grid
  }

  /// Where everything stands, which is asked for several times a key.
  func layout(_ ground: Layout.Ground) -> Layout {
    if let layout, layout.ground == ground { return layout.layout }
    let made = Layout(ground)
    layout = (ground, made)
    return made
  }

  func article(_ key: ArticleKey, make: () -> ArticleLayout) -> ArticleLayout {
    if let article, article.key == key { return article.layout }
    if articles[key] == nil, articles.count >= Self.limit { articles = [:] }
    let layout = articles[key] ?? make()
    articles[key] = layout
    article = (key, layout)
    return layout
  }

  /// What stands over the open article.
  /// - Parameter index: the serial of the index that it is told from.
  func title(of document: Document.ID, index: Int, make: () -> String) -> String {
    if let title, title.document == document, title.index == index { return title.words }
    let words = make()
    title = (index, document, words)
    return words
  }

  func comparison(_ key: CompareKey, make: () -> CompareLayout) -> CompareLayout {
    if let kept = comparisons[key] { return kept }
    if comparisons.count >= Self.limit { comparisons = [:] }
    let made = make()
    comparisons[key] = made
    return made
  }

  /// Forgets all; for when the documents are others.
  func clear() {
    articles = [:]
    article = nil
    comparisons = [:]
    header = nil
    backdrop = nil
  }
}
