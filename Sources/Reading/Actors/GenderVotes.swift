/// What the pronouns of a text, tied once, say of the gender of its actors, so that a second look may know it from the start.
struct GenderVotes {
  private var counts: [Int: (masculine: Int, feminine: Int)] = [:]
  private var chosen: [Int: Int] = [:]

  var isEmpty: Bool { chosen.isEmpty }

  /// Counts the pronoun at a token for the actor that it was tied to.
  mutating func add(_ actor: Int, _ gender: Gender, at token: Int) {
    chosen[token] = actor
    switch gender {
    case .masculine: counts[actor, default: (0, 0)].masculine += 1
    case .feminine: counts[actor, default: (0, 0)].feminine += 1
    }
  }

  /// 0: none; 1 and 2: one, or more, pronouns of this gender than of the other; 3 and 4: of the other gender; 5: as many.
  /// - Parameter token: the pronoun asked about, which has no vote.
  func leaning(_ actor: Int, _ gender: Gender, except token: Int) -> Int {
    guard let votes = counts[actor] else { return 0 }
    var (same, other) = gender == .masculine ? votes : (votes.feminine, votes.masculine)
    if chosen[token] == actor { same -= 1 }
    if same == other { return same == 0 ? 0 : 5 }
    return same > other ? min(same - other, 2) : 2 + min(other - same, 2)
  }
}
