import Dossier

/// Makes a document of a decoded text: its blocks, what they are, and where and when it was published.
enum ArticleReader {
  /// - Parameter saved: the page that the text was read from, which says more than the text.
  static func read(
    _ decoded: DecodedText, of saved: WebPage? = nil, path: String, name: String, id: Document.ID
  ) -> Document {
    var document = Document(id: id, path: path, name: name, text: SourceText(validUTF8: decoded.bytes))
    document.isPage = saved != nil
    document.notes = decoded.notes
    document.flags = decoded.flags
    var page = Page(document.text, places: saved?.places ?? [])
    if page.isWrapped { document.notes.append("wrapped lines were read as paragraphs") }
    DebrisMarker.mark(&page)
    TitleFinder.find(in: &page, given: saved?.metadata.titles ?? [])
    let publication = PublicationFinder.find(in: &page)
    BlockKinds.assign(in: &page)
    if let own = AddressFinder.find(in: document.text) {
      document.url = own.address
      for index in page.spans.indices where page.spans[index] == own.line { page.kinds[index] = .debris(.other) }
    }
    document.blocks = zip(page.spans, page.kinds).map { Block(span: $0, kind: $1) }
    document.title = page.title.map { page.spans[$0] }
    document.source = publication.source ?? page.outlet
    document.published = publication.published
    document.author = publication.author
    saved?.metadata.complete(&document)
    let read = document.blocks.filter(\.isRead).map(\.span)
    document.language = language(of: document)
    // A caption that runs into its credit is debris, and damaged too.
    let legible = document.blocks.filter { $0.isRead || $0.debris == .caption }.map(\.span)
    document.flags += QuoteBalance.flags(document.text, in: read) + DamageFinder.flags(document.text, in: legible)
    if let saved { document.flags += PageDamage.flags(saved, in: document) }
    document.flags.sort { $0.span < $1.span }
    return document
  }

  /// The menus of a saved page may be longer than what tells the language of a text is looked for in.
  private static func language(of document: Document) -> String {
    guard document.isPage else { return LanguageGuess.language(of: document.text) }
    let read = document.blocks.filter(\.isRead).flatMap { document.text.bytes[$0.span.range] + [0x0A] }
    return LanguageGuess.language(of: SourceText(validUTF8: read))
  }
}

/// The blocks of a text, and what is known of each so far.
struct Page {
  let text: SourceText
  let spans: [Span]
  let shapes: [BlockShape]
  var kinds: [Block.Kind]
  /// Whether a block's own words prove that it is debris.
  var isCertain: [Bool]
  /// Whether line ends inside paragraphs only keep the lines short.
  let isWrapped: Bool
  /// Index of the block that is the title.
  var title: Int?
  /// Index of a block that its lines show to be the headline.
  let headline: Int?
  /// Index of a block that is the dateline behind the headline.
  let dateline: Int?
  /// The outlet, where a title line names it.
  var outlet: Source?

  /// Where each block stands in a saved page; empty for any other text.
  private let places: [LinePlace]

  /// - Parameter places: where each line stands in a saved page.
  init(_ text: SourceText, places: [LinePlace] = []) {
    self.text = text
    var (blocks, isWrapped) = BlockFinder.blocks(in: text)
    self.isWrapped = isWrapped
    // A saved page says itself what its headline is.
    (headline, dateline) = places.isEmpty ? HeadlineLines.arrange(&blocks, in: text) : (nil, nil)
    spans = blocks.map(\.span)
    kinds = blocks.map(\.kind)
    shapes = spans.map { BlockShape(text, $0) }
    isCertain = spans.map { _ in false }
    // The text of a page has a block on every line.
    self.places = places.count == spans.count ? places : []
  }

  /// Whether it is a saved page.
  var isSaved: Bool { !places.isEmpty }

  /// Where a block stands in a saved page.
  func place(_ index: Int) -> LinePlace? { places.isEmpty ? nil : places[index] }

  func isDebris(_ index: Int) -> Bool {
    if case .debris = kinds[index] { true } else { false }
  }

  /// The bytes of a block.
  func bytes(_ index: Int) -> ArraySlice<UInt8> { text.bytes[spans[index].range] }

  /// Whether a block reads as running text; a headline may be as long.
  func isProse(_ index: Int) -> Bool { index != headline && shapes[index].isProse }
}
