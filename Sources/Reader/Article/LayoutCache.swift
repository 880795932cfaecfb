import Dossier

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
    var index: Int
    var documents: [Document.ID]
    var columns: Int
    var differencesOnly: Bool
    var bar: Double
  }

  /// Enough for going back and forth among articles and sizes; past it all is made anew.
  private static let limit = 64
  private var articles: [ArticleKey: ArticleLayout] = [:]
  private var comparisons: [CompareKey: CompareLayout] = [:]

  func article(_ key: ArticleKey, make: () -> ArticleLayout) -> ArticleLayout {
    if let kept = articles[key] { return kept }
    if articles.count >= Self.limit { articles = [:] }
    let made = make()
    articles[key] = made
    return made
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
    comparisons = [:]
  }
}
