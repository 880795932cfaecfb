import Language

#if canImport(Glibc)
  import Glibc
#endif

/// Trains a linear-chain conditional random field by stochastic gradient descent: one step a sentence, rates by FTRL-Proximal
/// (McMahan and others, 2013), whose L1 term leaves most weights at zero.
struct FieldTrainer {
  struct Settings {
    var rate: Float = 0.1
    var l1: Float = 0.3
    var l2: Float = 1.0
    var epochs = 12
    /// Share of a token's keys that each step leaves out, so that no single one is relied upon.
    var dropout: Float = 0.25
    /// Keys seen at fewer tokens are left out.
    var cutoff = 2
  }

  /// One sentence: keys of all its tokens, where each token's begin, its labels, and how much it counts.
  struct Sentence {
    var keys: [UInt32]
    var starts: [Int32]
    var labels: [UInt8]
    var weight: Float
    var count: Int { labels.count }
  }

  private let width = NameLabel.count
  private let settings: Settings
  private var rowOf: [UInt32: Int32] = [:]
  private(set) var keyOf: [UInt32] = []
  private(set) var weights: [Float] = []
  private var squares: [Float] = []
  private var duals: [Float] = []
  private(set) var transitions: [Float]
  private var transitionSquares: [Float]
  private var transitionDuals: [Float]

  init(settings: Settings) {
    self.settings = settings
    transitions = [Float](repeating: 0, count: NameLabel.count * NameLabel.count)
    transitionSquares = transitions
    transitionDuals = transitions
  }

  /// Trains from the sentences, in an order that depends on nothing but their number.
  mutating func train(_ sentences: [Sentence], progress: (Int, Double) -> Void) {
    let indexed = index(sentences)
    weights = [Float](repeating: 0, count: keyOf.count * width)
    squares = weights
    duals = weights
    var order = Array(0..<indexed.count)
    var random = SplitMix(state: 20_25)
    for epoch in 0..<settings.epochs {
      order.shuffle(using: &random)
      var loss = 0.0
      for number in order { loss += step(thinned(indexed[number], &random)) }
      progress(epoch, loss)
    }
  }

  /// Replaces keys by rows; keys too rare are dropped.
  private mutating func index(_ sentences: [Sentence]) -> [Sentence] {
    var counts: [UInt32: Int32] = [:]
    for sentence in sentences { for key in sentence.keys { counts[key, default: 0] += 1 } }
    keyOf = counts.filter { $0.value >= settings.cutoff }.keys.sorted()
    rowOf.reserveCapacity(keyOf.count)
    for (row, key) in keyOf.enumerated() { rowOf[key] = Int32(row) }
    counts = [:]
    return sentences.map { sentence in
      var out = Sentence(keys: [], starts: [0], labels: sentence.labels, weight: sentence.weight)
      for token in 0..<sentence.count {
        for position in Int(sentence.starts[token])..<Int(sentence.starts[token + 1]) {
          if let row = rowOf[sentence.keys[position]] { out.keys.append(UInt32(row)) }
        }
        out.starts.append(Int32(out.keys.count))
      }
      return out
    }
  }

  /// The sentence without the keys that this step leaves out.
  private func thinned(_ sentence: Sentence, _ random: inout SplitMix) -> Sentence {
    guard settings.dropout > 0 else { return sentence }
    let limit = UInt16(min(settings.dropout, 0.99) * 65_536)
    var out = Sentence(keys: [], starts: [0], labels: sentence.labels, weight: sentence.weight)
    out.keys.reserveCapacity(sentence.keys.count)
    var bits: UInt64 = 0
    var left = 0
    for token in 0..<sentence.count {
      for position in Int(sentence.starts[token])..<Int(sentence.starts[token + 1]) {
        if left == 0 { (bits, left) = (random.next(), 4) }
        if UInt16(truncatingIfNeeded: bits) >= limit { out.keys.append(sentence.keys[position]) }
        bits >>= 16
        left -= 1
      }
      out.starts.append(Int32(out.keys.count))
    }
    return out
  }

