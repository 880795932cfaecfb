import Dossier

/// Picks, of the mentions inside the words that name a speaker, the one whose actor speaks.
enum SpeakerMention {
  /// - Parameters:
  ///   - speaker: the words that name the speaker: "Kremlin spokesman Dmitry Peskov, a veteran of …".
  ///   - mentions: of one document, in order of start.
  ///   - isPerson: whether a mention's actor is a person.
  /// - Returns: an index into `mentions`; `nil` where the head of the words is nobody who is known.
  static func index(
    of speaker: Span, among mentions: [Mention], in text: SourceText, isPerson: (Int) -> Bool
  ) -> Int? {
    var place = mentions.partitioningIndex { $0.span.start >= speaker.start }
    // One that began before may reach in: the mention is longer than the speaker's words.
    if place > 0, mentions[place - 1].span.end >= speaker.end { return place - 1 }
    if let named = antecedent(of: speaker, before: place, among: mentions, in: text, isPerson: isPerson) {
      return named
    }
    var inside: [Int] = []
    while place < mentions.count, mentions[place].span.start < speaker.end {
      inside.append(place)
      place += 1
    }
    if let same = inside.first(where: { mentions[$0].span == speaker }) { return same }
    for index in inside where isPerson(index) && mentions[index].kind != .pronoun {
      let span = mentions[index].span
      if isHead(span, of: speaker, text), !describesNoun(upTo: Int(span.end), speaker, text) { return index }
    }
    // A place or a body speaks itself only where no other noun follows: not in "White House officials".
    for index in inside where !isPerson(index) || mentions[index].kind == .pronoun {
      let span = mentions[index].span
      // *A Democrat said*: one of many, who is not named.
      if mentions[index].kind == .name, NameGatherer.members.contains(text[span].lowercased()) { continue }
      if isHead(span, of: speaker, text), endsHead(at: Int(span.end), speaker, text) { return index }
    }
    if let giver = giver(of: speaker, from: place, among: mentions, in: text, isPerson: isPerson) { return giver }
    return apposition(to: speaker, from: place, among: mentions, in: text, isPerson: isPerson)
  }

  /// *His sister, Anna Holm, said*, *a lawyer for the family, Anna Holm, said*: the name set beside who is told by what she
  /// is.
  private static func apposition(
    to speaker: Span, from place: Int, among mentions: [Mention], in text: SourceText, isPerson: (Int) -> Bool
  ) -> Int? {
    mentions.indices[place...].prefix { Int(mentions[$0].span.start) - Int(speaker.end) < farthest }.first { index in
      let (start, end) = (Int(mentions[index].span.start), Int(mentions[index].span.end))
      guard start >= speaker.end, mentions[index].kind == .name, isPerson(index), end < text.count,
        text.bytes[end] == 0x2C
      else { return false }
      let gap = text[Span(start: speaker.end, end: mentions[index].span.start)]
      let between = gap.dropLast(2).split(separator: " ")
      return gap.hasSuffix(", ") && !gap.dropLast(2).contains(where: ends)
        && between.first.map { attaching.contains(String($0)) } ?? true
    }
  }

  /// *A post* that goes on *from Anna Holm*, *a report* that goes on *by the bureau*: whoever gave it speaks in it.
  private static func giver(
    of speaker: Span, from place: Int, among mentions: [Mention], in text: SourceText, isPerson: (Int) -> Bool
  ) -> Int? {
    guard let noun = text[speaker].split(separator: " ").last, accounts.contains(noun.lowercased()) else { return nil }
    return mentions.indices[place...].prefix { Int(mentions[$0].span.start) - Int(speaker.end) < farthest }.first {
      let span = mentions[$0].span
      guard span.start >= speaker.end, mentions[$0].kind == .name, !isPossessive(span, text) else { return false }
      let between = text[Span(start: speaker.end, end: span.start)].split(separator: " ")
      guard let first = between.first, givers.contains(String(first)) else { return false }
      // *By Senate leader Anna Holm*: a body before a title is not who gave it.
      let rest = text[Span(Int(span.end), min(text.count, Int(span.end) + 2))]
      if !isPerson($0), rest.first == " ", rest.last?.isLetter ?? false { return false }
      return between.dropFirst().allSatisfy { $0 == "the" || $0.first?.isUppercase ?? false }
    }
  }

  private static let givers: Set<String> = ["from", "by"]

  /// So many bytes may tell for whom or of what somebody is.
  private static let farthest = 50
  /// So many bytes may stand between *who* and the name that it stands for.
  private static let farthestAntecedent = 100
  private static let attaching: Set<String> = ["for", "of", "at", "with", "from", "in"]

  /// Whether what somebody is ends there, or never was that.
  private static func ends(_ letter: Character) -> Bool { ",;:.“”\"()\n".contains(letter) }

  /// *Anna Holm, who said*, *Anna Holm, the port's chief engineer, who said*: whoever stands before *who*, alone or with what
  /// she is.
  private static func antecedent(
    of speaker: Span, before place: Int, among mentions: [Mention], in text: SourceText, isPerson: (Int) -> Bool
  ) -> Int? {
    guard ["who", "which"].contains(text[speaker].lowercased()), place > 0 else { return nil }
    var nearest: Int?
    for index in mentions[..<place].indices.reversed().prefix(4) {
      let end = mentions[index].span.end
      guard end <= speaker.start, speaker.start - end < farthestAntecedent else { break }
      let gap = withoutOrigin(text[Span(start: end, end: speaker.start)])
      if gap.allSatisfy({ " \n,-–—".contains($0) }) {
        if isPerson(index) { return index }
        nearest = index
      } else if gap.hasPrefix(", "), isPerson(index), mentions[index].kind == .name,
        let description = description(in: gap), !description.contains(where: ends)
      {
        return index
      }
    }
    return nearest
  }

