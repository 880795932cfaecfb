import CIngestTables

/// Which words English has, approximately: a Bloom filter never denies a word that it holds, and seldom grants another.
struct WordFilter: Sendable {
  static let common = WordFilter(offset: 0, bits: 1 << 18, probes: 8)
  static let known = WordFilter(offset: 1 << 15, bits: 1 << 20, probes: 6)

  private let offset: Int
  private let bits: UInt32
  private let probes: UInt32

  private init(offset: Int, bits: UInt32, probes: UInt32) {
    precondition(offset + Int(bits / 8) <= Int(crossread_words_length()), "words.bin is not of this version")
    self.offset = offset
    self.bits = bits
    self.probes = probes
  }

  /// Whether the filter holds the word, in lower case. Words of one letter, and known words of two, are not held.
  func contains(_ word: ArraySlice<UInt8>) -> Bool {
    let hash = Self.hash(word)
    var probe = UInt32(truncatingIfNeeded: hash)
    let step = UInt32(truncatingIfNeeded: hash >> 32) | 1
    let table = UnsafeRawBufferPointer(start: crossread_words_start() + offset, count: Int(bits / 8))
    for _ in 0..<probes {
      let bit = Int(probe & (bits - 1))
      if table[bit >> 3] & (1 << UInt8(bit & 7)) == 0 { return false }
      probe &+= step
    }
    return true
  }

  /// FNV-1a of 64 bits over lower-cased ASCII, its halves mixed.
  private static func hash(_ word: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 14_695_981_039_346_656_037
    for byte in word { hash = (hash ^ UInt64(Letters.isUpper(byte) ? byte | 0x20 : byte)) &* 1_099_511_628_211 }
    return hash ^ hash >> 29
  }
}
