import Dossier
import Query

/// A sentence or so of an article: the unit that is set face to face.
struct ComparePassage: Sendable, Hashable {
  var span: Span
  /// The file's line number, where the passage begins a paragraph.
  var number: Int?
  /// The words that tell what it is about: long ones and numbers, cut to a stem.
  var words: Set<String>
  /// All its words in their order, folded.
  var wording: [String]

  /// Shorter pieces than this, in bytes, stay with their neighbour: `Mr.`, `U.S.`, headings of one word.
  private static let shortest = 40
  private static let stem = 6

  /// Splits what is article of a document. Cost: linear.
  static func passages(of document: Document) -> [ComparePassage] {
    let text = document.text
    var passages: [ComparePassage] = []
    for block in document.blocks where block.isRead {
      var start = Int(block.span.start)
      for end in ends(in: text.bytes, block.span) where end > start {
        let span = text.trimmed(Span(start, end))
        guard !span.isEmpty else { continue }
        let number = start == Int(block.span.start) ? text.line(at: start) : nil
        let wording = wording(of: text[span])
        passages.append(ComparePassage(span: span, number: number, words: words(of: wording), wording: wording))
        start = end
      }
    }
    return passages
  }

  /// Where sentences end, as far as full stops, blanks and capitals tell; the end of the block is the last.
  private static func ends(in bytes: [UInt8], _ span: Span) -> [Int] {
    var ends: [Int] = []
    var last = Int(span.start)
    var index = last
    let end = min(Int(span.end), bytes.count)
    while index < end {
      let byte = bytes[index]
      index += 1
      guard byte == 0x2E || byte == 0x21 || byte == 0x3F else { continue }
      if byte == 0x2E, isAbbreviation(bytes, before: index - 1, from: last) { continue }
      // Closing marks: ASCII, or U+2019 and U+201D.
      while index < end, [0x22, 0x27, 0x29].contains(bytes[index]) { index += 1 }
      while index + 2 < end, bytes[index] == 0xE2, bytes[index + 1] == 0x80, [0x99, 0x9D].contains(bytes[index + 2]) {
        index += 3
      }
      guard index < end, bytes[index] == 0x20, index - last >= shortest, end - index >= shortest else { continue }
      let next = bytes[min(index + 1, end - 1)]
      guard (0x41...0x5A).contains(next) || next >= 0xC2 || next == 0x22 else { continue }
      ends.append(index)
      last = index
    }
    return ends + [end]
  }

  /// Whether a full stop belongs to a title before a name or to an initial: `Mrs.`, `F.B.I.`, `John F.`.
  private static func isAbbreviation(_ bytes: [UInt8], before stop: Int, from start: Int) -> Bool {
    var first = stop
    while first > start, isLetterOrDigit(bytes[first - 1] | 0x20), bytes[first - 1] < 0x80 { first -= 1 }
    if stop - first == 1 { return (0x41...0x5A).contains(bytes[first]) }
    return titles.contains(String(decoding: bytes[first..<stop], as: UTF8.self))
  }

  private static let titles: Set<String> = [
    "Mr", "Mrs", "Ms", "Mx", "Dr", "Prof", "Rev", "Hon", "St", "Gov", "Sen", "Rep", "Gen", "Lt", "Col", "Maj", "Capt",
    "Cmdr",
    "Adm", "Sgt", "Pres", "Messrs", "vs",
  ]

  private static func wording(of text: String) -> [String] {
    Folding.fold(text).utf8.split { !isLetterOrDigit($0) }.map { String(decoding: $0, as: UTF8.self) }
  }

  private static func words(of wording: [String]) -> Set<String> {
    var words: Set<String> = []
    for word in wording {
      let isNumber = word.utf8.contains { (0x30...0x39).contains($0) }
      guard word.utf8.count >= 4 || isNumber else { continue }
      words.insert(isNumber ? word : String(decoding: word.utf8.prefix(stem), as: UTF8.self))
    }
    return words
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
