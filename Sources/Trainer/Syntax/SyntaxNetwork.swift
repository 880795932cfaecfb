import CNetwork
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
  private let vectors: [Float]
  private var generator: Generator
  private var stepNumber = 0

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

  /// A mask that keeps what survives at `1 / (1 - share)` and drops the rest, one row for each sentence.
  private func mask(_ batch: [EncodedSentence], width: Int, using generator: inout Generator) -> Buffer {
    let total = batch.reduce(0) { $0 + $1.count }
    let mask = Buffer(total * width)
    let kept = 1 / (1 - dropout)
    var row = 0
    for sentence in batch {
      let first = mask.base + row * width
      for index in 0..<width { first[index] = generator.uniform() < dropout ? 0 : kept }
      for other in 1..<max(sentence.count, 1) {
        (first + other * width).update(from: first, count: width)
      }
      row += sentence.count
    }
    return mask
  }

  private static func product(_ a: Buffer, _ b: Buffer, into c: Buffer, count: Int) {
    for index in 0..<count { c.base[index] = a.base[index] * b.base[index] }
  }

  private static func transpose(_ source: UnsafePointer<Float>, rows: Int, columns: Int, stride: Int) -> Buffer {
    let result = Buffer(rows * columns)
    for row in 0..<rows {
      for column in 0..<columns { result.base[column * rows + row] = source[row * stride + column] }
    }
    return result
  }

  /// Adds the gradients of a matrix product `y = x · w`: to the weights always, to `dx` where given.
  private static func back(
    _ x: UnsafePointer<Float>, rows: Int, _ parameter: Parameter, dy: UnsafePointer<Float>,
    dx: UnsafeMutablePointer<Float>?
  ) {
    let (inner, outer) = (parameter.rows, parameter.columns)
    let xt = transpose(x, rows: rows, columns: inner, stride: inner)
    crossread_multiply(inner, outer, rows, xt.base, rows, dy, outer, parameter.gradient.base, outer, true)
    if let dx {
      let wt = transpose(parameter.weights.base, rows: inner, columns: outer, stride: outer)
      crossread_multiply(rows, inner, outer, dy, outer, wt.base, inner, dx, inner, false)
    }
  }

  private static func sumRows(_ rows: Int, _ columns: Int, _ dy: UnsafePointer<Float>, into gradient: Buffer) {
    for row in 0..<rows {
      for column in 0..<columns { gradient.base[column] += dy[row * columns + column] }
    }
  }

  /// Runs a batch forward and backward and adds its gradients.
  /// - Returns: the sum of the losses over words.
  func accumulate(_ batch: [EncodedSentence]) -> Float {
    let total = batch.reduce(0) { $0 + $1.count }
    let width = shape.width
    let half = width / 2
    let inputWidth = SyntaxModel.inputWidth(shape)
    let sparse = shape.sparse
    let columns = SyntaxModel.headColumns(shape)
    let scale = 1 / Float(total)
    var generator = self.generator
    defer { self.generator = generator }

    // Words.
    let x = Buffer(total * inputWidth)
    var drops: [(word: Bool, vector: Bool)] = []
    var row = 0
    for sentence in batch {
      for word in sentence.words {
        let out = x.base + row * inputWidth
        let dropsWord = word.word < 0 || generator.uniform() < wordDropout
        let dropsVector = word.vector < 0 || generator.uniform() < vectorDropout
        if !dropsWord {
          let source = words.weights.base + word.word * sparse
          for index in 0..<sparse { out[index] += source[index] }
        }
        if !dropsVector {
          for index in 0..<shape.vector { out[sparse + index] = vectors[word.vector * shape.vector + index] }
        }
        for affix in word.rows {
          let source = affixes.weights.base + affix * sparse
          for index in 0..<sparse { out[index] += source[index] }
        }
        drops.append((dropsWord, dropsVector))
        row += 1
      }
    }
    let inputMask = Buffer(total * inputWidth)
    let kept = 1 / (1 - dropout * 0.5)
    for index in 0..<total * inputWidth {
      let mask = generator.uniform() < dropout * 0.5 ? 0 : kept
      inputMask.base[index] = mask
      x.base[index] *= mask
    }

    // Layers.
    var states: [Buffer] = [Buffer(total * width)]
    crossread_multiply(
      total, width, inputWidth, x.base, inputWidth, input.weights.base, width, states[0].base, width, false)
    crossread_add_bias_relu(total, width, states[0].base, width, inputBias.weights.base)
    var dropped: [Buffer] = []
    var masks: [Buffer] = []
    var pre: [Buffer] = []
    var saved: [[Buffer]] = []
    for layer in 0..<shape.layers {
      let mask = mask(batch, width: width, using: &generator)
      let masked = Buffer(total * width)
      Self.product(states[layer], mask, into: masked, count: total * width)
      let u = Buffer(total * width * 3)
      crossread_multiply(
        total, width * 3, width, masked.base, width, layers[layer].weights.base, width * 3, u.base, width * 3, false)
      let h = Buffer(total * width)
      let saves = [Buffer(total * half * 3), Buffer(total * half * 3)]
      let gate = gates[layer].weights.base
      var first = 0
      for sentence in batch {
        for direction in 0..<2 {
          crossread_recur(
            sentence.count, half, direction == 1, u.base + first * width * 3 + direction * half * 3, width * 3,
            states[layer].base + first * width + direction * half, width, gate + direction * half * 4,
            h.base + first * width + direction * half, width, saves[direction].base + first * half * 3)
        }
        first += sentence.count
      }
      masks.append(mask)
      dropped.append(masked)
      pre.append(u)
      saved.append(saves)
      states.append(h)
    }
    let topMask = mask(batch, width: width, using: &generator)
    let top = Buffer(total * width)
    Self.product(states[shape.layers], topMask, into: top, count: total * width)
    let out = Buffer(total * columns)
    crossread_multiply(total, columns, width, top.base, width, heads.weights.base, columns, out.base, columns, false)
    crossread_add_bias(total, columns, out.base, columns, headsBias.weights.base)

    // Losses, and gradients of the projections and of the top.
    let dout = Buffer(total * columns)
    let dtop = Buffer(total * width)
    var loss: Float = 0
    var first = 0
    for sentence in batch {
      loss += tagLoss(
        sentence, top: top.base + first * width, out: out.base + first * columns, dout: dout.base + first * columns,
        dtop: dtop.base + first * width, scale: scale)
      loss += arcLoss(sentence, out: out.base + first * columns, dout: dout.base + first * columns, scale: scale)
      loss += labelLoss(sentence, out: out.base + first * columns, dout: dout.base + first * columns, scale: scale)
      first += sentence.count
    }
    Self.sumRows(total, columns, dout.base, into: headsBias.gradient)
    let dh = Buffer(total * width)
    Self.back(top.base, rows: total, heads, dy: dout.base, dx: dh.base)
    for index in 0..<total * width { dh.base[index] = (dh.base[index] + dtop.base[index]) * topMask.base[index] }

    // Back through the layers.
    var down = dh
    for layer in (0..<shape.layers).reversed() {
      let du = Buffer(total * width * 3)
      let dx = Buffer(total * width)
      var first = 0
      for sentence in batch {
        for direction in 0..<2 {
          crossread_recur_back(
            sentence.count, half, direction == 1, pre[layer].base + first * width * 3 + direction * half * 3, width * 3,
            states[layer].base + first * width + direction * half, width,
            gates[layer].weights.base + direction * half * 4, saved[layer][direction].base + first * half * 3,
            down.base + first * width + direction * half, width, du.base + first * width * 3 + direction * half * 3,
            dx.base + first * width + direction * half, gates[layer].gradient.base + direction * half * 4)
        }
        first += sentence.count
      }
      let dmasked = Buffer(total * width)
      Self.back(dropped[layer].base, rows: total, layers[layer], dy: du.base, dx: dmasked.base)
      for index in 0..<total * width { dx.base[index] += dmasked.base[index] * masks[layer].base[index] }
      down = dx
    }
    for index in 0..<total * width where states[0].base[index] <= 0 { down.base[index] = 0 }
    Self.sumRows(total, width, down.base, into: inputBias.gradient)
    let dinput = Buffer(total * inputWidth)
    Self.back(x.base, rows: total, input, dy: down.base, dx: dinput.base)
    row = 0
    for sentence in batch {
      for word in sentence.words {
        let d = dinput.base + row * inputWidth
        let mask = inputMask.base + row * inputWidth
        for index in 0..<sparse { d[index] *= mask[index] }
        if !drops[row].word {
          words.touch(word.word)
          let gradient = words.gradient.base + word.word * sparse
          for index in 0..<sparse { gradient[index] += d[index] }
        }
        for affix in word.rows {
          affixes.touch(affix)
          let gradient = affixes.gradient.base + affix * sparse
          for index in 0..<sparse { gradient[index] += d[index] }
        }
        row += 1
      }
    }
    return loss
  }

  /// Softmax over `count` scores in place, less one at `gold`, times `scale`: the gradient of the cross-entropy.
  private static func crossEntropy(_ scores: UnsafeMutablePointer<Float>, _ count: Int, gold: Int, scale: Float)
    -> Float
  {
    var largest = -Float.infinity
    for index in 0..<count { largest = max(largest, scores[index]) }
    let sum = crossread_exp_sum(count, largest, scores)
    for index in 0..<count { scores[index] *= scale / sum }
    let likelihood = max(scores[gold] / scale, 1e-12)
    scores[gold] -= scale
    return -logarithm(likelihood)
  }

  private func tagLoss(
    _ sentence: EncodedSentence, top: UnsafePointer<Float>, out: UnsafePointer<Float>,
    dout: UnsafeMutablePointer<Float>,
    dtop: UnsafeMutablePointer<Float>, scale: Float
  ) -> Float {
    let columns = SyntaxModel.headColumns(shape)
    let first = columns - SyntaxModel.tagColumns
    let width = shape.width
    let tagCount = PartOfSpeech.allCases.count
    let scores = Buffer(max(shape.bundles, SyntaxModel.tagColumns))
    var loss: Float = 0
    for word in 0..<sentence.count {
      let d = dout + word * columns + first
      d.update(from: out + word * columns + first, count: tagCount)
      loss += Self.crossEntropy(d, tagCount, gold: sentence.tags[word], scale: scale)
      let gold = sentence.bundles[word]
      let range = bundleRanges[sentence.tags[word]]
      guard gold >= 0, range.count > 1 else { continue }
      let x = top + word * width
      let base = bundleWeights.weights.base + range.lowerBound * width
      crossread_dots(range.count, width, x, base, width, scores.base)
      for index in 0..<range.count { scores.base[index] += bundleBias.weights.base[range.lowerBound + index] }
      loss += Self.crossEntropy(scores.base, range.count, gold: gold - range.lowerBound, scale: scale)
      for index in 0..<range.count {
        let d = scores.base[index]
        let weights = base + index * width
        let gradient = bundleWeights.gradient.base + (range.lowerBound + index) * width
        bundleBias.gradient.base[range.lowerBound + index] += d
        for i in 0..<width {
          dtop[word * width + i] += d * weights[i]
          gradient[i] += d * x[i]
        }
      }
    }
    return loss
  }

  private func arcLoss(
    _ sentence: EncodedSentence, out: UnsafePointer<Float>, dout: UnsafeMutablePointer<Float>, scale: Float
  ) -> Float {
    let count = sentence.count
    let arc = shape.arc
    let columns = SyntaxModel.headColumns(shape)
    let stride = (count + 16) / 16 * 16
    // Heads as rows, the root last.
    let headRows = Buffer(stride * arc)
    for row in 0..<count {
      for index in 0..<arc { headRows.base[row * arc + index] = max(0, out[row * columns + arc + index]) }
    }
    for index in 0..<arc { headRows.base[count * arc + index] = rootArc.weights.base[index] }
    let headColumns = Self.transpose(headRows.base, rows: stride, columns: arc, stride: arc)
    let scores = Buffer(count * stride)
    crossread_multiply(count, stride, arc, out, columns, headColumns.base, stride, scores.base, stride, false)
    let near = Buffer(count * Distance.classes)
    crossread_multiply(
      count, Distance.classes, arc, out, columns, arcDistances.weights.base, Distance.classes, near.base,
      Distance.classes, false)
    let dnear = Buffer(count * Distance.classes)
    var loss: Float = 0
    for word in 0..<count {
      let row = scores.base + word * stride
      let offsets = near.base + word * Distance.classes
      for head in 0..<count where head != word { row[head] += offsets[Distance.classOf(head: head, dependent: word)] }
      row[word] = -1e9
      row[count] += offsets[Distance.root]
      loss += Self.crossEntropy(row, count + 1, gold: sentence.heads[word], scale: scale)
      for column in count + 1..<max(stride, count + 1) { row[column] = 0 }
      let doffsets = dnear.base + word * Distance.classes
      for head in 0..<count where head != word { doffsets[Distance.classOf(head: head, dependent: word)] += row[head] }
      doffsets[Distance.root] += row[count]
    }
    // Dependents.
    let ddependent = Buffer(count * arc)
    crossread_multiply(count, arc, stride, scores.base, stride, headRows.base, arc, ddependent.base, arc, false)
    let distanceRows = Self.transpose(
      arcDistances.weights.base, rows: arc, columns: Distance.classes, stride: Distance.classes)
    crossread_multiply(
      count, arc, Distance.classes, dnear.base, Distance.classes, distanceRows.base, arc, ddependent.base, arc, true)
    for word in 0..<count {
      for index in 0..<arc { dout[word * columns + index] += ddependent.base[word * arc + index] }
    }
    // Heads, the root and distances.
    let dependentRows = Buffer(count * arc)
    for word in 0..<count { (dependentRows.base + word * arc).update(from: out + word * columns, count: arc) }
    let dscoresColumns = Self.transpose(scores.base, rows: count, columns: stride, stride: stride)
    let dheads = Buffer(stride * arc)
    crossread_multiply(stride, arc, count, dscoresColumns.base, count, dependentRows.base, arc, dheads.base, arc, false)
    for word in 0..<count {
      for index in 0..<arc where out[word * columns + arc + index] > 0 {
        dout[word * columns + arc + index] += dheads.base[word * arc + index]
      }
    }
    for index in 0..<arc { rootArc.gradient.base[index] += dheads.base[count * arc + index] }
    let dependentColumns = Self.transpose(dependentRows.base, rows: count, columns: arc, stride: arc)
    crossread_multiply(
      arc, Distance.classes, count, dependentColumns.base, count, dnear.base, Distance.classes,
      arcDistances.gradient.base, Distance.classes, true)
    return loss
  }

  private func labelLoss(
    _ sentence: EncodedSentence, out: UnsafePointer<Float>, dout: UnsafeMutablePointer<Float>, scale: Float
  ) -> Float {
    let count = sentence.count
    let label = shape.label
    let columns = SyntaxModel.headColumns(shape)
    let labelColumns = SyntaxModel.labelColumns
    let start = 2 * shape.arc
    let hidden = Buffer(count * label)
    for word in 0..<count {
      let head = sentence.heads[word]
      let isRoot = head == count
      let dependent = out + word * columns + start
      let headPart = isRoot ? UnsafePointer(rootLabel.weights.base) : out + head * columns + start + label
      let distance =
        labelDistances.weights.base
        + (isRoot ? Distance.root : Distance.classOf(head: head, dependent: word)) * label
      for index in 0..<label {
        hidden.base[word * label + index] = max(0, dependent[index] + headPart[index] + distance[index])
      }
    }
    let logits = Buffer(count * labelColumns)
    crossread_multiply(
      count, labelColumns, label, hidden.base, label, labels.weights.base, labelColumns, logits.base, labelColumns,
      false)
    crossread_add_bias(count, labelColumns, logits.base, labelColumns, labelsBias.weights.base)
    let labelCount = DependencyRelation.allCases.count
    var loss: Float = 0
    for word in 0..<count {
      let row = logits.base + word * labelColumns
      loss += Self.crossEntropy(row, labelCount, gold: sentence.relations[word], scale: scale)
      for index in labelCount..<labelColumns { row[index] = 0 }
    }
    Self.sumRows(count, labelColumns, logits.base, into: labelsBias.gradient)
    let dhidden = Buffer(count * label)
    Self.back(hidden.base, rows: count, labels, dy: logits.base, dx: dhidden.base)
    for word in 0..<count {
      let head = sentence.heads[word]
      let isRoot = head == count
      let dependent = dout + word * columns + start
      let headPart = isRoot ? rootLabel.gradient.base : dout + head * columns + start + label
      let distance =
        labelDistances.gradient.base
        + (isRoot ? Distance.root : Distance.classOf(head: head, dependent: word)) * label
      for index in 0..<label where hidden.base[word * label + index] > 0 {
        let d = dhidden.base[word * label + index]
        dependent[index] += d
        headPart[index] += d
        distance[index] += d
      }
    }
    return loss
  }
}
