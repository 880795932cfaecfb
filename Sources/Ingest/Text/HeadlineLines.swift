import Dossier

/// The headline at the top of a text, where it is not one line: it goes over two or three, or place and date follow it on its own.
enum HeadlineLines {
  /// Longer lines are text.
  private static let longest = 140
  /// A line that says less than this by itself, such as the name of the outlet, need not go on in the next.
  private static let leastWords = 5
  /// How many blocks after a headline are looked through for the text that it stands over.
  private static let reach = 12

  /// Makes the lines of a headline one block, and what follows it on its line another.
  /// - Returns: the indices of the block that is a headline by that, and of the one that is a dateline and nothing else.
  static func arrange(_ blocks: inout [Block], in text: SourceText) -> (headline: Int?, dateline: Int?) {
    let isJoined = join(&blocks, in: text)
    guard let first = blocks.first, let start = datelineStart(in: text.bytes[first.span.range]) else {
      return (isJoined ? 0 : nil, nil)
    }
    blocks[0].span = text.trimmed(Span(Int(first.span.start), start))
    blocks.insert(Block(span: Span(start, Int(first.span.end)), kind: .paragraph), at: 1)
    return (0, 1)
  }

  // MARK: Several lines

  /// Joins the first lines where a blank line parts them from the text, and each but the last goes on in the next.
  /// - Returns: whether it did.
  private static func join(_ blocks: inout [Block], in text: SourceText) -> Bool {
    let numbers = blocks.prefix(4).map { text.line(at: Int($0.span.start)) }
    let count = zip(numbers, numbers.dropFirst()).prefix { $1 == $0 + 1 }.count + 1
    guard (2...3).contains(count), count < blocks.count else { return false }
    let lines = blocks.prefix(count).map { (span: $0.span, shape: BlockShape(text, $0.span)) }
    guard lines.allSatisfy({ isOfHeadline(text, $0.span, $0.shape) }),
      zip(lines, lines.dropFirst()).allSatisfy({ goesOn(text, $0.span, $0.shape, next: $1.shape) }),
      blocks[count...].prefix(reach).contains(where: { BlockShape(text, $0.span).isProse })
    else { return false }
    blocks[0].span = lines.dropFirst().reduce(lines[0].span) { $0.union($1.span) }
    blocks.removeSubrange(1..<count)
    return true
  }

  private static func isOfHeadline(_ text: SourceText, _ span: Span, _ shape: BlockShape) -> Bool {
    shape.bytes <= longest && !shape.endsWithColon && !BlockKinds.isListItem(text.bytes[span.range])
      && Dateline.match(text, span) == nil && Byline.match(text, span, shape: shape) == nil
      && !PublicationFinder.isDateLine(text, span, shape)
  }

  private static func goesOn(_ text: SourceText, _ span: Span, _ shape: BlockShape, next: BlockShape) -> Bool {
    guard !shape.endsSentence else { return false }
    let isOpen = [UInt8(ascii: ";"), UInt8(ascii: ",")].contains(text.bytes[Int(span.end) - 1])
    return isOpen || !next.isProse && (next.startsLower || shape.words >= leastWords)
  }

  // MARK: Place and date

  /// Where place and date begin behind a headline on one line: `Mayor opens a bridge. LORNE, Ohio 1996-08-25`; the date alone,
  /// where no place stands before it.
  private static func datelineStart(in bytes: ArraySlice<UInt8>) -> Int? {
    let dateStart = bytes.endIndex - "1996-08-25".utf8.count
    guard bytes.count <= 250, dateStart > bytes.startIndex, bytes[dateStart - 1] == 0x20,
      let date = DateReader.date(in: bytes, at: dateStart), date.end == bytes.endIndex, date.date.day != nil
    else { return nil }
    let before = bytes[..<(dateStart - 1)]
    let start = placeBehindStop(before) ?? placeBehindLowerCase(before) ?? dateStart
    return bytes[..<start].split(whereSeparator: Letters.isSpace).count >= 2 ? start : nil
  }

  /// The place behind the last full stop that shortens no word of it: `ST. LORNE`.
  private static func placeBehindStop(_ bytes: ArraySlice<UInt8>) -> Int? {
    let stops = bytes.indices.dropLast().filter { [0x2E, 0x21, 0x3F].contains(bytes[$0]) && bytes[$0 + 1] == 0x20 }
    for stop in stops.reversed() {
      let word = bytes[..<stop].suffix(while: { !Letters.isSpace($0) })
      let isShort = bytes[stop] == 0x2E && ["ST", "FT", "MT", "PT"].contains { word.elementsEqual($0.utf8) }
      if !isShort { return isCity(bytes[(stop + 2)...]) ? stop + 2 : nil }
    }
    return nil
  }

  /// The words in capitals at the end of a headline that is not all in capitals.
  private static func placeBehindLowerCase(_ bytes: ArraySlice<UInt8>) -> Int? {
    let words = bytes.split(separator: 0x20)
    let place = words.suffix(while: { Dateline.isShouted($0) && !$0.contains(where: Letters.isDigit) })
    guard place.count < words.count, let first = place.first, isCity(bytes[first.startIndex...]) else { return nil }
    return first.startIndex
  }

  /// A place whose first part is in capitals: `AKRON, Ohio`.
  private static func isCity(_ bytes: ArraySlice<UInt8>) -> Bool {
    let city = bytes.prefix { $0 != 0x2C }
    return city.count >= 3 && Dateline.isShouted(city) && Dateline.isPlace(bytes)
  }
}

extension BidirectionalCollection {
  /// The longest run of elements at the end that all satisfy `isIn`.
  fileprivate func suffix(while isIn: (Element) -> Bool) -> SubSequence {
    var start = endIndex
    while start > startIndex, isIn(self[index(before: start)]) { start = index(before: start) }
    return self[start...]
  }
}
