internal import Dossier

/// Turns a document's tokens into the keys that the name model has weights for.
///
/// Beside the word, its neighbours and its lists, a token's features tell what the whole document knows of its word: whether it is written
/// small elsewhere, what stands before and after it where it is clearly a name.
package struct NameFeatures {
  /// The most keys that one token can have.
  package static let capacity = 200

  private(set) var tokens: [NameToken] = []
  private var entries: [DocumentWord] = []
  /// Sentences as ranges of token indices.
  package private(set) var sentences: [Range<Int>] = []
  private var styles: [SentenceStyle] = []
  private var runs: [Range<Int>] = []

  /// What a document knows of one word.
  private struct DocumentWord {
    var word: UInt64 = 0
    var small = 0
    var capitalInside = 0
    var capital = 0
    /// Bits of what stood beside it.
    var evidence: UInt64 = 0
    var used = false
  }

  /// How a whole sentence is written.
  private enum SentenceStyle: UInt64 {
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
          base, Int(span.start), Int(span.end), spaced: span.start > previous, folded: out, at: position,
          lexicon: lexicon)
        position = token.folded.upperBound
        previous = span.end
        tokens.append(token)
      }
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

  // MARK: Emission

  /// Writes the keys of one token.
  /// - Parameters:
  ///   - index: the token.
  ///   - sentence: the index of its sentence in ``sentences``.
  ///   - out: room for ``capacity`` keys.
  /// - Returns: how many were written.
  package func keys(at index: Int, sentence number: Int, into out: UnsafeMutablePointer<UInt32>) -> Int {
    tokens.withUnsafeBufferPointer { tokens in
      var emitter = Emitter(out: out)
      emit(index, sentences[number], styles[number], tokens, &emitter)
      return emitter.count
    }
  }

  private struct Emitter {
    let out: UnsafeMutablePointer<UInt32>
    var count = 0

    @inline(__always)
    mutating func callAsFunction(_ template: UInt64, _ value: UInt64) {
      out[count] = NameHash.key(template, value)
      count += 1
    }
  }

  private static let edge = NameToken()

  private func emit(
    _ index: Int, _ sentence: Range<Int>, _ style: SentenceStyle, _ tokens: UnsafeBufferPointer<NameToken>,
    _ emit: inout Emitter
  ) {
    @inline(__always) func at(_ offset: Int) -> NameToken {
      sentence.contains(index + offset) ? tokens[index + offset] : Self.edge
    }
    let (before2, before, token, after, after2) = (at(-2), at(-1), tokens[index], at(1), at(2))
    let casing = UInt64(token.casing.rawValue)
    let capital: UInt64 = token.casing.isCapitalised ? 1 : 0
    let written = style == .running ? casing : casing + 8 * style.rawValue
    // Words.
    emit(1, token.word)
    emit(2, before.word)
    emit(3, after.word)
    emit(4, before2.word)
    emit(5, after2.word)
    emit(6, NameHash.pair(before.word, token.word))
    emit(7, NameHash.pair(token.word, after.word))
    emit(8, NameHash.pair(token.word, written))
    emit(9, NameHash.pair(before.word, NameHash.pair(after.word, capital)))
    // Shapes.
    let (shape, shapeBefore, shapeAfter) = (UInt64(token.shape), UInt64(before.shape), UInt64(after.shape))
    emit(10, shape << 2 | style.rawValue)
    emit(11, shapeBefore)
    emit(12, shapeAfter)
    emit(13, shapeBefore << 32 | shape)
    emit(14, shape << 32 | shapeAfter)
    emit(15, NameHash.pair(shapeBefore << 32 | shape, shapeAfter))
    emit(16, UInt64(min(token.length, 12)) << 8 | written)
    // Parts of the word.
    for length in 1...4 where Int(token.length) >= length {
      let mask: UInt32 = length == 4 ? .max : 1 << UInt32(8 * length) - 1
      emit(UInt64(16 + length), UInt64(token.prefix & mask) << 1 | capital)
      emit(UInt64(20 + length), UInt64(token.suffix & mask) << 1 | capital)
    }
    emit(25, UInt64(before.suffix & 0xFF_FFFF))
    emit(26, UInt64(after.suffix & 0xFF_FFFF))
    emitUse(before2, before, token, after, after2, capital, &emit)
    emitLists(before2, before, token, after, after2, shape, &emit)
    emitPlace(index, sentence, token, written, &emit)
    emit(47, UInt64(token.use.other) << 1 | capital)
    emit(48, UInt64(before.use.other) << 1 | capital)
    emit(49, UInt64(after.use.other) << 1 | capital)
    emit(27, UInt64(before.use.other) << 24 | UInt64(token.use.other) << 1 | capital)
    emit(28, UInt64(token.use.other) << 24 | UInt64(after.use.other) << 1 | capital)
    if capital == 1 { emitRun(index, sentence, tokens, &emit) }
    emitSyntax(index, before, token, after, tokens, capital, &emit)
  }

  /// The run of capitalised words that a word stands in: its last word says most about what the whole is.
  private func emitRun(
    _ index: Int, _ sentence: Range<Int>, _ tokens: UnsafeBufferPointer<NameToken>, _ emit: inout Emitter
  ) {
    let run = runs[index]
    let (first, last) = (tokens[run.lowerBound], tokens[run.upperBound - 1])
    let place = UInt64(min(index - run.lowerBound, 3))
    let length = UInt64(min(run.count, 5))
    emit(80, NameHash.pair(last.word, place == 0 ? 1 : 0))
    emit(81, UInt64(last.lists) << 3 | length)
    emit(82, UInt64(last.use.middle) << 3 | length)
    emit(83, UInt64(first.lists) << 3 | length)
    emit(84, place << 3 | length)
    let next = run.upperBound < sentence.upperBound ? tokens[run.upperBound] : Self.edge
    let previous = run.lowerBound > sentence.lowerBound ? tokens[run.lowerBound - 1] : Self.edge
    emit(85, NameHash.pair(next.word, length))
    emit(86, UInt64(next.use.middle) << 3 | length)
    emit(87, NameHash.pair(previous.word, length))
    emit(88, UInt64(previous.use.middle) << 3 | length)
    emit(89, UInt64(previous.use.coarse) << 24 | UInt64(next.use.coarse) << 3 | length)
    emit(78, UInt64(last.lists) << 16 | UInt64(first.lists))
    if run.lowerBound >= sentence.lowerBound + 2, tokens[run.lowerBound - 1].word == Self.of,
      tokens[run.lowerBound - 2].casing.isCapitalised
    {
      emit(79, tokens[run.lowerBound - 2].word)
    }
  }

  private static let of = NameHash.hash("of".utf8)

  private func emitSyntax(
    _ index: Int, _ before: NameToken, _ token: NameToken, _ after: NameToken, _ tokens: UnsafeBufferPointer<NameToken>,
    _ capital: UInt64, _ emit: inout Emitter
  ) {
    let (tag, tagBefore, tagAfter) = (UInt64(token.tag), UInt64(before.tag), UInt64(after.tag))
    emit(90, tag << 1 | capital)
    emit(91, tagBefore << 16 | tag << 8 | capital)
    emit(92, tag << 16 | tagAfter << 8 | capital)
    emit(93, tagBefore << 24 | tag << 16 | tagAfter << 8 | capital)
    emit(94, NameHash.pair(tag, UInt64(token.casing.rawValue)))
    let head = token.head >= 0 ? tokens[Int(token.head)] : Self.edge
    emit(95, NameHash.pair(head.word, tag << 1 | capital))
    emit(96, UInt64(head.use.middle) << 8 | UInt64(head.tag) << 1 | capital)
    emit(97, UInt64(head.lists) << 8 | tag << 1 | capital)
    emit(98, UInt64(token.relation) << 32 | UInt64(head.use.middle) << 8 | tag << 1 | capital)
    emit(99, UInt64(token.relation) << 8 | tag << 1 | capital)
  }

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

  private func emitUse(
    _ before2: NameToken, _ before: NameToken, _ token: NameToken, _ after: NameToken, _ after2: NameToken,
    _ capital: UInt64, _ emit: inout Emitter
  ) {
    emit(30, UInt64(token.use.fine) << 1 | capital)
    emit(31, UInt64(token.use.middle) << 1 | capital)
    emit(32, UInt64(token.use.coarse) << 1 | capital)
    emit(33, UInt64(before.use.fine))
    emit(34, UInt64(before.use.middle))
    emit(35, UInt64(before.use.coarse) << 1 | capital)
    emit(36, UInt64(after.use.fine))
    emit(37, UInt64(after.use.middle))
    emit(38, UInt64(after.use.coarse) << 1 | capital)
    emit(39, UInt64(before2.use.middle))
    emit(40, UInt64(after2.use.middle))
    emit(41, UInt64(before.use.middle) << 24 | UInt64(token.use.middle) << 1 | capital)
    emit(42, UInt64(token.use.middle) << 24 | UInt64(after.use.middle) << 1 | capital)
    emit(43, UInt64(before.use.middle) << 24 | UInt64(after.use.middle) << 1 | capital)
    emit(
      44,
      UInt64(before.use.coarse) << 40 | UInt64(token.use.coarse) << 20 | UInt64(after.use.coarse) << 1 | capital)
    emit(45, UInt64(token.use.rank) << 8 | UInt64(token.casing.rawValue))
    emit(46, UInt64(before.use.rank) << 16 | UInt64(token.use.rank) << 8 | UInt64(after.use.rank) << 1 | capital)
  }

  private func emitLists(
    _ before2: NameToken, _ before: NameToken, _ token: NameToken, _ after: NameToken, _ after2: NameToken,
    _ shape: UInt64, _ emit: inout Emitter
  ) {
    let (lists, listsBefore, listsAfter) = (UInt64(token.phrase), UInt64(before.phrase), UInt64(after.phrase))
    emit(50, NameHash.pair(lists, shape))
    emit(51, listsBefore << 8 | UInt64(before.casing.rawValue))
    emit(52, listsAfter << 8 | UInt64(after.casing.rawValue))
    emit(53, NameHash.pair(lists, listsBefore))
    emit(54, NameHash.pair(lists, listsAfter))
    emit(55, NameHash.pair(NameHash.pair(lists, listsBefore), listsAfter))
    emit(56, UInt64(before2.phrase))
    emit(57, UInt64(after2.phrase))
    emit(58, UInt64(token.lists) << 4 | UInt64(token.casing.rawValue))
    var bits = token.phrase
    while bits != 0 {
      emit(59, UInt64(bits.trailingZeroBitCount) << 4 | UInt64(token.casing.rawValue))
      bits &= bits - 1
    }
    var singles = token.lists
    while singles != 0 {
      emit(60, UInt64(singles.trailingZeroBitCount) << 4 | UInt64(token.casing.rawValue))
      singles &= singles - 1
    }
    singles = before.lists
    while singles != 0 {
      emit(
        61,
        UInt64(singles.trailingZeroBitCount) << 8 | UInt64(before.casing.rawValue) << 4 | UInt64(token.casing.rawValue))
      singles &= singles - 1
    }
    singles = after.lists
    while singles != 0 {
      emit(
        62,
        UInt64(singles.trailingZeroBitCount) << 8 | UInt64(after.casing.rawValue) << 4 | UInt64(token.casing.rawValue))
      singles &= singles - 1
    }
  }

  private func emitPlace(
    _ index: Int, _ sentence: Range<Int>, _ token: NameToken, _ written: UInt64, _ emit: inout Emitter
  ) {
    let first: UInt64 = index == sentence.lowerBound ? 1 : 0
    let last: UInt64 = index == sentence.upperBound - 1 ? 1 : 0
    emit(70, written << 2 | first << 1 | last)
    emit(71, UInt64(min(index - sentence.lowerBound, 3)) << 8 | written)
    let known = entries[token.entry]
    let small: UInt64 = known.small == 0 ? 0 : known.small < 3 ? 1 : 2
    let inside: UInt64 = known.capitalInside == 0 ? 0 : known.capitalInside < 3 ? 1 : 2
    emit(72, small << 16 | inside << 12 | first << 8 | written)
    emit(73, UInt64(min(known.capital, 6)) << 8 | written)
    guard token.casing.isCapitalised else { return }
    emit(74, known.evidence)
    var bits = known.evidence
    while bits != 0 {
      emit(75, UInt64(bits.trailingZeroBitCount))
      bits &= bits - 1
    }
    emit(76, NameHash.pair(UInt64(token.use.middle), small << 4 | inside << 2 | first))
    emit(77, NameHash.pair(UInt64(token.lists), small << 4 | inside << 2 | first))
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
      (token.tag.rawValue, withUnsafeBytes(of: token.relation) { $0[0] }, Int32(token.head ?? -1))
    }
    self = text.text.bytes.withUnsafeBufferPointer {
      NameFeatures(bytes: $0, spans: spans, sentences: text.sentences.map(\.tokens), syntax: syntax, lexicon: lexicon)
    }
  }
}

extension NameToken {
  /// The token outside a sentence.
  init() {}
}
