import ArgumentParser
import Foundation
import Reading

/// Trains the score of `contrast` and measures it on pairs that training leaves out.
struct ContrastTrainingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contrast", abstract: "Train what weighs a contradiction between two statements.")

  @Argument(help: "The folder of gold data that holds pairs/ and quotes/dev.jsonl.")
  var gold: String

  @Option(name: .shortAndLong, help: "Train on all that may train and write the weights here.")
  var output: String?

  @Option(help: "Number of folds for the measurement.")
  var folds = 5

  @Option(help: "The bar is where marks on FEVER that training left out reach this precision.")
  var precision = 0.9

  func run() throws {
    var pairs: [ContrastGold.Pair] = []
    for set in ContrastGold.given {
      let read = try ContrastGold.read(set, in: gold)
      pairs += read
      if ContrastGold.withoutNeutral.contains(set) { pairs += ContrastGold.neutral(from: read) }
    }
    pairs += try ContrastGold.news(gold + "/quotes/dev.jsonl")
    let examples = Self.examples(of: pairs)
    let linear = ContrastTrainer().train(examples)
    var tallies = crossValidate(examples)
    for set in ContrastGold.measured {
      for example in Self.examples(of: try ContrastGold.read(set, in: gold)) {
        tallies[set, default: ContrastTally()].add(linear.score(example.features), example.isContradiction)
      }
    }
    let bar = tallies["fever_dev"]?.bar(precision: precision) ?? 0
    print("bar \(bar)")
    for (set, tally) in tallies.sorted(by: { $0.key < $1.key }) { print(set, tally.report(around: bar)) }
    guard let output else { return }
    try Data(ContrastModel(linear, bar: bar).table()).write(to: URL(fileURLWithPath: output))
  }

  private static func examples(of pairs: [ContrastGold.Pair]) -> [ContrastTrainer.Example] {
    let contrast = PairContrast()
    return pairs.compactMap { pair in
      contrast.features(premise: pair.premise, hypothesis: pair.hypothesis).map { features in
        ContrastTrainer.Example(
          set: pair.set, features: features, isContradiction: pair.isContradiction,
          weight: ContrastGold.weights[pair.set] ?? 1)
      }
    }
  }

  /// What each set reaches when a block of it is left out: pairs of one premise stand together.
  private func crossValidate(_ examples: [ContrastTrainer.Example]) -> [String: ContrastTally] {
    let sizes = Dictionary(grouping: examples, by: \.set).mapValues(\.count)
    var seen: [String: Int] = [:]
    let folded = examples.map { example in
      let number = seen[example.set, default: 0]
      seen[example.set] = number + 1
      return number * folds / (sizes[example.set] ?? 1)
    }
    var tallies: [String: ContrastTally] = [:]
    for fold in 0..<folds {
      let model = ContrastTrainer().train(examples.indices.filter { folded[$0] != fold }.map { examples[$0] })
      for index in examples.indices where folded[index] == fold {
        tallies[examples[index].set, default: ContrastTally()].add(
          model.score(examples[index].features), examples[index].isContradiction)
      }
    }
    return tallies
  }
}

/// Scores with whether a contradiction is there.
struct ContrastTally {
  private var scores: [(score: Float, isRight: Bool)] = []

  mutating func add(_ score: Float, _ isRight: Bool) { scores.append((score, isRight)) }

  /// The lowest bar from which marks are right so often; the highest score where none is.
  func bar(precision: Double) -> Float {
    var (bar, right) = (scores.map(\.score).max() ?? 0, 0)
    for (number, item) in scores.sorted(by: { $0.score > $1.score }).enumerated() {
      if item.isRight { right += 1 }
      if Double(right) >= precision * Double(number + 1) { bar = item.score }
    }
    return bar
  }

  func report(around bar: Float) -> String {
    let all = scores.count(where: \.isRight)
    return [-0.6, -0.3, 0, 0.3, 0.6].map { (step: Float) in
      let marked = scores.filter { $0.score >= bar + step }
      let right = marked.count(where: \.isRight)
      func two(_ part: Int, _ whole: Int) -> String { String(format: "%.2f", Double(part) / Double(max(1, whole))) }
      let f1 = String(format: "%.3f", 2 * Double(right) / Double(max(1, marked.count + all)))
      return "\(step): \(marked.count) of \(scores.count), P \(two(right, marked.count)) R \(two(right, all)) F1 \(f1)"
    }.joined(separator: "\n  ")
  }
}
