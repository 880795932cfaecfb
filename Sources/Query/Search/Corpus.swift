package import Dossier
internal import Synchronization

/// The folded texts of all documents, made at the first search or ahead of it on another thread.
package final class Corpus: Sendable {
  package let documents: [Document]

  private struct Made {
    var texts: [FoldedText]?
    var units: [[Span]]?
    var words: WordIndex?
    /// Words with and without Greek or Cyrillic letters.
    var vocabularies: [Bool: Vocabulary] = [:]
  }

  private let made = Mutex(Made())

  package init(_ documents: [Document]) { self.documents = documents }

  /// Folds all texts, and lists their words by sound, unless that is done already.
  package func prepare() {
    // One after the other, so that a search that begins meanwhile waits for one alone.
    for isForeign in [false, true] { _ = vocabulary(foreign: isForeign) }
  }

  /// The paragraphs of every document, or its lines where these are not known.
  var units: [[Span]] {
    made.withLock { made in
      if let units = made.units { return units }
      let units = documents.map(Self.units)
      made.units = units
      return units
    }
  }

  private static func units(of document: Document) -> [Span] {
    if !document.blocks.isEmpty { return document.blocks.map(\.span) }
    return (1...document.text.lineStarts.count).map { document.text.trimmed(document.text.lineSpan($0)) }
      .filter { !$0.isEmpty }
  }

  var texts: [FoldedText] {
    made.withLock { made in
      if let texts = made.texts { return texts }
      let texts = documents.map { FoldedText($0.text) }
      made.texts = texts
      return texts
    }
  }

  /// The places of all words, where they are listed already: a search goes without rather than wait for them.
  var wordsIfReady: WordIndex? { made.withLock { $0.words } }

  private var words: WordIndex {
    let texts = texts
    return made.withLock { made in
      if let words = made.words { return words }
      let words = WordIndex(texts)
      made.words = words
      return words
    }
  }

  private func vocabulary(foreign: Bool) -> Vocabulary {
    let words = words
    return made.withLock { made in
      if let vocabulary = made.vocabularies[foreign] { return vocabulary }
      let vocabulary = Vocabulary(words.words, foreign: foreign)
      made.vocabularies[foreign] = vocabulary
      return vocabulary
    }
  }

  /// Patterns looked for at once.
  private static let limit = 16

  /// What to look for: the words as they are, and as they are spelled in another alphabet.
  func patterns(_ words: Words) -> [BytePattern] {
    let literal = [words.folded, words.digraphs].compactMap(\.self).map {
      BytePattern($0, atWordStart: words.isPhrase, atWordEnd: words.isPhrase && !words.isUnfinished)
    }
    let parts = words.folded.split(separator: 0x20).map { Array($0) }
    guard let last = parts.last, parts.allSatisfy({ $0.allSatisfy(BytePattern.isWord) }) else { return literal }
    var spelled: [[UInt8]] = [[]]
    for part in parts.dropLast() {
      let spellings =
        Exonyms.spellings(of: part) + vocabulary(foreign: !Skeleton.isForeign(part)).wholeSpellings(of: part)
      spelled = Array(spelled.lazy.flatMap { head in spellings.lazy.map { head + $0 + [0x20] } }.prefix(Self.limit))
    }
    let endings =
      spelled.isEmpty
      ? [] : Exonyms.spellings(of: last) + vocabulary(foreign: !Skeleton.isForeign(last)).spellings(of: last)
    let others = spelled.lazy.flatMap { head in endings.lazy.map { BytePattern(head + $0, atWordStart: true) } }
    return literal + others.prefix(Self.limit)
  }
}

/// One place where a search found its words.
package struct Hit: Hashable, Sendable {
  package var document: Document.ID
  package var span: Span

  package init(document: Document.ID, span: Span) {
    self.document = document
    self.span = span
  }
}
