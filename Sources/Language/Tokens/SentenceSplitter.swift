/// Finds where sentences end among the tokens of one block.
struct SentenceSplitter {
  let bytes: [UInt8]

  /// Words that open a sentence more often than they follow an abbreviation.
  private static let openers: Set<String> = [
    "the", "a", "an", "he", "she", "it", "they", "we", "i", "you", "this", "that", "these", "those", "there", "his",
    "her",
    "its", "their", "our", "my", "in", "on", "at", "but", "and", "or", "so", "if", "as", "when", "while", "after",
    "before",
    "since", "however", "meanwhile", "although", "though", "because", "for", "with", "by", "from", "to", "no", "not",
    "some", "many", "most", "all", "both", "other", "another", "what", "who", "how", "why", "where", "here", "now",
    "then",
    "earlier", "later", "last", "asked", "according", "despite", "under", "until", "also",
  ]

  private static let reporters: Set<String> = [
    "said", "says", "asked", "asks", "added", "told", "wrote", "replied", "answered", "tweeted", "exclaimed", "shouted",
    "declared", "continued", "recalled", "wondered", "demanded", "insisted", "joked", "yelled", "cried",
  ]

  /// The ranges of `tokens` that are sentences; together they cover `tokens`.
  ///
  /// A sentence ends after a stop, a question or exclamation mark or an ellipsis with the closing marks around it, where
  /// what follows can open one; after an abbreviation only before a word that usually opens one; and at an empty line. What
  /// goes on without any is cut: later stages cost the square of a sentence's length.
  /// - Complexity: linear in the number of tokens.
  func split(_ tokens: ArraySlice<Range<Int>>) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var first = tokens.startIndex
    var index = first
    while index < tokens.endIndex {
      var next = index + 1
      if let end = end(after: index, first: first, tokens) {
        next = end
        sentences.append(first..<next)
        first = next
      } else if next < tokens.endIndex,
        next - first == Self.longest || hasEmptyLine(tokens[index].upperBound..<tokens[next].lowerBound)
      {
        sentences.append(first..<next)
        first = next
      }
      index = next
    }
    if first < tokens.endIndex { sentences.append(first..<tokens.endIndex) }
    return sentences
  }

  /// So many tokens no sentence of prose has.
  private static let longest = 500

  private enum Terminal { case stop, emphasis, ellipsis, abbreviation }

  private func terminal(_ token: Range<Int>) -> Terminal? {
    let last = bytes[token.upperBound - 1]
    switch CharacterClass.at(token.lowerBound, in: bytes, end: token.upperBound).kind {
    case .stop: return token.count == 1 ? .stop : .ellipsis
    case .emphasis: return .emphasis
    case .ellipsis: return .ellipsis
    case .letter: return last == UInt8(ascii: ".") ? .abbreviation : nil
    default: return nil
    }
  }

  /// The index after the sentence that ends with the token at `index` and its closing marks, or `nil`.
  private func end(after index: Int, first: Int, _ tokens: ArraySlice<Range<Int>>) -> Int? {
    guard let terminal = terminal(tokens[index]) else { return nil }
    var next = index + 1
    var closedQuote = false
    while next < tokens.endIndex {
      if let isQuote = closes(next, tokens) {
        closedQuote = closedQuote || isQuote
        next += 1
      } else if isReference(next, tokens) {
        next += 3
      } else {
        break
      }
    }
    guard next < tokens.endIndex else { return tokens.endIndex }
    let follower = tokens[next]
    let isGlued = follower.lowerBound == tokens[next - 1].upperBound
    switch terminal {
    case .abbreviation:
      guard next == index + 1, mayEnd(tokens[index]), startsWithCapital(follower),
        Self.openers.contains(Norm.of(follower, in: bytes))
      else {
        // Closed by a quotation mark or bracket: "… in the U.S.” The …"
        return next > index + 1 && mayEnd(tokens[index]) && startsWithCapital(follower) ? next : nil
      }
      return next
    case .stop:
      // "1. The …": a number of a list.
      if index == first + 1, bytes[tokens[first].lowerBound] &- 0x30 < 10 { return nil }
      return opens(follower, next, tokens, isGlued: isGlued) ? next : nil
    case .emphasis:
      guard opens(follower, next, tokens, isGlued: isGlued) else { return nil }
      return closedQuote && isReporting(next, tokens) ? nil : next
    case .ellipsis:
      return !isGlued && startsWithCapital(follower)
        || isOpeningQuote(follower) && index > first
          && opens(follower, next, tokens, isGlued: isGlued)
        ? next : nil
    }
  }

  /// Whether the token closes something: `true` a quotation, `false` a bracket; `nil` where it does neither.
  private func closes(_ index: Int, _ tokens: ArraySlice<Range<Int>>) -> Bool? {
    let token = tokens[index]
    guard let (scalar, _) = CharacterClass.decode(token.lowerBound, in: bytes, end: token.upperBound) else {
      return nil
    }
    let isGlued = token.lowerBound == tokens[index - 1].upperBound
    switch scalar {
    case 0x201D, 0xBB, 0x203A: return true
    case 0x2019: return token.count == 3 ? true : nil
    case 0x22, 0x27, 0x201C, 0x60:
      // A straight mark closes when glued to what it follows and not to what comes next.
      guard isGlued, token.count <= 3, token.count == 1 || scalar != 0x27 || token.count == 2 else { return nil }
      let hasNext = index + 1 < tokens.endIndex
      let isGluedToNext = hasNext && tokens[index + 1].lowerBound == token.upperBound
      let isWord =
        hasNext && CharacterClass.at(tokens[index + 1].lowerBound, in: bytes, end: bytes.count).kind == .letter
      return isGluedToNext && isWord ? nil : true
    case 0x29, 0x5D, 0x7D: return isGlued ? false : nil
    default: return nil
    }
  }

  /// Whether a reference mark of an encyclopaedia (`[17]`) stands at `index`.
  private func isReference(_ index: Int, _ tokens: ArraySlice<Range<Int>>) -> Bool {
    guard index + 2 < tokens.endIndex, bytes[tokens[index].lowerBound] == UInt8(ascii: "["),
      bytes[tokens[index + 2].lowerBound] == UInt8(ascii: "]"),
      tokens[index].upperBound == tokens[index + 1].lowerBound, tokens[index + 1].count <= 3
    else { return false }
    return bytes[tokens[index + 1]].allSatisfy { $0 &- 0x30 < 10 }
  }

  /// Whether a sentence can start with the token.
  private func opens(_ token: Range<Int>, _ index: Int, _ tokens: ArraySlice<Range<Int>>, isGlued: Bool) -> Bool {
    guard let (scalar, _) = CharacterClass.decode(token.lowerBound, in: bytes, end: token.upperBound) else {
      return true
    }
    switch CharacterClass.at(token.lowerBound, in: bytes, end: token.upperBound).kind {
    case .letter:
      let isLower = scalar < 0x80 ? scalar >= 0x61 : Unicode.Scalar(scalar)?.properties.isLowercase ?? false
      guard isLower else { return true }
      // "iPhone", "eBay": a capital inside.
      return token.count > 2 && bytes[token.lowerBound + 1] &- 0x41 < 26
    case .digit: return !isGlued
    case .quote, .apostrophe, .opening:
      let next = index + 1
      guard next < tokens.endIndex, tokens[next].lowerBound == token.upperBound else { return scalar != 0x2019 }
      return opens(tokens[next], next, tokens, isGlued: false)
    case .symbol, .stop, .emphasis, .ellipsis:
      return scalar == 0x23 || scalar == 0x40 || scalar == 0x2022 || scalar > 0xFFFF
    case .currency, .hyphen, .dash: return !isGlued
    case .closing, .space, .mark: return false
    }
  }

  private func isOpeningQuote(_ token: Range<Int>) -> Bool {
    let kind = CharacterClass.at(token.lowerBound, in: bytes, end: token.upperBound).kind
    return kind == .quote || kind == .apostrophe
  }

  private func startsWithCapital(_ token: Range<Int>) -> Bool {
    guard let (scalar, _) = CharacterClass.decode(token.lowerBound, in: bytes, end: token.upperBound) else {
      return false
    }
    if scalar < 0x80 { return scalar &- 0x41 < 26 }
    return Unicode.Scalar(scalar)?.properties.isUppercase ?? false
  }

  /// Whether an abbreviation can be the last word of a sentence: not a title, not an initial.
  private func mayEnd(_ token: Range<Int>) -> Bool {
    guard token.count > 2 else { return false }
    let word = token.lowerBound..<token.upperBound - 1
    return Abbreviations.kind(of: Norm.of(word, in: bytes), startsWithCapital: startsWithCapital(token)) != .leading
  }

  /// Whether what follows a closed question or exclamation reports it: "said Ivanov", "Ivanov asked".
  private func isReporting(_ index: Int, _ tokens: ArraySlice<Range<Int>>) -> Bool {
    for (offset, token) in tokens[index..<min(index + 4, tokens.endIndex)].enumerated() {
      if Self.reporters.contains(Norm.of(token, in: bytes)) { return true }
      guard startsWithCapital(token), offset < 3 else { return false }
    }
    return false
  }

  private func hasEmptyLine(_ gap: Range<Int>) -> Bool {
    var feeds = 0
    for index in gap where bytes[index] == 0x0A { feeds += 1 }
    return feeds >= 2
  }
}
