package import Dossier

/// Actors and documents under all that they are called, for `by:`, `in:` and `date:`.
package struct Directory: Sendable {
  private let actorNames: TextColumn
  private let documentNames: TextColumn
  private let dates: [PartialDate?]
  private let corpus: Corpus

  /// - Complexity: one pass over the names.
  package init(_ dossier: Dossier, corpus: Corpus) {
    self.corpus = corpus
    actorNames = TextColumn(count: dossier.actors.count) { dossier.names(of: dossier.actors[$0]) }
    documentNames = TextColumn(count: dossier.documents.count) { dossier.names(of: dossier.documents[$0]) }
    dates = dossier.documents.map { dossier.date(of: $0.id) }
  }

  /// Which actors have a name with these words in it.
  func actors(_ words: Words) -> [Bool] { rows(words, of: actorNames) }

  /// Which documents are from a source, or have a name or path, with these words in it.
  func documents(_ words: Words) -> [Bool] { rows(words, of: documentNames) }

  /// Which documents are of a time.
  func documents(_ range: DateRange) -> [Bool] { dates.map(range.contains) }

  /// Names are never asked for by their case.
  private func rows(_ words: Words, of column: TextColumn) -> [Bool] {
    var rows = [Bool](repeating: false, count: column.count)
    for pattern in corpus.patterns(words) { column.mark(pattern, in: &rows) }
    return rows
  }
}

extension Dossier {
  /// All that an actor is called, a line each.
  package func names(of actor: Actor) -> String {
    ([actor.name] + actor.aliases.map(\.text) + actor.roles.map(\.text)).joined(separator: "\n")
  }

  /// A document's outlet, short name and path, a line each.
  package func names(of document: Document) -> String {
    [document.label, document.name, document.path].joined(separator: "\n")
  }
}
