import CNetwork
import Language

/// Losses of one sentence and their gradients.
extension SyntaxNetwork {
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

  func tagLoss(
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

  func arcLoss(
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

  func labelLoss(
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
