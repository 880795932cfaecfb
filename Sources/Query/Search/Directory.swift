package import Dossier

/// Speakers and documents under all that they are called, for `by:`, `in:` and `date:`.
package struct Directory: Sendable {
  /// The names of the actors, then the words for each speaker who is none: `one former executive`.
  private let speakerNames: TextColumn
  private let actorCount: Int
  private let unnamed: [String: Int]
  private let documentNames: TextColumn
  private let dates: [PartialDate?]
  private let corpus: Corpus

  /// - Complexity: one pass over the names.
  package init(_ dossier: Dossier, corpus: Corpus) {
    self.corpus = corpus
    actorCount = dossier.actors.count
    var unnamed: [String: Int] = [:]
    var words: [String] = []
    for statement in dossier.statements {
      guard let mention = dossier.unnamedSpeaker(of: statement), unnamed[mention] == nil else { continue }
      unnamed[mention] = words.count
      words.append(mention)
    }
    self.unnamed = unnamed
    speakerNames = TextColumn(count: actorCount + words.count) { [actorCount] row in
      row < actorCount ? dossier.names(of: dossier.actors[row]) : words[row - actorCount]
    }
    documentNames = TextColumn(count: dossier.documents.count) { dossier.names(of: dossier.documents[$0]) }
    dates = dossier.documents.map { dossier.date(of: $0.id) }
  }

  /// Which speakers have a name with these words in it: the actors by their numbers, then those that are none.
  func speakers(_ words: Words) -> [Bool] { rows(words, of: speakerNames) }

  /// Which speakers a statement has, as `speakers(_:)` counts them.
  func speakers(of statement: Statement, in dossier: Dossier) -> [Int] {
    let actors = statement.speakers.map(\.index)
    guard actors.isEmpty else { return actors }
    return dossier.unnamedSpeaker(of: statement).flatMap { unnamed[$0] }.map { [actorCount + $0] } ?? []
  }

  /// Which documents are from a source, or have a name or path, with these words in it.
  func documents(_ words: Words) -> [Bool] { rows(words, of: documentNames) }

  /// Which documents are of a time.
  func documents(_ range: DateRange) -> [Bool] { dates.map(range.contains) }

  /// Why a query may have found nothing although there is something like it, and what to ask instead.
  ///
  /// Articles are often dated by day alone: these lie in no year. What is asked may be a kind of actor, not of passage.
  package func remedy(for query: Query) -> String? {
    let asksForActors = query.conditions.contains { condition in
      if case .traits(let traits) = condition { Traits.ofActors.isSuperset(of: traits) } else { false }
    }
    if asksForActors { return "kinds of actors are asked for in a filter of the list Actors" }
    let asksForYear = query.conditions.contains { if case .date(let range) = $0 { range.needsYear } else { false } }
    let yearless = dates.compactMap(\.self).filter { $0.year == nil }
    guard asksForYear, let date = yearless.first(where: { $0.month != nil && $0.day != nil }) else { return nil }
    let articles = yearless.count == 1 ? "1 article has" : "\(yearless.count) articles have"
    return "\(articles) no year: date:\(date) finds by day"
  }

  /// Names are never asked for by their case.
  private func rows(_ words: Words, of column: TextColumn) -> [Bool] {
    var rows = [Bool](repeating: false, count: column.count)
    for pattern in corpus.patterns(words) { column.mark(pattern, in: &rows) }
    return rows
  }
}

extension Dossier {
  /// The words for a speaker who is no actor; `nil` where there is none or an actor speaks.
  fileprivate func unnamedSpeaker(of statement: Statement) -> String? {
    guard let speaker = statement.speaker, speaker.actor == nil else { return nil }
    return speaker.mention.map { self[statement.document].text[$0].singleSpaced }
  }

  /// All that an actor is called, a line each.
  package func names(of actor: Actor) -> String {
    ([actor.name] + actor.aliases.map(\.text) + actor.roles.map(\.text)).joined(separator: "\n")
  }

  /// A document's outlet, short name and path, a line each.
  package func names(of document: Document) -> String {
    [document.label, document.name, document.path].joined(separator: "\n")
  }
}
