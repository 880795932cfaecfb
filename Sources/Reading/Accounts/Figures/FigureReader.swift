internal import Language

/// Reads figures and number words with their scales: *3,000*, *forty-two*, *half a million*, *three or four*.
struct FigureReader {
  /// The smallest and the largest value of a range, one and the same of a plain figure.
  struct Figure {
    var low: Double
    var high: Double
    var tokens: Range<Int>
    /// Whether it is a score, which counts nothing: *won 15-2*, *a 47-44 lead*.
    var isScore = false
  }

  let words: Words
  private let lexicon = QuantityLexicon.shared

  init(_ words: Words) { self.words = words }

  /// - Parameters:
  ///   - start: where a figure may begin.
  ///   - end: end of the sentence.
  /// - Returns: `nil` where none begins.
  func figure(at start: Int, end: Int) -> Figure? {
    guard let (value, next) = number(at: start, end: end) else { return nil }
    let plain = Figure(low: value, high: value, tokens: start..<next)
    guard next + 1 < end, joins(next, from: start), let (other, after) = number(at: next + 1, end: end)
    else { return plain }
    if Self.dashes.contains(words[next].norm), other <= value {
      return Figure(low: value, high: value, tokens: start..<after, isScore: true)
    }
    // A range: *three or four*, *10 to 12*.
    return other > value && value > 0 && other < value * 20
      ? Figure(low: value, high: other, tokens: start..<after) : plain
  }

  /// *10 to 12*, *between 10 and 12*.
  private func joins(_ index: Int, from start: Int) -> Bool {
    Self.joining.contains(words[index].norm)
      || words[index].norm == "and" && start > 0 && words[start - 1].norm == "between"
  }

  private static let dashes: Set<String> = ["-", "–"]
  private static let joining = dashes.union(["or", "to"])

  /// A figure or number word with its scale words, and where it ends.
  private func number(at start: Int, end: Int) -> (value: Double, end: Int)? {
    if let half = halfOfScale(at: start, end: end) { return half }
    let isMoney = start > 0 && QuantityLexicon.currencies[words[start - 1].norm] != nil
    guard var value = Self.plain(words[start].norm) ?? (isMoney ? Self.money(words[start].norm) : nil) else {
      return nil
    }
    var index = start + 1
    while index < end {
      let norm = words[index].norm
      if let scale = lexicon.scales[norm] {
        value *= scale
        index += 1
      } else if isHalfMore(index, end: end) {
        // *Four and a half*.
        value += 0.5
        index += 3
      } else if let more = lexicon.numbers[norm], more < 10, value >= 20, value < 100,
        lexicon.numbers[words[index - 1].norm] != nil
      {
        value += more
        index += 1
      } else if norm == "-", index + 1 < end, let more = lexicon.numbers[words[index + 1].norm], more < 10,
        value >= 20, value < 100
      {
        value += more
        index += 2
      } else {
        break
      }
    }
    return (value, index)
  }

  /// *Half a million*.
  private func halfOfScale(at start: Int, end: Int) -> (value: Double, end: Int)? {
    guard start + 2 < end, words[start].norm == "half", words[start + 1].norm == "a",
      let scale = lexicon.scales[words[start + 2].norm]
    else { return nil }
    return (scale / 2, start + 3)
  }

  private func isHalfMore(_ index: Int, end: Int) -> Bool {
    index + 2 < end && words[index].norm == "and" && words[index + 1].norm == "a" && words[index + 2].norm == "half"
  }

  /// The value of one token: figures with thousands marks, number words, bare scale words (*hundreds*).
  static func plain(_ norm: String) -> Double? {
    let lexicon = QuantityLexicon.shared
    if let value = lexicon.numbers[norm] ?? lexicon.scales[norm] { return value }
    guard let first = norm.utf8.first, (0x30...0x39).contains(first) else { return nil }
    var digits = ""
    for byte in norm.utf8 {
      switch byte {
      case 0x30...0x39, 0x2E: digits.unicodeScalars.append(Unicode.Scalar(byte))
      case 0x2C: continue
      default: return nil
      }
    }
    return digits.utf8.count <= 15 ? Double(digits) : nil
  }

  /// The value of a sum of money with its scale cut short, or with its country: *374m*, *1.5bn*, *US1* of *$US1 million*.
  /// Without a currency *374m* is a length.
  private static func money(_ norm: String) -> Double? {
    if let country = ["us", "a", "c", "nz", "hk"].first(where: { norm.hasPrefix($0) }) {
      return plain(String(norm.dropFirst(country.count)))
    }
    let figure = norm.prefix { $0.isNumber || $0 == "." || $0 == "," }
    guard let scale = scales[String(norm.dropFirst(figure.count))] else { return nil }
    return plain(String(figure)).map { $0 * scale }
  }

  private static let scales = ["k": 1e3, "m": 1e6, "mn": 1e6, "b": 1e9, "bn": 1e9, "tn": 1e12]
}
