/// Says a clash in one plain sentence that names the words.
struct ContrastWording {
  private let alignment: ContrastAlignment

  init(_ alignment: ContrastAlignment) { self.alignment = alignment }

  func because(_ clash: ContrastClash) -> String {
    let held = phrase(clash.hypothesis, in: alignment.hypothesis)
    let given = clash.premise.map { phrase($0, in: alignment.premise) }
    switch (clash.ground, given) {
    case (.denial, _): return "The second says \(held), the first does not."
    case (.restriction, _): return "The second says \(held), which the first does not bear."
    case (.lostDenial, let given?): return "The first denies what the second says: \(given) against \(held)."
    case (.polarity, let given?): return "The second denies what the first says: \(held) against \(given)."
    case (.opposite, let given?): return "\(given) is the opposite of \(held)."
    case (.exclusive, let given?): return "\(given) and \(held) exclude each other."
    case (.figure, let given?): return "\(given) in the first, \(held) in the second."
    case (.name, let given?): return "The first names \(given) where the second names \(held)."
    case (.roles, let given?) where clash.basis == "agent":
      return "In the first it is \(given) to whom \(held) is laid, in the second it is not."
    case (.roles, _): return "Who does it to whom is turned round at \(held)."
    case (_, let given?): return "The first has \(given) where the second has \(held)."
    case (_, nil): return "The first does not bear out \(held)."
    }
  }

  /// The words in quotation marks; a name of several words whole.
  private func phrase(_ range: Range<Int>, in text: ContrastText) -> String {
    var (from, until) = (range.lowerBound, range.upperBound)
    if range.count == 1, text.words[from].name != nil {
      while from > 0, text.words[from - 1].name == text.words[range.lowerBound].name { from -= 1 }
      while until < text.words.count, text.words[until].name == text.words[range.lowerBound].name { until += 1 }
    }
    if until - from > 8 { from = until - 8 }
    return "“" + text.words[from..<until].map(\.form).joined(separator: " ") + "”"
  }
}
