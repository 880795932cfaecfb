import Dossier
import Foundation
import Language

/// Pairs of statements with what they are to each other, as far as they may train.
struct ContrastGold {
  struct Pair {
    /// The set it is from.
    var set: String
    var premise: String
    var hypothesis: String
    var isContradiction: Bool
  }

  /// Sets that may train, with what one pair counts; made ones among them.
  static let weights: [String: Float] = [
    "mnli_15k": 1, "snli_devtest": 0.7, "cad_snli": 0.7, "conjnli": 1, "fever_dev": 1, "fever_symmetric": 1, "fm2": 1,
    "breaking_nli": 0.7, "fever_dev neutral": 0.15, "fever_symmetric neutral": 1, "fm2 neutral": 1, "news": 1,
  ]
  static let given = [
    "breaking_nli", "cad_snli", "conjnli", "fever_dev", "fever_symmetric", "fm2", "mnli_15k", "snli_devtest",
  ]
  /// Sets without neutral pairs: claims are joined with other evidence of the same matter.
  static let withoutNeutral = ["fever_dev", "fever_symmetric", "fm2"]
  static let measured = ["rte3_3way", "climate_fever", "covidfact"]

  /// Reads `FOLDER/pairs/SET_dev.jsonl`.
  static func read(_ set: String, in folder: String) throws -> [Pair] {
    struct Row: Decodable {
      var premise: String
      var hypothesis: String
      var label: String
    }
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/pairs/\(set)_dev.jsonl"))
    return try data.split(separator: 0x0A).map { line in
      let row = try JSONDecoder().decode(Row.self, from: Data(line))
      return Pair(
        set: set, premise: row.premise, hypothesis: row.hypothesis, isContradiction: row.label == "contradiction")
    }
  }

  /// Every hypothesis with the likest premise of another pair: of the same matter, and neither borne out nor denied.
  static func neutral(from pairs: [Pair]) -> [Pair] {
    let index = WordIndex(pairs.map(\.premise))
    return pairs.indices.compactMap { number in
      index.likest(to: pairs[number].hypothesis, unlike: number).map { other in
        Pair(
          set: pairs[number].set + " neutral", premise: pairs[other].premise, hypothesis: pairs[number].hypothesis,
          isContradiction: false)
      }
    }
  }

  /// Short sentences of news articles, each with the sentence of its article that shares most with it.
  /// - Parameter path: JSON lines with `text`.
  static func news(_ path: String) throws -> [Pair] {
    struct Row: Decodable { var text: String }
    let analyser = Analyser()
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    return try data.split(separator: 0x0A).flatMap { line -> [Pair] in
      let text = SourceText(try JSONDecoder().decode(Row.self, from: Data(line)).text)
      let blocks = (1...text.lineStarts.count).map { text.trimmed(text.lineSpan($0)) }.filter { !$0.isEmpty }
      let sentences = analyser.split(text, blocks: blocks).sentences.map { text[$0.span] }
      let index = WordIndex(sentences)
      return sentences.indices.compactMap { number in
        let sentence = sentences[number]
        let length = sentence.split(separator: " ").count
        guard (4...16).contains(length), sentence.hasSuffix("."), !sentence.contains(where: { "\"“”?".contains($0) }),
          let other = index.likest(to: sentence, unlike: number)
        else { return nil }
        return Pair(set: "news", premise: sentences[other], hypothesis: sentence, isContradiction: false)
      }
    }
  }
}

/// Finds the text that shares the rarest words with another.
private struct WordIndex {
  private let words: [Set<String>]
  private var texts: [String: [Int]] = [:]

  init(_ texts: [String]) {
    words = texts.map(Self.words)
    for (number, words) in words.enumerated() { for word in words { self.texts[word, default: []].append(number) } }
  }

  private static let common = Set(
    "the and was were are for with from that his her its has had have only not film movie who which their first also one said says will would but this they"
      .split(separator: " ").map(String.init))

  private static func words(_ text: String) -> Set<String> {
    Set(
      text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init).filter {
        $0.count > 2 && !common.contains($0)
      })
  }

  /// The likest text, unless it is much the same as text `number`; `nil` where nothing telling is shared.
  func likest(to text: String, unlike number: Int) -> Int? {
    var scores: [Int: Double] = [:]
    for word in Self.words(text).sorted() {
      guard let found = texts[word], found.count < 400 else { continue }
      for other in found where other != number {
        scores[other, default: 0] += log(Double(words.count) / Double(found.count))
      }
    }
    let own = words[number]
    let fit = scores.filter { other, score in
      score > 2 && Double(words[other].intersection(own).count) < 0.6 * Double(min(words[other].count, own.count))
    }
    return fit.max { $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key }?.key
  }
}
