import Dossier

/// Finds the headline, and marks what repeats it.
enum TitleFinder {
  /// How many blocks before the first running text are looked at.
  private static let reach = 80

  /// Sets `page.title`, marks its repeats as debris, and takes the outlet from a `Title | Outlet` line.
  /// - Parameter titles: what the title may be, as a saved page says, the likeliest first.
  static func find(in page: inout Page, given titles: [String] = []) {
    let firstProse = page.spans.indices.first { !page.isDebris($0) && page.isProse($0) } ?? page.spans.endIndex
    let candidates = candidates(in: page, firstProse)
    guard let best = given(titles, in: page, firstProse) ?? page.headline ?? choose(candidates, page, firstProse),
      isOverText(best, in: page)
    else { return }
    page.title = best
    page.kinds[best] = .title
    markRepeats(of: best, in: &page, until: min(page.spans.count, firstProse + 3))
  }

  /// The blocks before the first running text that may be the title.
  private static func candidates(in page: Page, _ firstProse: Int) -> [Int] {
    func mayBe(_ index: Int) -> Bool { !page.isCertain[index] && isTitleLike(page, index) }
    if firstProse == 0 { return opensAsTitle(page) ? [0] : [] }
    // The first line of a text is its headline sooner than a line of the tables below it.
    let opens = !page.isSaved && mayBe(0)
    if opens, firstProse == page.spans.endIndex { return [0] }
    let found = (max(0, firstProse - reach)..<firstProse).filter(mayBe)
    guard opens else { return found }
    return [0] + found.filter { $0 > 0 && !isRow(page, $0) }
  }

  /// Whether a block stands in a table: it ends with a number, and so does a neighbour.
  private static func isRow(_ page: Page, _ index: Int) -> Bool {
    func endsWithNumber(_ index: Int) -> Bool {
      page.spans.indices.contains(index) && page.bytes(index).last.map(Letters.isDigit) == true
    }
    return endsWithNumber(index) && (endsWithNumber(index - 1) || endsWithNumber(index + 1))
  }

  /// Whether anything else is read: the only words of a text are no title.
  private static func isOverText(_ title: Int, in page: Page) -> Bool {
    page.spans.indices.contains { $0 != title && $0 != page.dateline && !page.isDebris($0) }
      // A page may say what the title over its pictures is.
      || page.isSaved && page.spans.count > 1
  }

  /// Two to 35 words in at most 250 bytes, no byline, no date and no dateline.
  private static func isTitleLike(_ page: Page, _ index: Int) -> Bool {
    let shape = page.shapes[index]
    guard (shape.words >= 2 || shape.ideographs >= 6), shape.words <= 35, shape.bytes <= 250, !shape.startsLower,
      !shape.endsWithColon, shape.digits * 2 < shape.bytes, shape.innerStops <= 3, !goesOn(page.bytes(index))
    else { return false }
    if shape.endsSentence, shape.bytes > 160 { return false }
    return Dateline.match(page.text, page.spans[index]) == nil
      && Byline.match(page.text, page.spans[index], shape: shape) == nil
      && !PublicationFinder.isDateLine(page, index)
  }

  /// Whether a line is not all of what it says: it ends with a comma or inside brackets.
  private static func goesOn(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.last == 0x2C || bytes.count { $0 == 0x28 } > bytes.count { $0 == 0x29 }
  }

  /// A first block that ends like a sentence is the title if it is short and alone on top of longer text.
  private static func opensAsTitle(_ page: Page) -> Bool {
    guard page.spans.count >= 3, page.shapes[0].bytes <= 140, page.shapes[0].innerStops == 0,
      !page.shapes[0].startsWithQuote,
      page.shapes[1].bytes > page.shapes[0].bytes
    else { return false }
    return isTitleLike(page, 0)
  }

  /// The block that says what one of the titles says, the last before the text; else one that says most of it.
  private static func given(_ titles: [String], in page: Page, _ firstProse: Int) -> Int? {
    guard !titles.isEmpty else { return nil }
    let blocks = page.spans.indices.filter { page.shapes[$0].bytes <= FoldedText.limit }.map {
      (index: $0, letters: letters(page, $0))
    }
    let titles = titles.map { letters(Array($0.utf8)[...]) }.filter { $0.count >= 4 }
    func pick(_ isIt: ([UInt8], [UInt8]) -> Bool) -> Int? {
      for title in titles {
        let found = blocks.filter { isIt($0.letters, title) }.map(\.index)
        if let best = found.last(where: { $0 <= firstProse }) ?? found.first { return best }
      }
      return nil
    }
    // `Title | Outlet` says more than the block, and a deck that runs into the block less.
    return pick(==)
      ?? pick { block, title in
        min(block.count, title.count) >= 15
          && (block.count * 5 >= title.count * 3 && title.starts(with: block)
            || block.count <= title.count + 40 && block.starts(with: title))
      }
  }

