internal import Dossier

/// Turns a document's tokens into the keys that the name model has weights for.
///
/// Beside the word, its neighbours and its lists, a token's features tell what the whole document knows of its word: whether it is written
/// small elsewhere, what stands before and after it where it is clearly a name.
package struct NameFeatures {
  /// The most keys that one token can have.
  package static let capacity = 200

  private(set) var tokens: [NameToken] = []
  private(set) var entries: [DocumentWord] = []
  /// Sentences as ranges of token indices.
  package private(set) var sentences: [Range<Int>] = []
  private(set) var styles: [SentenceStyle] = []
  private(set) var runs: [Range<Int>] = []

  /// What a document knows of one word.
  struct DocumentWord {
    var word: UInt64 = 0
    var small = 0
    var capitalInside = 0
    var capital = 0
    /// Bits of what stood beside it.
    var evidence: UInt64 = 0
    var used = false
  }

  /// How a whole sentence is written.
  enum SentenceStyle: UInt64 {
    case running, capitals, title
  }

  /// Words that tell what stands beside them, as hashes.
  private static let placeWords = Set(
    ["in", "at", "from", "near", "to", "across", "outside"].map { NameHash.hash($0.utf8) })
  private static let speechWords = Set(
    ["said", "says", "told", "added", "who", "saying", "tells", "explained", "argued"].map { NameHash.hash($0.utf8) })

  /// Reads a document.
  /// - Parameters:
  ///   - bytes: its text.
  ///   - spans: start and end of every token in `bytes`.
  ///   - sentences: ranges of tokens.
  ///   - syntax: part of speech, relation and head (-1 for none) of every token.
  private init(
    bytes: UnsafeBufferPointer<UInt8>, spans: [(start: UInt32, end: UInt32)], sentences: [Range<Int>],
    syntax: [(tag: UInt8, relation: UInt8, head: Int32)], lexicon: NameLexicon
  ) {
    self.sentences = sentences
    guard let base = bytes.baseAddress, !spans.isEmpty else { return }
    var folded = [UInt8](repeating: 0, count: spans.reduce(0) { $0 + Int($1.end - $1.start) })
    tokens.reserveCapacity(spans.count)
    folded.withUnsafeMutableBufferPointer { buffer in
      guard let out = buffer.baseAddress else { return }
      var position = 0
      var previous: UInt32 = 0
      for span in spans {
        let token = NameToken(
          base, Int(span.start), Int(span.end), spaced: span.start > previous, folded: out, at: position)
        position = token.folded.upperBound
        previous = span.end
        tokens.append(token)
      }
      for index in tokens.indices { tokens[index].lookUp(in: lexicon) }
      for sentence in sentences { markPhrases(in: sentence, folded: out, lexicon: lexicon) }
    }
    for (index, word) in syntax.enumerated() {
      tokens[index].tag = word.tag + 1
      tokens[index].relation = word.relation + 1
      tokens[index].head = word.head
    }
    styles = sentences.map { style(of: $0) }
    markRuns()
    gatherDocument()
  }

  // MARK: Lists

  private mutating func markPhrases(in sentence: Range<Int>, folded: UnsafeMutablePointer<UInt8>, lexicon: NameLexicon)
  {
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      guard tokens[index].casing.isCapitalised else {
        tokens[index].phrase = UInt32(tokens[index].lists)
        index += 1
        continue
      }
      var hash = tokens[index].word
      var best = (end: index + 1, lists: tokens[index].lists)
      var next = index + 1
      while next < sentence.upperBound, next - index < 6 {
        let token = tokens[next]
        if token.spaced { hash = NameHash.step(hash, 0x20) }
        for position in token.folded { hash = NameHash.step(hash, folded[position]) }
        next += 1
        let lists = lexicon.lists(hash)
        if lists != 0 { best = (next, lists) }
      }
      tokens[index].phrase = UInt32(best.lists)
      for later in index + 1..<max(best.end, index + 1) { tokens[later].phrase = UInt32(best.lists) << 16 }
      index = best.end
    }
  }

  // MARK: Document

  private func style(of sentence: Range<Int>) -> SentenceStyle {
    var (capitals, capitalised, words, small) = (0, 0, 0, 0)
    for index in sentence {
      switch tokens[index].casing {
      case .capitals: (capitals, capitalised, words) = (capitals + 1, capitalised + 1, words + 1)
      case .initialCapital, .mixed: (capitalised, words) = (capitalised + 1, words + 1)
      case .lower:
        words += 1
        if tokens[index].length > 3 { small += 1 }
      default: break
      }
    }
    if words >= 3, capitals * 5 >= words * 4 { return .capitals }
    if words >= 4, small * 6 <= words, capitalised * 5 >= words * 3 { return .title }
    return .running
  }

  private mutating func gatherDocument() {
    var size = 16
    while size < tokens.count * 2 { size *= 2 }
    entries = [DocumentWord](repeating: DocumentWord(), count: size)
    for (number, sentence) in sentences.enumerated() {
      for index in sentence { tokens[index].entry = entry(of: tokens[index].word, mask: size - 1) }
      guard styles[number] == .running else { continue }
      for index in sentence {
        let token = tokens[index]
        if token.casing == .lower {
          entries[token.entry].small += 1
        } else if token.casing.isCapitalised {
          entries[token.entry].capital += 1
          if index > sentence.lowerBound { entries[token.entry].capitalInside += 1 }
          entries[token.entry].evidence |= evidence(at: index, in: sentence)
        }
      }
    }
  }

  private mutating func entry(of word: UInt64, mask: Int) -> Int {
    var slot = Int(truncatingIfNeeded: word ^ word >> 32) & mask
    while entries[slot].used {
      if entries[slot].word == word { return slot }
      slot = (slot + 1) & mask
    }
    entries[slot].used = true
    entries[slot].word = word
    return slot
  }

  private func evidence(at index: Int, in sentence: Range<Int>) -> UInt64 {
    var bits: UInt64 = 0
    if index > sentence.lowerBound {
      let before = tokens[index - 1]
      if before.casing.isCapitalised {
        if has(before.lists, .title) || has(before.lists, .personNoun) { bits |= 1 }
        if has(before.lists, .first) { bits |= 2 }
        if !has(before.lists, .first), has(before.lists, .nameWord) { bits |= 4 }
      } else {
        if has(before.lists, .personNoun) { bits |= 8 }
        if Self.placeWords.contains(before.word) { bits |= 16 }
      }
    }
    if index + 1 < sentence.upperBound {
      let after = tokens[index + 1]
      if after.casing.isCapitalised {
        if has(after.lists, .organisationWord) || has(after.lists, .organisationSuffix) { bits |= 32 }
        if has(after.lists, .last) { bits |= 64 }
      } else if Self.speechWords.contains(after.word) {
        bits |= 128
      }
    }
    return bits
  }

  @inline(__always)
  private func has(_ lists: UInt16, _ list: NameLexicon.List) -> Bool { lists & (1 << UInt16(list.rawValue)) != 0 }

  private mutating func markRuns() {
    runs = [Range<Int>](repeating: 0..<1, count: tokens.count)
    for sentence in sentences {
      var index = sentence.lowerBound
      while index < sentence.upperBound {
        guard tokens[index].casing.isCapitalised else {
          runs[index] = index..<index + 1
          index += 1
          continue
        }
        var end = index + 1
        // A common word at the start of a sentence is capitalised for its place alone.
        let common =
          index == sentence.lowerBound && tokens[index].lists == 0 && (1...9).contains(tokens[index].use.rank)
        while !common, end < sentence.upperBound, tokens[end].casing.isCapitalised { end += 1 }
        for inner in index..<end { runs[inner] = index..<end }
        index = end
      }
    }
  }

  // MARK: Which words to look at

  /// A part of a sentence that may hold names; all its words may but one before and one after
  /// `inner`, which part it from the rest.
  struct Stretch {
    var sentence: Int
    var tokens: Range<Int>
    var inner: Range<Int>
  }

  /// Farther than this from a capitalised word, no word is part of a name (`Federal Office for the Protection`).
  private static let reach = 2

  /// The parts of all sentences that may hold names: what is capitalised and the words around it. Where nothing is, all of
  /// the sentence may.
  ///
  /// Half of the words of news need no look. Of the names in the gold data less than one in a hundred is missed, most of
  /// them no proper names (`democratic`, `coronavirus`).
  func stretches() -> [Stretch] {
    var stretches: [Stretch] = []
    for (number, sentence) in sentences.enumerated() where !sentence.isEmpty {
      let first = stretches.count
      for index in sentence where tokens[index].casing.isCapitalised {
        let inner = max(index - Self.reach, sentence.lowerBound)..<min(index + Self.reach + 1, sentence.upperBound)
        if stretches.count > first, stretches[stretches.count - 1].inner.upperBound >= inner.lowerBound {
          stretches[stretches.count - 1].inner = stretches[stretches.count - 1].inner.lowerBound..<inner.upperBound
        } else {
          stretches.append(Stretch(sentence: number, tokens: inner, inner: inner))
        }
      }
      if stretches.count == first { stretches.append(Stretch(sentence: number, tokens: sentence, inner: sentence)) }
      for index in first..<stretches.count {
        let inner = stretches[index].inner
        stretches[index].tokens =
          max(inner.lowerBound - 1, sentence.lowerBound)..<min(inner.upperBound + 1, sentence.upperBound)
      }
    }
    return stretches
  }

  /// The word's entry in the document, the same for every token of one spelling; for the pass over the document.
  func entry(at index: Int) -> Int { tokens[index].entry }

  /// Number of entries.
  var entryCount: Int { entries.count }

  /// How the token is written.
  func casing(at index: Int) -> Casing { tokens[index].casing }
}

extension NameFeatures {
  /// Reads a text that has been parsed.
  package init(_ text: AnalysedText, lexicon: NameLexicon) {
    let spans = text.tokens.map { (start: $0.span.start, end: $0.span.end) }
    // A relation is told from others by its place in the enumeration, which is the byte it is stored as.
    let syntax = text.tokens.map { token in
      (
        tag: token.tag.rawValue, relation: withUnsafeBytes(of: token.relation) { $0[0] },
        head: Int32(token.head ?? -1)
      )
    }
    self = text.text.bytes.withUnsafeBufferPointer {
      NameFeatures(bytes: $0, spans: spans, sentences: text.sentences.map(\.tokens), syntax: syntax, lexicon: lexicon)
    }
  }
}
