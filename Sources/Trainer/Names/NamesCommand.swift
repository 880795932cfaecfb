import ArgumentParser
import Dossier
import Foundation
import Language

/// Trains the name finder's weights; see `Sources/CLanguageTables/tables/README` for the data.
struct NamesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "names", abstract: "Train the weights of the name finder.")

  @Option(help: "Marked documents, as JSON lines.")
  var gold: String

  @Option(help: "Labels of names in news: Benchmarks/labels/names.jsonl.")
  var news: String?

  @Option(help: "The articles that they are of: quotes/dev.jsonl.")
  var articles: String?

  @Option(help: "The lexicon, as made by name-lexicon.")
  var lexicon = "Sources/CLanguageTables/tables/name-lexicon.bin"

  @Option(help: "Where to write the weights.")
  var output: String?

  @Option(help: "Data sets to train on; others are only measured.")
  var train = "worldwide,wikigold,news"

  @ArgumentParser.Flag(help: "Measure by cross-validation over documents, and write nothing.")
  var crossValidate = false

  @Option(help: "How many folds.")
  var folds = 5

  @Option(help: "Run only this fold.")
  var fold: Int?

  @Option(help: "Rounds over the data.") var epochs = 8
  @Option(help: "Learning rate.") var rate: Float = 0.1
  @Option(help: "Pull of weights to zero.") var l1: Float = 1
  @Option(help: "Pull of weights to small values.") var l2: Float = 2
  @Option(help: "Keys seen at fewer tokens are left out.") var cutoff = 2
  @Option(help: "Share of keys that each step leaves out.") var dropout: Float = 0.3
  @Option(help: "How much a wikigold sentence counts.") var wikigoldWeight: Float = 1
  @Option(help: "How much the rest of a document weighs; several to compare.") var documentWeight = "0,0.4"

  func run() throws {
    let lexiconData = [UInt8](try Data(contentsOf: URL(fileURLWithPath: lexicon)))
    var documents = try NameGold.read(gold)
    if let news, let articles { documents += try NameGold.readNews(labels: news, articles: articles) }
    try lexiconData.withUnsafeBytes { raw in
      guard let start = raw.baseAddress else { throw ValidationError("the lexicon is empty") }
      let lexicon = NameLexicon(start, count: raw.count)
      if crossValidate {
        try validate(documents, lexicon)
      } else {
        try trainAll(documents, lexicon)
      }
    }
  }

  private var settings: FieldTrainer.Settings {
    FieldTrainer.Settings(rate: rate, l1: l1, l2: l2, epochs: epochs, dropout: dropout, cutoff: cutoff)
  }

  private var trainSets: Set<String> { Set(train.split(separator: ",").map(String.init)) }

  private func sentences(_ documents: [NameGold], _ lexicon: NameLexicon) -> [FieldTrainer.Sentence] {
    var keys = [UInt32](repeating: 0, count: NameFeatures.capacity)
    return documents.flatMap { document in
      let features = NameFeatures(document.analysed, lexicon: lexicon)
      return features.sentences.enumerated().map { number, range in
        var sentence = FieldTrainer.Sentence(
          keys: [], starts: [0], labels: Array(document.labels[range]),
          weight: document.dataset == "wikigold" ? wikigoldWeight : 1)
        for index in range {
          let count = keys.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.map { features.keys(at: index, sentence: number, into: $0) } ?? 0
          }
          sentence.keys += keys[0..<count]
          sentence.starts.append(Int32(sentence.keys.count))
        }
        return sentence
      }
    }
  }

  private func model(_ documents: [NameGold], _ lexicon: NameLexicon, calibration: [Float]) -> [UInt8] {
    var trainer = FieldTrainer(settings: settings)
    trainer.train(sentences(documents, lexicon)) { epoch, loss in
      FileHandle.standardError.write(Data("epoch \(epoch + 1) loss \(Int(loss))\n".utf8))
    }
    return trainer.encoded(calibration: calibration)
  }

  private var identity: [Float] { (0...20).map { Float($0) / 20 } }

  private func validate(_ documents: [NameGold], _ lexicon: NameLexicon) throws {
    let weights = documentWeight.split(separator: ",").compactMap { Float($0) }
    var tallies = [[String: NameTally]](repeating: [:], count: weights.count)
    for fold in 0..<folds where self.fold == nil || self.fold == fold {
      let held = { (document: NameGold) in
        Int(NameHash.hash(document.id.utf8) >> 20 % UInt64(folds)) == fold
      }
      let data = model(documents.filter { trainSets.contains($0.dataset) && !held($0) }, lexicon, calibration: identity)
      print("fold \(fold): \(data.count) bytes of weights")
      data.withUnsafeBytes { raw in
        guard let start = raw.baseAddress else { return }
        var finder = NameFinder(lexicon: lexicon, model: NameModel(start, count: raw.count))
        for (number, weight) in weights.enumerated() {
          finder.documentWeight = weight
          for document in documents where held(document) {
            tallies[number][document.dataset, default: NameTally()].add(finder.find(in: document.analysed), document)
          }
        }
      }
    }
    for (number, weight) in weights.enumerated() {
      print("document weight \(weight)")
      for (dataset, tally) in tallies[number].sorted(by: { $0.key < $1.key }) {
        print(dataset.padding(toLength: 10, withPad: " ", startingAt: 0), tally)
      }
    }
    if let last = tallies.last {
      var sum = NameTally()
      for (dataset, tally) in last where trainSets.contains(dataset) { sum.merge(tally) }
      print("calibration", sum.calibration)
    }
  }

  private func trainAll(_ documents: [NameGold], _ lexicon: NameLexicon) throws {
    guard let output else { throw ValidationError("name a file with --output") }
    let data = model(documents.filter { trainSets.contains($0.dataset) }, lexicon, calibration: NameTally.measured)
    try Data(data).write(to: URL(fileURLWithPath: output))
    print("\(data.count) bytes")
  }
}

/// Compacts lists and vectors into the lexicon.
struct NameLexiconCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "name-lexicon", abstract: "Compact lists of names and word vectors into the name finder's lexicon.")

  @Option(help: "Lists of names: a JSON object of arrays.")
  var gazetteers: String

  @Option(help: "Word vectors of 50 dimensions in GloVe's text format, the most frequent words first.")
  var vectors: String

  @Option(help: "How many words get a cluster.")
  var words = 120_000

  @Option var output = "Sources/CLanguageTables/tables/name-lexicon.bin"

  func run() throws {
    let data = try LexiconBuilder(
      gazetteers: URL(fileURLWithPath: gazetteers), vectors: URL(fileURLWithPath: vectors), wordCount: words
    ).build()
    try Data(data).write(to: URL(fileURLWithPath: output))
    print("\(data.count) bytes")
  }
}
