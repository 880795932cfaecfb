/// Some of the whole numbers from 0 on, a bit each.
struct BitSet: Sendable {
  private var words: [UInt64]

  /// None of the numbers below `count`.
  init(count: Int) { words = [UInt64](repeating: 0, count: (count + 63) / 64) }

  mutating func insert(_ numbers: ArraySlice<UInt32>) {
    for number in numbers { words[Int(number >> 6)] |= 1 << UInt64(number & 63) }
  }

  /// The least number of a range that it holds. Cost: a look at 64 numbers at a time.
  func first(in range: Range<Int>) -> Int? {
    var start = range.lowerBound
    while start < range.upperBound {
      let rest = words[start >> 6] >> UInt64(start & 63)
      if rest != 0 {
        let found = start + rest.trailingZeroBitCount
        return found < range.upperBound ? found : nil
      }
      start = (start | 63) + 1
    }
    return nil
  }
}
