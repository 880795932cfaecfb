internal import Dossier
internal import Language

/// What a document is about, in a form that two documents can be compared by.
struct DocumentProfile {
  /// Sorted numbers of its stems.
  private var terms: [Int] = []
  private var weights: [Double] = []
  private var norm = 0.0
  /// Its weightiest terms, by which it is found.
  private var keys = Set<Int>()
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
    var frequency: [Int] = []
    var counts: [[Int: Int]] = []
    for text in texts {
      let words = Words(text)
      var here: [Int: Int] = [:]
      for index in text.tokens.indices where words.isContent(index) && (text.tokens[index].norm.utf8.first ?? 0) > 0x39
      {
        let stem = Stem.of(words.lemma(index))
        let term = vocabulary[stem] ?? vocabulary.count
        if term == vocabulary.count {
          vocabulary[stem] = term
          frequency.append(0)
        }
        here[term, default: 0] += 1
      }
      for term in here.keys { frequency[term] += 1 }
      counts.append(here)
    }
    var profiles = zip(documents, texts).map { document, text in DocumentProfile(document, text) }
    for (index, count) in counts.enumerated() {
      profiles[index].weigh(count, frequency: frequency, of: Double(documents.count))
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

  private mutating func weigh(_ counts: [Int: Int], frequency: [Int], of documents: Double) {
    terms = counts.keys.sorted()
    weights = terms.map { term in
      (1 + Logarithm.natural(Double(counts[term] ?? 1)))
        * Logarithm.natural(1 + (documents + 4) / Double(frequency[term] + 1))
    }
    norm = weights.reduce(0) { $0 + $1 * $1 }.squareRoot()
    keys = Set(zip(terms, weights).sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 < $1.0 }.prefix(40).map(\.0))
  }

  /// Whether the days of the two leads cannot be one.
  func conflicts(with other: DocumentProfile) -> Bool {
    guard let day, let otherDay = other.day else { return false }
    return !day.isCompatible(with: otherDay)
  }

  /// Whether a comparison is worth its cost.
  func mayMeet(_ other: DocumentProfile) -> Bool {
    if let day, day == other.day { return true }
    return keys.intersection(other.keys).count >= 2
  }

  /// Cosine of the weighted terms.
  func likeness(to other: DocumentProfile) -> Double {
    var (i, j, dot) = (0, 0, 0.0)
    while i < terms.count, j < other.terms.count {
      if terms[i] == other.terms[j] {
        dot += weights[i] * other.weights[j]
        i += 1
        j += 1
      } else if terms[i] < other.terms[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return dot / max(1e-9, norm * other.norm)
  }
}
