import ArgumentParser
import Dossier
import Foundation
import Language
import Reading

/// Trains the pronoun model and prints what it reaches on parts of GAP that it has not seen.
struct PronounsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pronouns", abstract: "Train what ties he and she to names (GAP, LitBank, marked news).")

  @Argument(help: "The folder of gold data that holds actors/gap_dev.jsonl and actors/coref_dev.jsonl.")
  var gold: String

  @Argument(help: "The labels of pronouns in news: Benchmarks/labels/pronouns.jsonl.")
  var labels: String

  @Option(name: .shortAndLong, help: "Where to write the table.")
  var output: String?

  @Option(help: "What a LitBank pronoun counts beside one of GAP.")
  var litbank = 0.1

  @Option(help: "What a pronoun of news counts beside one of GAP.")
  var news = 1.0

  @Option(help: "Times that the texts are read anew with the model trained so far.")
  var rounds = 4

  /// A case with its gold answer.
  private struct Labelled {
    var example: PronounTrainer.Example
    var source: PronounGold.Source
    /// Whether somebody named is meant.
    var isNamed: Bool
    /// For GAP: which sides every candidate overlaps, and which are right.
    var overlaps: [[Bool]]
    var right: [Bool]
  }

  func run() throws {
    var texts = PronounGold()
    try texts.addGAP(gold + "/actors/gap_dev.jsonl")
    try texts.addChains(gold + "/actors/coref_dev.jsonl", dataset: "litbank")
    try texts.addNews(labels: labels, articles: gold + "/quotes/dev.jsonl")
    let read = texts.items.map(Self.analyse)
    var model = PronounModel.shared
    for round in 1...max(1, rounds) {
      let labelled = zip(texts.items, read).map { label($0, $1, model) }
      crossValidate(labelled, round)
      let (weights, none) = PronounTrainer().train(
        labelled.joined().map(\.example), features: PronounModel.featureNames.count)
      model = PronounModel(weights: weights, threshold: none)
    }
    if let output { try Self.table(model).write(toFile: output, atomically: true, encoding: .utf8) }
  }

  private typealias Read = (document: Document, text: AnalysedText, statements: [Statement])

  private static func analyse(_ item: PronounGold.Item) -> Read {
    let blocks = (1...item.text.lineStarts.count).map { item.text.trimmed(item.text.lineSpan($0)) }.filter {
      !$0.isEmpty
    }
    let document = Document(
      id: Document.ID(0), path: "-", name: "-", text: item.text,
      blocks: blocks.map { Block(span: $0, kind: .paragraph) })
    let text = Analyser().analyse(item.text, blocks: blocks)
    return (document, text, StatementFinder().statements(in: text, of: document))
  }

  private func label(_ item: PronounGold.Item, _ read: Read, _ model: PronounModel) -> [Labelled] {
    let cases = ActorFinder(pronouns: model).pronounCases(in: read.text, of: read.document, statements: read.statements)
    return item.answers.compactMap { answer in
      let found = cases.first { $0.span.overlaps(answer.pronoun) }
      if found == nil, answer.source == .chains { return nil }
      let names = found?.names ?? []
      func touches(_ names: [Span], _ gold: [Span]) -> Bool {
        names.contains { name in gold.contains { $0.overlaps(name) } }
      }
      var right = names.indices.filter { touches(names[$0], answer.right) }
      let isGAP = answer.source == .gap
      if isGAP, answer.right.isEmpty { right = names.indices.filter { !touches(names[$0], answer.wrong) } }
      let sides = answer.right.map { [$0] } + answer.wrong.map { [$0] }
      return Labelled(
        example: PronounTrainer.Example(
          features: found?.features ?? [], right: right, weight: weight(answer, isFound: !right.isEmpty)),
        source: answer.source, isNamed: !answer.right.isEmpty,
        overlaps: isGAP ? names.map { name in sides.map { touches(name, $0) } } : [],
        right: answer.right.map { _ in true } + answer.wrong.map { _ in false })
    }
  }

  /// Where the finder missed the right name there is nothing to learn; "nobody named" is an answer in news.
  private func weight(_ answer: PronounGold.Answer, isFound: Bool) -> Double {
    switch answer.source {
    case .gap: isFound ? 1 : 0
    case .chains: litbank
    case .news: isFound || answer.right.isEmpty ? news : 0
    }
  }

  private func crossValidate(_ labelled: [[Labelled]], _ round: Int) {
    var (right, said, gold) = (0, 0, 0)
    var (known, asked) = (0, 0)
    var bins = [(right: Int, all: Int)](repeating: (0, 0), count: 10)
    for fold in 0..<5 {
      let seen = labelled.indices.filter { $0 % 5 != fold }.flatMap { labelled[$0] }.map(\.example)
      let (weights, none) = PronounTrainer().train(seen, features: PronounModel.featureNames.count)
      for item in labelled.indices where item % 5 == fold {
        for unseen in labelled[item] where unseen.source != .chains {
          let scores = unseen.example.features.map { $0.reduce(0) { $0 + weights[$1] } }
          let best = scores.indices.max { scores[$0] < scores[$1] }.flatMap { scores[$0] > none ? $0 : nil }
          if unseen.source == .news {
            if let best {
              let likelihood = PronounModel(weights: weights, threshold: none).likelihood(of: best, among: scores)
              let bin = min(Int(likelihood * 10), 9)
              bins[bin].all += 1
              if unseen.example.right.contains(best) { bins[bin].right += 1 }
            }
            guard unseen.isNamed else { continue }
            asked += 1
            if let best, unseen.example.right.contains(best) { known += 1 }
            continue
          }
          gold += unseen.right.filter { $0 }.count
          guard let best else { continue }
          for (touched, isRight) in zip(unseen.overlaps[best], unseen.right) where touched {
            said += 1
            if isRight { right += 1 }
          }
        }
      }
    }
    let (precision, recall) = (Double(right) / Double(max(said, 1)), Double(right) / Double(max(gold, 1)))
    print(
      "round \(round), in five parts: GAP P \(precision) R \(recall) F1 \(2 * precision * recall / (precision + recall)), "
        + "news \(known) of \(asked); right by tenths of likelihood: "
        + bins.map { "\($0.right)/\($0.all)" }.joined(separator: " "))
  }

  private static func table(_ model: PronounModel) -> String {
    var lines = [
      "# Weights of the pronoun model: feature, weight. Written by crossread-train pronouns.",
      "threshold\t\(rounded(model.threshold))",
    ]
    for (name, weight) in zip(PronounModel.featureNames, model.weights) where abs(weight) >= 0.005 {
      lines.append("\(name)\t\(rounded(weight))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}
