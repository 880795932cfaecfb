import CNetwork
import Language

/// Forward and backward over a batch.
extension SyntaxNetwork {
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
            sentence.count, half, direction == 1, nil, u.base + first * width * 3 + direction * half * 3, width * 3,
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
}
