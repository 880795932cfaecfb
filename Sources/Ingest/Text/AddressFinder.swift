import Dossier

/// Finds the article's own web address: one alone on a line at the head or the foot of a text, or after a word that says what it
/// is, such as `URL:` or `Originally published at`.
enum AddressFinder {
  /// Lines with words that are looked at, from the top and from the end.
  private static let head = 12
  private static let foot = 6
  /// Longer than this is no address that a person can have been given.
  private static let longest = 2000

  /// What stands before the address, folded; the longer before what it begins with.
  private static let labels = [
    "originally published at", "originally published on", "originally published in", "originally published",
    "originally appeared at", "originally appeared on", "first published at", "first published on", "published at",
    "original article", "original source", "original url", "original link", "original", "read the full article at",
    "read the full story at", "read the original at", "read more at", "read more on", "read more", "full article at",
    "full article", "full story", "article url", "article link", "page url", "source url", "canonical url", "canonical",
    "permalink", "retrieved from", "available at", "web address", "weblink", "web link", "web", "website", "source",
    "link", "url", "via", "ссылка", "источник", "оригинал", "посилання", "джерело", "quelle",
  ].map { Array($0.utf8) }

  /// - Returns: an address of a page with `http` or `https`, and its line; that of a whole site is not the article's.
  static func find(in text: SourceText) -> (address: String, line: Span)? {
    let lines = text.lineStarts.indices.lazy.map { text.trimmed(text.lineSpan($0 + 1)) }.filter { !$0.isEmpty }
    let places = Array(lines.prefix(head)) + lines.suffix(foot)
    let found = places.compactMap { line in address(of: text.bytes[line.range]).map { (line: line, address: $0) } }
    // One that is named so is surer than one that only stands there.
    return (found.first(where: \.address.isNamed) ?? found.first).map { ($0.address.text, $0.line) }
  }

  private static func address(of line: ArraySlice<UInt8>) -> (text: String, isNamed: Bool)? {
    guard line.count <= longest, line.contains(UInt8(ascii: "/")) else { return nil }
    var rest = line
    let folded = FoldedText(line).bytes
    var isNamed = false
    if let label = labels.first(where: { folded.starts(with: $0) }) {
      // A letter that folds to fewer bytes would shift the rest: labels are counted in letters.
      let letters = String(decoding: label, as: UTF8.self).count
      let after = String(decoding: line, as: UTF8.self).dropFirst(letters).drop { " \t:=–—-".contains($0) }
      rest = Array(after.utf8)[...]
      isNamed = true
    }
    let closing = Array(">)]}\"'.,;".utf8)
    rest = rest.drop { "<([{\"'".utf8.contains($0) }
    while let last = rest.last, closing.contains(last) { rest = rest.dropLast() }
    let address = String(decoding: rest, as: UTF8.self)
    return isPage(address) ? (address, isNamed) : nil
  }

  /// Whether it is the address of a page: a host with a dot and something after it, all of it in printing ASCII or letters.
  static func isPage(_ address: String) -> Bool {
    let lower = address.prefix(8).lowercased()
    guard let scheme = ["https://", "http://"].first(where: lower.hasPrefix) else { return false }
    let rest = address.dropFirst(scheme.count)
    guard rest.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0 != "<" && $0 != ">" && !$0.properties.isWhitespace })
    else { return false }
    let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return host.contains(".") && !host.hasPrefix(".") && rest.dropFirst(host.count).count > 1
  }

  /// The host of an address, without `www.`.
  static func host(of address: String) -> String {
    let host = address.drop { $0 != ":" }.dropFirst(3).prefix { !"/?#:".contains($0) }
    return String(host.hasPrefix("www.") ? host.dropFirst(4) : host)
  }

  /// The date in an address such as `https://example.org/2024/03/15/bridge`.
  static func date(in address: String) -> PartialDate? {
    let parts = address.split(separator: "/", omittingEmptySubsequences: false).dropFirst(3)
    for start in parts.indices.dropLast(2) where parts[start].count == 4 {
      let date = parts[start..<start + 3].joined(separator: "-")
      let text = SourceText(date)
      if let found = DateReader.date(in: text.bytes[...], at: 0), found.end == text.count { return found.date }
    }
    return nil
  }
}
