import Dossier
import Language

/// A surface form of a name, kept once however often it is used.
struct NameForm: Sendable {
  /// As the texts write it, without article, title and possessive.
  var text: String
  /// Folded words.
  var words: [String]
  /// All words run together, without legal suffix: what names of things are compared by.
  var key: String
  /// Whether every letter is upper case.
  var isAllCaps: Bool

  /// One word of two to six capitals: "ISW".
  var isAcronym: Bool { words.count == 1 && isAllCaps && (2...6).contains(key.utf8.count) }
}

/// All surface forms of a set of documents, by number.
struct NameForms: Sendable {
  private(set) var forms: [NameForm] = []
  private var numbers: [String: Int] = [:]

  subscript(number: Int) -> NameForm { forms[number] }

  /// The number of the form that a run of tokens makes. White space inside counts as one space.
  mutating func number(of tokens: Range<Int>, in text: ActorText) -> Int {
    let surface = Self.singleSpaced(text.words(tokens))
    if let known = numbers[surface] { return known }
    var words = Self.nicknameLast(tokens, in: text).filter { text.norm($0) != "'s" }.map { text.key($0) }.filter {
      !$0.isEmpty
    }
    if words.isEmpty { words = [surface] }
    var stem = words
    while stem.count > 1, let last = stem.last, OrganisationWords.shared.legal.contains(last) { stem.removeLast() }
    let letters = surface.utf8.filter { (0x41...0x5A).contains($0 & 0xDF) }
    forms.append(
      NameForm(
        text: surface, words: words,
        key: RegionTable.shared.key(ofAbbreviation: surface) ?? Self.key(of: Self.unshortened(stem, of: surface)),
        isAllCaps: !letters.isEmpty && letters.allSatisfy { $0 < 0x60 }))
    numbers[surface] = forms.count - 1
    return forms.count - 1
  }

  /// *Department of the Treasury* as *Treasury Department*, *U.S. Supreme Court* as *Supreme Court*, *House of Representatives*
  /// as *House*: one body under two names.
  private static func key(of words: [String]) -> String {
    var words = words[...]
    if words.count > 1, words.first == "us", OrganisationWords.shared.national.contains(where: words.contains) {
      words = words.dropFirst()
    }
    if words.elementsEqual(["house", "of", "representatives"]) { return "house" }
    // *Holm crime family*: the Holm family.
    if words.count == 3, let last = words.last, NameGatherer.families.contains(last),
      NameGatherer.crimes.contains(words[words.startIndex + 1])
    {
      return "\(words[words.startIndex])\(last)"
    }
    let rest = words.dropFirst(2)
    guard let body = words.first, ["department", "ministry"].contains(body), words.dropFirst().first == "of",
      !rest.isEmpty
    else { return words.joined() }
    return (rest.first == "the" ? rest.dropFirst() : rest).joined() + body
  }

  /// *LA Times* as *Los Angeles Times*: a city in two capitals before the rest of a name.
  private static func unshortened(_ words: [String], of surface: String) -> [String] {
    guard words.count > 1, surface.utf8.prefix(2).allSatisfy({ (0x41...0x5A).contains($0) || $0 == 0x2E }) else {
      return words
    }
    guard let city = ["la": ["los", "angeles"], "ny": ["new", "york"]][words[0]] else { return words }
    return city + words.dropFirst()
  }

  /// What stands in quotation marks or brackets inside a name is one more given name: "Vincent "The Chin" Gigante".
  private static func nicknameLast(_ tokens: Range<Int>, in text: ActorText) -> [Int] {
    let marks = tokens.filter { ["\"", "'", "“", "”", "‘", "’", "(", ")", "``", "''"].contains(text.norm($0)) }
    guard marks.count == 2, marks[0] > tokens.lowerBound, marks[1] < tokens.upperBound - 1 else { return Array(tokens) }
    let nickname = tokens.filter { $0 > marks[0] && $0 < marks[1] && text.norm($0) != "the" }
    return Array(tokens.lowerBound..<marks[0]) + Array(marks[1] + 1..<tokens.upperBound - 1) + nickname + [
      tokens.upperBound - 1
    ]
  }

  private static func singleSpaced(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0xC2 }) else { return text }
    return text.singleSpaced
  }
}
