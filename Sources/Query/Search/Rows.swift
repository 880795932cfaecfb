package import Dossier

/// The rows of a list as a query sees them. What is costly is asked for only where the query needs it.
package struct Rows {
  private let text: TextColumn
  private let original: (Int) -> String
  private let actors: (Int) -> [Actor.ID]
  private let documents: (Int) -> [Document.ID]
  private let traits: (Int) -> Traits
  private let notes: (Int) -> String
  private let tags: (Int) -> String

  /// - Parameters:
  ///   - text: the folded words of each row.
  ///   - original: the words as they are, to compare the case.
  ///   - actors: who speaks, or who the row is about.
  ///   - documents: the articles that it is from.
  ///   - traits: what `kind:`, `is:` and `verdict:` ask for.
  ///   - notes: the person's words on it.
  ///   - tags: the person's tags on it.
  package init(
    text: TextColumn, original: @escaping (Int) -> String, actors: @escaping (Int) -> [Actor.ID] = { _ in [] },
    documents: @escaping (Int) -> [Document.ID] = { _ in [] }, traits: @escaping (Int) -> Traits = { _ in [] },
    notes: @escaping (Int) -> String = { _ in "" }, tags: @escaping (Int) -> String = { _ in "" }
  ) {
    self.text = text
    self.original = original
    self.actors = actors
    self.documents = documents
    self.traits = traits
    self.notes = notes
    self.tags = tags
  }

  /// Which rows satisfy `query`.
  /// - Complexity: one scan of the rows' text for each word of the query, and one pass over the rows.
  package func matching(_ query: Query, _ directory: Directory, _ corpus: Corpus) -> [Bool] {
    var truths: [[Bool]] = []
    for condition in query.conditions {
      if case .near(let distance, let slots) = condition {
        truths.append(
          all { row in
            slots.allSatisfy { $0.contains { truths[$0][row] } } && isNear(row, query, slots, distance, corpus)
          })
      } else {
        truths.append(truth(condition, directory, corpus))
      }
    }
    return (0..<text.count).map { row in query.holds { truths[$0][row] } }
  }

  private func truth(_ condition: Query.Condition, _ directory: Directory, _ corpus: Corpus) -> [Bool] {
    switch condition {
    case .words(let words):
      var rows = [Bool](repeating: false, count: text.count)
      let patterns = corpus.patterns(words)
      for pattern in patterns { text.mark(pattern, in: &rows) }
      if words.cased != nil {
        for row in rows.indices where rows[row] { rows[row] = agreesInCase(row, words, patterns) }
      }
      // What a person wrote on a row is found like its own words.
      for row in rows.indices where !rows[row] { rows[row] = words.stand(in: notes(row)) || words.stand(in: tags(row)) }
      return rows
    case .by(let words):
      let named = directory.speakers(words)
      return all { row in actors(row).contains { named[$0.index] } }
    case .source(let words):
      let named = directory.documents(words)
      return all { row in documents(row).contains { named[$0.index] } }
    case .date(let range):
      let dated = directory.documents(range)
      return all { row in documents(row).contains { dated[$0.index] } }
    case .traits(let wanted): return all { !traits($0).isDisjoint(with: wanted) }
    case .note(let words): return all { words.stand(in: notes($0)) }
    case .tag(let words): return all { words.stand(in: tags($0)) }
    // Asked of the rows that have the words.
    case .near: return all { _ in true }
    }
  }

  /// Whether the words stand anywhere in a row in the case that was asked for.
  private func agreesInCase(_ row: Int, _ words: Words, _ patterns: [BytePattern]) -> Bool {
    let source = SourceText(original(row))
    let folded = FoldedText(source)
    return Occurrence.all(of: patterns, in: folded.bytes, 0..<folded.bytes.count, condition: 0)
      .contains { words.agreesInCase(source[folded.source($0.range)]) }
  }

  private func isNear(_ row: Int, _ query: Query, _ slots: [[Int]], _ distance: Int, _ corpus: Corpus) -> Bool {
    let bytes = Array(Folding.fold(original(row)).utf8)
    var occurrences: [Occurrence] = []
    for index in slots.joined() {
      guard case .words(let words) = query.conditions[index] else { continue }
      occurrences += Occurrence.all(of: corpus.patterns(words), in: bytes, 0..<bytes.count, condition: index)
    }
    return !Occurrence.near(occurrences.sorted(), in: bytes, from: 0, distance: distance, slots: slots).isEmpty
  }

  private func all(_ holds: (Int) -> Bool) -> [Bool] { (0..<text.count).map(holds) }
}
