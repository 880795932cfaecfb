package import Dossier

/// Finds what stands in quotation marks, paragraph by paragraph, on raw bytes.
///
/// Marks are paired by glyph and by their neighbours, so that a wrong closing mark, a nested mark that is never
/// closed, apostrophes and inches do no harm. A quotation never runs past its paragraph: where it is left open, the
/// next paragraph either takes it up or does not.
package struct QuotationFinder {
  private struct Open {
    var mark: QuotationMark
    var continuesAbove = false
    var start: Int { mark.offset }
  }

  private let bytes: [UInt8]
  private var found: [Quotation] = []
  private var open: [Open] = []
  private var paragraph = 0
  private var range = 0..<0

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// - Parameters:
  ///   - bytes: the text as UTF-8.
  ///   - paragraphs: spans in order, without overlap.
  /// - Returns: quotations in reading order, the outer one before those nested in it.
  /// - Complexity: linear, but for a look ahead within the paragraph at a mark that may be an apostrophe.
  package static func quotations(in bytes: [UInt8], paragraphs: [Span]) -> [Quotation] {
    var finder = QuotationFinder(bytes: bytes)
    let marks = paragraphs.map { QuotationMark.marks(in: bytes, range: $0.range) }
    var isOpenAbove = false
    for (index, span) in paragraphs.enumerated() {
      finder.paragraph = index
      finder.range = span.range
      let next = index + 1 < paragraphs.count ? marks[index + 1] : []
      let nextStart = index + 1 < paragraphs.count ? Int(paragraphs[index + 1].start) : 0
      isOpenAbove = finder.read(marks[index], isOpenAbove: isOpenAbove, next: next, nextStart: nextStart)
    }
    return finder.found.sorted { $0.span < $1.span }
  }

  /// Reads one paragraph and tells whether the next one goes on with its last quotation.
  private mutating func read(
    _ marks: [QuotationMark], isOpenAbove: Bool, next: [QuotationMark], nextStart: Int
  ) -> Bool {
    open = []
    if isOpenAbove {
      if let first = marks.first, first.offset == range.lowerBound, !first.glyph.isSingle {
        open = [Open(mark: first, continuesAbove: true)]
      } else {
        let start = QuotationMark(
          offset: range.lowerBound, length: 0, glyph: .doubleOpen, before: .edge, after: .word)
        open = [Open(mark: start, continuesAbove: true)]
      }
    }
    for index in marks.indices {
      let mark = marks[index]
      if let first = open.first, first.continuesAbove, first.mark == mark { continue }
      mark.glyph.isSingle ? readSingle(mark, at: index, of: marks) : readDouble(mark, at: index, of: marks)
    }
    guard let outer = open.first else { return false }
    let goesOn = !outer.mark.glyph.isSingle && Self.takesUp(next, at: nextStart, double: outer.mark)
    if !outer.mark.glyph.isSingle {
      add(outer, end: range.upperBound, contentEnd: range.upperBound, isClosed: false, depth: 0, continuesBelow: goesOn)
    }
    return goesOn
  }

  /// Whether a paragraph with these marks goes on with a quotation left open above: it opens with a mark anew, or closes
  /// one that it never opened.
  private static func takesUp(_ marks: [QuotationMark], at start: Int, double: QuotationMark) -> Bool {
    for mark in marks where !mark.glyph.isSingle {
      if mark.offset == start { return mark.glyph != .doubleClose }
      return mark.canClose && !mark.canOpen && mark.glyph != .doubleOpen && mark.before != .word
    }
    return false
  }

  private mutating func readDouble(_ mark: QuotationMark, at index: Int, of marks: [QuotationMark]) {
    guard !isInches(mark, at: index, of: marks) else { return }
    guard let outer = open.lastIndex(where: { !$0.mark.glyph.isSingle }) else {
      switch mark.glyph {
      case .doubleClose, .doubleStraight, .twoApostrophes, .guillemetRight, .doubleOpen:
        // A closing mark without an opening one is stray.
        if mark.canClose && !mark.canOpen { return }
      default: break
      }
      open.append(Open(mark: mark))
      return
    }
    let opener = open[outer].mark.glyph
    let closes: Bool
    switch mark.glyph {
    case .doubleClose, .doubleHighReversed: closes = true
    case .doubleStraight, .twoApostrophes: closes = mark.canClose || !mark.canOpen
    case .guillemetRight: closes = opener != .guillemetRight
    case .guillemetLeft: closes = opener == .guillemetRight
    case .doubleOpen: closes = opener == .doubleLow || (mark.canClose && !mark.canOpen)
    case .doubleLow, .twoGraves: closes = false
    default: closes = false
    }
    if closes {
      close(through: outer, with: mark)
    } else if outer < open.count - 1 || isNested(at: index, of: marks) {
      open.append(Open(mark: mark))
    } else {
      // Opened again while open: the earlier one was never closed.
      let end = bound(from: open[outer].mark.end, before: mark.offset)
      let unclosed = open[outer]
      open.removeAll()
      add(unclosed, end: end, contentEnd: end, isClosed: false, depth: 0, continuesBelow: false)
      open.append(Open(mark: mark))
    }
  }

  private mutating func readSingle(_ mark: QuotationMark, at index: Int, of marks: [QuotationMark]) {
    if let last = open.indices.last, open[last].mark.glyph.isSingle, mark.canClose,
      mark.glyph != .singleOpen || !mark.canOpen
    {
      let isPlural = mark.after == .space && isLetterS(before: mark.offset)
      if !(isPlural && hasSingleCloser(after: index, of: marks)) {
        close(through: last, with: mark)
        return
      }
    }
    switch mark.glyph {
    case .singleOpen, .singleStraight, .singleLow, .angleLeft:
      guard mark.canOpen, !isElision(after: mark.end), !(open.last?.mark.glyph.isSingle ?? false),
        hasSingleCloser(after: index, of: marks) || (mark.glyph == .singleOpen && !open.isEmpty)
      else { return }
      open.append(Open(mark: mark))
    default: return
    }
  }

  /// Closes the open quotation at `index` and drops what was left open inside it.
  private mutating func close(through index: Int, with mark: QuotationMark) {
    for inner in stride(from: open.count - 1, to: index, by: -1) where open[inner].mark.end < mark.offset {
      add(
        open[inner], end: mark.offset, contentEnd: mark.offset, isClosed: false, depth: inner, continuesBelow: false)
    }
    add(open[index], end: mark.end, contentEnd: mark.offset, isClosed: true, depth: index, continuesBelow: false)
    open.removeSubrange(index...)
  }

  private mutating func add(
    _ opening: Open, end: Int, contentEnd: Int, isClosed: Bool, depth: Int, continuesBelow: Bool
  ) {
    let contentStart = opening.mark.end
    guard contentStart < contentEnd else { return }
    found.append(
      Quotation(
        span: Span(opening.start, end), content: Span(contentStart, contentEnd), paragraph: paragraph, depth: depth,
        isSingle: opening.mark.glyph.isSingle, isClosed: isClosed, continuesAbove: opening.continuesAbove,
        continuesBelow: continuesBelow))
  }

  /// Where an unclosed quotation ends that another one follows: after its last whole sentence, else right before.
  private func bound(from start: Int, before next: Int) -> Int {
    var end = next
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    var index = end
    while index > start {
      let byte = bytes[index - 1]
      if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") { return index }
      index -= 1
    }
    return end
  }

  /// Whether this opening mark is followed by two closing ones, so that it opens a quotation within the open one.
  private func isNested(at index: Int, of marks: [QuotationMark]) -> Bool {
    var closers = 0
    for mark in marks[(index + 1)...] where !mark.glyph.isSingle {
      guard mark.canClose && !mark.canOpen else { return false }
      closers += 1
      if closers == 2 { return true }
    }
    return false
  }

  /// Whether a straight mark after a figure means inches: `6'4"`, or one more mark than pairs.
  private func isInches(_ mark: QuotationMark, at index: Int, of marks: [QuotationMark]) -> Bool {
    guard mark.glyph == .doubleStraight || mark.glyph == .doubleClose || mark.glyph == .twoApostrophes,
      mark.offset > range.lowerBound, (0x30...0x39).contains(bytes[mark.offset - 1])
    else { return false }
    var digits = mark.offset - 1
    while digits > range.lowerBound, (0x30...0x39).contains(bytes[digits - 1]) { digits -= 1 }
    if digits > range.lowerBound, bytes[digits - 1] == 0x27 { return true }
    if open.isEmpty { return mark.glyph != .doubleClose || mark.canClose }
    guard mark.after == .space else { return false }
    // Within an open quotation it is inches if another mark that can only close follows.
    for later in marks[(index + 1)...] where !later.glyph.isSingle { return later.canClose && !later.canOpen }
    return false
  }

  /// Whether a later mark in the paragraph can close a single quotation opened here, before the outer one ends.
  private func hasSingleCloser(after index: Int, of marks: [QuotationMark]) -> Bool {
    for mark in marks[(index + 1)...].prefix(64) {
      if mark.glyph.isSingle {
        if mark.canClose, mark.glyph != .singleOpen,
          !(mark.after == .space && isLetterS(before: mark.offset) && mark.glyph == .singleStraight)
        {
          return true
        }
        if mark.canOpen, mark.glyph == .singleOpen { return false }
      } else if !open.isEmpty, mark.canClose, !mark.canOpen {
        return false
      }
    }
    return false
  }

  private func isLetterS(before offset: Int) -> Bool {
    offset > range.lowerBound && (bytes[offset - 1] | 0x20) == UInt8(ascii: "s")
  }

  /// Whether what follows an apostrophe is a word or a year with its beginning left out: `'em`, `'90s`.
  private func isElision(after offset: Int) -> Bool {
    guard offset < range.upperBound else { return false }
    if (0x30...0x39).contains(bytes[offset]) {
      // '90s, '08
      var end = offset
      while end < range.upperBound, (0x30...0x39).contains(bytes[end]) { end += 1 }
      return end - offset == 2
    }
    var end = offset
    while end < range.upperBound, end - offset < 6, (0x61...0x7A).contains(bytes[end] | 0x20) { end += 1 }
    switch end - offset {
    case 1: return (bytes[offset] | 0x20) == UInt8(ascii: "n") && end < range.upperBound && bytes[end] != 0x20
    case 2...5: return Self.elisions.contains { $0.count == end - offset && matches($0, at: offset) }
    default: return false
    }
  }

  private func matches(_ word: [UInt8], at offset: Int) -> Bool {
    for (index, byte) in word.enumerated() where bytes[offset + index] | 0x20 != byte { return false }
    return true
  }

  private static let elisions: [[UInt8]] = [
    "em", "til", "till", "tis", "twas", "cause", "bout", "round", "un",
  ].map { Array($0.utf8) }
}
