import CNetwork
import Dossier

/// The network's first steps, which look at each word without its neighbours.
///
/// What comes out for a word is the same wherever it stands, so it is kept for words that come again. A word may take one
/// of a few places, and of those that hold them one not asked for of late gives way: memory is bounded (12 MB at most), and
/// results never depend on what is kept.
final class WordEncoder {
  /// Number of words kept, and of places that one may take; powers of two. Of news texts, six words of seven are found.
  private static let capacity = 4096
  private static let choices = 4

  /// Of each word kept, then of each other word of the piece at hand, what the first layer carries on and its candidate,
  /// forget and reset pre-activations: 1 + 3 widths.
  let rows: UnsafeMutablePointer<Float>
  let rowWidth: Int
  /// The row of every word of the piece at hand.
  private(set) var places: [UInt32] = []

  private let model: SyntaxModel
  private let product: ByteProduct
  private let input = Scratch<Float>()
  private let carried = Scratch<Float>()
  private let gates = Scratch<Float>()
  /// Words of the piece at hand that are not kept.
  private var unknown: [WordFeatures] = []
  /// The word at every place, and whether it was asked for since places were last given out around it.
  private let words: UnsafeMutablePointer<WordFeatures?>
  private let wasAsked: UnsafeMutablePointer<Bool>

  /// - Parameter longestPiece: the most words that `encode` is given at once.
  init(model: SyntaxModel, product: ByteProduct, longestPiece: Int) {
    self.model = model
    self.product = product
    rowWidth = 4 * model.shape.width
    rows = .allocate(capacity: (Self.capacity + longestPiece) * rowWidth)
    words = .allocate(capacity: Self.capacity)
    words.initialize(repeating: nil, count: Self.capacity)
    wasAsked = .allocate(capacity: Self.capacity)
    wasAsked.initialize(repeating: false, count: Self.capacity)
  }

  deinit {
    rows.deallocate()
    words.deallocate()
    wasAsked.deallocate()
  }

  /// Fills `places`.
  /// - Parameter isFirst: whether the first word is the first of its sentence.
  func encode(
    _ tokens: UnsafeMutableBufferPointer<Token>, _ piece: Range<Int>, isFirst: Bool, bytes: UnsafeBufferPointer<UInt8>
  ) {
    keepUnknown()
    places.removeAll(keepingCapacity: true)
    for index in piece {
      let form = UnsafeBufferPointer(rebasing: bytes[tokens[index].span.range])
      let word = tokens[index].norm.withUTF8 {
        WordFeatures(norm: $0, form: form, isFirst: isFirst && index == piece.lowerBound)
      }
      if let place = place(of: word) {
        places.append(UInt32(place))
      } else {
        places.append(UInt32(Self.capacity + unknown.count))
        unknown.append(word)
      }
    }
    if !unknown.isEmpty { encodeUnknown() }
  }

  private func encodeUnknown() {
    let count = unknown.count
    let width = model.shape.width
    let inputWidth = SyntaxModel.inputWidth(model.shape)
    let input = input.reserve(count * inputWidth)
    let carried = carried.reserve(count * width)
    let gates = gates.reserve(count * 3 * width)
    input.update(repeating: 0, count: count * inputWidth)
    for (index, word) in unknown.enumerated() { read(word, into: input + index * inputWidth) }
    product.multiply(count, input, model.input, into: carried)
    crossread_add_bias_relu(count, width, carried, width, model.inputBias)
    product.multiply(count, carried, model.layers[0].weights, into: gates)
    for index in 0..<count {
      let row = rows + (Self.capacity + index) * rowWidth
      row.update(from: carried + index * width, count: width)
      (row + width).update(from: gates + index * 3 * width, count: 3 * width)
    }
  }

  /// Adds up a word's vectors.
  private func read(_ word: WordFeatures, into out: UnsafeMutablePointer<Float>) {
    let found = model.vocabulary.find(word.key)
    if let word = found.word { Self.add(model.words, word, to: out) }
    if let vector = found.vector { Self.add(model.vectors, vector, to: out + model.shape.sparse) }
    Self.add(model.affixes, Int(word.rows.0), to: out)
    Self.add(model.affixes, Int(word.rows.1), to: out)
    Self.add(model.affixes, Int(word.rows.2), to: out)
    Self.add(model.affixes, Int(word.rows.3), to: out)
    Self.add(model.affixes, Int(word.rows.4), to: out)
    Self.add(model.affixes, Int(word.rows.5), to: out)
  }

  private static func add(_ table: ByteRows, _ row: Int, to out: UnsafeMutablePointer<Float>) {
    guard let base = table.bytes.baseAddress else { return }
    crossread_add_bytes(
      table.width, table.scales[row], (base + row * table.width).assumingMemoryBound(to: Int8.self), out)
  }

  // MARK: Words that come again

  private static func choices(for word: WordFeatures) -> Range<Int> {
    let first = Int(truncatingIfNeeded: word.key ^ UInt64(word.rows.5)) & (capacity / choices - 1) * choices
    return first..<first + choices
  }

  private func place(of word: WordFeatures) -> Int? {
    for place in Self.choices(for: word) where words[place] == word {
      wasAsked[place] = true
      return place
    }
    return nil
  }

  /// Gives places to the words that the last piece brought; not sooner, for its other words need theirs.
  private func keepUnknown() {
    for (index, word) in unknown.enumerated() where place(of: word) == nil {
      let choices = Self.choices(for: word)
      let place =
        choices.first { !wasAsked[$0] }
        ?? {
          for choice in choices { wasAsked[choice] = false }
          return choices.lowerBound
        }()
      words[place] = word
      wasAsked[place] = true
      (rows + place * rowWidth).update(from: rows + (Self.capacity + index) * rowWidth, count: rowWidth)
    }
    unknown.removeAll(keepingCapacity: true)
  }
}
