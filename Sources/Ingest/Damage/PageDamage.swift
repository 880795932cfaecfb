import Dossier

/// Says where a saved page is damaged so that its article may have been read wrongly or in part.
enum PageDamage {
  /// The flags of a page, in reading order. Cost: O(blocks) for each part that swallowed text.
  /// - Parameter document: the document that was read from the page, with its blocks.
  static func flags(_ page: WebPage, in document: Document) -> [Flag] {
    let parts = page.swallowers.compactMap { part in
      place(of: part, in: document).map { Flag(span: $0, kind: .unclosedPart, note: note(on: part)) }
    }
    guard isCutOff(page, document), let last = document.blocks.last else { return parts }
    return parts + [Flag(span: last.span, kind: .truncated, note: "the page is cut off here; save it again")]
  }

  private static func note(on part: SwallowingPart) -> String {
    "the <\(part.name)> that begins here is never closed, so that what follows was read as article; save the page again"
  }

  /// The first line of a part; a page has a block on every line.
  private static func place(of part: SwallowingPart, in document: Document) -> Span? {
    part.firstLine < document.blocks.count ? document.blocks[part.firstLine].span : nil
  }

  /// A page that ends with words is cut off where these belong to the article and end no sentence.
  private static func isCutOff(_ page: WebPage, _ document: Document) -> Bool {
    switch page.end {
    case .whole: return false
    case .inMarkup: return true
    case .inWords:
      guard let last = document.blocks.last, last.kind == .paragraph else { return false }
      return !BlockShape(document.text, last.span).endsSentence
    }
  }
}
