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