  /// The likeliest candidate; weights fitted to labelled pages.
  private static func choose(_ candidates: [Int], _ page: Page, _ firstProse: Int) -> Int? {
    let lead = (firstProse..<page.spans.count).lazy.filter { page.shapes[$0].bytes > 60 && !page.isDebris($0) }.prefix(
      3
    )
    .reduce(into: Set<ArraySlice<UInt8>>()) { $0.formUnion(stems(page, $1)) }
    var alike: [[UInt8]: Int] = [:]
    for index in 0..<firstProse where page.shapes[index].bytes <= 250 { alike[letters(page, index), default: 0] += 1 }
    let outer = (0..<firstProse).filter { page.shapes[$0].bytes <= FoldedText.limit }.map {
      (index: $0, letters: letters(page, $0))
    }
    let scored = candidates.map { index in
      let shape = page.shapes[index]
      let own = stems(page, index)
      let ownLetters = letters(page, index)
      let shared = own.intersection(lead).count
      var score = 3 * Double(shared) / Double(max(1, own.count)) + 0.3 * Double(min(shared, 5))
      score += 0.3 * Double(min(shape.ideographs > 0 ? shape.ideographs / 3 : shape.words, 9))
      score -= 0.02 * Double(max(0, firstProse - index - 12))
      // A page often gives its title twice: as a step of a breadcrumb, or in `Title | Outlet`.
      if ownLetters.count >= 12, outer.contains(where: { $0.index != index && repeats($0.letters, ownLetters) }) {
        score += 2
      }
      if shape.endsSentence, page.bytes(index).last != 0x3F { score -= 2 }
      if shape.words < 4, shape.ideographs < 10 { score -= 1 }
      if alike[ownLetters, default: 0] >= 4 { score -= 1 }
      return (index: index, score: score)
    }
    guard let best = scored.max(by: { $0.score < $1.score || $0.score == $1.score && $0.index > $1.index }) else {
      return nil
    }
    // A deck or caption may say more of the story than the title, but the title stands before it.
    let earlier = scored.first { other in
      other.index < best.index && best.index - other.index <= 12 && other.score >= best.score - 1
        && page.shapes[other.index].words >= 4 && !page.shapes[other.index].endsSentence
    }
    return (earlier ?? best).index
  }

  /// The first five bytes of every word of four or more: inflected forms of a word agree.
  private static func stems(_ page: Page, _ index: Int) -> Set<ArraySlice<UInt8>> {
    let folded = FoldedText(page.bytes(index).prefix(FoldedText.limit))
    return Set(folded.bytes.split { !Letters.isWord($0) }.filter { $0.count >= 4 }.map { $0.prefix(5) })
  }

  private static func repeats(_ outer: [UInt8], _ title: [UInt8]) -> Bool {
    outer.count >= title.count && (outer.starts(with: title) || outer.suffix(title.count).elementsEqual(title))
  }

  /// Letters and digits alone, in lower case: what makes two spellings of a title equal.
  private static func letters(_ page: Page, _ index: Int) -> [UInt8] {
    letters(page.bytes(index))
  }

  static func letters(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    FoldedText(bytes.prefix(FoldedText.limit)).bytes.filter { $0 >= 0x80 || Letters.isLower($0) || Letters.isDigit($0) }
  }

  private static func markRepeats(of title: Int, in page: inout Page, until end: Int) {
    let own = letters(page, title)
    guard own.count >= 12 else { return }
    for index in 0..<end where index != title {
      let other = page.shapes[index].bytes <= FoldedText.limit ? letters(page, index) : []
      let equal = other == own
      guard equal || (other.starts(with: own) && other.count - own.count <= 40) else { continue }
      if !equal, !takeOutlet(from: index, title: title, in: &page) { continue }
      if !page.isDebris(index) || page.kinds[index] == .debris(.duplicate) { page.kinds[index] = .debris(.titleRepeat) }
    }
  }

  /// Where the name of a site may begin behind a title: the last of each mark that sites put there.
  static func siteMarks(in bytes: ArraySlice<UInt8>) -> [Range<Int>] {
    [" | ", " - ", " – ", " — ", " :: ", " • "].compactMap { mark in
      let mark = Array(mark.utf8)
      guard bytes.count > mark.count else { return nil }
      let starts = bytes.startIndex...(bytes.endIndex - mark.count)
      return starts.last { bytes[$0...].starts(with: mark) }.map { $0..<$0 + mark.count }
    }
  }

  /// Reads the outlet from `Title | Outlet` or `Title - Outlet`.
  private static func takeOutlet(from index: Int, title: Int, in page: inout Page) -> Bool {
    let bytes = page.bytes(index)
    for mark in siteMarks(in: bytes) {
      let span = page.text.trimmed(Span(mark.upperBound, bytes.endIndex))
      let name = page.text[span]
      guard mark.lowerBound - bytes.startIndex + 4 >= page.spans[title].count, (2...40).contains(name.utf8.count) else {
        continue
      }
      if page.outlet == nil { page.outlet = Source(name: name, basis: .metadata, span: span) }
      return true
    }
    return false
  }
}
