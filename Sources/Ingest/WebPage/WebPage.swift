import Dossier

/// A page that a person saved from a browser: the text that it shows, and what it says of itself.
struct WebPage {
  /// Its lines are those of the text, not of the file.
  var text: DecodedText
  /// Where each line of the text stands.
  var places: [LinePlace]
  var metadata: PageMetadata
  /// The parts that swallowed much of the article.
  var swallowers: [SwallowingPart]
  var end: PageEnd

  /// Reads a page that was decoded. Cost: O(bytes), by Gumbo's parser, which takes some ten bytes of memory for one.
  /// - Parameter address: where what holds the page says that it was saved from.
  /// - Returns: the page, or why there is nothing to read in it.
  static func read(_ html: DecodedText, savedFrom address: String? = nil) -> Result<WebPage, NotText> {
    guard let tree = PageTree(html.bytes) else {
      return .failure(NotText(message: "a web page with tags too tangled to read; save its text instead"))
    }
    let shown = PageText(tree)
    var metadata = PageMetadata(PageFacts(tree, savedFrom: address))
    var places = shown.outline.places()
    var swallowers = shown.outline.swallowers
    let end = PageEnd(of: tree, html: html.bytes)
    var words = shown.bytes
    // A headline that the page shows nowhere is told all the same: above its text.
    if let headline = metadata.takeHeadline(unseenIn: words) {
      words = Array(headline.utf8) + [0x0A] + words
      places.insert(LinePlace(leaning: 0, kind: .title), at: 0)
      for index in swallowers.indices { swallowers[index].firstLine += 1 }
    }
    // A character reference may be any number; what is no character is replaced.
    var text = DecodedText(bytes: Array(String(decoding: words, as: UTF8.self).utf8), notes: html.notes)
    guard text.bytes.contains(where: Letters.isWord) else {
      guard end == .whole else {
        return .failure(NotText(message: "a web page that is cut off before its first words; save it again"))
      }
      let advice = "save it when it has loaded, or save its text"
      return .failure(NotText(message: "a web page without words, which its scripts would fetch; \(advice)"))
    }
    if !html.flags.isEmpty { text.flags = lostCharacters(in: text.bytes) }
    return .success(WebPage(text: text, places: places, metadata: metadata, swallowers: swallowers, end: end))
  }

  /// Where decoding the file lost characters (the first 100).
  private static func lostCharacters(in text: [UInt8]) -> [Flag] {
    let lost = text.indices.lazy.filter { text[$0...].starts(with: UTF8Check.replacement) }
    return lost.prefix(100).map { start in
      let span = Span(start, start + UTF8Check.replacement.count)
      return Flag(span: span, kind: .encoding, note: "bytes that are no character")
    }
  }
}

extension WebPage {
  /// What nothing but a page opens with.
  private static let openers = ["!doctype html", "html", "head", "meta", "title", "link", "script", "style", "body"]
    .map { Array($0.utf8) }
  /// What a part of a page opens with, as somebody copies it out of the browser's tools. A text may open so too, but does not
  /// close it.
  private static let partOpeners = [
    "div", "p", "article", "section", "main", "header", "span", "h1", "h2", "h3", "ul", "ol", "table", "blockquote",
    "figure",
  ].map { Array($0.utf8) }
  /// Comments before the first tag are looked through as far as this.
  private static let reach = 16_384

  /// Whether bytes are a page, or a part of one: they open with one of its tags, after white space, comments and an XML
  /// declaration.
  static func isPage(_ bytes: [UInt8]) -> Bool {
    var rest = bytes.prefix(reach)
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    while true {
      rest = rest.drop(while: Letters.isSpace)
      guard rest.first == 0x3C else { return false }
      if rest.starts(with: "<!--".utf8) {
        guard let end = rest.place(of: Array("-->".utf8)) else { return false }
        rest = rest[(end + 3)...]
      } else if rest.starts(with: "<?".utf8) {
        guard let end = rest.firstIndex(of: 0x3E) else { return false }
        rest = rest[(end + 1)...]
      } else {
        break
      }
    }
    let tag = rest.dropFirst().prefix(16).map { Letters.isUpper($0) ? $0 | 0x20 : $0 }
    func isOpened(by name: [UInt8]) -> Bool {
      tag.count > name.count && tag.starts(with: name) && !Letters.isWord(tag[name.count])
    }
    if openers.contains(where: isOpened) { return true }
    return partOpeners.first(where: isOpened).map { closes($0, in: bytes) } ?? false
  }

  /// Whether the end tag of an element stands anywhere.
  private static func closes(_ name: [UInt8], in bytes: [UInt8]) -> Bool {
    let upper = name.map { Letters.isLower($0) ? $0 & 0xDF : $0 }
    return [name, upper].contains { bytes.holds(Array("</".utf8) + $0) }
  }
}
