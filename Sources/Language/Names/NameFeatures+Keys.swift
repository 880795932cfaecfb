/// The keys of one token, template by template.
extension NameFeatures {
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
}
