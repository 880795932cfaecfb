import Dossier
import Foundation

/// Articles with marked speech, one JSON object a line; see `Benchmarks/score/quotes.py` for the format.
struct QuoteCorpus {
  struct Article {
    var id: String
    var document: Document
    var quotes: [GoldQuote]
  }

  /// A marked span, in UTF-8 offsets.
  struct GoldQuote {
    var span: Span
    var kind: String
    /// `speech`, `according`, `colon`, `none` or `other`, which is attitude and not speech.
    var cueKind: String
    var speaker: Span?
    var speakerName: String?
    var cue: Span?
    var part: Int
    var parts: Int

    /// Whether it is speech, not attitude.
    var isSpeech: Bool { kind != "indirect" || ["speech", "according", "colon", "none"].contains(cueKind) }
  }

  private struct Line: Decodable {
    struct Quote: Decodable {
      var start: Int
      var end: Int
      var kind: String
      var speaker_start: Int?
      var speaker_end: Int?
      var speaker_ref: String?
      var cue_start: Int?
      var cue_end: Int?
      var cue_type: String?
      var part: Int?
      var parts: Int?
    }
    var id: String
    var text: String
    var quotes: [Quote]
  }

  var articles: [Article] = []

  /// Reads a corpus.
  /// - Throws: what reading or decoding throws; a blank line is not an error.
  init(contentsOf path: String) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    for line in data.split(separator: 0x0A) {
      let decoded = try JSONDecoder().decode(Line.self, from: line)
      let text = SourceText(decoded.text)
      let offsets = ScalarOffsets(text)
      func span(_ start: Int?, _ end: Int?) -> Span? {
        guard let start, let end, start < end else { return nil }
        return Span(offsets.utf8(atScalar: start), offsets.utf8(atScalar: end))
      }
      let blocks = text.lineStarts.indices.compactMap { line -> Block? in
        let span = text.trimmed(text.lineSpan(line + 1))
        return span.isEmpty ? nil : Block(span: span, kind: .paragraph)
      }
      let document = Document(
        id: Document.ID(articles.count), path: decoded.id, name: decoded.id, text: text, blocks: blocks)
      let quotes = decoded.quotes.compactMap { quote -> GoldQuote? in
        guard let content = span(quote.start, quote.end) else { return nil }
        return GoldQuote(
          span: content, kind: quote.kind, cueKind: quote.cue_type ?? "none",
          speaker: span(quote.speaker_start, quote.speaker_end), speakerName: quote.speaker_ref,
          cue: span(quote.cue_start, quote.cue_end), part: quote.part ?? 0, parts: quote.parts ?? 1)
      }
      articles.append(Article(id: decoded.id, document: document, quotes: quotes))
    }
  }
}
