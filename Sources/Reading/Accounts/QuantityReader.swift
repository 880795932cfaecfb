internal import CReadingTables
internal import Dossier
internal import Language

/// Reads the quantities of a run of tokens.
struct QuantityReader {
  private struct Lexicon {
    var numbers: [String: Double] = [:]
    var scales: [String: Double] = [:]
    var units: Set<String> = []
    var comparators: [(lemmas: [String], bound: Quantity.Bound)] = []

    init() {
      for line in TableText(crossread_quantities).lines {
        let words = TableText.words(line)
        guard words.count == 3, let value = Double(words[2]) else { continue }
        switch words[0] {
        case "number": numbers[words[1]] = value
        case "scale": scales[words[1]] = value
        case "unit": units.insert(words[1])
        case "above": comparators.append((words[1].split(separator: "_").map(String.init), .above))
        case "below": comparators.append((words[1].split(separator: "_").map(String.init), .below))
        case "about": comparators.append((words[1].split(separator: "_").map(String.init), .about))
        default: continue
        }
      }
    }
  }

  private static let lexicon = Lexicon()
  private static let days: [String: Double] = [
    "minute": 1.0 / 1440, "hour": 1.0 / 24, "day": 1, "week": 7, "month": 30.4, "year": 365,
  ]

  /// - Parameter tokens: a sentence's tokens; times of day, years and ordinals are no quantities.
  func quantities(in words: Words, tokens: Range<Int>) -> [Quantity] {
    var found: [Quantity] = []
    var index = tokens.lowerBound
    while index < tokens.upperBound {
      if let share = ProportionReader.proportion(in: words, at: index, within: tokens) {
        found.append(share)
        index = share.tokens.upperBound
        continue
      }
      guard let (value, next) = number(words, at: index, end: tokens.upperBound) else {
        index += 1
        continue
      }
      // `Won 15-2`, `a 47-44 lead`: a score counts nothing.
      if next + 1 < tokens.upperBound, ["-", "–"].contains(words[next].norm),
        let (other, end) = number(words, at: next + 1, end: tokens.upperBound), other <= value
      {
        index = end
        continue
      }
      let quantity = complete(words, value: value, figure: index..<next, within: tokens)
      if let quantity { found.append(quantity) }
      index = quantity?.tokens.upperBound ?? next
    }
    return found
  }

