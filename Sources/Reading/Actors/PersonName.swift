/// A person's name in its parts, folded.
struct PersonName: Hashable, Sendable {
  /// Given names, initials, patronymics and particles, in order.
  var given: [String]
  var surname: String

  /// - Parameter words: folded words of the name; generations (`jr`), degrees (`md`) and courtesy titles are dropped.
  init?(_ words: [String]) {
    var words = words.filter { !Self.ignored.contains($0) }
    guard let last = words.popLast() else { return nil }
    surname = last
    given = words
  }

  var words: [String] { given + [surname] }

  /// Given names without particles (`van`, `de`, `bin`); *Ben* before the rest is a given name.
  var properGiven: [String] {
    given.enumerated().filter { !Self.particles.contains($1) || $0 == 0 && $1 == "ben" }.map(\.element)
  }

  /// Whether two names can be one person's: the rule that says so, or `nil` where surnames differ or given names
  /// contradict each other.
  func rule(for other: PersonName, spelling: NameSpelling) -> String? {
    if surname == other.surname, given == other.given { return "same name" }
    let (mine, theirs) = (properGiven, other.properGiven)
    if spelling.same(surname, other.surname) {
      if mine.isEmpty || theirs.isEmpty { return surname == other.surname ? "surname" : "surname, other spelling" }
      guard Self.agree(mine, theirs, spelling) else { return nil }
      return surname == other.surname && mine == theirs ? "same name" : "surname and given name"
    }
    // "Kim Jong-un" and "Jong-un Kim": the same words in another order.
    if words.count >= 2, words.count == other.words.count, Set(words) == Set(other.words) { return "same words" }
    // "Iran-Nejad" and "Irannejad": the same letters, however parted.
    if words.count >= 2, other.words.count >= 2, words.joined() == other.words.joined() { return "same letters" }
    // A part of the name that is not its last: "Kim", "Vladimir Vladimirovich".
    if words.count == 1 || other.words.count == 1 { return nil }
    let (short, long) = words.count < other.words.count ? (self, other) : (other, self)
    if short.words.count >= 2, short.words.count < long.words.count, Self.contains(short.words, in: long.words) {
      return "part of the name"
    }
    return nil
  }

  /// Whether given names agree: the first ones, or one's first among the other's.
  private static func agree(_ mine: [String], _ theirs: [String], _ spelling: NameSpelling) -> Bool {
    guard let first = mine.first, let other = theirs.first else { return true }
    if spelling.sameGiven(first, other) { return true }
    return theirs.dropFirst().contains { $0.utf8.count > 1 && spelling.sameGiven(first, $0) }
      || mine.dropFirst().contains { $0.utf8.count > 1 && spelling.sameGiven(other, $0) }
  }

  /// Whether `short` stands in `long` as one run.
  static func contains(_ short: [String], in long: [String]) -> Bool {
    guard short.count <= long.count else { return false }
    return (0...(long.count - short.count)).contains { start in
      zip(short, long[start...]).allSatisfy { $0 == $1 }
    }
  }

  /// Whether the last word is a patronymic: "Vladimir Vladimirovich".
  var endsInPatronymic: Bool {
    given.count == 1 && surname.utf8.count >= 7
      && ["ovich", "evich", "ovych", "yovych", "ovna", "evna", "ivna"].contains(where: surname.hasSuffix)
  }

  /// The gender that its given names tell of.
  var gender: Gender? {
    for word in words { if let gender = Gender.ofSlavicEnding(word) { return gender } }
    for word in properGiven.prefix(2) where word.utf8.count > 2 {
      if let gender = Gender.ofGivenName(word) { return gender }
    }
    return nil
  }

  private static let particles: Set<String> = [
    "van", "von", "der", "den", "de", "da", "di", "del", "della", "la", "le", "du", "dos", "das", "bin", "ibn", "al",
    "el", "ben",
    "abu", "ter", "ten", "zu", "af",
  ]
  private static let ignored: Set<String> = [
    "jr", "sr", "ii", "iii", "iv", "md", "phd", "esq", "mr", "mrs", "ms", "dr", "sir", "mp", "qc", "kc", "obe", "mbe",
    "cbe",
  ]
}
