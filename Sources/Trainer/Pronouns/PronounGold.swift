import Dossier
import Foundation

/// Texts with marked coreference of `he` and `she`, read from the gold files; spans in UTF-8 offsets.
struct PronounGold {
  /// What is known of one pronoun.
  struct Answer {
    var pronoun: Span
    /// Names of the one it stands for.
    var right: [Span]
    /// Names of others; where empty, all that is not right is wrong.
    var wrong: [Span]
    var source: Source
  }

  enum Source { case gap, chains, news }

  struct Item {
    var text: SourceText
    var answers: [Answer]
  }

  private(set) var items: [Item] = []

  private struct Mark: Decodable {
    var start: Int
    var end: Int
    var kind: String?
    var coref: Bool?
  }

  private struct Snippet: Decodable {
    var text: String
    var pronoun: Mark
    var a: Mark
    var b: Mark
  }

  private struct Chapter: Decodable {
    var dataset: String
    var text: String
    var clusters: [[Mark]]
  }

  /// Reads `gap_dev.jsonl`.
  /// - Throws: what reading or decoding throws.
  mutating func addGAP(_ path: String) throws {
    for line in try Self.lines(path) {
      let snippet = try JSONDecoder().decode(Snippet.self, from: line)
      let text = SourceText(snippet.text)
      let offsets = ScalarOffsets(text)
      func span(_ mark: Mark) -> Span { Span(offsets.utf8(atScalar: mark.start), offsets.utf8(atScalar: mark.end)) }
      let sides = [snippet.a, snippet.b]
      items.append(
        Item(
          text: text,
          answers: [
            Answer(
              pronoun: span(snippet.pronoun), right: sides.filter { $0.coref == true }.map(span),
              wrong: sides.filter { $0.coref != true }.map(span), source: .gap)
          ]))
    }
  }

  /// Reads one data set of `coref_dev.jsonl`.
  /// - Throws: what reading or decoding throws.
  mutating func addChains(_ path: String, dataset: String) throws {
    for line in try Self.lines(path) {
      let chapter = try JSONDecoder().decode(Chapter.self, from: line)
      guard chapter.dataset == dataset else { continue }
      let text = SourceText(chapter.text)
      let offsets = ScalarOffsets(text)
      func span(_ mark: Mark) -> Span { Span(offsets.utf8(atScalar: mark.start), offsets.utf8(atScalar: mark.end)) }
      var answers: [Answer] = []
      for chain in chapter.clusters {
        let names = chain.filter { $0.kind == "name" }.map(span)
        for mark in chain where mark.kind == "pronoun" {
          answers.append(Answer(pronoun: span(mark), right: names, wrong: [], source: .chains))
        }
      }
      items.append(Item(text: text, answers: answers))
    }
  }

  private struct Labels: Decodable {
    var id: String
    /// Names of every person, as scalar offsets.
    var names: [[[Int]]]
    /// Start, end and the number of the person, -1 where nobody named is meant.
    var pronouns: [[Int]]
  }

  private struct Article: Decodable {
    var id: String
    var text: String
  }

  /// Reads labels of the pronouns of news, which hold offsets alone, and the articles that they are of.
  /// - Throws: what reading or decoding throws.
  mutating func addNews(labels: String, articles: String) throws {
    var texts: [String: String] = [:]
    for line in try Self.lines(articles) {
      let article = try JSONDecoder().decode(Article.self, from: line)
      texts[article.id] = article.text
    }
    for line in try Self.lines(labels) {
      let labels = try JSONDecoder().decode(Labels.self, from: line)
      guard let article = texts[labels.id] else { continue }
      let text = SourceText(article)
      let offsets = ScalarOffsets(text)
      func span(_ pair: [Int]) -> Span { Span(offsets.utf8(atScalar: pair[0]), offsets.utf8(atScalar: pair[1])) }
      let answers = labels.pronouns.map { label in
        Answer(
          pronoun: span(label), right: label[2] < 0 ? [] : labels.names[label[2]].map(span), wrong: [], source: .news)
      }
      items.append(Item(text: text, answers: answers))
    }
  }

  private static func lines(_ path: String) throws -> [Data] {
    try Data(contentsOf: URL(fileURLWithPath: path)).split(separator: 0x0A).map { Data($0) }
  }
}
