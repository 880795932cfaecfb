import Language

/// A sentence as the network sees it.
struct EncodedSentence {
  var words: [(word: Int, vector: Int, rows: [Int])]
  var tags: [Int]
  /// Row of the gold bundle, or -1 for one too rare to be learnt.
  var bundles: [Int]
  var heads: [Int]
  var relations: [Int]

  var count: Int { words.count }
}

/// The syntax network in training: forward and backward over a batch, by hand.
///
/// Layout and order of sums mirror Language's `SyntaxParser`.
final class SyntaxNetwork {
  let shape: SyntaxModel.Shape
  let lexicon: Lexicon
  let bundleRanges: [Range<Int>]

  let words: Parameter
  let affixes: Parameter
  let input: Parameter
  let inputBias: Parameter
  let layers: [Parameter]
  let gates: [Parameter]
  let heads: Parameter
  let headsBias: Parameter
  let rootArc: Parameter
  let rootLabel: Parameter
  let arcDistances: Parameter
  let labelDistances: Parameter
  let labels: Parameter
  let labelsBias: Parameter
  let bundleWeights: Parameter
  let bundleBias: Parameter
  let vectors: [Float]
  var generator: Generator
  var stepNumber = 0

  /// Shares of what is dropped in training.
  var wordDropout: Float = 0.25
  var vectorDropout: Float = 0.05
  var dropout: Float = 0.25

  init(shape: SyntaxModel.Shape, lexicon: Lexicon, vectors: [Float], bundleRanges: [Range<Int>], seed: UInt64) {
    self.shape = shape
    self.lexicon = lexicon
    self.bundleRanges = bundleRanges
    self.vectors = vectors
    var generator = Generator(seed: seed)
    let width = shape.width
    let inputWidth = SyntaxModel.inputWidth(shape)
    let columns = SyntaxModel.headColumns(shape)
    func glorot(_ rows: Int, _ columns: Int) -> Float { (6 / Float(rows + columns)).squareRoot() }
    words = Parameter(lexicon.wordCount, shape.sparse, limit: 0.05, sparse: true, using: &generator)
    affixes = Parameter(WordFeatures.affixRows, shape.sparse, limit: 0.3, sparse: true, using: &generator)
    input = Parameter(inputWidth, width, limit: glorot(inputWidth, width), using: &generator)
    inputBias = Parameter(1, width, limit: 0, using: &generator)
    var layers: [Parameter] = []
    var gates: [Parameter] = []
    for _ in 0..<shape.layers {
      layers.append(Parameter(width, width * 3, limit: (3 / Float(width)).squareRoot(), using: &generator))
      let gate = Parameter(1, width * 4, limit: 0.1, using: &generator)
      // Forget little, and let half of the input through, at first.
      for direction in 0..<2 {
        for index in 0..<width / 2 {
          gate.weights.base[direction * width * 2 + width + index] = 1
          gate.weights.base[direction * width * 2 + width * 3 / 2 + index] = 0
        }
      }
      gates.append(gate)
    }
    self.layers = layers
    self.gates = gates
    heads = Parameter(width, columns, limit: glorot(width, shape.arc), using: &generator)
    headsBias = Parameter(1, columns, limit: 0, using: &generator)
    rootArc = Parameter(1, shape.arc, limit: 0.1, using: &generator)
    rootLabel = Parameter(1, shape.label, limit: 0.1, using: &generator)
    arcDistances = Parameter(shape.arc, Distance.classes, limit: 0.05, using: &generator)
    labelDistances = Parameter(Distance.classes, shape.label, limit: 0.05, using: &generator)
    labels = Parameter(
      shape.label, SyntaxModel.labelColumns, limit: glorot(shape.label, SyntaxModel.labelColumns), using: &generator)
    labelsBias = Parameter(1, SyntaxModel.labelColumns, limit: 0, using: &generator)
    bundleWeights = Parameter(shape.bundles, width, limit: 0.1, using: &generator)
    bundleBias = Parameter(1, shape.bundles, limit: 0, using: &generator)
    self.generator = generator
  }

  private var parameters: [Parameter] {
    [words, affixes, input, inputBias] + layers + gates
      + [
        heads, headsBias, rootArc, rootLabel, arcDistances, labelDistances, labels, labelsBias, bundleWeights,
        bundleBias,
      ]
  }

  /// Takes one step down the gradient that `accumulate` left.
  func step(rate: Float) {
    stepNumber += 1
    for parameter in parameters { parameter.step(rate, number: stepNumber) }
  }
}
