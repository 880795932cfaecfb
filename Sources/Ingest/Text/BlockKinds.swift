import Dossier

/// Tells headings, decks and list items from paragraphs, among the blocks that are read.
enum BlockKinds {
  static func assign(in page: inout Page) {
    let read = page.spans.indices.filter { !page.isDebris($0) && $0 != page.title && $0 != page.dateline }
    for (place, index) in read.enumerated() {
      if let kind = page.place(index)?.kind {
        page.kinds[index] = kind
      } else if isListItem(page.bytes(index)) {
        page.kinds[index] = .listItem
      } else if place == 0, let title = page.title, title < index, read.count > 1, isDeck(page, index, next: read[1]) {
        page.kinds[index] = .deck
      } else if isHeading(page, index, next: place + 1 < read.count ? read[place + 1] : nil) {
        page.kinds[index] = .heading
      }
    }
  }

  /// Opens with a bullet, a dash or a number, and a space.
  static func isListItem(_ bytes: ArraySlice<UInt8>) -> Bool {
    for mark in ["- ", "* ", "• ", "· ", "– ", "◦ ", "▪ ", "‣ "] where bytes.starts(with: mark.utf8) {
      // A dash also opens speech, which then goes on to a second dash.
      return true
    }
    let digits = bytes.prefix(while: Letters.isDigit)
    guard (1...2).contains(digits.count), digits.endIndex + 1 < bytes.endIndex else { return false }
    return (bytes[digits.endIndex] == 0x2E || bytes[digits.endIndex] == 0x29) && bytes[digits.endIndex + 1] == 0x20
  }

  /// A short summary between title and text: the longer paragraph after it says it again.
  private static func isDeck(_ page: Page, _ index: Int, next: Int) -> Bool {
    guard page.shapes[index].bytes <= 320, page.shapes[next].bytes > page.shapes[index].bytes,
      Dateline.match(page.text, page.spans[index]) == nil, !page.shapes[index].startsWithQuote
    else { return false }
    if Dateline.match(page.text, page.spans[next]) != nil { return true }
    let own = contentWords(page, index)
    let told = contentWords(page, next)
    return own.count >= 4 && own.filter(told.contains).count * 5 >= own.count * 2
  }

  private static func contentWords(_ page: Page, _ index: Int) -> Set<ArraySlice<UInt8>> {
    let folded = FoldedText(page.bytes(index).prefix(FoldedText.limit))
    return Set(folded.bytes.split { !Letters.isWord($0) }.filter { $0.count >= 5 })
  }

  /// A short line without a full stop, before running text.
  private static func isHeading(_ page: Page, _ index: Int, next: Int?) -> Bool {
    let shape = page.shapes[index]
    guard let next, shape.bytes <= 110, (1...14).contains(shape.words) || shape.ideographs > 0, !shape.startsLower,
      !shape.endsWithColon, !shape.startsWithQuote, shape.innerStops == 0, shape.ideographs <= 30
    else { return false }
    let last = page.bytes(index).last
    guard last != 0x2C, last != 0x3B, !shape.endsSentence || last == 0x3F else { return false }
    return page.shapes[next].bytes > shape.bytes && page.shapes[next].words > shape.words || page.isProse(next)
  }
}
