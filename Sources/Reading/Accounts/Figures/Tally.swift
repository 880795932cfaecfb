internal import Language

/// The outcome of a vote: *passed it 64-34*, *by a vote of 61 to 37*.
struct Tally: Sendable {
  /// The larger number first, as votes are told by who won.
  var first: Double
  var second: Double
  var tokens: Range<Int>

  var all: Double { first + second }

  /// Whether two can be of one body: hardly anybody stays away from one vote and not from the other.
  func isOfOneBody(as other: Tally) -> Bool { abs(all - other.all) <= max(3, 0.03 * max(all, other.all)) }

  func isSame(as other: Tally) -> Bool { first == other.first && second == other.second }

  /// The tallies among words that tell of a vote; scores of games are none.
  static func tallies(in words: [Claim.Word]) -> [Tally] {
    guard words.contains(where: { (0x30...0x39).contains($0.norm.utf8.first ?? 0) }),
      words.contains(where: { voting.contains($0.lemma) })
    else { return [] }
    return words.indices.compactMap { index in
      guard let tally = joined(words[index].norm, at: index) ?? spread(index, in: words), tally.second >= 3,
        tally.first >= tally.second
      else { return nil }
      return tally
    }
  }

  /// *64-34* as one word.
  private static func joined(_ norm: String, at index: Int) -> Tally? {
    let parts = norm.split { $0 == "-" || $0 == "–" }
    guard parts.count == 2, let first = Double(parts[0]), let second = Double(parts[1]) else { return nil }
    return Tally(first: first, second: second, tokens: index..<index + 1)
  }

  /// *64 - 34*, *61 to 37*, *12 votes to 7*.
  private static func spread(_ index: Int, in words: [Claim.Word]) -> Tally? {
    guard let first = figure(words[index].norm) else { return nil }
    var next = index + 1
    if next < words.count, words[next].lemma == "vote" { next += 1 }
    guard next + 1 < words.count, ["-", "–", "to", "against"].contains(words[next].norm),
      let second = figure(words[next + 1].norm)
    else { return nil }
    // *From 61 to 37*, *61 to 37 percent*.
    if index > 0, ["from", "$"].contains(words[index - 1].norm) { return nil }
    if next + 2 < words.count, ["percent", "%", "per", "million", "billion"].contains(words[next + 2].norm) {
      return nil
    }
    return Tally(first: first, second: second, tokens: index..<next + 2)
  }

  private static func figure(_ norm: String) -> Double? {
    norm.utf8.allSatisfy { (0x30...0x39).contains($0) }
      ? Double(norm) : FigureReader.plain(norm).flatMap { $0 < 100 ? $0 : nil }
  }

  private static let voting: Set<String> = [
    "vote", "pass", "approve", "clear", "reject", "override", "carry", "tally", "adopt", "confirm", "defeat", "ratify",
    "bill", "measure", "motion", "margin",
  ]
}
