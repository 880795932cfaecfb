import Foundation
import Language

/// The words that have vectors of their own, in the order of Language's `Vocabulary`.
struct Lexicon {
  private(set) var index: [UInt64: Int] = [:]
  private(set) var bothCount = 0
  private(set) var vectorCount = 0
  private(set) var wordCount = 0
  /// `vectorCount` × `vectorWidth`.
  private(set) var vectors: [Float] = []
  static let vectorWidth = 50

  /// - Parameters:
  ///   - frequencies: how often each norm occurs in training.
  ///   - least: occurrences that earn a learnt vector.
  ///   - vectorFile: word vectors as text: a word and its numbers on every line, the most frequent first.
  ///   - limit: number of lines read.
  init(frequencies: [String: Int], least: Int, vectorFile: String, limit: Int) throws {
    let learnt = Set(frequencies.filter { $0.value >= least }.keys)
    var both: [(String, [Float])] = []
    var only: [(String, [Float])] = []
    var withVector: Set<String> = []
    let data = try Data(contentsOf: URL(fileURLWithPath: vectorFile))
    for line in data.split(separator: 0x0A).prefix(limit) {
      let fields = String(decoding: line, as: UTF8.self).split(separator: " ")
      guard fields.count == Self.vectorWidth + 1 else {
        throw Treebank.Failure(description: "\(vectorFile): not a word and \(Self.vectorWidth) numbers: \(fields[0])")
      }
      let word = String(fields[0])
      let vector = fields.dropFirst().map { Float($0) ?? 0 }
      withVector.insert(word)
      if learnt.contains(word) { both.append((word, vector)) } else { only.append((word, vector)) }
    }
    let rest = learnt.subtracting(withVector).sorted()
    bothCount = both.count
    vectorCount = both.count + only.count
    wordCount = both.count + rest.count
    precondition(vectorCount + rest.count < 0xFFFF, "indices are 16 bits wide")
    for (word, vector) in both + only {
      index[WordFeatures(norm: word, form: word, isFirst: false).key] = vectors.count / Self.vectorWidth
      vectors += vector
    }
    for (offset, word) in rest.enumerated() {
      index[WordFeatures(norm: word, form: word, isFirst: false).key] = vectorCount + offset
    }
  }

  func rows(_ key: UInt64) -> (word: Int?, vector: Int?) {
    guard let index = index[key] else { return (nil, nil) }
    if index < bothCount { return (index, index) }
    if index < vectorCount { return (nil, index) }
    return (index - vectorCount + bothCount, nil)
  }

  func write(to writer: inout TableWriter) {
    var slotCount = 1 << 10
    while slotCount < index.count * 3 / 2 { slotCount *= 2 }
    var slots = [UInt32](repeating: .max, count: slotCount)
    for (key, row) in index.sorted(by: { $0.value < $1.value }) {
      var slot = Int(truncatingIfNeeded: key) & (slotCount - 1)
      while slots[slot] != .max { slot = (slot + 1) & (slotCount - 1) }
      slots[slot] = UInt32(truncatingIfNeeded: key >> 48) << 16 | UInt32(row)
    }
    writer.number(UInt32(slotCount))
    writer.number(UInt32(bothCount))
    writer.number(UInt32(vectorCount))
    writer.number(UInt32(wordCount))
    for slot in slots { writer.number(slot) }
  }
}
