internal import Dossier
internal import Language

/// Which property of which thing a figure gives.
extension NumberJudge {
  /// The thing whose price, share, size or length a figure is: *a fine of $60,000*, *a 40 percent stake*, *the talks lasted
  /// two hours*.
  func measures(_ quantity: Quantity, in claim: Claim) -> Int? {
    let words = claim.words
    func thing(_ index: Int?) -> Int? {
      index.flatMap { words[$0].tag == .noun && !words[$0].isName ? words[$0].term : nil }
    }
    var current = quantity.phrase.lowerBound
    for _ in 0..<4 {
      guard let head = words[current].head else { return nil }
      if !quantity.phrase.contains(head) {
        guard quantity.unit == "day", words[head].tag == .verb else { return thing(head) }
        // *After two hours of talks*.
        if let of = words.dependent(of: current, [.nmod]) { return thing(of) }
        return Self.lasting.contains(words[head].lemma) ? thing(subject(of: head, in: words)) : nil
      }
      current = head
    }
    return nil
  }

  private static let lasting: Set<String> = ["last", "take", "run", "continue", "drag", "stretch", "go", "span"]

  /// Whether two figures of one unit measure one property, which has one value whatever is said of it.
  func isOneMeasure(_ left: Quantity, _ right: Quantity, in pair: ClaimPair) -> Bool {
    guard pair.tie > 2.5, !isOfAnother(left, in: pair.left),
      !isOfAnother(right, in: pair.right)
    else {
      return false
    }
    switch left.unit {
    case "magnitude", "degree": return true
    case "kilometer", "mile":
      guard let place = reference(of: left, in: pair.left) else { return false }
      return place == reference(of: right, in: pair.right)
    case nil:
      return isPopulation(left, in: pair.left) && isPopulation(right, in: pair.right)
    default: return false
    }
  }

  /// Whether one of several is measured: *the last major quake, of magnitude 6.4*.
  func isOfAnother(_ quantity: Quantity, in claim: Claim) -> Bool {
    let near = max(0, quantity.tokens.lowerBound - 8)..<min(claim.words.count, quantity.tokens.upperBound + 4)
    return near.contains { !quantity.tokens.contains($0) && Self.others.contains(claim.words[$0].norm) }
  }

  private static let others: Set<String> = ["last", "previous", "earlier", "another", "second", "later", "since"]

  /// *The 15-inch model*: which one.
  func isName(_ quantity: Quantity, in claim: Claim) -> Bool {
    claim.words[quantity.phrase].contains { $0.norm == "-" }
  }

  /// Whether both only tell which of several is meant: an account that has an 11-inch and a 13-inch model gives no size.
  func areNames(_ left: Quantity, _ right: Quantity, in pair: ClaimPair) -> Bool {
    guard let unit = left.unit, !["magnitude", "day", "percent"].contains(unit) else { return false }
    return pair.background.counts[unit, default: 0] > 1 && isName(left, in: pair.left) && isName(right, in: pair.right)
  }

  /// Whether the document of a claim gives a figure too that the claim itself does not: so it tells of two things.
  func isKnown(_ figure: Quantity, to claim: Claim, in pair: ClaimPair) -> Bool {
    guard pair.isBetweenDocuments, let unit = figure.unit,
      unit == "magnitude" || QuantityLexicon.isMoney(unit) || figure.low.rounded() != figure.low
    else { return false }
    return pair.background.measures[claim.passage.document.index]?[unit]?.contains(figure.low) ?? false
  }

  /// Whether the smaller one counts what is one's share of the larger one: *eight children by a wife and a neighbour* / *three
  /// children with a neighbour*.
  func isShareOf(_ left: Quantity, _ right: Quantity, in pair: ClaimPair) -> Bool {
    guard left.unit == nil, left.counted == right.counted else { return false }
    let (whole, all, part, some) =
      left.low > right.low ? (left, pair.left, right, pair.right) : (right, pair.right, left, pair.left)
    let near = whole.phrase.upperBound..<min(all.words.count, whole.phrase.upperBound + 10)
    let with = max(0, part.tokens.lowerBound - 10)..<min(some.words.count, part.tokens.upperBound + 10)
    let named = Set(with.filter { some.words.hasCase(Self.sharing, at: $0) }.compactMap { some.words[$0].term })
    return near.contains { other in
      guard all.words[other].relation == .conj, let head = all.words[other].head, near.contains(head),
        all.words.hasCase(Self.sharing, at: head), let one = all.words[head].term, let another = all.words[other].term
      else { return false }
      return named.contains(one) && some.weight(of: another) == 0
        || named.contains(another) && some.weight(of: one) == 0
    }
  }

  /// By which is told with whom, or of whose, something is.
  private static let sharing: Set<String> = ["by", "from", "with"]

  /// The place from which a distance is told: *700 miles south of Norburg*.
  func reference(of distance: Quantity, in claim: Claim) -> Int? {
    let after = distance.tokens.upperBound..<min(claim.words.count, distance.tokens.upperBound + 10)
    guard let word = after.first(where: { claim.words[$0].actor != nil }),
      claim.words[after.lowerBound..<word].contains(where: { ["of", "from"].contains($0.norm) })
    else { return nil }
    return claim.words[word].actor
  }

  /// Whether neither is told of something, or from a place, that is known to be another than the other's.
  func areMeasuredAlike(_ left: Quantity, _ right: Quantity, in pair: ClaimPair) -> Bool {
    guard let one = reference(of: left, in: pair.left), let other = reference(of: right, in: pair.right) else {
      return true
    }
    return one == other
  }

  /// *Home to 100,000 people*, *has about 200,000 residents*, *a population of 90,000*.
  private func isPopulation(_ quantity: Quantity, in claim: Claim) -> Bool {
    let before = claim.words[max(0, quantity.tokens.lowerBound - 4)..<quantity.tokens.lowerBound]
    if before.contains(where: { $0.lemma == "population" }) { return true }
    guard let counted = quantity.counted, Self.inhabitants.contains(counted) else { return false }
    return before.contains { $0.lemma == "home" || $0.lemma == "have" && counted != Stem.of("people") }
  }

  static let inhabitants = Set(["people", "resident", "inhabitant"].map(Stem.of))
}
