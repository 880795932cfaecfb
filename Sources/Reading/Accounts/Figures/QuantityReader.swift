internal import Dossier
internal import Language

/// Reads the quantities of a run of tokens.
struct QuantityReader {
  private let lexicon = QuantityLexicon.shared

  /// - Parameter tokens: a sentence's tokens; times of day, years and ordinals are no quantities.
  func quantities(in words: Words, tokens: Range<Int>) -> [Quantity] {
    let reader = FigureReader(words)
    var found: [Quantity] = []
    var index = tokens.lowerBound
    while index < tokens.upperBound {
      if let share = ProportionReader.proportion(in: words, at: index, within: tokens) {
        found.append(share)
        index = share.tokens.upperBound
      } else if let figure = reader.figure(at: index, end: tokens.upperBound) {
        let quantity = figure.isScore ? nil : quantity(figure, in: words, within: tokens)
        if let quantity { found.append(quantity) }
        index = quantity?.tokens.upperBound ?? figure.tokens.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  private func quantity(_ figure: FigureReader.Figure, in words: Words, within tokens: Range<Int>) -> Quantity? {
    let start = figure.tokens.lowerBound
    let before = start > tokens.lowerBound ? words[start - 1].norm : nil
    // *USB 3*, *Interstate 75*: which one.
    if before != nil, isPartOfName(start, in: words) { return nil }
    if before == "minus" {
      let tokens = start - 1..<start + 1
      return Quantity(
        low: -figure.low, high: -figure.low, bound: .exact, unit: "degree", counted: nil, tokens: tokens, phrase: tokens
      )
    }
    if let tokens = magnitude(at: figure.tokens, in: words, within: tokens) {
      return Quantity(
        low: figure.low, high: figure.high, bound: .exact, unit: "magnitude", counted: nil, tokens: tokens,
        phrase: tokens)
    }
    var (unit, counted, last) = matter(of: figure.tokens, in: words, within: tokens)
    if unit == nil, let before { unit = QuantityLexicon.currencies[before] }
    if unit == nil, counted == nil { counted = toldBefore(start, in: words, within: tokens) }
    // *Fetched 2.2 million*: of what, the readers know.
    if unit == nil, counted == nil, figure.low >= 1e5, lexicon.scales[words[last - 1].norm] != nil { unit = "amount" }
    // Years, dates and bare ordinals of a list are no quantities.
    if unit == nil, counted == nil { return nil }
    // *The 1200 block of Main Street*: which one, and not how many.
    let follows = last < tokens.upperBound ? words[last].norm : nil
    if counted == "block", figure.low >= 100, follows == "of" { return nil }
    if unit == nil, (1800...2100).contains(figure.low), !words[start].norm.utf8.contains(0x2C) { return nil }
    var quantity = Quantity(
      low: figure.low, high: figure.high, bound: bound(of: start, in: words, within: tokens), unit: unit,
      counted: counted, tokens: figure.tokens, phrase: start..<last)
    if let name = unit, let days = QuantityLexicon.days(in: name) {
      quantity.low *= days
      quantity.high *= days
      quantity.unit = "day"
      addRest(to: &quantity, in: words, within: tokens)
    }
    widen(&quantity, in: words, within: tokens)
    if quantity.tokens.lowerBound > tokens.lowerBound,
      QuantityLexicon.currencies[words[quantity.tokens.lowerBound - 1].norm] != nil
    {
      quantity.phrase = quantity.tokens.lowerBound - 1..<quantity.phrase.upperBound
    }
    return quantity
  }

  /// The unit, or what is counted, and where its words end.
  private func matter(
    of figure: Range<Int>, in words: Words, within tokens: Range<Int>
  ) -> (unit: String?, counted: String?, end: Int) {
    let end = figure.upperBound
    var (counted, last): (String?, Int) = (nil, end)
    for index in end..<max(end, min(end + 4, tokens.upperBound)) {
      // *$54 billion last year*, *$46 as shares fell*: no more of the figure.
      if Self.closing.contains(words[index].norm) || words[index].tag == .det && words[index - 1].norm != "of" { break }
      let lemma = words.lemma(index)
      if let unit = lexicon.unit(lemma) { return (unit, nil, index + 1) }
      if lemma == "per", index + 1 < tokens.upperBound, words[index + 1].norm == "cent" {
        return ("percent", nil, index + 2)
      }
      if words.isPunctuation(index), words[index].norm != "-" { break }
      let tag = words[index].tag
      if tag == .noun || tag == .x && words.isContent(index) {
        (counted, last) = (Stem.of(lemma), index + 1)
        if tag == .noun { break }
      }
      if [.verb, .aux, .adp, .cconj].contains(tag) && words[index].norm != "of" { break }
    }
    // Of *two tank shells* shells are counted.
    if let head = words[end - 1].head, (end..<min(end + 5, tokens.upperBound)).contains(head),
      words[end - 1].relation == .nummod,
      // *21 Republicans*; not *2.9 GHz*.
      words[head].tag == .noun || words[head].tag == .propn && words[head].norm.hasSuffix("s")
    {
      return (nil, Stem.of(words.lemma(head)), head + 1)
    }
    // *Tens of thousands marched*.
    if counted == nil, isScale(figure.lowerBound, in: words),
      [.nsubj, .nsubjPass, .nmod].contains(words[end - 1].relation)
    {
      return (nil, Stem.of("people"), end)
    }
    return (nil, counted, last)
  }

  private static let closing: Set<String> = ["last", "this", "next", "as", "where", "when", "who", "which", "that"]

  /// What is counted, where it stands before: *a population of more than 90,000*, *the toll rose to 12*, *put the number of
  /// protesters killed at 15*.
  private func toldBefore(_ figure: Int, in words: Words, within tokens: Range<Int>) -> String? {
    let near = max(tokens.lowerBound, figure - 8)..<figure
    if near.contains(where: { ["population", "toll", "custody"].contains(words[$0].norm) }) {
      return Stem.of("people")
    }
    guard figure > tokens.lowerBound, ["at", "to"].contains(words[figure - 1].norm),
      let number = (max(tokens.lowerBound, figure - 10)..<figure).last(where: { words[$0].norm == "number" })
    else { return nil }
    let noun = number + 2
    let isNamed = noun < figure && words[noun - 1].norm == "of" && words[noun].tag == .noun
    return Stem.of(isNamed ? words.lemma(noun) : "people")
  }

  private func bound(of figure: Int, in words: Words, within tokens: Range<Int>) -> Quantity.Bound {
    let end = figure - (figure > tokens.lowerBound && words[figure - 1].norm == "$" ? 1 : 0)
    let comparator = lexicon.comparators.last { comparator in
      let start = end - comparator.words.count
      return start >= tokens.lowerBound
        && comparator.words.indices.allSatisfy { words[start + $0].norm == comparator.words[$0] }
    }
    return comparator?.bound ?? .exact
  }

  /// *Three hours and ten minutes* is one length.
  private func addRest(to quantity: inout Quantity, in words: Words, within tokens: Range<Int>) {
    let next = quantity.phrase.upperBound
    guard next + 2 < tokens.upperBound, words[next].norm == "and",
      let rest = FigureReader(words).figure(at: next + 1, end: tokens.upperBound),
      !rest.isScore, rest.tokens.upperBound < tokens.upperBound,
      let unit = lexicon.unit(words.lemma(rest.tokens.upperBound)), let days = QuantityLexicon.days(in: unit),
      rest.high * days < quantity.low
    else { return }
    quantity.low += rest.low * days
    quantity.high += rest.high * days
    quantity.tokens = quantity.tokens.lowerBound..<rest.tokens.upperBound + 1
    quantity.phrase = quantity.phrase.lowerBound..<rest.tokens.upperBound + 1
  }

  /// *Tens of thousands*, *several dozen*: an order of size, not a figure.
  private func widen(_ quantity: inout Quantity, in words: Words, within tokens: Range<Int>) {
    let start = quantity.tokens.lowerBound
    guard lexicon.scales[words[start].norm] != nil else { return }
    if isScale(start, in: words) {
      quantity.high *= 10
      quantity.bound = .about
      if start - 2 >= tokens.lowerBound, words[start - 1].norm == "of", let times = Self.orders[words[start - 2].norm] {
        quantity.low *= times
        quantity.high *= times
        quantity.phrase = start - 2..<quantity.phrase.upperBound
      }
    }
    // Three to seven of them.
    if start > tokens.lowerBound, ["several", "few"].contains(words[start - 1].norm) {
      quantity.low *= 3
      quantity.high *= 7
      quantity.tokens = start - 1..<quantity.tokens.upperBound
      quantity.phrase = start - 1..<quantity.phrase.upperBound
    }
  }

  private static let orders = ["tens": 10.0, "dozens": 12, "hundreds": 100]

  /// *Hundreds*, *thousands*.
  private func isScale(_ index: Int, in words: Words) -> Bool {
    lexicon.scales[words[index].norm] != nil && words[index].norm.hasSuffix("s")
  }

  /// Whether a figure tells which one: by the parse, or behind letters that stand for a name; or is itself one, as in
  /// *Ground Zero*.
  private func isPartOfName(_ index: Int, in words: Words) -> Bool {
    if words[index].tag == .propn, words.isCapitalised(index), words.isCapitalised(index - 1) { return true }
    guard (0x30...0x39).contains(words[index].norm.utf8.first ?? 0), words.isCapitalised(index - 1) else {
      return false
    }
    let letters = words.text.text[words[index - 1].span]
    return words[index].head == index - 1 || letters.utf8.count > 1 && letters.allSatisfy { $0.isUppercase }
  }

  /// *Magnitude 5.9*, *a magnitude of 5.9*, *a 5.9-magnitude quake*.
  private func magnitude(at figure: Range<Int>, in words: Words, within tokens: Range<Int>) -> Range<Int>? {
    guard figure.count == 1 else { return nil }
    let at = figure.lowerBound
    if at + 2 < tokens.upperBound, words[at + 1].norm == "-", words[at + 2].norm == "magnitude" { return at..<at + 3 }
    guard let before = (max(tokens.lowerBound, at - 2)..<at).first(where: { words[$0].norm == "magnitude" }),
      before + 1 == at || ["-", "of"].contains(words[at - 1].norm)
    else { return nil }
    return before..<at + 1
  }
}
