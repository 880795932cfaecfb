package import Dossier
internal import Synchronization

/// The folded texts of all documents, made at the first search or ahead of it on another thread.
package final class Corpus: Sendable {
  package let documents: [Document]

  private struct Made {
    var texts: [FoldedText]?
    /// Words with and without Greek or Cyrillic letters.
    var vocabularies: [Bool: Vocabulary] = [:]
  }

  private let made = Mutex(Made())

  package init(_ documents: [Document]) { self.documents = documents }

  /// Folds all texts, and lists their words by sound, unless that is done already.
  package func prepare() {
    for isForeign in [false, true] { _ = vocabulary(foreign: isForeign) }
  }

  /// The paragraphs of a document, or its lines where these are not known.
  func units(of id: Document.ID) -> [Span] {
    let document = documents[id.index]
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

  private func vocabulary(foreign: Bool) -> Vocabulary {
    let texts = texts
    return made.withLock { made in
      if let vocabulary = made.vocabularies[foreign] { return vocabulary }
      let vocabulary = Vocabulary(texts, foreign: foreign)
      made.vocabularies[foreign] = vocabulary
      return vocabulary
    }
  }

  /// What to look for: the words as they are, and a single word also as it is spelled in another alphabet.
  func patterns(_ words: Words) -> [BytePattern] {
    let literal = BytePattern(words.folded)
    guard !words.folded.contains(0x20) else { return [literal] }
    let spellings = vocabulary(foreign: !Skeleton.isForeign(words.folded)).spellings(of: words.folded)
    return [literal] + spellings.map { BytePattern($0, atWordStart: true) }
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
