internal import Dossier
internal import Language

/// What a document is about, in a form that two documents can be compared by.
struct DocumentProfile {
  /// All its words, and those that stand in no name: two events of one circle of people share the names.
  private var whole = TermVector()
  private var unnamed = TermVector()
  /// By term of its names, how seldom such a name is met: 0 for *Paris*, 1 for a surname that no list has.
  private var rareNames: [Int: Double] = [:]
  /// Its weightiest terms, by which it is found.
  private(set) var keys = Set<Int>()
  /// The date on which its lead says that something was.
  private(set) var day: PartialDate?
  /// When what it tells happened: a day of the past that its first sentences give in their main clause, else the day of the week
  /// that its lead names, reckoned from the day of publication, else that day. What stands further down, in a side clause or
  /// ahead is of something else: of four such dates that a reader met four were wrong.
  private(set) var happened: PartialDate?
  /// The days near which it happened: that date, else the first other day of the lead, and the day of publication.
  private(set) var days: [PartialDate] = []
  /// The days of the week that its lead names: outlets that give no date say *on Monday* of one Monday.
  private(set) var weekdays = Set<String>()
  /// Numbers of the actors that it names twice or in its lead.
  private(set) var participants = Set<Int>()
  /// The place that its lead names first.
  private(set) var place: String?
  /// Its first words.
  private(set) var opening = ""

  /// - Returns: one for every document. Cost: linear in the tokens.
  static func profiles(of documents: [Document], texts: [AnalysedText], actors: [Actor]) -> [DocumentProfile] {
    var vocabulary: [String: Int] = [:]
    var whole: [[Int: Int]] = []
    var unnamed: [[Int: Int]] = []
    var rareNames: [[Int: Double]] = []
    for text in texts {
      let words = Words(text)
      let names = Set(text.names.flatMap(\.tokens))
      var here: [Int: Int] = [:]
      var outside: [Int: Int] = [:]
      var rare: [Int: Double] = [:]
      for index in text.tokens.indices where words.isContent(index) && (text.tokens[index].norm.utf8.first ?? 0) > 0x39
      {
        let lemma = words.lemma(index)
        let stem = Stem.of(lemma)
        let term = vocabulary[stem] ?? vocabulary.count
        vocabulary[stem] = term
        here[term, default: 0] += 1
        if names.contains(index) {
          if rare[term] == nil { rare[term] = Self.rarity(of: lemma) }
        } else {
          outside[term, default: 0] += 1
        }
      }
      whole.append(here)
      unnamed.append(outside)
      rareNames.append(rare.filter { $0.value > 0 })
    }
    var profiles = zip(documents, texts).map { document, text in DocumentProfile(document, text) }
    for (index, vector) in TermVector.vectors(of: whole, vocabulary: vocabulary.count).enumerated() {
      profiles[index].whole = vector
      profiles[index].keys = vector.heaviest(40)
      profiles[index].rareNames = rareNames[index]
    }
    for (index, vector) in TermVector.vectors(of: unnamed, vocabulary: vocabulary.count).enumerated() {
      profiles[index].unnamed = vector
    }
    for (number, actor) in actors.enumerated() {
      var seen: [Int: Int] = [:]
      for mention in actor.mentions { seen[mention.document.index, default: 0] += 1 }
      for (document, count) in seen where count >= 2 { profiles[document].participants.insert(number) }
    }
    return profiles
  }

