internal import CGumbo

/// What a page says of itself in its markup, as it says it.
struct PageFacts {
  /// Longer values tell nothing; a title of a megabyte is an attack.
  static let longest = 2_000
  /// Structured data beyond this many bytes are not read.
  private static let mostData = 4 << 20
  /// Elements of one kind that are looked at.
  private static let most = 16

  /// The values of `meta` elements by their names in lower case, each as often as it is given.
  private(set) var meta: [String: [String]] = [:]
  /// The texts of the blocks of JSON-LD.
  private(set) var linkedData: [String] = []
  private(set) var canonical: String?
  /// Where the browser says that it saved the page from.
  private(set) var savedFrom: String?
  private(set) var title: String?
  /// The words of the first headings of the first two levels.
  private(set) var headings: [(level: Int, words: String)] = []
  /// The values of elements that say that they hold the date of publication.
  private(set) var published: [String] = []
  /// The values of `time` elements.
  private(set) var times: [String] = []
  /// The words of elements that say that they name the author.
  private(set) var authors: [String] = []

  /// - Parameter address: where what holds the page says that it was saved from.
  init(_ tree: borrowing PageTree, savedFrom address: String? = nil) {
    var facts = PageFacts()
    facts.savedFrom = address
    tree.walk(
      enter: { element in
        facts.read(element)
        return element.tag != GUMBO_TAG_SCRIPT && element.tag != GUMBO_TAG_STYLE
      }, text: { _ in }, comment: { facts.read(comment: $0) })
    self = facts
  }

  private init() {}

  private mutating func read(_ element: PageElement) {
    switch element.tag {
    case GUMBO_TAG_META: readMeta(element)
    case GUMBO_TAG_SCRIPT:
      guard element["type"]?.lowercased().contains("ld+json") == true else { return }
      linkedData.append(element.text(atMost: Self.mostData))
    case GUMBO_TAG_LINK where canonical == nil && element["rel"]?.lowercased() == "canonical":
      canonical = element["href"]
    case GUMBO_TAG_TITLE where title == nil: title = words(of: element)
    case GUMBO_TAG_H1 where headings.count < Self.most: headings.append((1, words(of: element)))
    case GUMBO_TAG_H2 where headings.count < Self.most: headings.append((2, words(of: element)))
    case GUMBO_TAG_TIME where times.count < Self.most: times.append(date(of: element))
    default: break
    }
    if published.count < Self.most, Self.isPublication(element) { published.append(date(of: element)) }
    if authors.count < Self.most, Self.isAuthor(element) { authors.append(words(of: element)) }
  }

  private func date(of element: PageElement) -> String {
    element["datetime"] ?? element["content"] ?? (element.tag == GUMBO_TAG_ABBR ? element["title"] : nil)
      ?? words(of: element)
  }

  /// By microdata, RDFa or a microformat.
  private static func isPublication(_ element: PageElement) -> Bool {
    element["itemprop"] == "datePublished" || element["pubdate"] != nil
      || ["schema:datePublished", "schema:dateCreated"].contains(element["property"] ?? "")
      || element.isOfClass(["published", "dt-published", "entry-date"])
  }

  private static func isAuthor(_ element: PageElement) -> Bool {
    element["rel"] == "author" || element["itemprop"] == "author"
      || element.isOfClass(["author", "p-author", "byline"])
  }

  /// `saved from url=(0026)https://example.org/bridge`, and the like.
  private mutating func read(comment: UnsafeBufferPointer<UInt8>) {
    guard savedFrom == nil else { return }
    let words = PageFacts.line(String(decoding: comment.prefix(Self.longest), as: UTF8.self))
    guard words.lowercased().contains("saved ") else { return }
    let address = words.split { $0 == " " || $0 == ")" }.first { $0.hasPrefix("http") }
    savedFrom = address.map(String.init)
  }

  private mutating func readMeta(_ element: PageElement) {
    guard let content = element["content"], content.utf8.count <= Self.longest else { return }
    for name in [element["property"], element["name"], element["itemprop"]].compactMap(\.self) {
      guard name.utf8.count <= 60, meta.count < 500 else { continue }
      meta[name.lowercased(), default: []].append(PageFacts.line(content))
    }
  }

  private func words(of element: PageElement) -> String { PageFacts.line(element.text(atMost: Self.longest)) }

  /// A value on one line, without control characters, and with one blank between words.
  static func line(_ value: String) -> String {
    var line = ""
    var isSpacePending = false
    for scalar in value.unicodeScalars {
      if scalar.properties.isWhitespace {
        isSpacePending = true
      } else if scalar.properties.generalCategory != .control {
        if isSpacePending, !line.isEmpty { line += " " }
        isSpacePending = false
        line.unicodeScalars.append(scalar)
      }
    }
    return line
  }

  /// The first value that any of the names has.
  func first(_ names: [String]) -> String? {
    names.lazy.compactMap { self.meta[$0]?.first { !$0.isEmpty } }.first
  }
}
