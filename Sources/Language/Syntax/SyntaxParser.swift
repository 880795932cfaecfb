import CNetwork
import Dossier

/// Tags, lemmatises and parses tokens, sentence by sentence.
///
/// Word vectors, endings and shapes enter a small recurrent network (simple recurrent units in both directions, Lei et
/// al. 2018); from its last layer tags, features, the score of every arc (Dozat and Manning 2017, without their inner
/// layers) and the relations are read; the best tree wins. Sums are integers or taken in a fixed order, so results do
/// not depend on the machine. Holds buffers that are reused: make one per run, and never share it.
package final class SyntaxParser {
  /// Longer sentences are parsed in pieces of this many words, hung on the root of the first.
  static let longestPiece = Distance.reach

  private let model: SyntaxModel
  private let product = ByteProduct()
  private let words: WordEncoder
  private let states = (Scratch<Float>(), Scratch<Float>())
  private let gates = Scratch<Float>()
  private let heads = Scratch<Float>()
  private let transposed = Scratch<Float>()
  private let scores = Scratch<Float>()
  private let distances = Scratch<Float>()
  private let hidden = Scratch<Float>()
  private let logits = Scratch<Float>()

  package init(model: SyntaxModel = .shared) {
    self.model = model
    words = WordEncoder(model: model, product: product, longestPiece: Self.longestPiece)
  }

  /// Fills lemma, tag, features, head and relation of the tokens at `sentence`.
  /// - Complexity: linear in the number of words of each piece but for arcs, which are quadratic.
  package func parse(_ tokens: inout [Token], sentence: Range<Int>, bytes: [UInt8]) {
    tokens.withUnsafeMutableBufferPointer { tokens in
      bytes.withUnsafeBufferPointer { bytes in
        var root: Int?
        var start = sentence.lowerBound
        while start < sentence.upperBound {
          let piece = start..<min(start + Self.longestPiece, sentence.upperBound)
          parsePiece(tokens, piece, isFirst: start == sentence.lowerBound, bytes: bytes)
          if let pieceRoot = piece.first(where: { tokens[$0].head == nil }) {
            if let root {
              tokens[pieceRoot].head = root
              tokens[pieceRoot].relation = .parataxis
            } else {
              root = pieceRoot
            }
          }
          start = piece.upperBound
        }
      }
    }
  }

  private typealias Tokens = UnsafeMutableBufferPointer<Token>
  private typealias Bytes = UnsafeBufferPointer<UInt8>

  private func parsePiece(_ tokens: Tokens, _ piece: Range<Int>, isFirst: Bool, bytes: Bytes) {
    words.encode(tokens, piece, isFirst: isFirst, bytes: bytes)
    let top = encode(piece.count)
    tag(tokens, piece, top: top)
    attach(tokens, piece)
    for index in piece {
      let span = tokens[index].span
      tokens[index].lemma = model.lemmas.lemma(
        norm: tokens[index].norm, tag: tokens[index].tag, features: tokens[index].features,
        form: { String(decoding: bytes[span.range], as: UTF8.self) })
    }
  }

  /// Runs the network over the encoded words: returns the last layer and leaves its projections in `heads`.
  private func encode(_ count: Int) -> UnsafeMutablePointer<Float> {
    let width = model.shape.width
    let columns = SyntaxModel.headColumns(model.shape)
    var current = states.0.reserve(count * width)
    var next = states.1.reserve(count * width)
    let u = gates.reserve(count * width * 3)
    let out = heads.reserve(count * columns)
    recur(
      count, model.layers[0], rows: words.places, words.rows + width, stride: words.rowWidth, carried: words.rows,
      stride: words.rowWidth, into: current)
    for layer in model.layers.dropFirst() {
      product.multiply(count, current, layer.weights, into: u)
      recur(count, layer, rows: nil, u, stride: width * 3, carried: current, stride: width, into: next)
      swap(&current, &next)
    }
    product.multiply(count, current, model.heads, into: out)
    // Arc dependents as they are, arc heads without what is negative, the rest as it is.
    let arc = model.shape.arc
    model.headsBias.withUnsafeBufferPointer { bias in
      guard let bias = bias.baseAddress else { return }
      crossread_add_bias(count, arc, out, columns, bias)
      crossread_add_bias_relu(count, arc, out + arc, columns, bias + arc)
      crossread_add_bias(count, columns - 2 * arc, out + 2 * arc, columns, bias + 2 * arc)
    }
    return current
  }

  /// Both directions of one layer.
  private func recur(
    _ count: Int, _ layer: SyntaxModel.Layer, rows: [UInt32]?, _ u: UnsafePointer<Float>, stride: Int,
    carried: UnsafePointer<Float>, stride carriedStride: Int, into out: UnsafeMutablePointer<Float>
  ) {
    let width = model.shape.width
    let half = width / 2
    layer.gates.withUnsafeBufferPointer { gates in
      guard let gates = gates.baseAddress else { return }
      crossread_recur(count, half, false, rows, u, stride, carried, carriedStride, gates, out, width, nil)
      crossread_recur(
        count, half, true, rows, u + half * 3, stride, carried + half, carriedStride, gates + half * 4, out + half,
        width,
        nil)
    }
  }

  /// Reads tags and features.
  private func tag(_ tokens: Tokens, _ piece: Range<Int>, top: UnsafePointer<Float>) {
    let columns = SyntaxModel.headColumns(model.shape)
    let width = model.shape.width
    let first = columns - SyntaxModel.tagColumns
    let tagCount = PartOfSpeech.allCases.count
    let bundleScores = logits.reserve(model.bundles.count)
    for (row, index) in piece.enumerated() {
      let scores = heads.base + row * columns + first
      var best = 0
      for tag in 1..<tagCount where scores[tag] > scores[best] { best = tag }
      tokens[index].tag = PartOfSpeech(rawValue: UInt8(best)) ?? .x
      let range = model.bundleRanges[best]
      guard !range.isEmpty else {
        tokens[index].features = []
        continue
      }
      var winner = range.lowerBound
      if range.count > 1 {
        model.bundleWeights.withUnsafeBufferPointer { weights in
          guard let weights = weights.baseAddress else { return }
          crossread_dots(
            range.count, width, top + row * width, weights + range.lowerBound * width, width, bundleScores)
        }
        var bestScore = -Float.infinity
        for bundle in range {
          let score = bundleScores[bundle - range.lowerBound] + model.bundleBias[bundle]
          if score > bestScore {
            bestScore = score
            winner = bundle
          }
        }
      }
      tokens[index].features = model.bundles[winner].features
    }
  }

  /// Scores arcs, finds the tree and names its relations.
  private func attach(_ tokens: Tokens, _ piece: Range<Int>) {
    let count = piece.count
    let stride = (count + 16) / 16 * 16
    let scores = arcScores(count, stride: stride)
    let found = TreeDecoder.heads(count, scores: scores, stride: stride)
    let logits = relationScores(found)
    for (word, head) in found.enumerated() {
      let index = piece.lowerBound + word
      if head == count {
        tokens[index].head = nil
        tokens[index].relation = .root
      } else {
        tokens[index].head = piece.lowerBound + head
        tokens[index].relation = relation(logits + word * SyntaxModel.labelColumns)
      }
    }
  }

  /// A row per word: the score of every word as its head, then, at `count`, of the root.
  private func arcScores(_ count: Int, stride: Int) -> UnsafeMutablePointer<Float> {
    let arc = model.shape.arc
    let columns = SyntaxModel.headColumns(model.shape)
    let out = heads.base
    let right = transposed.reserve(arc * stride)
    crossread_transpose(count, arc, out + arc, columns, right, stride)
    crossread_transpose(1, arc, model.rootArc, arc, right + count, stride)
    for column in 0..<arc { (right + column * stride + count + 1).update(repeating: 0, count: stride - count - 1) }
    let scores = scores.reserve(count * stride)
    crossread_multiply(count, stride, arc, out, columns, right, stride, scores, stride, false)
    let near = distances.reserve(count * Distance.classes)
    crossread_multiply(
      count, Distance.classes, arc, out, columns, model.arcDistances, Distance.classes, near, Distance.classes, false)
    Distance.around.withUnsafeBufferPointer { around in
      guard let classes = around.baseAddress else { return }
      crossread_add_distances(count, classes + Distance.reach, near, Distance.classes, scores, stride)
    }
    for word in 0..<count { scores[word * stride + count] += near[word * Distance.classes + Distance.root] }
    return scores
  }

  /// A row per word: the score of every relation to its head.
  private func relationScores(_ found: [Int]) -> UnsafeMutablePointer<Float> {
    let count = found.count
    let (arc, label) = (model.shape.arc, model.shape.label)
    let columns = SyntaxModel.headColumns(model.shape)
    let hidden = hidden.reserve(count * label)
    let logits = logits.reserve(count * SyntaxModel.labelColumns)
    model.rootLabel.withUnsafeBufferPointer { root in
      model.labelDistances.withUnsafeBufferPointer { distances in
        guard let root = root.baseAddress, let distances = distances.baseAddress else { return }
        for (word, head) in found.enumerated() {
          let isRoot = head == count
          let dependent = heads.base + word * columns + 2 * arc
          let other = isRoot ? root : UnsafePointer(heads.base + head * columns + 2 * arc + label)
          let distance = distances + (isRoot ? Distance.root : Distance.classOf(head: head, dependent: word)) * label
          let out = hidden + word * label
          for i in 0..<label { out[i] = max(0, dependent[i] + other[i] + distance[i]) }
        }
      }
    }
    product.multiply(count, hidden, model.labels, into: logits)
    crossread_add_bias(count, SyntaxModel.labelColumns, logits, SyntaxModel.labelColumns, model.labelsBias)
    return logits
  }

  private static let relations = DependencyRelation.allCases
  private static let rootIndex = relations.firstIndex(of: .root) ?? 0

  /// The best relation but `root`.
  private func relation(_ scores: UnsafePointer<Float>) -> DependencyRelation {
    var best = 0
    for index in 1..<Self.relations.count where scores[index] > scores[best] && index != Self.rootIndex { best = index }
    return Self.relations[best]
  }
}