  /// A figure or number word with its scale words.
  private func number(_ words: Words, at start: Int, end: Int) -> (Double, Int)? {
    var index = start
    let isMoney = start > 0 && Self.currencies[words[start - 1].norm] != nil
    guard var value = Self.plain(words[index].norm) ?? (isMoney ? Self.money(words[index].norm) : nil) else {
      return nil
    }
    index += 1
    while index < end {
      let norm = words[index].norm
      if let scale = Self.lexicon.scales[norm] {
        value *= scale
        index += 1
      } else if let more = Self.lexicon.numbers[norm], more < 10, value >= 20, value < 100,
        Self.lexicon.numbers[words[index - 1].norm] != nil
      {
        value += more
        index += 1
      } else if norm == "-", index + 1 < end, let more = Self.lexicon.numbers[words[index + 1].norm], more < 10,
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

  /// Whether a noun measures time: *day*, *year*.
  static func isTime(_ lemma: String) -> Bool { days[lemma] != nil }

  /// The value of one token: figures with thousands marks, number words, bare scale words (`hundreds`).
  static func plain(_ norm: String) -> Double? {
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

  /// The value of a sum of money with its scale cut short, or with its country: `374m`, `1.5bn`, `US1` of `$US1 million`.
  /// Without a currency `374m` is a length.
  private static func money(_ norm: String) -> Double? {
    if let country = ["us", "a", "c", "nz", "hk"].first(where: { norm.hasPrefix($0) }) {
      return plain(String(norm.dropFirst(country.count)))
    }
    let figure = norm.prefix { $0.isNumber || $0 == "." || $0 == "," }
    guard let scale = scales[String(norm.dropFirst(figure.count))] else { return nil }
    return plain(String(figure)).map { $0 * scale }
  }

  private static let scales = ["k": 1e3, "m": 1e6, "mn": 1e6, "b": 1e9, "bn": 1e9, "tn": 1e12]

  private func complete(_ words: Words, value: Double, figure: Range<Int>, within tokens: Range<Int>) -> Quantity? {
    var low = value
    var high = value
    var end = figure.upperBound
    // A range: `three or four`, `10 to 12`.
    if end + 1 < tokens.upperBound, ["or", "to", "-", "–"].contains(words[end].norm),
      let (upper, next) = number(words, at: end + 1, end: tokens.upperBound), upper > value, value > 0,
      upper < value * 20
    {
      high = upper
      end = next
    }
    // *USB 3*, *Interstate 75*: which one.
    if figure.lowerBound > tokens.lowerBound, isPartOfName(figure.lowerBound, in: words) { return nil }
    if figure.lowerBound > tokens.lowerBound, words[figure.lowerBound - 1].norm == "minus" {
      return Quantity(
        low: -value, high: -value, bound: .exact, unit: "degree", counted: nil,
        tokens: figure.lowerBound - 1..<figure.upperBound, phrase: figure.lowerBound - 1..<figure.upperBound)
    }
    if let tokens = magnitude(words, at: figure, within: tokens) {
      return Quantity(
        low: value, high: value, bound: .exact, unit: "magnitude", counted: nil, tokens: tokens, phrase: tokens)
    }
    var unit: String?
    var counted: String?
    if figure.lowerBound > tokens.lowerBound, let currency = Self.currencies[words[figure.lowerBound - 1].norm] {
      unit = currency
    }
    var index = end
    var last = end
    while index < min(end + 4, tokens.upperBound), unit == nil || counted == nil {
      let lemma = words.lemma(index)
      if Self.lexicon.units.contains(lemma) {
        unit = Self.spellings[lemma] ?? lemma
        last = index + 1
        break
      }
      if lemma == "per", index + 1 < tokens.upperBound, words[index + 1].norm == "cent" {
        unit = "percent"
        last = index + 2
        break
      }
      if words.isPunctuation(index), words[index].norm != "-" { break }
      let tag = words[index].tag
      if tag == .noun || tag == .x && words.isContent(index) {
        counted = Stem.of(lemma)
        last = index + 1
        if tag == .noun { break }
      }
      if [.verb, .aux, .adp, .cconj].contains(tag) && words[index].norm != "of" { break }
      index += 1
    }
    // Of *two tank shells* shells are counted.
    if unit == nil, let head = words[end - 1].head, (end..<min(end + 5, tokens.upperBound)).contains(head),
      words[end - 1].relation == .nummod,
      // *21 Republicans*; not *2.9 GHz*.
      words[head].tag == .noun || words[head].tag == .propn && words[head].norm.hasSuffix("s")
    {
      counted = Stem.of(words.lemma(head))
      last = head + 1
    }
    // *A population of more than 90,000*, *the toll rose to 12*.
    if unit == nil, counted == nil,
      words.text.tokens[max(tokens.lowerBound, figure.lowerBound - 8)..<figure.lowerBound].contains(where: {
        ["population", "toll", "custody"].contains($0.norm)
      })
    {
      counted = Stem.of("people")
    }
    // *Put the number of protesters killed at 15*.
    if unit == nil, counted == nil, figure.lowerBound > tokens.lowerBound,
      ["at", "to"].contains(words[figure.lowerBound - 1].norm),
      let number = (max(tokens.lowerBound, figure.lowerBound - 10)..<figure.lowerBound).last(where: {
        words[$0].norm == "number"
      })
    {
      let noun = number + 2
      let isNamed = noun < figure.lowerBound && words[noun - 1].norm == "of" && words[noun].tag == .noun
      counted = Stem.of(isNamed ? words.lemma(noun) : "people")
    }
    // Years, dates and bare ordinals of a list are no quantities.
    if unit == nil, counted == nil { return nil }
    // `The 1200 block of Main Street`: which one, and not how many.
    if counted == "block", value >= 100, index + 1 < tokens.upperBound, words[index + 1].norm == "of" { return nil }
    if unit == nil, (1800...2100).contains(value), !words[figure.lowerBound].norm.utf8.contains(0x2C) { return nil }
    if let name = unit, let length = Self.days[name] {
      low *= length
      high *= length
      unit = "day"
    }
    var bound: Quantity.Bound = .exact
    for (lemmas, kind) in Self.lexicon.comparators where figure.lowerBound - lemmas.count >= tokens.lowerBound {
      let start = figure.lowerBound - lemmas.count - (words[figure.lowerBound - 1].norm == "$" ? 1 : 0)
      guard start >= tokens.lowerBound else { continue }
      if lemmas.indices.allSatisfy({ words[start + $0].norm == lemmas[$0] }) { bound = kind }
    }
    // `Tens of thousands`, `hundreds`: an order of size, not a figure.
    if Self.lexicon.scales[words[figure.lowerBound].norm] != nil, words[figure.lowerBound].norm.hasSuffix("s") {
      high *= 10
      bound = .about
      // *Tens of thousands*, *hundreds of thousands*.
      if figure.lowerBound - 2 >= tokens.lowerBound, words[figure.lowerBound - 1].norm == "of",
        let times = ["tens": 10.0, "dozens": 12, "hundreds": 100][words[figure.lowerBound - 2].norm]
      {
        low *= times
        high *= times
      }
    }
    var start = figure.lowerBound
    // `Several dozen`, `a few hundred`: three to seven of them.
    if start > tokens.lowerBound, Self.lexicon.scales[words[start].norm] != nil,
      ["several", "few"].contains(words[start - 1].norm)
    {
      start -= 1
      low *= 3
      high *= 7
    }
    let isMoney = start > tokens.lowerBound && Self.currencies[words[start - 1].norm] != nil
    let opening = isMoney ? start - 1 : start
    return Quantity(
      low: low, high: high, bound: bound, unit: unit, counted: counted, tokens: start..<end, phrase: opening..<last)
  }

  /// Whether a figure tells which one: by the parse, or behind letters that stand for a name.
  private func isPartOfName(_ index: Int, in words: Words) -> Bool {
    guard (0x30...0x39).contains(words[index].norm.utf8.first ?? 0), words.isCapitalised(index - 1) else {
      return false
    }
    let letters = words.text.text[words[index - 1].span]
    return words[index].head == index - 1 || letters.utf8.count > 1 && letters.allSatisfy { $0.isUppercase }
  }

  /// *Magnitude 5.9*, *a magnitude of 5.9*, *a 5.9-magnitude quake*.
  private func magnitude(_ words: Words, at figure: Range<Int>, within tokens: Range<Int>) -> Range<Int>? {
    guard figure.count == 1 else { return nil }
    let at = figure.lowerBound
    if at + 2 < tokens.upperBound, words[at + 1].norm == "-", words[at + 2].norm == "magnitude" { return at..<at + 3 }
    guard let before = (max(tokens.lowerBound, at - 2)..<at).first(where: { words[$0].norm == "magnitude" }),
      before + 1 == at || ["-", "of"].contains(words[at - 1].norm)
    else { return nil }
    return before..<at + 1
  }

  private static let spellings = [
    "%": "percent", "kilometre": "kilometer", "metre": "meter", "tonne": "ton", "ruble": "rouble",
  ]

  private static let currencies = ["$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "₽": "rouble"]
}
