/// Finds the rows of a word's vectors by its key.
///
/// Words with both a learnt and a distributional vector come first, then those with only the latter, then the rest.
/// Slots are probed in order; each holds an index and 16 bits of the key, so that one unknown word in some ten thousand
/// is taken for a known one.
struct Vocabulary: @unchecked Sendable {
  // Static memory that nobody writes: safe to share.
  private let slots: UnsafeRawBufferPointer
  private let mask: UInt64
  private let bothCount: Int
  let vectorCount: Int
  let wordCount: Int

  init(_ reader: inout TableReader) {
    let slotCount = Int(reader.number(UInt32.self))
    bothCount = Int(reader.number(UInt32.self))
    vectorCount = Int(reader.number(UInt32.self))
    wordCount = Int(reader.number(UInt32.self))
    mask = UInt64(slotCount - 1)
    slots = reader.take(slotCount * 4)
  }

  /// The rows in the learnt and in the distributional table, `nil` where the word has none.
  @inline(__always)
  func find(_ key: UInt64) -> (word: Int?, vector: Int?) {
    var slot = key & mask
    let check = UInt32(truncatingIfNeeded: key >> 48)
    while true {
      let entry = UInt32(littleEndian: slots.loadUnaligned(fromByteOffset: Int(slot) * 4, as: UInt32.self))
      if entry == .max { return (nil, nil) }
      if entry >> 16 == check {
        let index = Int(entry & 0xFFFF)
        if index < bothCount { return (index, index) }
        if index < vectorCount { return (nil, index) }
        return (index - vectorCount + bothCount, nil)
      }
      slot = (slot + 1) & mask
    }
  }
}
