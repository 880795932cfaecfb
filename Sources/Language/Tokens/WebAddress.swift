/// Finds web and mail addresses, which stay one token.
enum WebAddress {
  /// A web or mail address at the start of `chunk`, what is left between two white spaces, without punctuation at its end.
  static func range(in chunk: Range<Int>, of bytes: [UInt8]) -> Range<Int>? {
    guard chunk.count >= 5 else { return nil }
    var end = chunk.upperBound
    var sawAt = false
    var sawScheme = false
    var sawStop = false
    for index in chunk {
      switch bytes[index] {
      case UInt8(ascii: "@"): sawAt = true
      case UInt8(ascii: ":") where index + 2 < chunk.upperBound && bytes[index + 1] == 0x2F && bytes[index + 2] == 0x2F:
        sawScheme = true
      case UInt8(ascii: "."): sawStop = true
      case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "("), UInt8(ascii: ")"),
        0xE2...0xF4:
        end = index
      default: break
      }
      if end < chunk.upperBound { break }
    }
    guard sawAt || sawScheme || sawStop else { return nil }
    while end > chunk.lowerBound, trailing.contains(bytes[end - 1]) { end -= 1 }
    let range = chunk.lowerBound..<end
    guard range.count >= 5 else { return nil }
    if sawScheme { return range }
    let inner = chunk.lowerBound + 1..<end - 1
    guard bytes[inner].contains(UInt8(ascii: ".")) else { return nil }
    if sawAt { return range }
    return isDomain(range, of: bytes) ? range : nil
  }

  private static let trailing = Set(".,;:!?'\"*".utf8)
  private static let topLevels: Set<String> = [
    "com", "org", "net", "gov", "edu", "info", "io", "co", "uk", "ru", "by", "ua", "eu", "de", "fr", "us", "tv", "me",
    "ca",
    "au", "int", "mil", "html", "htm", "pdf", "ly", "news", "online", "ch", "pl", "cz", "cn", "in", "il", "ai",
  ]

  /// Whether `range` is a bare domain, perhaps with a path: lower case or digits, and a known ending.
  private static func isDomain(_ range: Range<Int>, of bytes: [UInt8]) -> Bool {
    let host = bytes[range].prefix { $0 != UInt8(ascii: "/") }
    guard
      host.allSatisfy({ $0 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 &- 0x41 < 26 || $0 == 0x2E || $0 == 0x2D }),
      let stop = host.lastIndex(of: UInt8(ascii: ".")), stop > host.startIndex
    else { return false }
    let top = host[(stop + 1)...]
    return top.allSatisfy { $0 &- 0x61 < 26 } && topLevels.contains(String(decoding: top, as: UTF8.self))
  }
}