  private init(_ document: Document, _ text: AnalysedText) {
    let words = Words(text)
    let lead = text.sentences.prefix(8)
    let published = document.published?.date
    let resolver = published.map { TimeResolver(written: $0) }
    var told: PartialDate?
    let names = Set(PartialDate.weekdayNames)
    weekdays = Set(lead.flatMap(\.tokens).map { words[$0].norm }.filter(names.contains))
    var dayOfMain: PartialDate?
    for (number, sentence) in lead.enumerated() {
      if opening.isEmpty { opening = EventFinder.short(Self.withoutDateline(text.text[sentence.span])) }
      for time in TimeReader().times(in: words, tokens: sentence.tokens) {
        if case .date(let date) = time.value, date.day != nil {
          // Who says *on Tuesday* of what is new gives a year only to what is past.
          let isPast = published == nil && date.year != nil && !weekdays.isEmpty
          let isRecent = !isPast && published.flatMap { date.days(to: $0) } ?? 0 <= Self.recent
          if day == nil, isRecent, Self.isOfAct(time, in: words) {
            day = date
            if number < 2, Self.isOfMainClause(time, in: words) { dayOfMain = date }
          }
        } else if told == nil, case .date(let date) = resolver?.resolved(time, in: words, isQuoted: false).value {
          told = date.day == nil ? nil : date
        }
      }
      if day != nil { break }
    }
    happened = dayOfMain ?? told ?? (published?.day == nil ? nil : published)
    days = [day ?? told, published].compactMap { $0?.day == nil ? nil : $0 }
    let end = lead.prefix(4).last?.span.end ?? 0
    place = text.names.first { $0.kind == .place && $0.span.start < end }.map { text.text[$0.span] }
  }

  /// The words behind *LORNE, 3 March —*: a place in capitals before a dash.
  static func withoutDateline(_ sentence: String) -> String {
    let words = sentence.split(whereSeparator: \.isWhitespace)
    guard let first = words.first, first.count > 2, first.allSatisfy({ !$0.isLowercase }),
      first.contains(where: \.isLetter),
      let dash = words.prefix(8).firstIndex(where: { ["-", "--", "–", "—", "―"].contains($0) })
    else { return sentence }
    return words[(dash + 1)...].joined(separator: " ")
  }

  /// Within so many days outlets tell of one event.
  private static let span = 3
  /// A date that lies farther from the day of publication is of something that the lead only recalls.
  private static let recent = 60

  /// Whether its days and `others` lie too far apart for one event, even those that lie nearest.
  func conflicts(with others: [PartialDate]) -> Bool {
    guard !days.isEmpty, !others.isEmpty else { return false }
    return days.allSatisfy { day in
      others.allSatisfy { other in day.days(to: other).map { $0 > Self.span } ?? !day.isCompatible(with: other) }
    }
  }

  /// Whether a date tells when something was, and neither names it nor lies ahead: *on Sept. 11*, not *the Sept. 11
  /// attacks* nor *is set to leave on March 29*.
  private static func isOfAct(_ time: TimeExpression, in words: Words) -> Bool {
    guard !TimeResolver.isAhead(time, in: words) else { return false }
    let first = time.tokens.lowerBound
    if first > 0, words[first - 1].norm == "on" { return true }
    let heads = time.tokens.compactMap { words[$0].head }.filter { !time.tokens.contains($0) }
    return heads.contains { words[$0].tag == .verb } || !words.isParsed
  }

  /// Whether a date is that of what a sentence tells, or of what it tells to be said: *the ferry sank on May 3*, and not *the
  /// ferry, which had sunk on May 3, …* nor *who met on May 3*.
  private static func isOfMainClause(_ time: TimeExpression, in words: Words) -> Bool {
    guard words.isParsed else { return true }
    var current = time.tokens.lowerBound
    for _ in 0..<12 {
      guard let head = words[current].head else { return true }
      if [.aclRelcl, .acl, .advcl].contains(words[current].relation) { return false }
      current = head
    }
    return false
  }

  /// 0 for a word among the thousand most frequent and their like, in three steps to 1 for the rarest.
  private static func rarity(of name: String) -> Double {
    switch WordRank.logarithm(of: name) {
    case ..<11: 0
    case ..<13: 1.0 / 3
    case ..<15: 2.0 / 3
    default: 1
    }
  }

  /// From 0, seldom over 1: the cosine of all words, with less weight that of words outside names, as one circle has many
  /// events, and what the rare names weigh that both have.
  func likeness(to other: DocumentProfile) -> Double {
    let kinship = rareNames.reduce(0) { $0 + (other.rareNames[$1.key] == nil ? 0 : $1.value) }
    return 0.7 * whole.cosine(with: other.whole) + 0.3 * unnamed.cosine(with: other.unnamed)
      + 0.06 * Logarithm.natural(1 + kinship)
  }
}
