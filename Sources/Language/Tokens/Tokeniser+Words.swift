extension Tokeniser {
  /// A word that starts at `start`: appends its tokens and returns the index after them.
  mutating func word(_ start: Int, end: Int) -> Int {
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
}
