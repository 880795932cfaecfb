package import Dossier

/// A passage that satisfies a query.
package struct Match {
  package var document: Document.ID
  /// The paragraph or statement.
  package var passage: Span
  /// The words found in it, in order; the passage itself where the query names no words.
  package var found: [Span]
  package var statement: Statement.ID?
}

/// Asks a query of the texts: of their paragraphs, or of statements and marked passages where it asks for speakers or marks.
///
/// A class, as what it is asked with is looked at for every passage and should not be copied for each.
package final class TextSearch {
  private let query: Query
  private let corpus: Corpus
  private let passages: Passages?
  private let texts: [FoldedText]
  private let units: [[Span]]
  /// What to look for, by condition; empty for conditions that ask for no words.
  private let patterns: [[BytePattern]]
  /// The words of the texts, and of each pattern those to look at; without them texts are scanned.
  private let words: WordIndex?
  private let candidates: [[WordIndex.Candidates?]]
  /// Whether a document is of the source or time asked for, by condition; empty for others.
  private let fitting: [[Bool]]
  private let speakers: [[Bool]]
  private let wanted: [Int]
  /// Whether it asks for one word or phrase alone: what is found of it holds.
  private let isPlain: Bool
  /// Whether it asks for speakers and marks alone, all of which must hold: what they let through is meant.
  private let isOfMarksAlone: Bool
  /// Whether any words are to agree in case.
  private let isCased: Bool
  private let required: [Int]
  /// Several plain words: where they stand side by side they are one place.
  private let run: BytePattern?

  /// - Parameter passages: what was read; needed where `query.needsPassages`.
  package init(_ query: Query, _ corpus: Corpus, _ directory: Directory, _ passages: Passages?) {
    self.query = query
    self.corpus = corpus
    self.passages = query.needsPassages ? passages : nil
    texts = corpus.texts
    units = corpus.units
    patterns = query.conditions.map { if case .words(let words) = $0 { corpus.patterns(words) } else { [] } }
    let words = corpus.wordsIfReady
    self.words = words
    candidates = patterns.map { $0.map { words?.candidates(for: $0) } }
    fitting = query.conditions.map { condition in
      switch condition {
      case .source(let words): directory.documents(words)
      case .date(let range): directory.documents(range)
      default: []
      }
    }
    speakers = query.conditions.map { if case .by(let words) = $0 { directory.speakers(words) } else { [] } }
    wanted = query.wantedWords
    isCased = query.conditions.contains { if case .words(let words) = $0 { words.cased != nil } else { false } }
    required = query.required
    isPlain = query.conditions.count == 1 && wanted == [0] && required == [0]
    isOfMarksAlone =
      required.count == query.conditions.count
      && query.conditions.allSatisfy {
        switch $0 {
        case .by, .traits: true
        default: false
        }
      }
    run = Self.run(query, wanted)
  }

  private static func run(_ query: Query, _ wanted: [Int]) -> BytePattern? {
    guard wanted.count > 1, wanted.count == query.conditions.count, Set(wanted).isSubset(of: query.required) else {
      return nil
    }
    var bytes: [UInt8] = []
    for index in wanted {
      guard case .words(let words) = query.conditions[index], !words.isPhrase else { return nil }
      bytes += (bytes.isEmpty ? [] : [0x20]) + words.folded
    }
    return BytePattern(bytes)
  }

  /// Calls `visit` with every match until it returns false. None of the places found overlap.
  /// - Parameter order: the documents in the order in which matches are wanted.
  /// - Complexity: one scan of each text for each word, until a word that must be there is not.
  package func matches(in order: [Document.ID], _ visit: (Match) -> Bool) {
    guard !query.isEmpty else { return }
    for id in order where !matches(in: id, visit) { return }
  }

  private func matches(in id: Document.ID, _ visit: (Match) -> Bool) -> Bool {
    for index in required {
      if !fitting[index].isEmpty, !fitting[index][id.index] { return true }
      if isAbsent(index, in: id) { return true }
    }
    if let passages, !passages.entries[id.index].contains(where: mayHold) { return true }
    var occurrences: [Occurrence] = []
    for index in patterns.indices where !patterns[index].isEmpty {
      var found = places(of: index, in: id)
      if isCased { found.removeAll { !agreesInCase($0, id) } }
      if found.isEmpty, required.contains(index) { return true }
      if occurrences.isEmpty { occurrences = found } else { occurrences += found }
    }
    // The places of one pattern come in order.
    if patterns.count > 1 || patterns.first?.count ?? 0 > 1 { occurrences.sort() }
    if let passages { return matches(in: id, passages, occurrences, visit) }
    let (text, units) = (texts[id.index], units[id.index])
    if wanted.isEmpty { return matchesWithoutWords(in: id, units, occurrences, visit) }
    var index = 0
    while index < occurrences.count {
      let start = Span(
        text.source(occurrences[index].range.lowerBound), text.source(occurrences[index].range.upperBound))
      guard let unit = units.last(startingAtOrBefore: start.start), unit.end >= start.end else {
        index += 1
        continue
      }
      let end = text.folded(unit).upperBound
      let first = index
      while index < occurrences.count, occurrences[index].range.upperBound <= end { index += 1 }
      let inside = occurrences[first..<max(first, index)]
      index = max(index, first + 1)
      let isFound = isPlain && !inside.isEmpty
      guard let found = isFound ? lit(inside, text) : holds(id, entry: nil, Array(inside), unit) else { continue }
      if !visit(Match(document: id, passage: unit, found: found)) { return false }
    }
    return true
  }

  /// What to light of words that were found: their spans, none of which overlap.
  private func lit(_ occurrences: some Collection<Occurrence>, _ text: FoldedText) -> [Span] {
    var found: [Span] = []
    found.reserveCapacity(occurrences.count)
    for occurrence in occurrences {
      let span = text.source(occurrence.range)
      if let last = found.last, span.start < last.end { continue }
      found.append(span)
    }
    return found
  }

  /// Whether the words of a condition certainly stand nowhere in a document.
  private func isAbsent(_ condition: Int, in id: Document.ID) -> Bool {
    guard let words, !candidates[condition].isEmpty else { return false }
    return candidates[condition].allSatisfy { $0.map { words.isWithout($0, document: id.index) } ?? false }
  }

  /// The places of a condition's words in a document.
  private func places(of condition: Int, in id: Document.ID) -> [Occurrence] {
    let bytes = texts[id.index].bytes
    var found: [Occurrence] = []
    for (pattern, candidates) in zip(patterns[condition], candidates[condition]) {
      if let words, let candidates {
        words.each(candidates, in: id.index, bytes) { found.append(Occurrence(range: $0, condition: condition)) }
      } else {
        found += Occurrence.all(of: [pattern], in: bytes, 0..<bytes.count, condition: condition)
      }
    }
    return found
  }

  /// Without a word to find, every paragraph answers that has none to avoid; without either, a document as a whole, by its
  /// first paragraph.
  private func matchesWithoutWords(
    in id: Document.ID, _ units: [Span], _ occurrences: [Occurrence], _ visit: (Match) -> Bool
  ) -> Bool {
    let isWhole = patterns.allSatisfy(\.isEmpty)
    for unit in units {
      let range = texts[id.index].folded(unit)
      let inside = occurrences.filter {
        $0.range.lowerBound >= range.lowerBound && $0.range.upperBound <= range.upperBound
      }
      guard let found = holds(id, entry: nil, inside, unit) else { continue }
      if !visit(Match(document: id, passage: unit, found: found)) { return false }
      if isWhole { return true }
    }
    return true
  }

  /// Statements may hold others: what was found in both is one place, in the outer.
  private func matches(
    in id: Document.ID, _ passages: Passages, _ occurrences: [Occurrence], _ visit: (Match) -> Bool
  ) -> Bool {
    var end: UInt32 = 0
    for entry in passages.entries[id.index] where mayHold(entry) {
      let found = found(in: entry, of: id, occurrences).filter { $0.start >= end }
      guard let last = found.last else { continue }
      end = last.end
      if !visit(Match(document: id, passage: entry.span, found: found, statement: entry.statement)) { return false }
    }
    return true
  }

  private func found(in entry: Passages.Entry, of id: Document.ID, _ occurrences: [Occurrence]) -> [Span] {
    if isOfMarksAlone { return [entry.span] }
    let range = texts[id.index].folded(entry.span)
    let inside = occurrences.filter { range.contains($0.range.lowerBound) && $0.range.upperBound <= range.upperBound }
    return holds(id, entry: entry, inside, entry.span) ?? []
  }

  /// Whether no condition that must hold tells already that a passage is not meant.
  private func mayHold(_ entry: Passages.Entry) -> Bool {
    required.allSatisfy { index in
      switch query.conditions[index] {
      case .by: entry.speakers.contains { speakers[index][$0] }
      case .traits(let traits): !entry.traits.isDisjoint(with: traits)
      default: true
      }
    }
  }

  private func agreesInCase(_ occurrence: Occurrence, _ id: Document.ID) -> Bool {
    guard case .words(let words) = query.conditions[occurrence.condition], words.cased != nil else {
      return true
    }
    return words.agreesInCase(corpus.documents[id.index].text[texts[id.index].source(occurrence.range)])
  }

  /// - Returns: what to light where the query holds of a passage, else `nil`.
  private func holds(
    _ id: Document.ID, entry: Passages.Entry?, _ inside: [Occurrence], _ unit: Span
  ) -> [Span]? {
    let text = texts[id.index]
    var close: [Occurrence]?
    let holds = query.holds { index in
      switch query.conditions[index] {
      case .words: return inside.contains { $0.condition == index }
      case .source, .date: return fitting[index][id.index]
      case .by: return entry?.speakers.contains { speakers[index][$0] } ?? false
      case .traits(let traits): return entry.map { !$0.traits.isDisjoint(with: traits) } ?? false
      case .note(let words): return entry.map { words.stand(in: $0.note) } ?? false
      case .tag(let words): return entry.map { words.stand(in: $0.tag) } ?? false
      case .near(let distance, let slots):
        let found = Occurrence.near(
          inside, in: text.bytes, from: text.folded(unit).lowerBound, distance: distance, slots: slots)
        close = (close ?? []) + found
        return !found.isEmpty
      }
    }
    guard holds else { return nil }
    if let run {
      let together = Occurrence.all(of: [run], in: text.bytes, text.folded(unit), condition: 0)
      if !together.isEmpty { return together.map { text.source($0.range) } }
    }
    let found = lit((close?.sorted() ?? inside).filter { wanted.contains($0.condition) }, text)
    return found.isEmpty ? [unit] : found
  }
}

extension [Span] {
  /// The last of spans in order that starts at an offset or before. Cost: O(log n).
  fileprivate func last(startingAtOrBefore offset: UInt32) -> Span? {
    let next = partitioningIndex { $0.start > offset }
    return next > 0 ? self[next - 1] : nil
  }
}
