import Dossier

/// Who wrote an article, where a line of its own says so: `By Anna Kowalska and Ben Ode, The Example`.
struct Byline: Equatable {
  /// The name, or names.
  var author: Span?
  /// An agency named in it.
  var agency: String?
  var agencySpan: Span?

  private static let openers = [
    "by ", "by: ", "written by ", "author: ", "author ", "text: ", "text by ", "story by ", "reported by ", "von ",
    "автор: ", "автор ",
    "par ", "por ", "autor: ", "reporting by ",
  ]

  /// A name without `By` before it and marks behind it.
  static func withoutOpener(_ name: String) -> String {
    let folded = FoldedText(Array(name.utf8)[...]).bytes
    // Openers are counted in letters: one may fold to fewer bytes.
    let opener = openers.first { folded.starts(with: $0.utf8) }?.count ?? 0
    var rest = name.dropFirst(opener)
    while let last = rest.last, " ,;:.".contains(last) { rest.removeLast() }
    return String(rest)
  }

  /// The byline that a block of at most 160 bytes is.
  static func match(_ text: SourceText, _ span: Span, shape: BlockShape) -> Byline? {
    guard shape.bytes <= 160, shape.words <= 20, shape.innerStops <= 2 else { return nil }
    let folded = FoldedText(text, span)
    guard let opener = openers.first(where: { folded.bytes.starts(with: Array($0.utf8)) }) else {
      return signature(text, span)
    }
    guard folded.bytes.count > opener.utf8.count else { return nil }
    let start = Int(folded.origins[opener.utf8.count])
    let bytes = text.bytes[start..<Int(span.end)]
    guard Letters.startsUpper(bytes, start) || bytes[start] >= 0x80 else { return nil }
    let end = nameEnd(bytes)
    let names = text.trimmed(Span(start, end))
    guard !names.isEmpty else { return nil }
    if let agency = agency(in: bytes[names.range]) {
      return Byline(author: nil, agency: agency.name, agencySpan: agency.span)
    }
    let after = end < bytes.endIndex ? agency(in: bytes[end...]) : nil
    // `Von Minsk bis Kyiv: …` goes on as a sentence.
    let rest = bytes[end...].drop(while: Letters.isSpace)
    guard rest.isEmpty || !Letters.startsLower(rest, rest.startIndex) else { return nil }
    let words = bytes[names.range].split(separator: 0x20)
    guard words.count <= 14, words.count >= 2 || opener != "by " || end == bytes.endIndex else { return nil }
    return Byline(author: names, agency: after?.name, agencySpan: after?.span)
  }

  /// A name and its agency, and nothing else: `Anna Kowalska, The Associated Press`.
  private static func signature(_ text: SourceText, _ span: Span) -> Byline? {
    let span = text.trimmed(span)
    let bytes = text.bytes[span.range]
    let end = nameEnd(bytes)
    let names = text.trimmed(Span(bytes.startIndex, end))
    let words = bytes[names.range].split(separator: 0x20).count
    guard (2...8).contains(words), let agency = agency(in: bytes[end...]), agency.span.end == span.end else {
      return nil
    }
    return Byline(author: names, agency: agency.name, agencySpan: agency.span)
  }

  /// The end of the run of capitalised words, `and`, commas and particles.
  private static func nameEnd(_ bytes: ArraySlice<UInt8>) -> Int {
    let joins = ["and", "und", "et", "y", "e", "de", "van", "von", "der", "da", "bin", "al", "la", "&", "и", "і"]
    var end = bytes.startIndex
    var index = bytes.startIndex
    while index < bytes.endIndex {
      var stop = index
      while stop < bytes.endIndex, !Letters.isSpace(bytes[stop]) { stop += 1 }
      let word = bytes[index..<stop]
      let bare = word.last == 0x2C || word.last == 0x3B ? word.dropLast() : word
      guard let first = bare.first, !Letters.isDigit(first) else { break }
      let join = joins.contains { bare.elementsEqual($0.utf8) }
      guard join || Letters.startsUpper(bytes, index) else { break }
      // A month starts a date, not a name.
      if DateReader.date(in: bytes, at: index) != nil { break }
      if !join { end = bare.endIndex }
      if word.last == 0x2C || word.last == 0x3B {
        let rest = bytes[stop...].drop(while: Letters.isSpace)
        if agency(in: rest) != nil { break }
      }
      index = stop
      while index < bytes.endIndex, Letters.isSpace(bytes[index]) { index += 1 }
    }
    return end
  }

  /// An agency that `bytes` name from their first word on.
  private static func agency(in bytes: ArraySlice<UInt8>) -> (name: String, span: Span)? {
    let bytes = bytes.drop { Letters.isSpace($0) || $0 == 0x2C || $0 == 0x7C || $0 == 0x28 || $0 == 0x2F }
    var end = bytes.startIndex
    for _ in 0..<4 {
      while end < bytes.endIndex, Letters.isSpace(bytes[end]) { end += 1 }
      while end < bytes.endIndex, !Letters.isSpace(bytes[end]), ![0x2C, 0x29, 0x7C, 0x3B].contains(bytes[end]) {
        end += 1
      }
      if end > bytes.startIndex, let name = CueTable.shared.agency(bytes[bytes.startIndex..<end]) {
        return (name, Span(bytes.startIndex, end))
      }
    }
    return nil
  }
}
