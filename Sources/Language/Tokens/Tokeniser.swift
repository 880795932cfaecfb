/// Splits a stretch of text into words and marks as the English treebanks of Universal Dependencies do.
///
/// `don't` is `do n't`, `$5` is `$ 5`, `Minsk-based` is three tokens, `U.S.` and `www.example.org` are one.
struct Tokeniser {
  let bytes: [UInt8]
  /// Filled in order; without overlap, never empty, never holding white space.
  private(set) var tokens: [Range<Int>] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Appends the tokens of `range`; cost is linear in its length.
  mutating func tokenise(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let character = CharacterClass.at(index, in: bytes, end: range.upperBound)
      if character.kind == .space || character.kind == .mark {
        index += character.length
        continue
      }
      var end = index + character.length
      while end < range.upperBound {
        let next = CharacterClass.at(end, in: bytes, end: range.upperBound)
        if next.kind == .space { break }
        end += next.length
      }
      chunk(index..<end)
      index = end
    }
  }

  /// Splits what stands between two white spaces.
  private mutating func chunk(_ chunk: Range<Int>) {
    var index = chunk.lowerBound
    while index < chunk.upperBound {
      let character = CharacterClass.at(index, in: bytes, end: chunk.upperBound)
      switch character.kind {
      case .letter, .digit:
        if let address = address(in: index..<chunk.upperBound) {
          tokens.append(address)
          index = address.upperBound
        } else {
          index = word(index, end: chunk.upperBound)
        }
      case .mark, .space:
        index += character.length
      case .stop, .emphasis, .ellipsis, .hyphen, .dash:
        index = run(index, end: chunk.upperBound)
      case .apostrophe:
        index = apostrophe(index, end: chunk.upperBound)
      case .quote, .currency, .opening, .closing, .symbol:
        index = mark(index, end: chunk.upperBound)
      }
    }
  }

  private func kind(_ index: Int, _ end: Int) -> CharacterClass {
    index < end ? CharacterClass.at(index, in: bytes, end: end).kind : .space
  }

  private func byte(_ index: Int, _ end: Int) -> UInt8 { index < end ? bytes[index] : 0x20 }

  private func isCapital(_ index: Int) -> Bool { bytes[index] &- 0x41 < 26 }

  // MARK: Marks

  /// A run of the same mark (`...`, `--`), or of `!` and `?` mixed, is one token.
  private mutating func run(_ start: Int, end: Int) -> Int {
    let first = CharacterClass.at(start, in: bytes, end: end)
    var index = start + first.length
    while index < end {
      let next = CharacterClass.at(index, in: bytes, end: end)
      guard next.kind == first.kind else { break }
      if first.kind == .dash || first.kind == .hyphen {
        guard bytes[index..<index + next.length] == bytes[start..<start + first.length] else { break }
      }
      index += next.length
    }
    tokens.append(start..<index)
    return index
  }

  /// A single mark; doubled ASCII quotation marks and rules of `=`, `*`, `_`, `~`, `#`, `<`, `>` or `|` stay together.
  private mutating func mark(_ start: Int, end: Int) -> Int {
    let first = CharacterClass.at(start, in: bytes, end: end)
    var index = start + first.length
    if first.length == 1 {
      switch bytes[start] {
      case UInt8(ascii: "#"), UInt8(ascii: "@"):
        if index < end, kind(index, end) == .letter {
          while index < end {
            let next = CharacterClass.at(index, in: bytes, end: end)
            guard next.kind == .letter || next.kind == .digit || bytes[index] == UInt8(ascii: "_") else { break }
            index += next.length
          }
        }
      case UInt8(ascii: "="), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "<"),
        UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: "`"):
        while index < end, bytes[index] == bytes[start] { index += 1 }
      default: break
      }
    }
    while index < end {
      let next = CharacterClass.at(index, in: bytes, end: end)
      guard next.kind == .mark else { break }
      index += next.length
    }
    tokens.append(start..<index)
    return index
  }

  private static let clipped: Set<String> = ["em", "til", "cause", "tis", "twas", "n", "cos", "bout", "round"]
  private static let clitics: Set<String> = ["s", "re", "ve", "ll", "d", "m"]

  /// An apostrophe that opens a chunk or follows a mark: part of `'90s`, `'em` or a loose `'s`, else a quotation mark.
  private mutating func apostrophe(_ start: Int, end: Int) -> Int {
    let length = CharacterClass.at(start, in: bytes, end: end).length
    let after = start + length
    if kind(after, end) == .apostrophe {
      let second = CharacterClass.at(after, in: bytes, end: end).length
      tokens.append(start..<after + second)
      return after + second
    }
    var index = after
    while index < end {
      let next = CharacterClass.at(index, in: bytes, end: end)
      guard next.kind == .letter || next.kind == .digit else { break }
      index += next.length
    }
    let word = Norm.of(after..<index, in: bytes)
    let isDecade = index - after == 3 && byte(index - 1, end) == UInt8(ascii: "s") && kind(after, end) == .digit
    let isYear = index - after == 2 && kind(after, end) == .digit && kind(after + 1, end) == .digit && index == end
    let isWhole = index == end || kind(index, end) != .apostrophe
    if isWhole, isDecade || isYear || Self.clipped.contains(word) || Self.clitics.contains(word) {
      tokens.append(start..<index)
      return index
    }
    tokens.append(start..<after)
    return after
  }

  // MARK: Words

  /// A word that starts at `start`: appends its tokens and returns the index after them.
  private mutating func word(_ start: Int, end: Int) -> Int {
    var index = start
    loop: while index < end {
      let character = CharacterClass.at(index, in: bytes, end: end)
      let next = index + character.length
      switch character.kind {
      case .letter, .digit, .mark:
        index = next
      case .apostrophe:
        if let clitic = clitic(start: start, apostrophe: index, end: end) {
          if clitic.lowerBound > start { tokens.append(start..<clitic.lowerBound) }
          tokens.append(clitic)
          return clitic.upperBound
        }
        guard next < end, kind(next, end) == .letter else { break loop }
        index = next
      case .stop:
        guard let after = stop(start: start, stop: index, end: end) else { break loop }
        let isDecimal = bytes[index - 1] &- 0x30 < 10
        index = after
        if !isDecimal { break loop }
      case .hyphen:
        guard keepsHyphen(start: start, hyphen: index, after: next, end: end) else { break loop }
        index = next
      case .symbol:
        guard keepsSymbol(start: start, symbol: index, after: next, end: end) else { break loop }
        index = next
      case .currency
      where bytes[index] == UInt8(ascii: "$") && index - start <= 3 && isCapital(start)
        && (next == end || kind(next, end) == .digit):
        index = next
        break loop
      default:
        break loop
      }
    }
    appendWord(start..<index)
    return index
  }

  /// Appends a word, split where it is two grown together (`cannot`, `10pm`).
  private mutating func appendWord(_ range: Range<Int>) {
    if let cut = Contractions.cut(of: range, in: bytes) {
      tokens.append(range.lowerBound..<cut)
      tokens.append(cut..<range.upperBound)
    } else {
      tokens.append(range)
    }
  }

  /// The clitic around the apostrophe at `apostrophe` (`n't`, `'s`), or `nil` where it is part of the word (`O'Brien`).
  private func clitic(start: Int, apostrophe: Int, end: Int) -> Range<Int>? {
    let after = apostrophe + CharacterClass.at(apostrophe, in: bytes, end: end).length
    var index = after
    while index < end, kind(index, end) == .letter { index += CharacterClass.at(index, in: bytes, end: end).length }
    guard index > after, index - after <= 2, kind(index, end) != .digit else { return nil }
    let letters = Norm.of(after..<index, in: bytes)
    if letters == "t" {
      let isNegation = apostrophe - start >= 2 && bytes[apostrophe - 1] | 0x20 == UInt8(ascii: "n")
      return isNegation ? apostrophe - 1..<index : nil
    }
    guard Self.clitics.contains(letters), kind(index, end) != .apostrophe || letters != "d" else { return nil }
    return apostrophe..<index
  }

  /// Whether a hyphen stays inside its word: after a bound prefix, in a date of digits, in a phone number.
  private func keepsHyphen(start: Int, hyphen: Int, after: Int, end: Int) -> Bool {
    let next = kind(after, end)
    guard next == .letter || next == .digit else { return false }
    if (start..<hyphen).allSatisfy({ bytes[$0] &- 0x30 < 10 || bytes[$0] == UInt8(ascii: "-") }) {
      return next == .digit && digitGroups(from: start, end: end) >= 3
    }
    return next == .letter && Contractions.isBoundPrefix(Norm.of(start..<hyphen, in: bytes))
  }

  /// Number of groups of digits that hyphens join from `start` on.
  private func digitGroups(from start: Int, end: Int) -> Int {
    var groups = 0
    var index = start
    while index < end {
      let first = index
      while index < end, bytes[index] &- 0x30 < 10 { index += 1 }
      if index == first { break }
      groups += 1
      guard index < end, bytes[index] == UInt8(ascii: "-") else { break }
      index += 1
    }
    return groups
  }

  /// Whether a symbol joins what stands around it: `1,000`, `10:30`, `9/11`, `AT&T`, `a_b`.
  private func keepsSymbol(start: Int, symbol: Int, after: Int, end: Int) -> Bool {
    let before = bytes[symbol - 1]
    let next = byte(after, end)
    switch bytes[symbol] {
    case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "/"):
      return before &- 0x30 < 10 && next &- 0x30 < 10
    case UInt8(ascii: "&"):
      return before &- 0x41 < 26 && next &- 0x41 < 26
    case UInt8(ascii: "_"):
      return true
    default:
      return false
    }
  }

  /// The index after a full stop that belongs to the word before it, or `nil` where it does not.
  private func stop(start: Int, stop: Int, end: Int) -> Int? {
    let next = kind(stop + 1, end)
    let isDigitBefore = bytes[stop - 1] &- 0x30 < 10
    if isDigitBefore { return next == .digit ? stop + 1 : nil }
    if next == .stop { return nil }
    if let acronym = acronym(start: start, end: end) { return acronym }
    let word = Norm.of(start..<stop, in: bytes)
    let isCapital = isCapital(start)
    if stop - start == 1, isCapital {
      // An initial; before a word in capitals the text is damaged ("R.US") and the stop ends a sentence.
      let isGluedToCapitals = next == .letter && stop + 2 < end && self.isCapital(stop + 1) && self.isCapital(stop + 2)
      return isGluedToCapitals ? nil : stop + 1
    }
    switch Abbreviations.kind(of: word, startsWithCapital: isCapital) {
    case nil: return nil
    case .leading, .any: return stop + 1
    case .beforeDigit: return digitFollows(stop + 1) ? stop + 1 : nil
    }
  }

  private func digitFollows(_ index: Int) -> Bool {
    let next = index < bytes.count && bytes[index] == 0x20 ? index + 1 : index
    return next < bytes.count && bytes[next] &- 0x30 < 10
  }

  /// The end of letters and stops in turn, at least two of each (`U.S.`, `a.m.`, `Ph.D.`).
  private func acronym(start: Int, end: Int) -> Int? {
    var index = start
    var letters = 0
    while index + 1 < end, CharacterClass.at(index, in: bytes, end: end).kind == .letter {
      let width = CharacterClass.at(index, in: bytes, end: end).length
      if index + width < end, bytes[index + width] == UInt8(ascii: ".") {
        index += width + 1
      } else if letters == 0, index + 2 < end, isCapital(index), bytes[index + 2] == UInt8(ascii: ".") {
        index += 3
      } else {
        break
      }
      letters += 1
    }
    if letters >= 1, index < end, isCapital(index), kind(index + 1, end) != .letter, kind(index + 1, end) != .digit {
      // `U.S` with its last stop missing.
      return index + 1
    }
    return letters >= 2 ? index : nil
  }

  // MARK: Addresses

  /// A web or mail address at the start of what is left of a chunk, without punctuation at its end.
  private func address(in chunk: Range<Int>) -> Range<Int>? {
    guard chunk.count >= 5 else { return nil }
    var end = chunk.upperBound
    var sawAt = false
    var sawScheme = false
    var sawStop = false
    for index in chunk {
      switch bytes[index] {
      case UInt8(ascii: "@"): sawAt = true
      case UInt8(ascii: ":") where index + 2 < chunk.upperBound && bytes[index + 1] == 0x2F && bytes[index + 2] == 0x2F:
        sawScheme = true
      case UInt8(ascii: "."): sawStop = true
      case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "("), UInt8(ascii: ")"),
        0xE2...0xF4:
        end = index
      default: break
      }
      if end < chunk.upperBound { break }
    }
    guard sawAt || sawScheme || sawStop else { return nil }
    while end > chunk.lowerBound, Self.trailing.contains(bytes[end - 1]) { end -= 1 }
    let range = chunk.lowerBound..<end
    guard range.count >= 5 else { return nil }
    if sawScheme { return range }
    let inner = chunk.lowerBound + 1..<end - 1
    guard bytes[inner].contains(UInt8(ascii: ".")) else { return nil }
    if sawAt { return range }
    return isDomain(range) ? range : nil
  }

  private static let trailing = Set(".,;:!?'\"*".utf8)
  private static let topLevels: Set<String> = [
    "com", "org", "net", "gov", "edu", "info", "io", "co", "uk", "ru", "by", "ua", "eu", "de", "fr", "us", "tv", "me",
    "ca",
    "au", "int", "mil", "html", "htm", "pdf", "ly", "news", "online", "ch", "pl", "cz", "cn", "in", "il", "ai",
  ]

  /// Whether `range` is a bare domain, perhaps with a path: lower case or digits, and a known ending.
  private func isDomain(_ range: Range<Int>) -> Bool {
    let host = bytes[range].prefix { $0 != UInt8(ascii: "/") }
    guard
      host.allSatisfy({ $0 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 &- 0x41 < 26 || $0 == 0x2E || $0 == 0x2D }),
      let stop = host.lastIndex(of: UInt8(ascii: ".")), stop > host.startIndex
    else { return false }
    let top = host[(stop + 1)...]
    return top.allSatisfy { $0 &- 0x61 < 26 } && Self.topLevels.contains(String(decoding: top, as: UTF8.self))
  }
}
