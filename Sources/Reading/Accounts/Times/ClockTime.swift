internal import Language

/// A time of day as the words give it: *3:30 p.m.*, *noon*.
struct ClockTime: Sendable {
  /// Minutes after midnight.
  var minutes: Int
  var tokens: Range<Int>

  /// Whether two can be one moment: people round to the quarter of an hour.
  func agrees(with other: ClockTime) -> Bool { distance(to: other) <= 15 }

  /// In minutes, the short way round the clock.
  func distance(to other: ClockTime) -> Int {
    let apart = abs(minutes - other.minutes)
    return min(apart, 24 * 60 - apart)
  }

  /// The times of day among the words; a figure is one only beside *a.m.* or *p.m.*.
  static func times(in words: [Claim.Word]) -> [ClockTime] {
    words.indices.compactMap { index in
      switch words[index].norm {
      case "noon", "midday": return ClockTime(minutes: 12 * 60, tokens: index..<index + 1)
      case "midnight": return ClockTime(minutes: 0, tokens: index..<index + 1)
      default: break
      }
      var (norm, next) = (words[index].norm, index + 1)
      var isAfternoon = next < words.count ? half(words[next].norm) : nil
      if isAfternoon != nil {
        next += 1
      } else if let joined = ["am", "pm"].first(where: norm.hasSuffix) {
        // *5.20am* is one word.
        isAfternoon = half(joined)
        norm.removeLast(2)
      }
      guard let isAfternoon, let (hour, minute) = figure(norm) else { return nil }
      return ClockTime(minutes: (hour % 12 + (isAfternoon ? 12 : 0)) * 60 + minute, tokens: index..<next)
    }
  }

  private static func half(_ norm: String) -> Bool? {
    switch norm {
    case "a.m.", "am": false
    case "p.m.", "pm": true
    default: nil
    }
  }

  private static func figure(_ norm: String) -> (hour: Int, minute: Int)? {
    let parts = norm.split(separator: norm.contains(".") ? "." : ":", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...2).contains(parts.count), let hour = parts[0], (1...12).contains(hour) else { return nil }
    guard parts.count == 2 else { return (hour, 0) }
    guard let minute = parts[1], (0..<60).contains(minute) else { return nil }
    return (hour, minute)
  }
}
