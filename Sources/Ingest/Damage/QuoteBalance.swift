import Dossier

/// Finds quotation marks that open and never close, paragraph by paragraph.
///
/// A quotation of several paragraphs opens each of them anew and closes the last; its paragraphs are sound.
enum QuoteBalance {
  /// One flag from the mark to the end of its paragraph. Cost: one pass over the bytes.
  static func flags(_ text: SourceText, in spans: [Span]) -> [Flag] {
    var flags: [Flag] = []
    for (place, span) in spans.enumerated() {
      guard let open = unclosed(text.bytes[span.range]) else { continue }
      if place + 1 < spans.count, opensWithQuote(text.bytes[spans[place + 1].range]) { continue }
      flags.append(
        Flag(
          span: Span(open, Int(span.end)), kind: .unclosedQuote,
          note: "this quotation mark is never closed; taken to end with its paragraph"))
    }
    return flags
  }

  private static func opensWithQuote(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.first == 0x22 || bytes.starts(with: "“".utf8) || bytes.starts(with: "„".utf8) || bytes.starts(with: "«".utf8)
      || bytes.starts(with: "‘".utf8) || bytes.starts(with: "'".utf8) || bytes.starts(with: "…".utf8)
      || bytes.starts(with: "”".utf8)
  }

  /// The offset of the mark that is still open at the end.
  private static func unclosed(_ bytes: ArraySlice<UInt8>) -> Int? {
    var open: Int?
    var straight = false
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == 0x22 {
        if open == nil {
          // After a digit it is an inch sign.
          if index > bytes.startIndex, Letters.isDigit(bytes[index - 1]) {
            index += 1
            continue
          }
          (open, straight) = (index, true)
        } else {
          open = nil
        }
      } else if byte == 0xE2, index + 2 < bytes.endIndex, bytes[index + 1] == 0x80 {
        switch bytes[index + 2] {
        case 0x9C:
          // “ opens, closes after „, and closes where a writer took the wrong key: behind a word or a full stop.
          if open == nil {
            (open, straight) = (index, false)
          } else if bytes[(open ?? index)...].starts(with: "„".utf8) || closes(bytes, index) {
            open = nil
          }
        case 0x9D: open = nil
        case 0x9E where open == nil: (open, straight) = (index, false)
        default: break
        }
      } else if byte == 0xC2, index + 1 < bytes.endIndex {
        if bytes[index + 1] == 0xAB, open == nil { (open, straight) = (index, false) }
        if bytes[index + 1] == 0xBB { open = nil }
      }
      if byte == 0x27, open != nil, index + 1 < bytes.endIndex, bytes[index + 1] == 0x27 { open = nil }
      index += Letters.length(of: byte)
    }
    guard let open else { return nil }
    // A lone straight mark that closes rather than opens belongs to a paragraph before.
    if straight, open > bytes.startIndex, open + 1 >= bytes.endIndex || bytes[open + 1] == 0x20, bytes[open - 1] != 0x20
    {
      return nil
    }
    return open
  }

  /// Whether the mark of three bytes at `index` stands behind a word or before the end.
  private static func closes(_ bytes: ArraySlice<UInt8>, _ index: Int) -> Bool {
    let next = index + 3
    let free = next >= bytes.endIndex || bytes[next] == 0x20 || bytes[next] == 0x2C || bytes[next] == 0x2E
    return free && index > bytes.startIndex && (bytes[index - 1] != 0x20 || next >= bytes.endIndex)
  }
}
