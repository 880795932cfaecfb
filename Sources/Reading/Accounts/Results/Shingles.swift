internal import Dossier
internal import Language

/// Finds reprints: documents, or blocks, of one origin, by the share of five-word shingles that the smaller has in the
/// larger (Broder 1997, containment). A reprint inside a longer page has a high containment where its resemblance is low.
struct Shingles {
  static let width = 5

  /// Hashes of the five-word runs of a text, sorted, each once. Cost: linear.
  static func hashes(of text: AnalysedText) -> [UInt64] {
    let words = text.tokens.filter {
      $0.norm.utf8.first.map { ($0 | 0x20) >= 0x61 || (0x30...0x39).contains($0) } ?? false
    }
    guard words.count >= width else { return [] }
    let each = words.map { hash($0.norm) }
    var found: [UInt64] = []
    found.reserveCapacity(each.count)
    for start in 0...(each.count - width) {
      var value: UInt64 = 0xCBF2_9CE4_8422_2325
      for word in each[start..<start + width] { value = (value ^ word) &* 0x100_0000_01B3 }
      found.append(value)
    }
    found.sort()
    var unique: [UInt64] = []
    for value in found where unique.last != value { unique.append(value) }
    return unique
  }

  /// The share of the smaller set that the larger holds, 0…1.
  static func containment(_ left: [UInt64], _ right: [UInt64]) -> Double {
    guard !left.isEmpty, !right.isEmpty else { return 0 }
    var (i, j, common) = (0, 0, 0)
    while i < left.count, j < right.count {
      if left[i] == right[j] {
        common += 1
        i += 1
        j += 1
      } else if left[i] < right[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return Double(common) / Double(min(left.count, right.count))
  }

  /// FNV-1a over the bytes of a word.
  private static func hash(_ word: String) -> UInt64 {
    word.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// Numbers documents by origin: those of one number are reprints of one another.
  /// - Returns: one number for every text. Cost: quadratic in the texts of one event only.
  static func origins(of texts: [AnalysedText]) -> [Int] {
    let hashes = texts.map(Self.hashes)
    var origin = Array(texts.indices)
    for later in texts.indices {
      for earlier in 0..<later where origin[later] == later {
        if containment(hashes[earlier], hashes[later]) >= 0.5 { origin[later] = origin[earlier] }
      }
    }
    return origin
  }
}
