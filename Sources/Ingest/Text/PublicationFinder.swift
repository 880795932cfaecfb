import Dossier

/// Finds outlet, date of publication and author: in the dateline, a byline, a line that holds a date, or the agency's own closing.
///
/// A date inside the article's own sentences tells when something happened, and is left to the events.
enum PublicationFinder {
  struct Publication {
    var source: Source?
    var published: Published?
    var author: Span?
  }

  static func find(in page: inout Page) -> Publication {
    var found = Publication()
    readDateline(page, into: &found)
    readDatelineBlock(&page, into: &found)
    let top = page.spans.indices.first { !page.isDebris($0) && page.isProse($0) } ?? 0
    // Bylines and date lines stand between the title and the text, or close to them.
    let near = Array(max(0, top - 12)..<min(page.spans.count, top + 3))
    for index in near + aroundTitle(of: page) where index != page.title && index != page.dateline {
      readByline(at: index, of: &page, into: &found)
      readDateLine(at: index, of: &page, into: &found)
    }
    if found.source == nil { found.source = page.outlet ?? closingAgency(page) ?? ownReport(page) }
    return found
  }

  /// The title of a saved page is known, and text of other kinds may stand between it and the article.
  private static func aroundTitle(of page: Page) -> [Int] {
    guard let title = page.title, page.place(title) != nil else { return [] }
    return Array(max(0, title - 4)..<min(page.spans.count, title + 8))
  }

  private static func readDateline(_ page: Page, into found: inout Publication) {
    let read = page.spans.indices.lazy.filter { !page.isDebris($0) && $0 != page.title }
    for index in read.prefix(6) {
      guard let dateline = Dateline.match(page.text, page.spans[index]) else { continue }
      if let agency = dateline.agency {
        found.source = Source(name: agency, basis: .dateline, span: dateline.agencySpan)
      }
      if let date = dateline.date { found.published = Published(date: date, basis: .dateline, span: dateline.dateSpan) }
      return
    }
  }

  /// Place and date behind a headline are read like those that open a report.
  private static func readDatelineBlock(_ page: inout Page, into found: inout Publication) {
    guard let index = page.dateline, let date = DateReader.firstDate(in: page.text, page.spans[index]) else { return }
    found.published = Published(date: date.date, basis: .dateline, span: date.span)
    page.kinds[index] = .paragraph
  }

  private static func readByline(at index: Int, of page: inout Page, into found: inout Publication) {
    guard let byline = Byline.match(page.text, page.spans[index], shape: page.shapes[index]) else { return }
    if found.author == nil { found.author = byline.author }
    if found.source == nil, let agency = byline.agency {
      found.source = Source(name: agency, basis: .byline, span: byline.agencySpan)
    }
    if found.published == nil, let date = DateReader.firstDate(in: page.text, page.spans[index]) {
      found.published = Published(date: date.date, basis: .byline, span: date.span)
    }
    if !page.isDebris(index) { page.kinds[index] = .debris(.credit) }
  }

  private static func readDateLine(at index: Int, of page: inout Page, into found: inout Publication) {
    guard isDateLine(page, index), let date = DateReader.firstDate(in: page.text, page.spans[index]) else { return }
    if found.published == nil
      || found.published?.basis == .dateline && found.published?.date.year == nil && date.date.year != nil,
      found.published.map({ $0.date.isCompatible(with: date.date) }) ?? true
    {
      found.published = Published(date: date.date, basis: .metadata, span: date.span)
    }
    if !page.isDebris(index) { page.kinds[index] = .debris(.other) }
  }

  /// A short block that is a date with at most a few words beside it, such as `Published: 4 May 2021, 10:15`.
  static func isDateLine(_ page: Page, _ index: Int) -> Bool {
    isDateLine(page.text, page.spans[index], page.shapes[index])
  }

  /// The same of a block that is in no page yet.
  static func isDateLine(_ text: SourceText, _ span: Span, _ shape: BlockShape) -> Bool {
    guard shape.bytes <= 120, shape.digits > 0, !shape.endsSentence || shape.words <= 6,
      let date = DateReader.firstDate(in: text, span)
    else { return false }
    let bytes = text.bytes[span.range]
    let rest = [bytes[bytes.startIndex..<Int(date.span.start)], bytes[Int(date.span.end)...]].map { part in
      part.split { !Letters.isWord($0) }.filter { !$0.contains(where: Letters.isDigit) }
    }
    let others = rest[0].count + rest[1].count
    if others <= 3, date.date.year != nil || others == 0 { return true }
    let openers = [
      "published", "updated", "posted", "last updated", "last modified", "date", "veröffentlicht", "stand",
      "опубликовано", "опубліковано", "created", "publicado", "publié", "aktualisiert",
    ]
    let folded = FoldedText(text, span).bytes
    return others <= 12 && openers.contains { folded.starts(with: Array($0.utf8)) }
  }

  /// An agency in brackets that closes the last paragraph.
  private static func closingAgency(_ page: Page) -> Source? {
    guard let last = page.spans.indices.last(where: { !page.isDebris($0) }),
      page.isProse(last) || page.shapes[last].words > 12
    else { return nil }
    let bytes = page.bytes(last)
    guard bytes.last == 0x29, let open = bytes.lastIndex(of: 0x28), bytes.endIndex - open <= 32 else { return nil }
    let name = bytes[(open + 1)..<(bytes.endIndex - 1)]
    return CueTable.shared.agency(name).map {
      Source(name: $0, basis: .byline, span: Span(name.startIndex..<name.endIndex))
    }
  }

  /// `…, BelTA has learned`: an agency's own report, in the first paragraph.
  private static func ownReport(_ page: Page) -> Source? {
    guard let first = page.spans.indices.first(where: { !page.isDebris($0) && page.isProse($0) }) else { return nil }
    let bytes = page.bytes(first)
    let tail = Array(" has learned".utf8)
    guard bytes.count > tail.count else { return nil }
    for start in bytes.startIndex...(bytes.endIndex - tail.count) where bytes[start...].starts(with: tail) {
      var word = start
      while word > bytes.startIndex, Letters.isWord(bytes[word - 1]) { word -= 1 }
      if let name = CueTable.shared.agency(bytes[word..<start]) {
        return Source(name: name, basis: .text, span: Span(word, start))
      }
    }
    return nil
  }
}
