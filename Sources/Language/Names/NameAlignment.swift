/// Which word of one name answers which word of another, and how.
struct NameAlignment {
  /// Why two words may be one, from sure to unsure.
  enum Tie: Int, Comparable, Sendable {
    case exact, variant, sound, nickname, initial, joined, misspelling, similar

    static func < (left: Tie, right: Tie) -> Bool { left.rawValue < right.rawValue }

    /// How much of a whole word it counts.
    var strength: Double {
      switch self {
      case .exact: 1
      case .variant: 0.95
      case .sound, .joined: 0.9
      case .nickname: 0.85
      case .initial: 0.8
      case .misspelling: 0.75
      case .similar: 0.5
      }
    }
  }

  struct Pair: Sendable {
    var left: Int
    var right: Int
    var tie: Tie
  }

  private(set) var left: [PreparedName.Word]
  private(set) var right: [PreparedName.Word]
  private(set) var pairs: [Pair] = []
  private(set) var leftAlone: [Int] = []
  private(set) var rightAlone: [Int] = []
  private(set) var joins = 0

  /// Aligns the words one to one, surest ties first, whatever their order.
  init(_ first: PreparedName, _ second: PreparedName) {
    left = first.words
    right = second.words
    joins += Self.join(&left, to: right)
    joins += Self.join(&right, to: left)
    var candidates: [Pair] = []
    for (row, one) in left.enumerated() {
      for (column, other) in right.enumerated() {
        if let tie = Self.tie(one, other) { candidates.append(Pair(left: row, right: column, tie: tie)) }
      }
    }
    candidates.sort {
      if $0.tie != $1.tie { return $0.tie < $1.tie }
      let (near, far) = (abs($0.left - $0.right), abs($1.left - $1.right))
      return near != far ? near < far : ($0.left, $0.right) < ($1.left, $1.right)
    }
    var (usedLeft, usedRight) = (Set<Int>(), Set<Int>())
    for pair in candidates where !usedLeft.contains(pair.left) && !usedRight.contains(pair.right) {
      pairs.append(pair)
      usedLeft.insert(pair.left)
      usedRight.insert(pair.right)
    }
    leftAlone = left.indices.filter { !usedLeft.contains($0) }
    rightAlone = right.indices.filter { !usedRight.contains($0) }
    dropRepeats()
  }

  /// A word that a name merely repeats is not alone.
  private mutating func dropRepeats() {
    leftAlone.removeAll { index in
      left.indices.contains { $0 != index && left[$0].folded == left[index].folded } && rightAlone.isEmpty
    }
    rightAlone.removeAll { index in
      right.indices.contains { $0 != index && right[$0].folded == right[index].folded } && leftAlone.isEmpty
    }
  }

  /// Joins neighbours of `words` that together spell one of `others`; returns how many joins were made.
  private static func join(_ words: inout [PreparedName.Word], to others: [PreparedName.Word]) -> Int {
    var joins = 0
    var index = 0
    while index < words.count {
      for length in stride(from: min(4, words.count - index), through: 2, by: -1) {
        let parts = words[index..<index + length]
        let whole = Array(parts.map(\.folded).joined())
        guard
          let other = others.first(where: {
            $0.folded == whole || whole.count > 6 && editDistance($0.folded, whole) <= 1
          }),
          !parts.contains(where: { part in others.contains { $0.folded == part.folded } })
        else { continue }
        words.replaceSubrange(index..<index + length, with: [other])
        joins += 1
        break
      }
      index += 1
    }
    return joins
  }

  private static func tie(_ one: PreparedName.Word, _ other: PreparedName.Word) -> Tie? {
    if one.folded == other.folded { return .exact }
    if let number = one.number, let second = other.number { return number == second ? .exact : nil }
    if one.isInitials || other.isInitials {
      let (letters, word) = one.isInitials ? (one.folded, other.folded) : (other.folded, one.folded)
      return letters.first == word.first && letters.count == 1 ? .initial : nil
    }
    if one.groups.contains(where: other.groups.contains) { return .variant }
    if min(one.folded.count, other.folded.count) >= 3, one.close == other.close { return .sound }
    if NameVariants.embedded.areNicknames(one.folded, other.folded) { return .nickname }
    return misspelling(one, other)
  }

  private static func misspelling(_ one: PreparedName.Word, _ other: PreparedName.Word) -> Tie? {
    let (shorter, longer) = (min(one.folded.count, other.folded.count), max(one.folded.count, other.folded.count))
    guard shorter >= 2, longer - shorter <= 3 else { return nil }
    let distance = editDistance(one.folded, other.folded)
    let sameSound = !one.loose.isEmpty && one.loose == other.loose
    if distance == 1, longer >= 4 || sameSound { return .misspelling }
    if distance == 2, longer >= 7 || sameSound { return .misspelling }
    if sameSound, shorter >= 4 { return .similar }
    if distance == 1 || distance == 2 && longer >= 5 || distance == 3 && longer >= 8 { return .similar }
    return nil
  }
}
