import Dossier
import Foundation
import Language

/// One document whose names people have marked.
struct NameGold {
  struct Entity: Hashable {
    var start: UInt32
    var end: UInt32
    var kind: Name.Kind
  }

  var id: String
  var dataset: String
  var analysed: AnalysedText
  var entities: Set<Entity>
  /// Index into ``NameLabel`` for every token.
  var labels: [UInt8]

  /// A marked name: `start`, `end` in Unicode scalars.
  private struct Mark {
    var start: Int
    var end: Int
    var type: String
  }

  /// Reads JSON lines of `id`, `dataset`, `text` and `entities` (`start`, `end` in Unicode scalars, `type`).
  static func read(_ path: String) throws -> [NameGold] {
    struct Row: Decodable {
      struct Mark: Decodable {
        var start: Int
        var end: Int
        var type: String
      }
      var id: String
      var dataset: String
      var text: String
      var entities: [Mark]
    }
    return try rows(Row.self, path).map { row in
      document(row.id, row.dataset, row.text, row.entities.map { Mark(start: $0.start, end: $0.end, type: $0.type) })
    }
  }

  /// Reads labels of names in news, which hold offsets alone (`id`, `names`: start, end, type), and the articles that they
  /// are of.
  static func readNews(labels: String, articles: String) throws -> [NameGold] {
    struct Labels: Decodable {
      struct Name: Decodable {
        var mark: Mark

        init(from decoder: any Decoder) throws {
          var values = try decoder.unkeyedContainer()
          mark = Mark(
            start: try values.decode(Int.self), end: try values.decode(Int.self), type: try values.decode(String.self))
        }
      }
      var id: String
      var names: [Name]
    }
    struct Article: Decodable {
      var id: String
      var text: String
    }
    let texts = Dictionary(try rows(Article.self, articles).map { ($0.id, $0.text) }, uniquingKeysWith: { $1 })
    return try rows(Labels.self, labels).compactMap { row in
      texts[row.id].map { document("news:" + row.id, "news", $0, row.names.map(\.mark)) }
    }
  }

  private static func rows<Row: Decodable>(_ type: Row.Type, _ path: String) throws -> [Row] {
    try Data(contentsOf: URL(fileURLWithPath: path)).split(separator: 0x0A).map {
      try JSONDecoder().decode(type, from: Data($0))
    }
  }

  private static func document(_ id: String, _ dataset: String, _ words: String, _ marks: [Mark]) -> NameGold {
    let text = SourceText(words)
    let offsets = ScalarOffsets(text)
    let entities = marks.compactMap { mark in
      Name.Kind(rawValue: mark.type).map {
        Entity(
          start: UInt32(offsets.utf8(atScalar: mark.start)), end: UInt32(offsets.utf8(atScalar: mark.end)), kind: $0)
      }
    }
    let analysed = Analyser().parse(text, blocks: lines(of: text))
    return NameGold(
      id: id, dataset: dataset, analysed: analysed, entities: Set(entities),
      labels: labels(of: analysed, entities: entities))
  }

  /// The lines that hold more than white space.
  static func lines(of text: SourceText) -> [Span] {
    (1...text.lineStarts.count).map { text.trimmed(text.lineSpan($0)) }.filter { !$0.isEmpty }
  }

  /// A token belongs to the entity that its first byte lies in; an entity that crosses a sentence's end is cut there.
  private static func labels(of text: AnalysedText, entities: [Entity]) -> [UInt8] {
    var kinds = [(entity: Int, kind: Name.Kind)?](repeating: nil, count: text.tokens.count)
    let sorted = entities.sorted { $0.start < $1.start }
    var next = 0
    for (index, token) in text.tokens.enumerated() {
      while next < sorted.count, sorted[next].end <= token.span.start { next += 1 }
      if next < sorted.count, sorted[next].start < token.span.end { kinds[index] = (next, sorted[next].kind) }
    }
    var labels = [UInt8](repeating: 0, count: text.tokens.count)
    for sentence in text.sentences {
      for index in sentence.tokens {
        guard let own = kinds[index] else { continue }
        let opens = index == sentence.tokens.lowerBound || kinds[index - 1]?.entity != own.entity
        let closes = index == sentence.tokens.upperBound - 1 || kinds[index + 1]?.entity != own.entity
        labels[index] = UInt8(NameLabel.label(own.kind, opens ? (closes ? 3 : 0) : (closes ? 2 : 1)))
      }
    }
    return labels
  }
}
