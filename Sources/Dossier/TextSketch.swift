/// A small sample of a text by which a later version of it is known: the least hashes of its pairs of words.
///
/// How much of two samples is the same estimates how much of the texts is: A. Broder, “On the resemblance and containment of
/// documents” (1997), in the form that keeps the least of one hash.
public struct TextSketch: Hashable, Sendable {
  /// How many hashes are kept; the estimate is off by about 0.08 then.
  private static let size = 32

  /// Ascending, without repeats.
  package let hashes: [UInt32]

  /// Samples a text. Cost: one pass over it.
  public init(_ text: SourceText) {
    let pairs = Self.pairs(of: text.bytes)
    // Most hashes of a long text are far beyond the least: sorting those too would take longer than making them.
    let bound = UInt32(clamping: UInt64(UInt32.max) * UInt64(4 * Self.size) / UInt64(max(1, pairs.count)))
    let likely = Self.least(of: pairs.filter { $0 < bound })
    hashes = likely.count == Self.size ? likely : Self.least(of: pairs)
  }

  private static func least(of hashes: [UInt32]) -> [UInt32] {
    var least: [UInt32] = []
    for hash in hashes.sorted() where hash != least.last {
      if least.count == size { break }
      least.append(hash)
    }
    return least
  }

  /// Reads a sample from its digits: eight hexadecimal ones for each hash. What is none is an empty sample, like no text.
  public init(digits: String) {
    let bytes = Array(digits.utf8)
    let hashes = stride(from: 0, to: bytes.count, by: 8).map { start in
      UInt32(String(decoding: bytes[start..<min(start + 8, bytes.count)], as: UTF8.self), radix: 16)
    }
    let known = hashes.compactMap(\.self)
    let isSound = known.count == hashes.count && zip(known, known.dropFirst()).allSatisfy { $0 < $1 }
    self.hashes = isSound ? known : []
  }

  /// The sample in digits.
  public var digits: String {
    hashes.map { $0.hexadecimal(width: 8) }.joined()
  }

  /// How much of two texts is the same, from 0 to 1.
  public func resemblance(to other: TextSketch) -> Double {
    var (left, right) = (hashes[...], other.hashes[...])
    var (seen, shared) = (0, 0)
    while seen < Self.size, let least = [left.first, right.first].compactMap(\.self).min() {
      seen += 1
      if left.first == right.first { shared += 1 }
      if left.first == least { left = left.dropFirst() }
      if right.first == least { right = right.dropFirst() }
    }
    return seen == 0 ? 0 : Double(shared) / Double(seen)
  }

  /// A hash of each pair of words that stand side by side, the first beside nothing. A word is letters and digits and all
  /// that is beyond ASCII, whatever its case where it is ASCII.
  private static func pairs(of bytes: [UInt8]) -> [UInt32] {
    var pairs: [UInt32] = []
    pairs.reserveCapacity(bytes.count / 5)
    let none: UInt64 = 0xCBF2_9CE4_8422_2325
    var (before, word) = (none, none)
    // A line feed ends the last word.
    for place in 0...bytes.count {
      let byte = place < bytes.count ? bytes[place] : 0x0A
      let isUpper = byte &- 0x41 < 26
      if isUpper || byte &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80 {
        word = (word ^ UInt64(isUpper ? byte | 0x20 : byte)) &* 0x100_0000_01B3
      } else if word != none {
        pairs.append(mixed(before &* 0x9E37_79B9_7F4A_7C15 &+ word))
        (before, word) = (word, none)
      }
    }
    return pairs
  }

  /// The upper half of the finaliser of MurmurHash3.
  private static func mixed(_ value: UInt64) -> UInt32 {
    var value = value
    value = (value ^ value >> 33) &* 0xFF51_AFD7_ED55_8CCD
    value = (value ^ value >> 33) &* 0xC4CE_B9FE_1A85_EC53
    return UInt32(truncatingIfNeeded: (value ^ value >> 33) >> 32)
  }
}
