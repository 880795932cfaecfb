import CLanguageTables

/// The weights of the syntax network, as trained by `crossread-train syntax`.
package final class SyntaxModel: Sendable {
  /// The shipped model; unpacked once, at first use.
  package static let shared = SyntaxModel(
    UnsafeRawBufferPointer(start: crossread_syntax_start(), count: Int(crossread_syntax_length())))

  /// Sizes of the network, stored at the head of the table.
  package struct Shape: Sendable {
    /// Width of the learnt and of the distributional part of a word's input.
    package var sparse: Int
    package var vector: Int
    /// Width of a hidden layer, both directions together.
    package var width: Int
    package var layers: Int
    package var arc: Int
    package var label: Int
    /// Number of bundles of features.
    package var bundles: Int

    package init(sparse: Int, vector: Int, width: Int, layers: Int, arc: Int, label: Int, bundles: Int) {
      self.sparse = sparse
      self.vector = vector
      self.width = width
      self.layers = layers
      self.arc = arc
      self.label = label
      self.bundles = bundles
    }
  }

  struct Layer: Sendable {
    /// `width` × 3·`width`: candidate, forget, reset of the forward half, then of the backward half.
    var weights: ByteMatrix
    /// For each direction: forget and reset peepholes, forget and reset biases.
    var gates: [Float]
  }

  /// A tag's possible feature sets, a range of rows.
  struct Bundle: Sendable {
    var tag: PartOfSpeech
    var features: Features
  }

  let shape: Shape
  let vocabulary: Vocabulary
  let vectors: ByteRows
  let words: ByteRows
  let affixes: ByteRows
  let input: ByteMatrix
  let inputBias: [Float]
  let layers: [Layer]
  /// `width` × (arc dependent, arc head, label dependent, label head, tags).
  let heads: ByteMatrix
  let headsBias: [Float]
  /// The root as a head, in arc and in label space.
  let rootArc: [Float]
  let rootLabel: [Float]
  /// For every class of distance, an offset to the head in arc and in label space.
  let arcDistances: [Float]
  let labelDistances: [Float]
  let labels: ByteMatrix
  let labelsBias: [Float]
  let bundles: [Bundle]
  /// The range of `bundles` for every tag.
  let bundleRanges: [Range<Int>]
  let bundleWeights: [Float]
  let bundleBias: [Float]
  let lemmas: Lemmatiser

  /// Columns of the tag part of `heads`, and of `labels`.
  package static let tagColumns = 32
  package static let labelColumns = 64
  package static let magic: UInt32 = 0x3153_5258

  /// Unpacks a table, which must outlive the model.
  package init(_ table: UnsafeRawBufferPointer) {
    var reader = TableReader(table)
    precondition(reader.number(UInt32.self) == Self.magic, "the syntax table is of another version")
    let sizes = reader.numbers(7, UInt32.self).map(Int.init)
    let shape = Shape(
      sparse: sizes[0], vector: sizes[1], width: sizes[2], layers: sizes[3], arc: sizes[4], label: sizes[5],
      bundles: sizes[6])
    self.shape = shape
    vocabulary = Vocabulary(&reader)
    vectors = reader.rows(vocabulary.vectorCount, width: shape.vector)
    words = reader.rows(vocabulary.wordCount, width: shape.sparse)
    affixes = reader.rows(WordFeatures.affixRows, width: shape.sparse)
    let width = shape.width
    input = ByteMatrix(&reader, rows: Self.inputWidth(shape), columns: width)
    inputBias = reader.matrix(width)
    layers = (0..<shape.layers).map { _ in
      Layer(weights: ByteMatrix(&reader, rows: width, columns: width * 3), gates: reader.matrix(width * 4))
    }
    let columns = Self.headColumns(shape)
    heads = ByteMatrix(&reader, rows: width, columns: columns)
    headsBias = reader.matrix(columns)
    rootArc = reader.matrix(shape.arc)
    rootLabel = reader.matrix(shape.label)
    arcDistances = reader.matrix(Distance.classes * shape.arc)
    labelDistances = reader.matrix(Distance.classes * shape.label)
    labels = ByteMatrix(&reader, rows: shape.label, columns: Self.labelColumns)
    labelsBias = reader.matrix(Self.labelColumns)
    bundleWeights = reader.matrix(shape.bundles * width)
    bundleBias = reader.matrix(shape.bundles)
    bundles = (0..<shape.bundles).map { _ in
      let tag = PartOfSpeech(rawValue: reader.number(UInt8.self)) ?? .x
      return Bundle(tag: tag, features: Features(rawValue: reader.number(UInt64.self)))
    }
    var ranges = Array(repeating: 0..<0, count: PartOfSpeech.allCases.count)
    for (index, bundle) in bundles.enumerated() {
      let range = ranges[Int(bundle.tag.rawValue)]
      ranges[Int(bundle.tag.rawValue)] = (range.isEmpty ? index : range.lowerBound)..<index + 1
    }
    bundleRanges = ranges
    lemmas = Lemmatiser(&reader)
  }

  /// Width of the input: the learnt part, then the word vector filled up to a multiple of 16.
  package static func inputWidth(_ shape: Shape) -> Int { shape.sparse + (shape.vector + 15) / 16 * 16 }

  package static func headColumns(_ shape: Shape) -> Int { 2 * shape.arc + 2 * shape.label + tagColumns }
}

/// Classes of the distance between a dependent and its head.
package enum Distance {
  package static let classes = 32
  package static let root = 31

  private static let steps: [UInt8] = {
    var steps: [UInt8] = [0]
    for distance in 1...40 {
      let step: UInt8 =
        switch distance {
        case 1...5: UInt8(distance - 1)
        case 6...7: 5
        case 8...10: 6
        case 11...15: 7
        case 16...22: 8
        default: 9
        }
      steps.append(step)
    }
    return steps
  }()

  /// The farthest that two words of one sentence may lie apart.
  static let reach = 160
  /// The class of every place of the head less that of the dependent, from `-reach`.
  static let around = (-reach...reach).map { UInt8(classOf(head: $0, dependent: 0)) }

  /// The class for a head at index `head` and a dependent at `dependent`, both in the same sentence.
  @inline(__always)
  package static func classOf(head: Int, dependent: Int) -> Int {
    head > dependent ? Int(steps[min(head - dependent, 40)]) : 10 + Int(steps[min(dependent - head, 40)])
  }
}
