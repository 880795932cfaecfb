import ArgumentParser
import Dossier
import Glibc
import Ingest

/// Trains the classifier of debris on pages whose lines are labelled, and measures it on sites it has not seen.
struct DebrisCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "debris", abstract: "Train the classifier that tells article from debris.",
    discussion: "PAGES.tsv comes from Benchmarks/score/debris_pages.py.")

  @Argument(
    help: "One page a line: site, labels as a string of b (body), d (debris) and - (not counted), path of the text.")
  var pages: String

  @Option(name: .shortAndLong, help: "Where the weights are written.")
  var output: String

  @Option(help: "Number of folds for the measurement; 0 for none.")
  var folds = 5

  func run() throws {
    let pages = try DebrisPage.read(pages)
    if folds > 1 {
      var tally: [String: DebrisTally] = [:]
      for fold in 0..<folds {
        let weights = DebrisTraining.train(pages.filter { $0.fold(of: folds) != fold })
        for page in pages where page.fold(of: folds) == fold {
          tally[page.kind, default: DebrisTally()].add(page, weights.scores(page.features))
        }
      }
      for (kind, tally) in tally.sorted(by: { $0.key < $1.key }) { print(kind, tally.report) }
    }
    let bytes = DebrisTraining.train(pages).quantised
    guard let file = fopen(output, "wb") else { throw ValidationError("\(output) cannot be written") }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }
}

/// One labelled page.
struct DebrisPage {
  let site: String
  /// Last part of the file's name before `.txt`: `near` or `full`.
  let kind: String
  let features: DebrisFeatures
  /// Whether each block is article; `nil` where it does not count.
  let labels: [Bool?]

  /// Reads the list of pages; a page whose blocks are not its lines is left out.
  static func read(_ path: String) throws -> [DebrisPage] {
    guard let list = contents(path) else { throw ValidationError("\(path) cannot be read") }
    return try list.split(separator: "\n").compactMap { line in
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count == 3, let text = contents(fields[2]) else { throw ValidationError("bad line: \(line)") }
      let source = SourceText(text)
      let features = DebrisFeatures(source)
      let marks = zip(text.split(separator: "\n", omittingEmptySubsequences: false), fields[1].utf8)
      let labels = marks.compactMap { line, mark -> Bool?? in
        if source.trimmed(SourceText(String(line)).span).isEmpty, line.utf8.allSatisfy({ $0 <= 0x20 }) { return nil }
        return .some(mark == UInt8(ascii: "-") ? nil : mark == UInt8(ascii: "b"))
      }
      guard labels.count == features.lengths.count else { return nil }
      let kind = fields[2].split(separator: ".").dropLast().last.map(String.init) ?? ""
      return DebrisPage(site: fields[0], kind: kind, features: features, labels: labels)
    }
  }

  /// Pages of one site are in one fold.
  func fold(of folds: Int) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in site.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return Int(hash >> 8) % folds
  }

  private static func contents(_ path: String) -> String? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Characters right and wrong, as the shared scorer counts them (bytes here).
struct DebrisTally {
  /// Bars of log odds, each with true positives, false positives and false negatives.
  private var counts: [Float: (tp: Int, fp: Int, fn: Int)] = [:]

  mutating func add(_ page: DebrisPage, _ scores: [Float]) {
    for bar in stride(from: Float(-1.5), through: 1, by: 0.25) {
      var count = counts[bar] ?? (0, 0, 0)
      for (index, label) in page.labels.enumerated() {
        guard let label else { continue }
        let length = page.features.lengths[index]
        switch (label, scores[index] >= bar) {
        case (true, true): count.tp += length
        case (true, false): count.fn += length
        case (false, true): count.fp += length
        case (false, false): break
        }
      }
      counts[bar] = count
    }
  }

  var report: String {
    counts.sorted { $0.key < $1.key }.map { bar, count in
      let precision = Float(count.tp) / Float(max(1, count.tp + count.fp))
      let recall = Float(count.tp) / Float(max(1, count.tp + count.fn))
      func three(_ value: Float) -> String { String(Int((value * 1000).rounded())) }
      return
        "bar \(bar): P .\(three(precision)) R .\(three(recall)) F1 .\(three(2 * precision * recall / max(precision + recall, 1e-9)))"
    }.joined(separator: "\n  ")
  }
}
