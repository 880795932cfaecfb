internal import Dossier
internal import Language

/// What a document is about, in a form that two documents can be compared by.
struct DocumentProfile {
  /// All its words, and those that stand in no name: two events of one circle of people share the names.
  private var whole = TermVector()
  private var unnamed = TermVector()
  /// Its weightiest terms, by which it is found.
  private(set) var keys = Set<Int>()
  /// The day that its lead gives for what it tells of, else its month.
  private(set) var day: PartialDate?
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
    for text in texts {
      let words = Words(text)
      let names = Set(text.names.flatMap(\.tokens))
      var here: [Int: Int] = [:]
      var outside: [Int: Int] = [:]
      for index in text.tokens.indices where words.isContent(index) && (text.tokens[index].norm.utf8.first ?? 0) > 0x39
      {
        let stem = Stem.of(words.lemma(index))
        let term = vocabulary[stem] ?? vocabulary.count
        vocabulary[stem] = term
        here[term, default: 0] += 1
        if !names.contains(index) { outside[term, default: 0] += 1 }
      }
      whole.append(here)
      unnamed.append(outside)
    }
    var profiles = zip(documents, texts).map { document, text in DocumentProfile(document, text) }
    for (index, vector) in TermVector.vectors(of: whole, vocabulary: vocabulary.count).enumerated() {
      profiles[index].whole = vector
      profiles[index].keys = vector.heaviest(40)
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
    for sentence in lead {
      if opening.isEmpty { opening = EventFinder.short(text.text[sentence.span]) }
      for time in TimeReader().times(in: words, tokens: sentence.tokens) {
        guard case .date(let date) = time.value, date.day != nil, day == nil else { continue }
        day = date
      }
      if day != nil { break }
    }
    if day == nil, let published = document.published?.date, published.day != nil { day = published }
    let end = lead.prefix(4).last?.span.end ?? 0
    place = text.names.first { $0.kind == .place && $0.span.start < end }.map { text.text[$0.span] }
  }

  /// Whether the day of its lead and `other` cannot be one.
  func conflicts(with other: PartialDate) -> Bool {
    guard let day else { return false }
    return !day.isCompatible(with: other)
  }

  /// 0…1, the mean of the cosines with and without names.
  func likeness(to other: DocumentProfile) -> Double {
    (whole.cosine(with: other.whole) + unnamed.cosine(with: other.unnamed)) / 2
  }
}
