/// One place in a folded text where the words of one condition stand.
struct Occurrence: Comparable {
  var range: Range<Int>
  /// Which condition it answers.
  var condition: Int

  static func < (left: Occurrence, right: Occurrence) -> Bool {
    (left.range.lowerBound, left.range.upperBound, left.condition)
      < (right.range.lowerBound, right.range.upperBound, right.condition)
  }

  /// All places of any of `patterns`, by pattern, then place.
  static func all(
    of patterns: [BytePattern], in bytes: [UInt8], _ range: Range<Int>, condition: Int
  ) -> [Occurrence] {
    var found: [Occurrence] = []
    bytes.withUnsafeBufferPointer { bytes in
      for pattern in patterns {
        var from = range.lowerBound
        while let start = pattern.first(in: bytes, from..<range.upperBound) {
          from = start + pattern.bytes.count
          found.append(Occurrence(range: start..<from, condition: condition))
        }
      }
    }
    return found
  }

  /// Those of `occurrences`, which are in order, that stand with words of all `slots` close together.
  /// - Parameters:
  ///   - start: where counting words begins: at or before the first of them.
  ///   - distance: words from each to the next at most.
  ///   - slots: conditions of which any will do.
  static func near(
    _ occurrences: [Occurrence], in bytes: [UInt8], from start: Int, distance: Int, slots: [[Int]]
  ) -> [Occurrence] {
    let slot = Dictionary(
      slots.enumerated().flatMap { slot, conditions in conditions.map { ($0, slot) } },
      uniquingKeysWith: { first, _ in first })
    let asked = occurrences.filter { slot[$0.condition] != nil }
    var numbers: [Int] = []
    var number = 0
    var place = start
    for occurrence in asked {
      while place < occurrence.range.lowerBound {
        if BytePattern.isWord(bytes[place]), !BytePattern.isWord(bytes[place + 1]) { number += 1 }
        place += 1
      }
      numbers.append(number)
    }
    var isNear = [Bool](repeating: false, count: asked.count)
    for first in asked.indices {
      var seen: Set<Int> = []
      var last = first
      while last < asked.count, numbers[last] - numbers[first] <= distance * (slots.count - 1) {
        if let slot = slot[asked[last].condition] { seen.insert(slot) }
        if seen.count == slots.count {
          for index in first...last { isNear[index] = true }
          break
        }
        last += 1
      }
    }
    return asked.indices.filter { isNear[$0] }.map { asked[$0] }
  }
}
