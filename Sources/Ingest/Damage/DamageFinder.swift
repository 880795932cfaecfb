import Dossier

/// Finds words that lost the space between them: `hadopened`, `LukashenkoReuters`, `R.US President`, `war.The`.
///
/// What a text writes so more than once is a name or a habit, not damage.
struct DamageFinder {
  private let text: SourceText
  private var found: [(token: Span, flag: Flag)] = []
  private var scans = 0

  /// The flags of the given blocks, in reading order. Cost: one pass over the bytes.
  static func flags(_ text: SourceText, in spans: [Span]) -> [Flag] {
    var finder = DamageFinder(text: text)
    for span in spans { finder.scan(span) }
    return finder.once(in: spans)
  }

  private init(text: SourceText) { self.text = text }

  // MARK: Tokens

  private mutating func scan(_ span: Span) {
    let bytes = text.bytes[span.range]
    var index = bytes.startIndex
    while index < bytes.endIndex {
      guard isLetter(bytes[index]) else {
        index +=
          Letters.length(of: bytes[index]) == 1 ? 1 : min(Letters.length(of: bytes[index]), bytes.endIndex - index)
        continue
      }
      var end = index
      var hasUpperInside = false
      while end < bytes.endIndex, isLetter(bytes[end]) {
        if Letters.isUpper(bytes[end]), end > index, Letters.isLower(bytes[end - 1]) { hasUpperInside = true }
        end += 1
      }
      if end < bytes.endIndex, bytes[end] == 0x2E, isLetter(end + 1 < bytes.endIndex ? bytes[end + 1] : 0) {
        checkStop(bytes, word: index..<end)
      }
      if stands(bytes, index..<end) {
        if hasUpperInside {
          checkJoin(bytes, word: index..<end)
        } else if end - index >= 7, Letters.isLower(bytes[index]) {
          checkRun(bytes, word: index..<end)
        }
      }
      index = end
    }
  }

  private func isLetter(_ byte: UInt8) -> Bool { Letters.isLower(byte) || Letters.isUpper(byte) }

  /// Whether a run of letters is a word by itself, not a part of an address, a tag, a compound or a foreign word.
  private func stands(_ bytes: ArraySlice<UInt8>, _ word: Range<Int>) -> Bool {
    let joins: [UInt8] = [0x23, 0x26, 0x2B, 0x2D, 0x2F, 0x3A, 0x3D, 0x40, 0x5C, 0x5F, 0x7E]
    if word.lowerBound > bytes.startIndex {
      let before = bytes[word.lowerBound - 1]
      if joins.contains(before) && before != 0x3A || before == 0x2E || Letters.isDigit(before) {
        return false
      }
      if before == 0x22, word.lowerBound - 2 >= bytes.startIndex, bytes[word.lowerBound - 2] == 0x3D { return false }
      if before >= 0x80, !isMark(bytes, endingAt: word.lowerBound) { return false }
    }
    if word.upperBound < bytes.endIndex {
      let after = bytes[word.upperBound]
      if joins.contains(after) && after != 0x2F && after != 0x3A || Letters.isDigit(after) || after == 0x28 {
        return false
      }
      if after == 0x2E, word.upperBound + 1 < bytes.endIndex, isLetter(bytes[word.upperBound + 1]) { return false }
      if after >= 0xC3, after != 0xE2 { return false }
    }
    return true
  }

  /// Whether a general punctuation mark (U+2000–U+206F) or no-break space ends before `index`.
  private func isMark(_ bytes: ArraySlice<UInt8>, endingAt index: Int) -> Bool {
    if index - 3 >= bytes.startIndex, bytes[index - 3] == 0xE2, bytes[index - 2] == 0x80 { return true }
    return index - 2 >= bytes.startIndex && bytes[index - 2] == 0xC2
  }

  // MARK: Kinds of damage

  /// `LukashenkoReuters`: two known words, the second capitalised, that are no known word together.
  private mutating func checkJoin(_ bytes: ArraySlice<UInt8>, word: Range<Int>) {
    let inside = word.dropFirst().filter { Letters.isUpper(bytes[$0]) && Letters.isLower(bytes[$0 - 1]) }
    guard inside.count == 1, let cut = inside.first, cut - word.lowerBound >= 3, word.upperBound - cut >= 2 else {
      return
    }
    let (left, right) = (bytes[word.lowerBound..<cut], bytes[cut..<word.upperBound])
    // A name that starts like a patronymic (`MacArthur`) or a prefix is one word.
    let prefixes = [
      "mac", "fitz", "van", "von", "del", "des", "san", "les", "las", "los", "dela", "pro", "pre", "pan", "anti",
      "euro", "micro", "wiki", "tele",
    ]
    guard !prefixes.contains(where: { left.count == $0.utf8.count && WordFold.equal(left, $0) }) else { return }
    guard WordFilter.known.contains(left), !WordFilter.known.contains(bytes[word]) else { return }
    let agency = CueTable.shared.agency(right) != nil && right.count >= 3
    let sentence = Letters.isLower(left.first ?? 0x41) || right.count == 2
    if agency {
      add(
        word,
        "“\(text[Span(left.startIndex..<left.endIndex)])” and “\(text[Span(right.startIndex..<right.endIndex)])” have no space between them"
      )
    } else if sentence
      ? WordFilter.common.contains(right) && left.count >= 4 : stands(alone: left, right, in: bytes, word: word)
    {
      add(word, "two words have no space between them")
    }
  }

  /// Two capitalised words are a brand as often as damage, unless the text has both by themselves.
  private mutating func stands(
    alone left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>, in bytes: ArraySlice<UInt8>, word: Range<Int>
  ) -> Bool {
    guard left.count >= 4, right.count >= 3, WordFilter.known.contains(right) else { return false }
    return occursAlone(left) && (occursAlone(right) || WordFilter.common.contains(right))
  }

