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
    let analyser = Analyser()
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    return try data.split(separator: 0x0A).map { line in
      let row = try JSONDecoder().decode(Row.self, from: Data(line))
      let text = SourceText(row.text)
      let offsets = ScalarOffsets(text)
      let entities = row.entities.compactMap { mark in
        Name.Kind(rawValue: mark.type).map {
          Entity(
            start: UInt32(offsets.utf8(atScalar: mark.start)), end: UInt32(offsets.utf8(atScalar: mark.end)), kind: $0)
        }
      }
      let analysed = analyser.parse(text, blocks: lines(of: text))
      return NameGold(
        id: row.id, dataset: row.dataset, analysed: analysed, entities: Set(entities),
        labels: labels(of: analysed, entities: entities))
    }
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
