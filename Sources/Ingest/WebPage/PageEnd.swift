internal import CGumbo

/// How the bytes of a page end.
enum PageEnd {
  /// As those of a page do, with or without the end tags that HTML lets it leave out.
  case whole
  /// In the middle of a tag, in its head, or with elements open that only an end tag closes.
  case inMarkup
  /// With words and no tag behind them: the end of a page if they are the end of a sentence.
  case inWords

  /// Elements that need no end tag, and those that careless pages leave open because a browser shows no difference.
  private static let needsNoEnd: Set<UInt32> = tags(
    "html head body p li dt dd option optgroup thead tbody tfoot tr td th colgroup caption rp rt "
      + "area base basefont bgsound br col embed frame hr image img input keygen link meta param source track wbr "
      + "a b big center code em font i nobr s small strike strong tt u")

  private static func tags(_ names: String) -> Set<UInt32> {
    Set(names.split(separator: " ").map { gumbo_tag_enum(String($0)).rawValue })
  }

  /// - Parameter html: the bytes that the tree was made of.
  init(of tree: borrowing PageTree, html: [UInt8]) {
    let last = tree.lastElements
    let isOpen = last.prefix(while: \.isUnclosed).contains { !Self.needsNoEnd.contains($0.tag.rawValue) }
    let endsInHead = last.count > 2 && last[1].tag == GUMBO_TAG_HEAD
    if last.contains(where: { !$0.isUnclosed && ($0.tag == GUMBO_TAG_HTML || $0.tag == GUMBO_TAG_BODY) }) {
      self = .whole
    } else if isOpen || endsInHead || Self.endsInTag(html) {
      self = .inMarkup
    } else {
      self = html.last { !Letters.isSpace($0) } == 0x3E ? .whole : .inWords
    }
  }

  /// Whether the last tag or comment that begins does not end.
  private static func endsInTag(_ html: [UInt8]) -> Bool {
    guard let start = html.lastIndex(of: 0x3C) else { return false }
    guard start + 1 < html.count else { return true }
    let next = html[start + 1]
    return (Letters.isLower(next | 0x20) || next == 0x2F || next == 0x21) && !html[start...].contains(0x3E)
  }
}
