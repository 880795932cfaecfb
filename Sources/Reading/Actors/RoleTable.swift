/// Words for what people are: titles, offices, trades.
struct RoleTable: Sendable {
  static let shared = RoleTable(EmbeddedTable.roles)

  /// Index of a class of roles (`president`, `minister`).
  typealias Class = Int

  struct Entry: Sendable {
    /// Norms of its tokens.
    var words: [String]
    /// `nil` for a courtesy title (`Mr.`), which tells the gender alone.
    var roleClass: Class?
    var gender: Gender?
    var isPlural: Bool
    /// Whether it may stand before a name.
    var isTitle: Bool
  }

  private(set) var entries: [Entry] = []
  private var byFirst: [String: [Int]] = [:]
  private var byLast: [String: [Int]] = [:]
  private var classes: [String: Class] = [:]
  private var covered: [Set<Class>] = []

  init(_ table: EmbeddedTable) {
    for fields in table.rows() where fields.count >= 2 {
      if fields[0].hasPrefix(">") {
        let wide = roleClass(named: fields[0].dropFirst())
        for narrow in fields.dropFirst() { covered[wide].insert(roleClass(named: narrow)) }
      } else if fields.count >= 4 {
        addEntry(fields)
      }
    }
    for (first, indices) in byFirst {
      byFirst[first] = indices.sorted { (entries[$1].words.count, $0) < (entries[$0].words.count, $1) }
    }
    for (last, indices) in byLast {
      byLast[last] = indices.sorted { (entries[$1].words.count, $0) < (entries[$0].words.count, $1) }
    }
  }

  private mutating func addEntry(_ fields: [Substring]) {
    let isPlural = fields[1].hasPrefix("+")
    let name = isPlural ? fields[1].dropFirst() : fields[1]
    let gender: Gender? = fields[2] == "m" ? .masculine : fields[2] == "f" ? .feminine : nil
    var spellings = [fields[0].split(separator: " ").map(String.init)]
    // Tokenisers differ on hyphens: keep the word whole and in pieces.
    if fields[0].contains("-") {
      spellings.append(
        fields[0].split(separator: " ").flatMap { word -> [String] in
          word.split(separator: "-").map(String.init).joinedByHyphens()
        })
    }
    for words in spellings {
      guard let first = words.first, let last = words.last else { continue }
      byFirst[first, default: []].append(entries.count)
      byLast[last, default: []].append(entries.count)
      entries.append(
        Entry(
          words: words, roleClass: name == "-" ? nil : roleClass(named: name), gender: gender, isPlural: isPlural,
          isTitle: fields[3] == "t"))
    }
  }

  private mutating func roleClass(named name: Substring) -> Class {
    let name = String(name)
    if let known = classes[name] { return known }
    let new = covered.count
    classes[name] = new
    covered.append([])
    return new
  }

  /// The class of that name, if the table has it.
  func named(_ name: String) -> Class? { classes[name] }

  /// The longest entry whose words begin at `index`.
  func match(_ text: ActorText, from index: Int, before end: Int) -> Entry? {
    guard let candidates = byFirst[text.norm(index)] else { return nil }
    for candidate in candidates {
      let words = entries[candidate].words
      if index + words.count <= end, text.reads(words, at: index) { return entries[candidate] }
    }
    return nil
  }

  /// The longest entry whose words end before `end`.
  func match(_ text: ActorText, endingAt end: Int, after start: Int) -> Entry? {
    guard end > start, let candidates = byLast[text.norm(end - 1)] else { return nil }
    for candidate in candidates {
      let words = entries[candidate].words
      if end - words.count >= start, text.reads(words, at: end - words.count) { return entries[candidate] }
    }
    return nil
  }

  /// Whether a word, in any case, is what one person is: *governor*, not *state*, which only ends *secretary of state*.
  func namesPerson(_ word: some StringProtocol) -> Bool {
    (byLast[word.lowercased()] ?? []).contains { !entries[$0].isPlural && !entries[$0].words.contains("of") }
  }

  /// Whether `wide` may stand for somebody whose role is `narrow`.
  func covers(_ wide: Class, _ narrow: Class) -> Bool {
    wide == narrow || covered[wide].contains(narrow)
  }
}

extension [String] {
  /// `["a", "b"]` as the tokens of `a-b`.
  fileprivate func joinedByHyphens() -> [String] {
    var tokens: [String] = []
    for (index, piece) in enumerated() {
      if index > 0 { tokens.append("-") }
      tokens.append(piece)
    }
    return tokens
  }
}
