import Dossier
import Glibc
import Synchronization

/// One place where a search found its words.
struct Hit: Hashable, Sendable {
  var document: Document.ID
  var span: Span
}

/// The folded texts of all documents, made at the first search or ahead of it on another thread.
final class Corpus: Sendable {
  /// Hits kept of one search; a single letter in a large set finds more than anybody visits.
  static let limit = 20_000

  private let documents: [Document]
  private let folded = Mutex<[FoldedText]?>(nil)

  init(_ documents: [Document]) { self.documents = documents }

  /// Folds all texts unless they are folded already.
  func prepare() { _ = texts() }

  private func texts() -> [FoldedText] {
    folded.withLock { folded in
      if let folded { return folded }
      let made = documents.map { FoldedText($0.text) }
      folded = made
      return made
    }
  }

  /// Finds `words` in all texts: without regard to diacritics, and to case unless `words` has a capital.
  /// - Parameter order: the documents in the order in which hits are wanted.
  /// - Returns: hits in that order, then by place; at most `limit`.
  /// - Complexity: one `memchr` scan of all texts.
  func find(_ words: String, in order: [Document.ID]) -> [Hit] {
    let needle = Array(Folding.fold(words).utf8)
    guard !needle.isEmpty else { return [] }
    let cased = Folding.fold(words, keepingCase: true)
    let respectsCase = Array(cased.utf8) != needle
    let texts = texts()
    var hits: [Hit] = []
    for id in order {
      let text = texts[id.index]
      var from = 0
      while hits.count < Self.limit, let start = Self.first(needle, in: text.bytes, from: from) {
        let end = start + needle.count
        let span = Span(text.source(start), max(text.source(start), text.source(end)))
        if !respectsCase || Folding.fold(documents[id.index].text[span], keepingCase: true) == cased {
          hits.append(Hit(document: id, span: span))
        }
        from = end
      }
    }
    return hits
  }

  /// Letters of English from the most to the least frequent; every other byte is rarer.
  private static let frequent = Array(" etaoinshrdlcumwfgypbvkjxqz".utf8)

  /// Scans for the needle's rarest byte, and looks around it.
  private static func first(_ needle: [UInt8], in bytes: [UInt8], from: Int) -> Int? {
    let rarity = needle.map { frequent.firstIndex(of: $0) ?? frequent.count }
    let anchor = rarity.indices.max { rarity[$0] < rarity[$1] } ?? 0
    return bytes.withUnsafeBytes { haystack -> Int? in
      needle.withUnsafeBytes { needle -> Int? in
        guard let base = haystack.baseAddress, let wanted = needle.baseAddress else { return nil }
        var at = from + anchor
        let last = haystack.count - needle.count + anchor
        while at <= last, let found = memchr(base + at, Int32(needle[anchor]), last - at + 1) {
          let start = UnsafeRawPointer(found) - base - anchor
          if memcmp(base + start, wanted, needle.count) == 0 { return start }
          at = start + anchor + 1
        }
        return nil
      }
    }
  }
}

/// A search in the text and its hits.
struct Search: Sendable {
  var words: String
  var hits: [Hit]
  /// The hit that the person stands at.
  var current: Int?
  /// In how many articles.
  var articles: Int

  init(_ words: String, hits: [Hit]) {
    self.words = words
    self.hits = hits
    current = nil
    var seen = 0
    for (index, hit) in hits.enumerated() where index == 0 || hits[index - 1].document != hit.document { seen += 1 }
    articles = seen
  }

  /// Hits of one document that overlap `span`. Cost: O(log n) and the hits found.
  func hits(in document: Document.ID, span: Span, rank: (Document.ID) -> Int) -> Range<Int> {
    func lower(_ test: (Hit) -> Bool) -> Int {
      var low = 0
      var high = hits.count
      while low < high {
        let middle = (low + high) / 2
        if test(hits[middle]) { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let wanted = rank(document)
    let start = lower { rank($0.document) < wanted || ($0.document == document && $0.span.end <= span.start) }
    let end = lower { rank($0.document) < wanted || ($0.document == document && $0.span.start < span.end) }
    return start..<max(start, end)
  }
}
