import Dossier

/// Finds the headline, and marks what repeats it.
enum TitleFinder {
  /// How many blocks before the first running text are looked at.
  private static let reach = 24

  /// Sets `page.title`, marks its repeats as debris, and takes the outlet from a `Title | Outlet` line.
  static func find(in page: inout Page) {
    let firstProse = page.spans.indices.first { !page.isDebris($0) && page.isProse($0) } ?? page.spans.endIndex
    let from = max(0, firstProse - reach)
    var candidates = (from..<firstProse).filter { !page.isCertain[$0] && isTitleLike(page, $0) }
    if candidates.isEmpty, firstProse == 0, opensAsTitle(page) { candidates = [0] }
    guard let best = choose(candidates, page, firstProse) else { return }
    page.title = best
    page.kinds[best] = .title
    markRepeats(of: best, in: &page, until: min(page.spans.count, firstProse + 3))
  }

  /// Three to 35 words in at most 250 bytes, no byline, no date and no dateline.
  private static func isTitleLike(_ page: Page, _ index: Int) -> Bool {
    let shape = page.shapes[index]
    guard (shape.words >= 2 || shape.ideographs >= 6), shape.words <= 35, shape.bytes <= 250, !shape.startsLower,
      !shape.endsWithColon, shape.digits * 2 < shape.bytes, shape.innerStops <= 3
    else { return false }
    if shape.endsSentence, shape.bytes > 160 { return false }
    return Dateline.match(page.text, page.spans[index]) == nil
      && Byline.match(page.text, page.spans[index], shape: shape) == nil
      && !PublicationFinder.isDateLine(page, index)
  }

  /// A first block that ends like a sentence is the title if it is short and alone on top of longer text.
  private static func opensAsTitle(_ page: Page) -> Bool {
    guard page.spans.count >= 3, page.shapes[0].bytes <= 140, page.shapes[0].innerStops == 0,
      !page.shapes[0].startsWithQuote,
      page.shapes[1].bytes > page.shapes[0].bytes
    else { return false }
    return isTitleLike(page, 0)
  }

  private static func choose(_ candidates: [Int], _ page: Page, _ firstProse: Int) -> Int? {
    var best: (index: Int, score: Double)?
    let lead = words(page, firstProse).union(words(page, firstProse + 1))
    for index in candidates {
      let shape = page.shapes[index]
      let own = words(page, index)
      var score = own.isEmpty ? 0 : 3 * Double(own.intersection(lead).count) / Double(own.count)
      score += min(Double(shape.words), 9) * 0.3 + (shape.ideographs >= 12 ? 2 : 0)
      score -= Double(firstProse - index) * 0.12
      if shape.endsSentence { score -= 1 }
      // A page often gives its title twice: as a step of a breadcrumb, or in `Title | Outlet`.
      if page.spans.indices.prefix(firstProse).contains(where: { $0 != index && contains(page, $0, title: index) }) {
        score += 2
      }
      if best.map({ score > $0.score + 1e-9 }) ?? true { best = (index, score) }
    }
    return best?.index
  }

  private static func words(_ page: Page, _ index: Int) -> Set<ArraySlice<UInt8>> {
    guard page.spans.indices.contains(index) else { return [] }
    let folded = FoldedText(page.bytes(index).prefix(FoldedText.limit))
    return Set(folded.words.map { folded.word(at: $0) }.filter { $0.count >= 4 })
  }

  /// Letters and digits alone, in lower case: what makes two spellings of a title equal.
  private static func letters(_ page: Page, _ index: Int) -> [UInt8] {
    FoldedText(page.bytes(index).prefix(FoldedText.limit)).bytes.filter {
      $0 >= 0x80 || Letters.isLower($0) || Letters.isDigit($0)
    }
  }

  private static func contains(_ page: Page, _ index: Int, title: Int) -> Bool {
    guard page.shapes[index].bytes <= FoldedText.limit, page.shapes[index].bytes >= page.shapes[title].bytes else {
      return false
    }
    let (outer, inner) = (letters(page, index), letters(page, title))
    return inner.count >= 15 && (outer.starts(with: inner) || outer.suffix(inner.count).elementsEqual(inner))
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

  /// Reads the outlet from `Title | Outlet` or `Title - Outlet`.
  private static func takeOutlet(from index: Int, title: Int, in page: inout Page) -> Bool {
    let bytes = page.bytes(index)
    for mark in [" | ", " - ", " – ", " — ", " :: ", " • "] {
      let mark = Array(mark.utf8)
      guard bytes.count > mark.count else { continue }
      let starts = bytes.startIndex...(bytes.endIndex - mark.count)
      guard let cut = starts.last(where: { bytes[$0...].starts(with: mark) }) else { continue }
      let span = page.text.trimmed(Span(cut + mark.count, bytes.endIndex))
      let name = page.text[span]
      guard cut - bytes.startIndex + 4 >= page.spans[title].count, (2...40).contains(name.utf8.count) else { continue }
      if page.outlet == nil { page.outlet = Source(name: name, basis: .metadata, span: span) }
      return true
    }
    return false
  }
}