  /// `hadopened`: no known word, but two common ones, one of which never is a part of a compound.
  private mutating func checkRun(_ bytes: ArraySlice<UInt8>, word: Range<Int>) {
    let token = bytes[word]
    guard token.allSatisfy(Letters.isLower), !WordFilter.known.contains(token) else { return }
    // Plurals and other forms of a known word are no damage.
    for ending in [1, 2, 3, 4] where token.count - ending >= 5 && WordFilter.known.contains(token.dropLast(ending)) {
      return
    }
    for cut in (word.lowerBound + 2)...(word.upperBound - 2) {
      let (left, right) = (bytes[word.lowerBound..<cut], bytes[cut..<word.upperBound])
      let leftFunction = Self.openers.contains { WordFold.equal(left, $0) }
      let rightFunction = Self.closers.contains { WordFold.equal(right, $0) }
      guard
        leftFunction && right.count >= 4 && WordFilter.common.contains(right)
          || rightFunction && left.count >= 4 && WordFilter.common.contains(left)
      else { continue }
      add(
        word,
        "“\(text[Span(left.startIndex..<left.endIndex)])” and “\(text[Span(right.startIndex..<right.endIndex)])” have no space between them"
      )
      return
    }
  }

  /// Words that open no compound of English, and words that close none.
  private static let openers = [
    "had", "has", "have", "was", "were", "is", "are", "the", "and", "that", "with", "from", "his", "their", "would",
    "could", "should", "which",
    "they", "been", "this", "these", "those", "because", "than", "of",
  ]
  private static let closers = [
    "the", "and", "that", "with", "from", "was", "were", "has", "have", "had", "which", "their", "his", "said", "would",
    "because", "they", "been",
    "of",
  ]

  /// `war.The` and `R.US President`: a full stop with no space after it.
  private mutating func checkStop(_ bytes: ArraySlice<UInt8>, word: Range<Int>) {
    let next = word.upperBound + 1
    guard Letters.isUpper(bytes[next]), word.lowerBound == bytes.startIndex || bytes[word.lowerBound - 1] != 0x2E else {
      return
    }
    var end = next
    while end < bytes.endIndex, isLetter(bytes[end]) { end += 1 }
    let (left, right) = (bytes[word], bytes[next..<end])
    guard end == bytes.endIndex || bytes[end] == 0x20 || bytes[end] == 0x2C || bytes[end] == 0x27 || bytes[end] >= 0x80
    else { return }
    if word.lowerBound > bytes.startIndex {
      let before = bytes[word.lowerBound - 1]
      guard before == 0x20 || before >= 0x80 || before == 0x28 || before == 0x22 else { return }
    }
    if left.count == 1 {
      // Initials are many or stand before a name; this is a stray letter before a word in capitals.
      guard Letters.isUpper(left[left.startIndex]), right.count >= 2, right.allSatisfy(Letters.isUpper),
        end + 1 < bytes.endIndex, bytes[end] == 0x20,
        Letters.startsUpper(bytes, end + 1)
      else { return }
      add(word.lowerBound..<end, "a stray letter and a full stop are glued to the next word")
      return
    }
    guard left.count >= 3, Letters.isLower(left[left.startIndex]), left.allSatisfy(Letters.isLower),
      WordFilter.known.contains(left),
      right.count == 1
        ? WordFold.equal(right, "i") || WordFold.equal(right, "a")
        : WordFilter.common.contains(right) || right.count > 3 && occursAlone(right),
      !Self.domains.contains(where: { WordFold.equal(right, $0) })
    else { return }
    add(word.lowerBound..<end, "no space after a full stop")
  }

  private static let domains = ["com", "net", "org", "info", "edu", "gov", "tv", "co", "uk"]

  private mutating func add(_ word: Range<Int>, _ note: String) {
    let span = Span(word)
    found.append((span, Flag(span: span, kind: .damagedText, note: note)))
  }

  // MARK: Other uses

  /// Each call scans the text, so only the first 200 do.
  private mutating func occursAlone(_ word: ArraySlice<UInt8>) -> Bool {
    guard scans < 200 else { return false }
    scans += 1
    return count(Array(word), in: [text.span], atMost: 1) > 0
  }

  /// How often `word` stands as a word by itself, up to `atMost`.
  private func count(_ word: [UInt8], in spans: [Span], atMost: Int) -> Int {
    guard let lead = word.first else { return 0 }
    var count = 0
    for span in spans where span.count >= word.count {
      let bytes = text.bytes[span.range]
      for index in bytes.startIndex...(bytes.endIndex - word.count) where bytes[index] == lead {
        let end = index + word.count
        guard bytes[index..<end].elementsEqual(word),
          index == bytes.startIndex || !Letters.isWord(bytes[index - 1]) || bytes[index - 1] >= 0x80,
          end == bytes.endIndex || !Letters.isWord(bytes[end]) || bytes[end] >= 0x80
        else { continue }
        count += 1
        if count >= atMost { return count }
      }
    }
    return count
  }

  /// A text full of finds is written so, or is no English; the first 50 are looked at.
  private func once(in spans: [Span]) -> [Flag] {
    found.prefix(50).filter { count(Array(text.bytes[$0.token.range]), in: spans, atMost: 2) < 2 }.map(\.flag)
  }
}

/// Comparison of words without regard to case.
enum WordFold {
  static func equal(_ word: ArraySlice<UInt8>, _ lowered: String) -> Bool {
    word.count == lowered.utf8.count
      && zip(word, lowered.utf8).allSatisfy { (Letters.isUpper($0) ? $0 | 0x20 : $0) == $1 }
  }
}