  /// What stands behind a name without where its bearer is from: *, who* of *Holm of Norland, who*.
  private static func withoutOrigin(_ gap: String) -> Substring {
    guard gap.hasPrefix(" of ") || gap.hasPrefix(" from "), let comma = gap.firstIndex(of: ",") else { return gap[...] }
    return gap[comma...]
  }

  /// What stands between the commas or dashes that set it off: *, the port's chief engineer, *.
  private static func description(in gap: Substring) -> Substring? {
    let close = [", ", " - ", " – ", " — "].first { gap.hasSuffix($0) }
    return close.map { gap.dropFirst(2).dropLast($0.count) }
  }

  /// Whether nothing before the mention makes it part of another's description: no comma or possessive, and no preposition
  /// but in its own title.
  private static func isHead(_ span: Span, of speaker: Span, _ text: SourceText) -> Bool {
    guard span.start >= speaker.start else { return true }
    let before = text[Span(start: speaker.start, end: span.start)]
    if before.contains(",") || before.contains("(") { return false }
    if !isTitle(withoutAccount(before.split(whereSeparator: { $0 == " " || $0 == "\n" }))) { return false }
    return span.end >= speaker.end || !isPossessive(span, text)
  }

  /// Whether *'s* stands behind a name, or behind one in *s* an apostrophe with another word.
  private static func isPossessive(_ span: Span, _ text: SourceText) -> Bool {
    let after = text[Span(Int(span.end), min(text.count, Int(span.end) + 4))]
    if after.hasPrefix("'s") || after.hasPrefix("’s") { return true }
    return text.bytes[Int(span.end) - 1] | 0x20 == UInt8(ascii: "s") && (after.hasPrefix("' ") || after.hasPrefix("’ "))
  }

  /// The words before a name without *the assessment of*: who gives an account is who speaks.
  private static func withoutAccount(_ words: [Substring]) -> ArraySlice<Substring> {
    guard let of = words.firstIndex(where: { $0 == "of" || givers.contains(String($0)) }), of > 0,
      accounts.contains(words[of - 1].lowercased())
    else {
      return words[...]
    }
    return words[(of + 1)...]
  }

  /// Whether words before a name tell of its bearer even where they hold a preposition: an office of something (*Secretary of
  /// State Anna Holm*) or the office of a body (*Bank of Norway governor Anna Holm*); not *the wife of Senator Anna Holm*.
  private static func isTitle(_ words: ArraySlice<Substring>) -> Bool {
    let places = words.indices.filter { prepositions.contains(words[$0].lowercased()) }
    guard let first = places.first, let last = places.last else { return true }
    guard first > words.startIndex, last + 1 < words.endIndex, let end = words.last else { return false }
    let head = words[first - 1]
    if relations.contains(head.lowercased()) { return false }
    let (isOffice, isTitled) = (RoleTable.shared.namesPerson(head), RoleTable.shared.namesPerson(end))
    if isOffice { return !isTitled && end.first?.isLetter ?? false }
    return isTitled && head.first?.isUppercase ?? false && !head.hasSuffix("s")
  }

  /// Those who are told by somebody else.
  private static let relations: Set<String> = [
    "adviser", "advisor", "aide", "ally", "attorney", "brother", "critic", "daughter", "father", "friend", "husband",
    "lawyer", "mother", "partner", "representative", "rival", "sister", "son", "spokesman", "spokesperson",
    "spokeswoman", "supporter", "widow", "wife",
  ]

  /// What somebody gives rather than somebody who speaks.
  private static let accounts: Set<String> = [
    "account", "accounts", "analysis", "article", "assessment", "assessments", "calculations", "claim", "claims",
    "data",
    "email", "e-mail", "essay", "estimate", "estimates", "figures", "information", "letter", "memo", "message",
    "opinion",
    "post", "poll", "report", "reports", "statement", "statements", "study", "survey", "testimony", "tweet", "version",
    "view", "words",
  ]

  /// Whether the name only tells which, as in *the Clinton e-mail probe officials*: a word follows it that is none of those
  /// which may follow who speaks.
  private static func describesNoun(upTo end: Int, _ speaker: Span, _ text: SourceText) -> Bool {
    guard end < Int(speaker.end) else { return false }
    let rest = text[Span(end, Int(speaker.end))]
    guard rest.first == " ", let word = rest.split(separator: " ").first, word.first?.isLetter ?? false else {
      return false
    }
    return word.allSatisfy { $0.isLetter || $0 == "-" } && !followers.contains(word.lowercased())
  }

  private static let followers: Set<String> = [
    "himself", "herself", "themselves", "itself", "and", "or", "of", "in", "at", "on", "from", "for", "with", "who",
    "whose",
    "whom", "as", "then", "later", "also", "too", "both", "alike", "jr", "sr", "by", "to",
  ]

  private static func endsHead(at end: Int, _ speaker: Span, _ text: SourceText) -> Bool {
    guard end < Int(speaker.end) else { return true }
    let rest = text[Span(end, Int(speaker.end))]
    guard let first = rest.first(where: { $0 != " " }) else { return true }
    return first == "," || first == "(" || first == "." || first == ")"
  }

  private static let prepositions: Set<String> = [
    "of", "for", "to", "from", "with", "by", "in", "at", "on", "near", "who", "behind", "under",
  ]
}
