import Terminal

/// A line that is being typed, and where in it the person stands. It is moved in and changed by whole graphemes.
struct LineEditor: Sendable, Hashable {
  /// What a key does to a line.
  enum Edit: Sendable, CaseIterable {
    case left, right, wordLeft, wordRight, start, end
    /// The letter before the cursor, and the one after it.
    case erase, eraseAfter
    /// Back to the blank before, on to the end, everything.
    case eraseWord, eraseRest, eraseAll
  }

  private var characters: [Character]
  /// Graphemes before the cursor.
  private(set) var cursor: Int

  /// - Parameter text: what stands there already; the cursor stands behind it.
  init(_ text: String = "") {
    characters = Array(text)
    cursor = characters.count
  }

  var text: String { String(characters) }
  var isEmpty: Bool { characters.isEmpty }

  /// Puts text where the cursor is. Marks that join the letter before them do.
  mutating func insert(_ text: String) {
    let head = String(characters[..<cursor]) + text
    characters = Array(head + String(characters[cursor...]))
    cursor = min(head.count, characters.count)
  }

  /// Does what a key does; at the ends, and in an empty line, that may be nothing.
  mutating func apply(_ edit: Edit) {
    switch edit {
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(characters.count, cursor + 1)
    case .wordLeft: cursor = wordStart
    case .wordRight: cursor = wordEnd
    case .start: cursor = 0
    case .end: cursor = characters.count
    case .erase: remove(max(0, cursor - 1)..<cursor)
    case .eraseAfter: remove(cursor..<min(characters.count, cursor + 1))
    case .eraseWord: remove(blankBefore..<cursor)
    case .eraseRest: remove(cursor..<characters.count)
    case .eraseAll: remove(0..<characters.count)
    }
  }

  private mutating func remove(_ range: Range<Int>) {
    cursor = range.lowerBound
    let text = characters[..<range.lowerBound] + characters[range.upperBound...]
    // What is left on both sides may be one grapheme now.
    characters = Array(String(text))
    cursor = min(cursor, characters.count)
  }

  /// The start of the word of letters and digits at or before the cursor.
  private var wordStart: Int {
    var at = cursor
    while at > 0, !Self.isOfWord(characters[at - 1]) { at -= 1 }
    while at > 0, Self.isOfWord(characters[at - 1]) { at -= 1 }
    return at
  }

  private var wordEnd: Int {
    var at = cursor
    while at < characters.count, !Self.isOfWord(characters[at]) { at += 1 }
    while at < characters.count, Self.isOfWord(characters[at]) { at += 1 }
    return at
  }

  private var blankBefore: Int {
    var at = cursor
    while at > 0, characters[at - 1].isWhitespace { at -= 1 }
    while at > 0, !characters[at - 1].isWhitespace { at -= 1 }
    return at
  }

  private static func isOfWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }
}

extension LineEditor {
  /// The part of a line that a row shows.
  struct Window: Hashable {
    /// Graphemes that are shown.
    var range: Range<Int>
    /// Whether something is cut off before and after it, each shown by a sign of one cell.
    var isCutBefore, isCutAfter: Bool
    /// Cells of the row before the cursor, the sign included.
    var cursorColumn: Int
  }

  /// The part to show in `columns` cells: all where it fits, else its start or its end as long as the cursor stands
  /// there, else what is around the cursor. Cost: linear in what was typed.
  func window(columns: Int) -> Window {
    let widths = characters.map(Self.width)
    let (before, whole) = (widths[..<cursor].reduce(0, +), widths.reduce(0, +))
    // The cursor behind the last letter needs a cell too.
    if whole < columns {
      return Window(range: 0..<widths.count, isCutBefore: false, isCutAfter: false, cursorColumn: before)
    }
    let room = max(1, columns - 1)
    if before + (cursor < widths.count ? widths[cursor] : 1) <= room {
      let end = Self.reach(widths, from: 0, room)
      return Window(range: 0..<end, isCutBefore: false, isCutAfter: true, cursorColumn: before)
    }
    // From the end backwards, as much as fits with the cursor's cell.
    var start = widths.count
    var used = 1
    while start > 0, used + widths[start - 1] <= room {
      start -= 1
      used += widths[start]
    }
    let isCutAfter = start > cursor
    if isCutAfter {
      start = cursor
      used = 0
      while start > 0, used + widths[start - 1] <= columns / 2 {
        start -= 1
        used += widths[start]
      }
    }
    let end = isCutAfter ? max(cursor, Self.reach(widths, from: start, max(1, columns - 2))) : widths.count
    return Window(
      range: start..<end, isCutBefore: true, isCutAfter: isCutAfter,
      cursorColumn: min(1 + widths[start..<cursor].reduce(0, +), max(0, columns - 1)))
  }

  /// Where the graphemes end that fit from `start` on.
  private static func reach(_ widths: [Int], from start: Int, _ room: Int) -> Int {
    var (end, used) = (start, 0)
    while end < widths.count, used + widths[end] <= room {
      used += widths[end]
      end += 1
    }
    return end
  }

  /// Graphemes of a range as they are shown.
  func shown(_ range: Range<Int>) -> String { Sanitiser.line(String(characters[range])) }

  /// Cells of the graphemes of a range.
  func width(_ range: Range<Int>? = nil) -> Int {
    characters[range ?? 0..<characters.count].reduce(0) { $0 + Self.width($1) }
  }

  var count: Int { characters.count }

  private static func width(_ character: Character) -> Int { DisplayWidth.of(Sanitiser.line(String(character))) }
}