  private mutating func step(_ sentence: Sentence) -> Double {
    let count = sentence.count
    var scores = [Float](repeating: 0, count: count * width)
    scores.withUnsafeMutableBufferPointer { scores in
      weights.withUnsafeBufferPointer { weights in
        sentence.keys.withUnsafeBufferPointer { keys in
          for token in 0..<count {
            for position in Int(sentence.starts[token])..<Int(sentence.starts[token + 1]) {
              let row = Int(keys[position]) * width
              for label in 0..<width { scores[token * width + label] += weights[row + label] }
            }
          }
        }
      }
    }
    var chain = NameChain(transitions: transitions)
    scores.withUnsafeBufferPointer { if let start = $0.baseAddress { chain.infer(start, count: count) } }
    var gold = 0.0
    for token in 0..<count {
      let label = Int(sentence.labels[token])
      gold += Double(scores[token * width + label])
      if token > 0 { gold += Double(transitions[Int(sentence.labels[token - 1]) * width + label]) }
    }
    updateTransitions(sentence, chain)
    var gradient = [Float](repeating: 0, count: width)
    for token in 0..<count {
      var largest: Float = 0
      for label in 0..<width {
        gradient[label] = chain.marginal(token, label) - (Int(sentence.labels[token]) == label ? 1 : 0)
        largest = max(largest, abs(gradient[label]))
        gradient[label] *= sentence.weight
      }
      guard largest > 0.001 else { continue }
      update(sentence.keys[Int(sentence.starts[token])..<Int(sentence.starts[token + 1])], gradient)
    }
    return (chain.logPartition - gold) * Double(sentence.weight)
  }

  private mutating func update(_ rows: ArraySlice<UInt32>, _ gradient: [Float]) {
    let (rate, l1, l2) = (settings.rate, settings.l1, settings.l2)
    weights.withUnsafeMutableBufferPointer { weights in
      squares.withUnsafeMutableBufferPointer { squares in
        duals.withUnsafeMutableBufferPointer { duals in
          gradient.withUnsafeBufferPointer { gradient in
            for row in rows {
              let start = Int(row) * width
              for label in 0..<width {
                let slope = gradient[label]
                let cell = start + label
                let old = squares[cell]
                let new = old + slope * slope
                let (rootOld, rootNew) = (old.squareRoot(), new.squareRoot())
                let dual = duals[cell] + slope - (rootNew - rootOld) / rate * weights[cell]
                squares[cell] = new
                duals[cell] = dual
                let size = max(abs(dual) - l1, 0)
                let value = size / ((1 + rootNew) / rate + l2)
                weights[cell] = dual > 0 ? -value : value
              }
            }
          }
        }
      }
    }
  }

  private mutating func updateTransitions(_ sentence: Sentence, _ chain: NameChain) {
    guard sentence.count > 1 else { return }
    var slopes = [Float](repeating: 0, count: width * width)
    for token in 1..<sentence.count {
      for left in 0..<width {
        guard chain.marginal(token - 1, left) > 1e-5 else { continue }
        for right in 0..<width { slopes[left * width + right] += chain.marginal(token, left, right) }
      }
      slopes[Int(sentence.labels[token - 1]) * width + Int(sentence.labels[token])] -= 1
    }
    for cell in 0..<width * width where slopes[cell] != 0 {
      let slope = slopes[cell] * sentence.weight
      let new = transitionSquares[cell] + slope * slope
      let dual =
        transitionDuals[cell] + slope
        - (new.squareRoot() - transitionSquares[cell].squareRoot()) / settings.rate * transitions[cell]
      transitionSquares[cell] = new
      transitionDuals[cell] = dual
      transitions[cell] = -dual / ((1 + new.squareRoot()) / settings.rate + settings.l2)
    }
  }

  /// The table of ``NameModel``: rows of weights near nothing are dropped.
  func encoded(calibration: [Float], bits: Int = 14) -> [UInt8] {
    let largest = weights.reduce(0) { max($0, abs($1)) }
    let scale = max(largest, 0.001) / 127
    // Each step saw only a share of the keys; where all are there, each counts for that share.
    let share = 1 - settings.dropout
    var keys: [UInt32] = []
    var rows: [UInt8] = []
    for (row, key) in keyOf.enumerated() {
      let values = (0..<width).map { Int8((weights[row * width + $0] / scale).rounded()) }
      guard values.contains(where: { abs(Int($0)) > 1 }) else { continue }
      if let last = keys.last, FingerprintTable.distinct(last, bits: bits) == FingerprintTable.distinct(key, bits: bits)
      {
        continue
      }
      keys.append(key)
      rows += values.map { UInt8(bitPattern: $0) }
    }
    return TableSections.encode(
      magic: "CRNW",
      [
        ("KEYS", FingerprintTable.encode(keys, bits: bits)), ("ROWS", rows), ("SCAL", bytes([scale * share])),
        ("TRAN", bytes(transitions)), ("CALB", bytes(calibration)),
      ])
  }

  private func bytes(_ values: [Float]) -> [UInt8] { values.withUnsafeBytes { Array($0) } }
}

/// SplitMix64, so that a training run can be repeated.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
