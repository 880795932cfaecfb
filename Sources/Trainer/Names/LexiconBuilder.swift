import Foundation
import Language

/// Compacts lists of names and word vectors into the table of ``NameLexicon``.
struct LexiconBuilder {
  var gazetteers: URL
  var vectors: URL
  /// How many of the most frequent words get a cluster.
  var wordCount = 120_000

  private static let lists: [(String, NameLexicon.List)] = [
    ("country", .country), ("city", .city), ("region", .region), ("demonym", .demonym), ("capital", .capital),
    ("org", .organisation), ("place", .place), ("orgsuffix", .organisationSuffix), ("first", .first), ("last", .last),
    ("wdname", .nameWord), ("orgword", .organisationWord), ("personnoun", .personNoun), ("title", .title),
  ]

  func build() throws -> [UInt8] {
    let (phraseKeys, phraseValues, combinations) = try phrases()
    let (wordKeys, wordValues, grains) = try words()
    print("phrases \(phraseKeys.count), words \(wordKeys.count)")
    return TableSections.encode(
      magic: "CRNL",
      [
        ("GAZK", FingerprintTable.encode(phraseKeys, bits: 15)), ("GAZV", phraseValues), ("GAZC", bytes(combinations)),
        ("CLUK", FingerprintTable.encode(wordKeys, bits: 14)), ("CLUV", bytes(wordValues)), ("CLUG", bytes(grains)),
      ])
  }

  private func phrases() throws -> (keys: [UInt32], values: [UInt8], combinations: [UInt16]) {
    let data = try Data(contentsOf: gazetteers)
    let lists = try JSONDecoder().decode([String: [String]].self, from: data)
    var bits: [UInt32: UInt16] = [:]
    for (name, list) in Self.lists {
      for phrase in lists[name] ?? [] where !phrase.isEmpty {
        let key = NameHash.key(1, NameHash.hash(LetterFolding.folded(phrase)))
        bits[FingerprintTable.distinct(key, bits: 15) << 1, default: 0] |= 1 << UInt16(list.rawValue)
      }
    }
    // The 255 most frequent combinations have a byte each; a rarer one is cut down to the largest of them that it contains.
    var counts: [UInt16: Int] = [:]
    for value in bits.values { counts[value, default: 0] += 1 }
    let combinations = [0] + counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(255).map(\.key)
    let keys = bits.keys.sorted()
    let values = keys.map { key -> UInt8 in
      let value = bits[key] ?? 0
      let best = combinations.indices.filter { combinations[$0] & ~value == 0 }
        .max { combinations[$0].nonzeroBitCount < combinations[$1].nonzeroBitCount }
      return UInt8(best ?? 0)
    }
    return (keys, values, combinations)
  }

  private func words() throws -> (keys: [UInt32], values: [UInt32], grains: [UInt16]) {
    var keys: [UInt32] = []
    var seen: Set<UInt32> = []
    var ranks: [Int] = []
    var points: [Float] = []
    let text = try Data(contentsOf: vectors)
    var rank = 0
    for line in text.split(separator: 0x0A, maxSplits: wordCount) {
      rank += 1
      if rank > wordCount { break }
      let fields = line.split(separator: 0x20)
      guard fields.count == 51 else { continue }
      let word = LetterFolding.folded(String(decoding: fields[0], as: UTF8.self))
      let key = FingerprintTable.distinct(NameHash.key(2, NameHash.hash(word)), bits: 14) << 2
      guard seen.insert(key).inserted else { continue }
      var vector = fields.dropFirst().map { Float(String(decoding: $0, as: UTF8.self)) ?? 0 }
      let norm = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
      if norm > 0 { vector = vector.map { $0 / norm } }
      keys.append(key)
      ranks.append(rank)
      points += vector
    }
    let clusters = WordClusters(points: points, dimensions: 50)
    let order = keys.indices.sorted { keys[$0] < keys[$1] }
    let values = order.map { index -> UInt32 in
      let size = UInt32(ranks[index].bitWidth - ranks[index].leadingZeroBitCount)
      return UInt32(clusters.fine[index]) | min(max(size, 4) - 4, 15) << 12 | UInt32(clusters.other[index]) << 16
    }
    let grains = (0..<clusters.middle.count).flatMap { [clusters.middle[$0], clusters.coarse[$0]] }
    return (order.map { keys[$0] }, values, grains)
  }

  private func bytes(_ values: [some FixedWidthInteger]) -> [UInt8] { values.withUnsafeBytes { Array($0) } }
}
