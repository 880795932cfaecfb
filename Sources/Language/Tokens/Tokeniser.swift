/// Splits a stretch of text into words and marks as the English treebanks of Universal Dependencies do.
///
/// `don't` is `do n't`, `$5` is `$ 5`, `Minsk-based` is three tokens, `U.S.` and `www.example.org` are one.
struct Tokeniser {
  let bytes: [UInt8]
  /// Filled in order; without overlap, never empty, never holding white space.
  var tokens: [Range<Int>] = []

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
        if let address = WebAddress.range(in: index..<chunk.upperBound, of: bytes) {
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

  func kind(_ index: Int, _ end: Int) -> CharacterClass {
    index < end ? CharacterClass.at(index, in: bytes, end: end).kind : .space
  }

  func byte(_ index: Int, _ end: Int) -> UInt8 { index < end ? bytes[index] : 0x20 }

  func isCapital(_ index: Int) -> Bool { bytes[index] &- 0x41 < 26 }

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
  static let clitics: Set<String> = ["s", "re", "ve", "ll", "d", "m"]

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
}
