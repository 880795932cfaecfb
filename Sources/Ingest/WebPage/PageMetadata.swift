import Dossier

/// What a page says of itself: the candidates for its title, and its date, outlet, authors and address.
///
/// Of what is said in several places the surest on labelled news pages comes first: JSON-LD, then `meta`, then marked elements.
struct PageMetadata {
  /// What the title may be, the likeliest first.
  var titles: [String]
  var published: PartialDate?
  var outlet: String?
  /// The site's host, for where nothing names the outlet.
  var host: String?
  var authors: [String]
  var address: String?

  init(_ facts: PageFacts) {
    let article = LinkedArticle(facts.linkedData)
    let titled = facts.first(["og:title", "twitter:title"])
    titles = Self.given([
      article?.headline, Self.heading(of: facts, in: [titled, facts.title]), titled, facts.title,
      facts.headings.first { $0.level == 1 }?.words,
    ])
    let names = [facts.first(["og:site_name"]), article?.publisher, facts.first(["application-name"])]
    outlet = Self.given(names).first { Self.isName($0, atMost: 60) }
    let named =
      (article?.authors ?? []) + (facts.meta["author"] ?? []) + (facts.meta["article:author"] ?? []) + facts.authors
    authors = named.map(Byline.withoutOpener).filter { Self.isName($0, atMost: 60) }
    address = Self.given([facts.canonical, facts.first(["og:url"]), article?.address, facts.savedFrom]).first(
      where: AddressFinder.isPage)
    host = address.map(AddressFinder.host(of:))
    let moments = Self.given([article?.published, facts.first(Self.dates)] + facts.published)
    published =
      Self.date(moments, times: facts.times) ?? address.flatMap(AddressFinder.date(in:)) ?? Self.date(facts.times)
  }

  /// Gives the likeliest title, without the site's name, where no line of a text says any of them.
  ///
  /// The site's name is the outlet where nothing else names it: *Storm hits Lindau - The Lindau Echo*.
  mutating func takeHeadline(unseenIn text: [UInt8]) -> String? {
    guard let title = titles.first(where: { $0.utf8.count <= 250 }) else { return nil }
    let known = titles.map { TitleFinder.letters(Array($0.utf8)[...]) }
    let isSeen = text.split(separator: 0x0A).contains { line in
      let letters = TitleFinder.letters(line)
      return letters.count >= 8
        && known.contains { $0.starts(with: letters) || $0.count >= 8 && letters.starts(with: $0) }
    }
    guard !isSeen else { return nil }
    let bytes = Array(title.utf8)
    var headline = title
    for mark in TitleFinder.siteMarks(in: bytes[...]) {
      let words = String(decoding: bytes[..<mark.lowerBound], as: UTF8.self)
      guard words.split(separator: " ").count >= 3 else { continue }
      headline = words
      let site = String(decoding: bytes[mark.upperBound...], as: UTF8.self)
      if outlet == nil, Self.isName(site, atMost: 60) { outlet = site }
      break
    }
    titles.insert(headline, at: 0)
    return headline
  }

  private static func given(_ values: [String?]) -> [String] { values.compactMap(\.self).filter { !$0.isEmpty } }

  private static func isName(_ value: String, atMost limit: Int) -> Bool {
    value.utf8.count <= limit && value.contains { $0.isLetter } && !value.contains { "/@·|".contains($0) }
  }

  /// The longest heading that the page's title repeats: the name of the site is often a heading too.
  private static func heading(of facts: PageFacts, in titles: [String?]) -> String? {
    let titles = given(titles).map { TitleFinder.letters(Array($0.utf8)[...]) }
    let headings = facts.headings.map { (words: $0.words, letters: TitleFinder.letters(Array($0.words.utf8)[...])) }
    let repeated = headings.filter { heading in
      heading.letters.count >= 4 && titles.contains { $0.holds(heading.letters) }
    }
    return repeated.max { $0.letters.count < $1.letters.count }?.words
  }
}

// MARK: - Dates

extension PageMetadata {
  /// Names of `meta` elements that hold the date of publication, the surest first.
  private static let dates = [
    "article:published_time", "og:published_time", "datepublished", "article:published", "publishdate", "pubdate",
    "parsely-pub-date", "sailthru.date", "date", "dc.date.issued", "dc.date", "dcterms.created", "dcterms.date",
    "publish-date", "publication_date", "article.published", "published_time", "og:article:published_time",
    "datecreated",
  ]

  /// The first whole date among values such as `2024-04-28T10:00:00-04:00`: the day by the outlet's own clock.
  private static func date(_ values: [String], times: [String] = []) -> PartialDate? {
    for value in values {
      let local = isUniversal(value) ? (values + times).first { isSameMoment($0, value) } : nil
      if let date = day(local ?? value) { return date }
    }
    return nil
  }

  private static func day(_ value: String) -> PartialDate? {
    let text = SourceText(value)
    guard let date = DateReader.firstDate(in: text, text.span)?.date, date.year != nil, date.day != nil else {
      return nil
    }
    return date
  }

  /// Whether a moment is given by Greenwich's clock, as machines write it.
  private static func isUniversal(_ moment: String) -> Bool { moment.hasSuffix("Z") || moment.hasSuffix("+00:00") }

  /// Whether a moment by another clock is the same, as far as minutes and seconds tell.
  private static func isSameMoment(_ other: String, _ moment: String) -> Bool {
    guard !isUniversal(other), other.utf8.count >= 19, moment.utf8.count >= 19 else { return false }
    let minutes = 14..<19
    return Array(other.utf8)[minutes] == Array(moment.utf8)[minutes] && other.utf8.starts(with: moment.utf8.prefix(8))
  }
}

// MARK: - Use

extension PageMetadata {
  /// Says of a document what the page says of itself, where it does.
  func complete(_ document: inout Document) {
    if let outlet = outlet ?? (document.source == nil ? host : nil) {
      let span = document.source?.name == outlet ? document.source?.span : nil
      document.source = Source(name: outlet, basis: .metadata, span: span)
    }
    if let published {
      let span = document.published?.date == published ? document.published?.span : nil
      document.published = Published(date: published, basis: .metadata, span: span)
    }
    if let address { document.url = address }
    if let author = place(ofAuthorsIn: document) { document.author = author }
  }

  /// Where a text names the authors: the first block that names all of them, else the first that names one.
  private func place(ofAuthorsIn document: Document) -> Span? {
    var first: Span?
    for block in document.blocks where !authors.isEmpty {
      let bytes = document.text.bytes[block.span.range]
      let found = authors.compactMap { author in
        let name = Array(author.utf8)
        return bytes.place(of: name).map { Span($0, $0 + name.count) }
      }
      if found.count == authors.count, let whole = found.dropFirst().reduce(found.first, { $0?.union($1) }) {
        return whole
      }
      first = first ?? found.first
    }
    return first
  }
}
