import ArgumentParser
import Foundation
import Language

/// Fits the weights of `NameMatcher` to pairs of names; see `Sources/CLanguageTables/tables/README`.
struct MatchTrainingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "name-match", abstract: "Fit the weights by which two names are compared.")

  @Option(help: "Pairs of names, as JSON lines of a, b, same, source.")
  var gold: String

  @Option(help: "Sources to learn from, each with how much a pair counts.")
  var sources = "nomenklatura_name_bench:1,hand_seed:0.3,wikidata_name_tokens:0.03"

  @Option var l2 = 1.0
  @Option var output: String?
  @ArgumentParser.Flag(help: "Print pairs that cross-validation gets wrong.") var errors = false

  private struct Pair: Decodable {
    var a: String
    var b: String
    var same: Bool
    var source: String
  }

  private struct Example {
    var pair: Pair
    var values: [Double]?
    var decided: NameMatch?
    var weight: Double
  }

  func run() throws {
    let weightOf = Dictionary(
      uniqueKeysWithValues: sources.split(separator: ",").map { entry in
        let fields = entry.split(separator: ":")
        return (String(fields[0]), Double(fields.last ?? "1") ?? 1)
      })
    let examples = try Data(contentsOf: URL(fileURLWithPath: gold)).split(separator: 0x0A).map { line -> Example in
      let pair = try JSONDecoder().decode(Pair.self, from: Data(line))
      let evidence = NameMatcher.evidence(pair.a, pair.b)
      return Example(
        pair: pair, values: evidence.values, decided: evidence.decided, weight: weightOf[pair.source] ?? 0)
    }
    measure(examples)
    let weights = fit(examples)
    var lines = ["# Weights of the comparison of two names, written by: crossread-train name-match"]
    lines += zip(NameEvidence.names, weights).map { "\($0)\t\(($1 * 1000).rounded() / 1000)" }
    let table = lines.joined(separator: "\n") + "\n"
    if let output { try Data(table.utf8).write(to: URL(fileURLWithPath: output)) } else { print(table) }
  }

  /// Ten folds; pairs that share a name stay in one fold.
  private func measure(_ examples: [Example]) {
    let fold = folds(examples)
    var counts: [String: (right: Int, found: Int, gold: Int, agree: Int, total: Int)] = [:]
    for number in 0..<10 {
      let weights = fit(zip(examples, fold).filter { $1 != number }.map(\.0))
      let matcher = NameMatcher(weights: weights)
      for (example, own) in zip(examples, fold) where own == number {
        let match = matcher.compare(example.pair.a, example.pair.b)
        var count = counts[example.pair.source] ?? (0, 0, 0, 0, 0)
        count.total += 1
        if match.same { count.found += 1 }
        if example.pair.same { count.gold += 1 }
        if match.same, example.pair.same { count.right += 1 }
        if match.same == example.pair.same {
          count.agree += 1
        } else if errors, example.weight > 0 {
          print(
            match.same ? "wrongly same" : "missed", example.pair.a, "|", example.pair.b, "|", match.rule, match.score)
        }
        counts[example.pair.source] = count
      }
    }
    for (source, count) in counts.sorted(by: { $0.key < $1.key }) {
      let f1 = Double(2 * count.right) / Double(max(count.found + count.gold, 1)) * 100
      print(
        source, "F1", (f1 * 10).rounded() / 10, "precision",
        Double(count.right * 1000 / max(count.found, 1)) / 10, "recall",
        Double(count.right * 1000 / max(count.gold, 1)) / 10,
        "accuracy", Double(count.agree * 1000 / max(count.total, 1)) / 10, "pairs", count.total)
    }
  }

  private func folds(_ examples: [Example]) -> [Int] {
    var parent = Array(examples.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while parent[index] != index { index = parent[index] }
      return index
    }
    var first: [String: Int] = [:]
    for (index, example) in examples.enumerated() where example.pair.source == "nomenklatura_name_bench" {
      for name in [example.pair.a, example.pair.b] {
        if let other = first[name] { parent[root(index)] = root(other) } else { first[name] = index }
      }
    }
    return examples.indices.map { index in
      let example = examples[root(index)].pair
      return Int(NameHash.hash((example.a + "\t" + example.b).utf8) >> 20 % 10)
    }
  }

  /// Newton's method on the regularised logistic loss.
  private func fit(_ examples: [Example]) -> [Double] {
    let rows = examples.filter { $0.weight > 0 && $0.decided == nil }
    let width = NameEvidence.names.count
    var weights = [Double](repeating: 0, count: width)
    for _ in 0..<30 {
      var gradient = weights.map { $0 * l2 }
      var hessian = (0..<width).map { row in (0..<width).map { $0 == row ? l2 : 0 } }
      for row in rows {
        guard let values = row.values else { continue }
        let score = 1 / (1 + exp(-zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }))
        let slope = (score - (row.pair.same ? 1 : 0)) * row.weight
        let bend = max(score * (1 - score), 1e-6) * row.weight
        for one in 0..<width where values[one] != 0 {
          gradient[one] += slope * values[one]
          for other in 0..<width { hessian[one][other] += bend * values[one] * values[other] }
        }
      }
      let step = solve(hessian, gradient)
      for index in 0..<width { weights[index] -= step[index] }
      if step.allSatisfy({ abs($0) < 1e-6 }) { break }
    }
    return weights
  }

  /// Gaussian elimination with pivots.
  private func solve(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
    var (matrix, vector) = (matrix, vector)
    let count = vector.count
    for column in 0..<count {
      let pivot = (column..<count).max { abs(matrix[$0][column]) < abs(matrix[$1][column]) } ?? column
      matrix.swapAt(column, pivot)
      vector.swapAt(column, pivot)
      for row in column + 1..<max(count, column + 1) {
        let factor = matrix[row][column] / matrix[column][column]
        guard factor != 0 else { continue }
        for cell in column..<count { matrix[row][cell] -= factor * matrix[column][cell] }
        vector[row] -= factor * vector[column]
      }
    }
    for row in stride(from: count - 1, through: 0, by: -1) {
      for cell in row + 1..<max(count, row + 1) { vector[row] -= matrix[row][cell] * vector[cell] }
      vector[row] /= matrix[row][row]
    }
    return vector
  }
}

/// Compacts groups of spelling variants.
struct NameVariantsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "name-variants", abstract: "Compact groups of spelling variants of names.")

  @Option(help: "Groups: spellings parted by commas, one group a line.")
  var groups: String

  @Option var output = "Sources/CLanguageTables/tables/name-variants.bin"

  func run() throws {
    let data = try VariantsBuilder(groups: URL(fileURLWithPath: groups)).build()
    try Data(data).write(to: URL(fileURLWithPath: output))
    print("\(data.count) bytes")
  }
}
