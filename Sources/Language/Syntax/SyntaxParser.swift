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
  static let longestPiece = 160

  private let model: SyntaxModel
  private let input = Scratch<Float>()
  private let states = (Scratch<Float>(), Scratch<Float>())
  private let bytes = Scratch<Int8>()
  private let starts = Scratch<Int32>()
  private let scales = Scratch<Float>()
  private let gates = Scratch<Float>()
  private let heads = Scratch<Float>()
  private let transposed = Scratch<Float>()
  private let scores = Scratch<Float>()
  private let distances = Scratch<Float>()
  private let hidden = Scratch<Float>()
  private let logits = Scratch<Float>()

  package init(model: SyntaxModel = .shared) { self.model = model }

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
    readWords(tokens, piece, isFirst: isFirst, bytes: bytes)
    let top = encode(piece.count)
    tag(tokens, piece, top: top)
    attach(tokens, piece)
    for index in piece {
      let token = tokens[index]
      tokens[index].lemma = model.lemmas.lemma(
        norm: token.norm, tag: token.tag, features: token.features,
        form: { String(decoding: bytes[token.span.range], as: UTF8.self) })
    }
  }

  /// Fills `input` with one row per word.
  private func readWords(_ tokens: Tokens, _ piece: Range<Int>, isFirst: Bool, bytes: Bytes) {
    let width = SyntaxModel.inputWidth(model.shape)
    let sparse = model.shape.sparse
    let base = input.reserve(piece.count * width)
    base.update(repeating: 0, count: piece.count * width)
    for (row, index) in piece.enumerated() {
      let form = UnsafeBufferPointer(rebasing: bytes[tokens[index].span.range])
      let features = tokens[index].norm.withUTF8 {
        WordFeatures(norm: $0, form: form, isFirst: isFirst && row == 0)
      }
      let out = base + row * width
      let found = model.vocabulary.find(features.key)
      if let word = found.word { Self.add(model.words, word, to: out) }
      if let vector = found.vector { Self.add(model.vectors, vector, to: out + sparse) }
      Self.add(model.affixes, Int(features.rows.0), to: out)
      Self.add(model.affixes, Int(features.rows.1), to: out)
      Self.add(model.affixes, Int(features.rows.2), to: out)
      Self.add(model.affixes, Int(features.rows.3), to: out)
      Self.add(model.affixes, Int(features.rows.4), to: out)
      Self.add(model.affixes, Int(features.rows.5), to: out)
    }
  }

  @inline(__always)
  private static func add(_ table: ByteRows, _ row: Int, to out: UnsafeMutablePointer<Float>) {
    guard let base = table.bytes.baseAddress else { return }
    crossread_add_bytes(
      table.width, table.scales[row], (base + row * table.width).assumingMemoryBound(to: Int8.self), out)
  }

  /// `out` = `x` · `matrix`, through bytes.
  private func multiply(
    _ count: Int, _ x: UnsafePointer<Float>, _ matrix: ByteMatrix, into out: UnsafeMutablePointer<Float>
  ) {
    let left = bytes.reserve(count * matrix.rows)
    let starts = starts.reserve(count)
    let scales = scales.reserve(count)
    crossread_quantise(count, matrix.rows, x, left, starts, scales)
    crossread_multiply_bytes(
      count, matrix.columns, matrix.rows, left, starts, scales, matrix.quads, matrix.scales, out)
  }

  /// Runs the network over `input`: returns the last layer and leaves its projections in `heads`.
  private func encode(_ count: Int) -> UnsafeMutablePointer<Float> {
    let width = model.shape.width
    let half = width / 2
    let columns = SyntaxModel.headColumns(model.shape)
    var current = states.0.reserve(count * width)
    var next = states.1.reserve(count * width)
    let u = gates.reserve(count * width * 3)
    let out = heads.reserve(count * columns)
    multiply(count, input.base, model.input, into: current)
    crossread_add_bias_relu(count, width, current, width, model.inputBias)
    for layer in model.layers {
      multiply(count, current, layer.weights, into: u)
      layer.gates.withUnsafeBufferPointer { gates in
        guard let gates = gates.baseAddress else { return }
        crossread_recur(count, half, false, u, width * 3, current, width, gates, next, width, nil)
        crossread_recur(
          count, half, true, u + half * 3, width * 3, current + half, width, gates + half * 4, next + half, width, nil)
      }
      swap(&current, &next)
    }
    multiply(count, current, model.heads, into: out)
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
    for column in 0..<arc {
      let line = right + column * stride
      for row in 0..<count { line[row] = out[row * columns + arc + column] }
      line[count] = model.rootArc[column]
      for row in count + 1..<max(stride, count + 1) { line[row] = 0 }
    }
    let scores = scores.reserve(count * stride)
    crossread_multiply(count, stride, arc, out, columns, right, stride, scores, stride, false)
    let near = distances.reserve(count * Distance.classes)
    crossread_multiply(
      count, Distance.classes, arc, out, columns, model.arcDistances, Distance.classes, near, Distance.classes, false)
    for word in 0..<count {
      let row = scores + word * stride
      let offsets = near + word * Distance.classes
      for head in 0..<word { row[head] += offsets[Distance.classOf(head: head, dependent: word)] }
      for head in word + 1..<max(count, word + 1) {
        row[head] += offsets[Distance.classOf(head: head, dependent: word)]
      }
      row[count] += offsets[Distance.root]
    }
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
    crossread_multiply(
      count, SyntaxModel.labelColumns, label, hidden, label, model.labels, SyntaxModel.labelColumns, logits,
      SyntaxModel.labelColumns, false)
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
