import ArgumentParser
import Foundation
import Language

/// Trains the tagger, lemmatiser and parser of Language.
struct SyntaxCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "syntax",
    abstract: "Train the tagger, lemmatiser and parser.",
    discussion: """
      Documents whose identifier hashes to a multiple of ten are kept out and measured on after each round.
      The same input and seed give the same table.
      """)

  @Argument(help: "Treebanks in CoNLL-U, plain or packed by xz.")
  var treebanks: [String]

  @Option(help: "Word vectors as text, the most frequent word first: a word and 50 numbers a line.")
  var vectors: String

  @Option(help: "Number of word vectors kept.")
  var vectorLimit = 40_000

  @Option(help: "Where the table goes.")
  var output = "Sources/CLanguageTables/tables/syntax.bin"

  @Option(help: "Rounds over the treebanks.")
  var rounds = 24

  @Option(help: "Width of a hidden layer, a multiple of 32.")
  var width = 192

  @Option(help: "Number of hidden layers.")
  var layers = 3

  @Option(help: "Words in a batch.")
  var batch = 400

  @Option(help: "Highest learning rate.")
  var rate: Float = 0.003

  @Option(help: "Share of a hidden layer that is dropped.")
  var dropout: Float = 0.3

  @Option(help: "Share of the sentences of mail, reviews and answers that a round passes over: they are far from news.")
  var skip: Float = 0.4

  @Option var seed: UInt64 = 1

  func run() throws {
    let all = try treebanks.flatMap { try Treebank.read($0) }
    let train = all.filter { !Treebank.isHeldOut($0.document) }
    let heldOut = all.filter { Treebank.isHeldOut($0.document) }
    var frequencies: [String: Int] = [:]
    var bundleCounts: [UInt8: [UInt64: Int]] = [:]
    for sentence in train {
      for (index, form) in sentence.forms.enumerated() {
        frequencies[Self.norm(form), default: 0] += 1
        bundleCounts[sentence.tags[index].rawValue, default: [:]][sentence.features[index].rawValue, default: 0] += 1
      }
    }
    let lexicon = try Lexicon(frequencies: frequencies, least: 3, vectorFile: vectors, limit: vectorLimit)
    var bundles: [(tag: UInt8, features: UInt64)] = []
    var ranges: [Range<Int>] = []
    for tag in PartOfSpeech.allCases {
      let start = bundles.count
      let kept = (bundleCounts[tag.rawValue] ?? [:]).filter {
        $0.value >= 3 && $0.key & Features.typoYes.rawValue == 0
      }
      for key in kept.keys.sorted() { bundles.append((tag.rawValue, key)) }
      ranges.append(start..<bundles.count)
    }
    // Sixteen is the unit of the kernels; the rows that fill up are never read.
    let shape = SyntaxModel.Shape(
      sparse: 64, vector: Lexicon.vectorWidth, width: width, layers: layers, arc: 96, label: 96, bundles: bundles.count)
    let vectorRows = Self.quantised(lexicon.vectors, width: Lexicon.vectorWidth)
    let network = SyntaxNetwork(
      shape: shape, lexicon: lexicon, vectors: vectorRows, bundleRanges: ranges, seed: seed)
    network.dropout = dropout
    var lemmas = LemmaTable()
    for sentence in train {
      for (index, form) in sentence.forms.enumerated() {
        lemmas.add(
          norm: Self.norm(form), form: form, lemma: sentence.lemmas[index], tag: sentence.tags[index],
          features: sentence.features[index])
      }
    }
    let bundleIndex = Dictionary(
      uniqueKeysWithValues: bundles.enumerated().map { ([UInt64($1.tag), $1.features], $0) })
    var encoded = train.map {
      (sentence: Self.encode($0, lexicon: lexicon, bundles: bundleIndex), isFar: Self.isFarFromNews($0.document))
    }
    print(
      "train \(encoded.reduce(0) { $0 + $1.sentence.count }) words, held out \(heldOut.reduce(0) { $0 + $1.forms.count });",
      "vectors \(lexicon.vectorCount), words \(lexicon.wordCount), bundles \(bundles.count)")
    var generator = Generator(seed: seed &+ 17)
    let expectedWords = encoded.reduce(Float(0)) { $0 + Float($1.sentence.count) * ($1.isFar ? 1 - skip : 1) }
    let steps = expectedWords / Float(batch) * Float(rounds)
    var step: Float = 0
    for round in 1...rounds {
      encoded.shuffle(using: &generator)
      var loss: Float = 0
      var words = 0
      var pending: [EncodedSentence] = []
      var pendingWords = 0
      for (sentence, isFar) in encoded where sentence.count <= 150 {
        if isFar, generator.uniform() < skip { continue }
        pending.append(sentence)
        pendingWords += sentence.count
        guard pendingWords >= batch else { continue }
        loss += network.accumulate(pending)
        let warmth = min(1, step / 200)
        network.step(rate: rate * warmth * max(0.01, 1 - step / steps))
        step += 1
        words += pendingWords
        pending.removeAll(keepingCapacity: true)
        pendingWords = 0
      }
      let table = Self.table(network, lexicon: lexicon, vectors: vectorRows, bundles: bundles, lemmas: lemmas)
      let figures = table.withUnsafeBytes { SyntaxScore.measure(heldOut, model: SyntaxModel($0)) }
      print("round \(round): loss \(loss / Float(max(words, 1))) \(figures)", clock())
      fflush(nil)
      if round == rounds { try Data(table).write(to: URL(fileURLWithPath: output)) }
    }
  }

  private func clock() -> String { "\(Int(ProcessInfo.processInfo.systemUptime)) s" }

  private static func isFarFromNews(_ document: String) -> Bool {
    ["answers", "email", "reviews"].contains { document.hasPrefix($0) }
  }

  /// The norm of a form of a treebank, as the tokeniser would give it.
  static func norm(_ form: String) -> String { Norm.of(0..<form.utf8.count, in: Array(form.utf8)) }

  /// Vectors as they are after being stored in bytes.
  private static func quantised(_ vectors: [Float], width: Int) -> [Float] {
    var result = vectors
    for row in 0..<vectors.count / width {
      var largest = Float.leastNormalMagnitude
      for index in row * width..<(row + 1) * width { largest = max(largest, abs(vectors[index])) }
      let scale = largest / 127
      for index in row * width..<(row + 1) * width { result[index] = (vectors[index] / scale).rounded() * scale }
    }
    return result
  }

  private static func encode(
    _ sentence: GoldSentence, lexicon: Lexicon, bundles: [[UInt64]: Int]
  ) -> EncodedSentence {
    var encoded = EncodedSentence(words: [], tags: [], bundles: [], heads: sentence.heads, relations: [])
    let relations = DependencyRelation.allCases
    for (index, form) in sentence.forms.enumerated() {
      let features = WordFeatures(norm: norm(form), form: form, isFirst: index == 0)
      let found = lexicon.rows(features.key)
      let rows = [
        features.rows.0, features.rows.1, features.rows.2, features.rows.3, features.rows.4, features.rows.5,
      ]
      encoded.words.append((found.word ?? -1, found.vector ?? -1, rows.map(Int.init)))
      let tag = sentence.tags[index]
      encoded.tags.append(Int(tag.rawValue))
      let plain = sentence.features[index].subtracting(.typoYes).rawValue
      encoded.bundles.append(bundles[[UInt64(tag.rawValue), plain]] ?? -1)
      encoded.relations.append(relations.firstIndex(of: sentence.relations[index]) ?? 0)
    }
    return encoded
  }

  private static func table(
    _ network: SyntaxNetwork, lexicon: Lexicon, vectors: [Float], bundles: [(tag: UInt8, features: UInt64)],
    lemmas: LemmaTable
  ) -> [UInt8] {
    let shape = network.shape
    var writer = TableWriter()
    writer.number(SyntaxModel.magic)
    for size in [shape.sparse, shape.vector, shape.width, shape.layers, shape.arc, shape.label, shape.bundles] {
      writer.number(UInt32(size))
    }
    lexicon.write(to: &writer)
    vectors.withUnsafeBufferPointer { buffer in
      if let base = buffer.baseAddress { writer.rows(base, count: lexicon.vectorCount, width: shape.vector) }
    }
    writer.rows(network.words.weights.base, count: lexicon.wordCount, width: shape.sparse)
    writer.rows(network.affixes.weights.base, count: WordFeatures.affixRows, width: shape.sparse)
    func matrix(_ parameter: Parameter) {
      writer.matrix(Array(parameter.weights.array.prefix(parameter.rows * parameter.columns)))
    }
    matrix(network.input)
    matrix(network.inputBias)
    for layer in 0..<shape.layers {
      matrix(network.layers[layer])
      matrix(network.gates[layer])
    }
    for parameter in [
      network.heads, network.headsBias, network.rootArc, network.rootLabel, network.arcDistances,
      network.labelDistances, network.labels, network.labelsBias, network.bundleWeights, network.bundleBias,
    ] {
      matrix(parameter)
    }
    for bundle in bundles {
      writer.number(bundle.tag)
      writer.number(bundle.features)
    }
    lemmas.write(to: &writer)
    return writer.bytes
  }
}
