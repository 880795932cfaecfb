internal import Dossier
internal import Language

/// Which of several like things a figure is of, as far as the words around it tell: the main shock, one that followed, that of
/// nine in the evening, or what is usual there.
struct Occasion: Sendable {
  /// Whether it tells how such things mostly are, and not how one was.
  var isUsual: Bool
  /// Whether what it is of is told from others of its kind by order.
  var isOneOfSeveral: Bool

  init(of figure: Range<Int>, in claim: Claim) {
    let words = claim.words
    let clause = Self.clause(around: figure, in: words)
    isUsual = clause.contains { Self.usual.contains(words[$0].norm) }
    isOneOfSeveral =
      clause.contains { Self.following.contains(words[$0].lemma) }
      || Self.holders(of: figure, in: words).contains { holder in
        !Happening.tellingApart(holder, in: claim).isDisjoint(with: Self.before)
      }
  }

  /// What a figure hangs on, up to its verb, and that verb's subject.
  private static func holders(of figure: Range<Int>, in words: [Claim.Word]) -> [Int] {
    var found: [Int] = []
    var current = figure.lowerBound
    for _ in 0..<6 {
      guard let head = words[current].head else { break }
      if !figure.contains(head) { found.append(head) }
      current = head
      if words[head].tag == .verb {
        return found + [words.dependent(of: head, [.nsubj, .nsubjPass])].compactMap(\.self)
      }
    }
    return found
  }

  /// Whether nothing in either sentence says that its figure is of another thing than the other's.
  static func mayBeOne(_ left: Range<Int>, _ right: Range<Int>, in pair: ClaimPair) -> Bool {
    let (one, other) = (Occasion(of: left, in: pair.left), Occasion(of: right, in: pair.right))
    return one.isUsual == other.isUsual && one.isOneOfSeveral == other.isOneOfSeveral && areOfOneHour(pair)
      && areOfOneAge(pair)
  }

  /// Whether the times of day of two sentences, where both give some, can be one: outlets differ by minutes, not by hours.
  private static func areOfOneHour(_ pair: ClaimPair) -> Bool {
    pair.left.clocks.isEmpty || pair.right.clocks.isEmpty
      || pair.left.clocks.contains { one in pair.right.clocks.contains { one.distance(to: $0) <= hour } }
  }

  private static let hour = 60

  /// Whether not the one tells of a month or a year and the other of a day.
  private static func areOfOneAge(_ pair: ClaimPair) -> Bool {
    let (one, other) = (pair.left.toldTimes, pair.right.toldTimes)
    guard !one.isEmpty, !other.isEmpty else { return true }
    return one.allSatisfy(\.isCoarse) == other.allSatisfy(\.isCoarse)
  }

  /// The words between the marks around a figure.
  private static func clause(around figure: Range<Int>, in words: [Claim.Word]) -> Range<Int> {
    let isMark = { (index: Int) in [",", ";", ":", "(", ")", "–", "—", "--"].contains(words[index].norm) }
    let start = words[..<figure.lowerBound].indices.last(where: isMark).map { $0 + 1 } ?? 0
    let end = words[figure.upperBound...].indices.first(where: isMark) ?? words.count
    return max(start, figure.lowerBound - 12)..<min(end, figure.upperBound + 12)
  }

  private static let usual: Set<String> = [
    "average", "averages", "common", "commonly", "frequent", "frequently", "generally", "normal", "normally", "often",
    "ordinarily", "regularly", "routinely", "typical", "typically", "usual", "usually",
  ]
  private static let before: Set<String> = ["previous", "previously", "earlier", "last", "latest", "another", "ago"]
  private static let following: Set<String> = ["aftershock", "follow", "foreshock", "precede"]
}
