import CNetwork
import Dossier

/// Tags, lemmatises and parses tokens, sentence by sentence.
///
/// Word vectors, endings and shapes enter a small recurrent network (simple recurrent units in both directions); from its
/// last layer tags, features, the score of every arc and the relations are read; the best tree wins. Holds buffers that
/// are reused, so make one per run.
package struct SyntaxParser {
  /// Longer sentences are parsed in pieces of this many words, hung on the root of the first.
  static let longestPiece = 160

  private let model: SyntaxModel
  private var input: [Float] = []
  private var current: [Float] = []
  private var next: [Float] = []
  private var gates: [Float] = []
  private var heads: [Float] = []
  private var transposed: [Float] = []
  private var scores: [Float] = []
  private var distances: [Float] = []
  private var hidden: [Float] = []
  private var logits: [Float] = []
  private var bundleScores: [Float] = []

  package init(model: SyntaxModel = .shared) { self.model = model }

  /// Fills lemma, tag, features, head and relation of the tokens at `sentence`.
  /// - Complexity: linear in the number of words of each piece but for arcs, which are quadratic.
  package mutating func parse(_ tokens: inout [Token], sentence: Range<Int>, bytes: [UInt8]) {
    var root: Int?
    var start = sentence.lowerBound
    while start < sentence.upperBound {
      let piece = start..<min(start + Self.longestPiece, sentence.upperBound)
      parsePiece(&tokens, piece, isFirst: start == sentence.lowerBound, bytes: bytes)
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

  private mutating func parsePiece(_ tokens: inout [Token], _ piece: Range<Int>, isFirst: Bool, bytes: [UInt8]) {
    readWords(tokens, piece, isFirst: isFirst, bytes: bytes)
    encode(piece.count)
    tag(&tokens, piece)
    attach(&tokens, piece)
    for index in piece {
      let span = tokens[index].span
      tokens[index].lemma = model.lemmas.lemma(
        norm: tokens[index].norm, tag: tokens[index].tag, features: tokens[index].features,
        form: { String(decoding: bytes[span.range], as: UTF8.self) })
    }
  }

  private static func grow(_ buffer: inout [Float], to count: Int) {
    if buffer.count < count { buffer = [Float](repeating: 0, count: count + count / 2) }
  }

  /// Fills `input` with one row per word.
  private mutating func readWords(_ tokens: [Token], _ piece: Range<Int>, isFirst: Bool, bytes: [UInt8]) {
    let width = SyntaxModel.inputWidth(model.shape)
    let sparse = model.shape.sparse
    Self.grow(&input, to: piece.count * width)
    let model = model
    input.withUnsafeMutableBufferPointer { input in
      guard let base = input.baseAddress else { return }
      base.update(repeating: 0, count: piece.count * width)
      for (row, index) in piece.enumerated() {
        var norm = tokens[index].norm
        let features = norm.withUTF8 { norm in
          bytes.withUnsafeBufferPointer { bytes in
            let form = UnsafeBufferPointer(rebasing: bytes[tokens[index].span.range])
            return WordFeatures(norm: norm, form: form, isFirst: isFirst && row == 0)
          }
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
  }

  @inline(__always)
  private static func add(_ table: ByteRows, _ row: Int, to out: UnsafeMutablePointer<Float>) {
    guard let base = table.bytes.baseAddress else { return }
    crossread_add_bytes(
      table.width, table.scales[row], (base + row * table.width).assumingMemoryBound(to: Int8.self), out)
  }

  /// Runs the network over `input`; leaves the last layer in `current` and its projections in `heads`.
  private mutating func encode(_ count: Int) {
    let width = model.shape.width
    let half = width / 2
    let columns = SyntaxModel.headColumns(model.shape)
    Self.grow(&current, to: count * width)
    Self.grow(&next, to: count * width)
    Self.grow(&gates, to: count * width * 3)
    Self.grow(&heads, to: count * columns)
    let inputWidth = SyntaxModel.inputWidth(model.shape)
    crossread_multiply(count, width, inputWidth, input, inputWidth, model.input, width, &current, width, false)
    crossread_add_bias_relu(count, width, &current, width, model.inputBias)
    for layer in model.layers {
      crossread_multiply(count, width * 3, width, current, width, layer.weights, width * 3, &gates, width * 3, false)
      current.withUnsafeBufferPointer { current in
        next.withUnsafeMutableBufferPointer { next in
          layer.gates.withUnsafeBufferPointer { peepholes in
            gates.withUnsafeBufferPointer { gates in
              guard let x = current.baseAddress, let h = next.baseAddress, let u = gates.baseAddress,
                let p = peepholes.baseAddress
              else { return }
              crossread_recur(count, half, false, u, width * 3, x, width, p, h, width, nil)
              crossread_recur(
                count, half, true, u + half * 3, width * 3, x + half, width, p + half * 4, h + half, width, nil)
            }
          }
        }
      }
      swap(&current, &next)
    }
    crossread_multiply(count, columns, width, current, width, model.heads, columns, &heads, columns, false)
    crossread_add_bias(count, columns, &heads, columns, model.headsBias)
    let arc = model.shape.arc
    for row in 0..<count {
      for column in row * columns + arc..<row * columns + 2 * arc { heads[column] = max(heads[column], 0) }
    }
  }

  /// Reads tags and features from `heads` and `current`.
  private mutating func tag(_ tokens: inout [Token], _ piece: Range<Int>) {
    let columns = SyntaxModel.headColumns(model.shape)
    let width = model.shape.width
    let first = columns - SyntaxModel.tagColumns
    Self.grow(&bundleScores, to: model.bundles.count)
    for (row, index) in piece.enumerated() {
      let start = row * columns + first
      var best = 0
      for tag in 1..<PartOfSpeech.allCases.count where heads[start + tag] > heads[start + best] { best = tag }
      let tag = PartOfSpeech(rawValue: UInt8(best)) ?? .x
      tokens[index].tag = tag
      let range = model.bundleRanges[best]
      guard !range.isEmpty else {
        tokens[index].features = []
        continue
      }
      var winner = range.lowerBound
      if range.count > 1 {
        let model = model
        bundleScores.withUnsafeMutableBufferPointer { out in
          current.withUnsafeBufferPointer { x in
            model.bundleWeights.withUnsafeBufferPointer { weights in
              guard let out = out.baseAddress, let x = x.baseAddress, let weights = weights.baseAddress else { return }
              crossread_dots(range.count, width, x + row * width, weights + range.lowerBound * width, width, out)
            }
          }
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
  private mutating func attach(_ tokens: inout [Token], _ piece: Range<Int>) {
    let count = piece.count
    let (arc, label) = (model.shape.arc, model.shape.label)
    let columns = SyntaxModel.headColumns(model.shape)
    let stride = (count + 16) / 16 * 16
    Self.grow(&transposed, to: arc * stride)
    Self.grow(&scores, to: count * stride)
    Self.grow(&distances, to: count * Distance.classes)
    for column in 0..<arc {
      for row in 0..<count { transposed[column * stride + row] = heads[row * columns + arc + column] }
      transposed[column * stride + count] = model.rootArc[column]
      for row in count + 1..<stride { transposed[column * stride + row] = 0 }
    }
    crossread_multiply(count, stride, arc, heads, columns, transposed, stride, &scores, stride, false)
    crossread_multiply(
      count, Distance.classes, arc, heads, columns, model.arcDistances, Distance.classes, &distances, Distance.classes,
      false)
    for word in 0..<count {
      let (row, near) = (word * stride, word * Distance.classes)
      for head in 0..<count { scores[row + head] += distances[near + Distance.classOf(head: head, dependent: word)] }
      scores[row + count] += distances[near + Distance.root]
    }
    let found = scores.withUnsafeMutableBufferPointer { scores in
      scores.baseAddress.map { TreeDecoder.heads(count, scores: $0, stride: stride) } ?? []
    }
    Self.grow(&hidden, to: count * label)
    Self.grow(&logits, to: count * SyntaxModel.labelColumns)
    for (word, head) in found.enumerated() {
      let dependentStart = word * columns + 2 * arc
      let out = word * label
      if head == count {
        for i in 0..<label {
          hidden[out + i] = max(
            0, heads[dependentStart + i] + model.rootLabel[i] + model.labelDistances[Distance.root * label + i])
        }
      } else {
        let headStart = head * columns + 2 * arc + label
        let distance = Distance.classOf(head: head, dependent: word) * label
        for i in 0..<label {
          hidden[out + i] = max(
            0, heads[dependentStart + i] + heads[headStart + i] + model.labelDistances[distance + i])
        }
      }
    }
    let labelColumns = SyntaxModel.labelColumns
    crossread_multiply(
      count, labelColumns, label, hidden, label, model.labels, labelColumns, &logits, labelColumns, false)
    for (word, head) in found.enumerated() {
      let index = piece.lowerBound + word
      if head == count {
        tokens[index].head = nil
        tokens[index].relation = .root
      } else {
        tokens[index].head = piece.lowerBound + head
        tokens[index].relation = relation(word)
      }
    }
  }

  private static let relations = DependencyRelation.allCases

  /// The best relation but `root` for a word, from `logits`.
  private func relation(_ word: Int) -> DependencyRelation {
    let start = word * SyntaxModel.labelColumns
    var best = DependencyRelation.dep
    var bestScore = -Float.infinity
    for (index, relation) in Self.relations.enumerated() where relation != .root {
      let score = logits[start + index] + model.labelsBias[index]
      if score > bestScore {
        bestScore = score
        best = relation
      }
    }
    return best
  }
}
