/// What an alignment of two names shows, as numbers that can be weighed and as a reason in words.
package struct NameEvidence {
  /// The columns of ``values``, in order.
  package static let names = [
    "bias", "all words agree", "conflicting words", "second conflict", "extra words", "agreeing words", "variant",
    "sound",
    "nickname", "initial", "joined", "misspelling", "misspelling of known word", "misspelling in short word", "similar",
    "surnames differ", "surname unsure", "given names differ", "given name unsure", "letters in common",
    "numbers differ",
    "legal forms differ", "one word", "organisation conflict", "organisation extra", "places differ", "extra place",
    "reordered",
    "second misspelling", "surname extra",
  ]

  package private(set) var values: [Double]
  /// Why they may be one.
  private(set) var reason: String
  /// Why they may not.
  private(set) var obstacle: String
  private(set) var isSure: Bool

  init(_ left: PreparedName, _ right: PreparedName, _ alignment: NameAlignment) {
    var value = Dictionary(uniqueKeysWithValues: Self.names.map { ($0, 0.0) })
    let leftAlone = alignment.leftAlone.map { alignment.left[$0] }
    let rightAlone = alignment.rightAlone.map { alignment.right[$0] }
    let leftWeight = leftAlone.reduce(0) { $0 + $1.weight }
    let rightWeight = rightAlone.reduce(0) { $0 + $1.weight }
    let organisation = left.isOrganisation || right.isOrganisation
    let conflict = min(leftWeight, rightWeight)
    value["bias"] = 1
    value["conflicting words"] = min(conflict, 1)
    value["second conflict"] = min(max(conflict - 1, 0), 1)
    let extra = abs(leftWeight - rightWeight)
    value["extra words"] = min(extra, 3)
    var worst = NameAlignment.Tie.exact
    var agreeing = 0.0
    var misspellings = 0
    for pair in alignment.pairs {
      let (one, other) = (alignment.left[pair.left], alignment.right[pair.right])
      agreeing += min(one.weight, other.weight) * pair.tie.strength
      worst = max(worst, pair.tie)
      switch pair.tie {
      case .exact, .joined: break
      case .variant: value["variant", default: 0] += 1
      case .sound: value["sound", default: 0] += 1
      case .nickname: value["nickname", default: 0] += 1
      case .initial: value["initial", default: 0] += 1
      case .misspelling:
        misspellings += 1
        value["misspelling", default: 0] += 1
        if one.isKnown, other.isKnown { value["misspelling of known word", default: 0] += 1 }
        if min(one.folded.count, other.folded.count) < 5 { value["misspelling in short word", default: 0] += 1 }
      case .similar:
        misspellings += 1
        value["similar", default: 0] += 1
      }
    }
    value["second misspelling"] = misspellings > 1 ? 1 : 0
    value["agreeing words"] = min(agreeing, 3)
    value["joined"] = alignment.joins > 0 ? 1 : 0
    value["all words agree"] = alignment.leftAlone.isEmpty && alignment.rightAlone.isEmpty && worst == .exact ? 1 : 0
    value["one word"] = min(left.words.count, right.words.count) == 1 ? 1 : 0
    value["letters in common"] = Self.likeness(alignment.left, alignment.right)
    if let kinds = Self.numbers(leftAlone), let others = Self.numbers(rightAlone), kinds != others {
      value["numbers differ"] = 1
    }
    if !left.forms.isEmpty, !right.forms.isEmpty, left.forms.isDisjoint(with: right.forms) {
      value["legal forms differ"] = 1
    }
    let reordered = zip(alignment.pairs, alignment.pairs.dropFirst()).contains {
      ($0.left < $1.left) != ($0.right < $1.right)
    }
    value["reordered"] = reordered ? 1 : 0
    if organisation {
      value["organisation conflict"] = value["conflicting words"]
      value["organisation extra"] = value["extra words"]
    } else {
      Self.weighEnds(alignment, &value)
    }
    if leftAlone.contains(where: \.isPlace), rightAlone.contains(where: \.isPlace), organisation {
      value["places differ"] = 1
    } else if organisation, leftAlone.contains(where: \.isPlace) || rightAlone.contains(where: \.isPlace) {
      value["extra place"] = 1
    }
    values = Self.names.map { value[$0] ?? 0 }
    isSure = conflict == 0 && worst < .misspelling
    reason = Self.reason(left, right, alignment, worst: worst, extra: extra, reordered: reordered)
    obstacle = Self.obstacle(value, agreeing: agreeing)
  }

  /// First and last words of persons' names.
  private static func weighEnds(_ alignment: NameAlignment, _ value: inout [String: Double]) {
    guard
      let last = alignment.left.indices.last(where: { !alignment.left[$0].isParticle }),
      let otherLast = alignment.right.indices.last(where: { !alignment.right[$0].isParticle }),
      let first = alignment.left.indices.first(where: { !alignment.left[$0].isParticle }),
      let otherFirst = alignment.right.indices.first(where: { !alignment.right[$0].isParticle })
    else { return }
    let (leftAlone, rightAlone) = (Set(alignment.leftAlone), Set(alignment.rightAlone))
    if leftAlone.contains(last), rightAlone.contains(otherLast) { value["surnames differ"] = 1 }
    if leftAlone.contains(last) != rightAlone.contains(otherLast) { value["surname extra"] = 1 }
    if leftAlone.contains(first), rightAlone.contains(otherFirst), first != last || otherFirst != otherLast {
      value["given names differ"] = 1
    }
    for pair in alignment.pairs where pair.tie >= .misspelling {
      if pair.left == last || pair.right == otherLast { value["surname unsure"] = 1 }
      if pair.left == first, pair.right == otherFirst, first != last { value["given name unsure"] = 1 }
    }
  }

  /// One less the edit distance of the words run together, by the longer one's length.
  private static func likeness(_ left: [PreparedName.Word], _ right: [PreparedName.Word]) -> Double {
    let one = Array(left.map(\.folded).joined())
    let other = Array(right.map(\.folded).joined())
    let length = max(one.count, other.count)
    guard length > 0, length <= 256 else { return 0 }
    return 1 - Double(editDistance(one, other)) / Double(length)
  }

  private static func numbers(_ words: [PreparedName.Word]) -> Set<Int>? {
    let numbers = Set(words.compactMap(\.number))
    return numbers.isEmpty ? nil : numbers
  }

  private static func reason(
    _ left: PreparedName, _ right: PreparedName, _ alignment: NameAlignment, worst: NameAlignment.Tie, extra: Double,
    reordered: Bool
  ) -> String {
    var parts: [String] = []
    switch worst {
    case .exact, .joined: break
    case .variant: parts.append("variant spelling")
    case .sound: parts.append("transliteration")
    case .nickname: parts.append("nickname")
    case .initial: parts.append("initial")
    case .misspelling: parts.append("misspelling")
    case .similar: parts.append("alike")
    }
    if alignment.joins > 0 { parts.append("joined") }
    if !alignment.leftAlone.isEmpty, !alignment.rightAlone.isEmpty {
      parts.append("mostly agree")
    } else if extra > 0 {
      parts.append("containment")
    }
    if parts.isEmpty {
      if left.wasTransliterated != right.wasTransliterated {
        parts.append("transliteration")
      } else if !left.forms.isEmpty || !right.forms.isEmpty {
        parts.append("legal form")
      } else if reordered {
        parts.append("reordered")
      } else if left.hadTitle || right.hadTitle {
        parts.append("title")
      } else {
        parts.append("case or marks")
      }
    }
    return parts.joined(separator: " + ")
  }

  private static func obstacle(_ value: [String: Double], agreeing: Double) -> String {
    if agreeing == 0 { return "no common word" }
    for name in ["numbers differ", "surnames differ", "given names differ", "places differ", "legal forms differ"]
    where value[name] == 1 { return name }
    if (value["conflicting words"] ?? 0) > 0 { return "words differ" }
    if (value["misspelling"] ?? 0) + (value["similar"] ?? 0) > 0 { return "only alike" }
    return "too little in common"
  }
}
