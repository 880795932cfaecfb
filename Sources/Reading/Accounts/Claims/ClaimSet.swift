internal import Dossier
internal import Language

/// The claims of a dossier, grouped by event and weighed.
struct ClaimSet {
  /// One for every event, its claims by document and order.
  private(set) var groups: [[Claim]] = []
  /// The actors that are places, by number.
  let places: Set<Int>
  let sides: Sides

  init(_ dossier: Dossier, texts: [AnalysedText]) {
    places = Set(dossier.actors.indices.filter { dossier.actors[$0].kind == .place })
    sides = Sides(dossier.actors)
    var extractor = ClaimExtractor()
    var statements = [[Statement]](repeating: [], count: dossier.documents.count)
    for statement in dossier.statements { statements[statement.document.index].append(statement) }
    var mentions = [[(span: Span, actor: Int)]](repeating: [], count: dossier.documents.count)
    for (number, actor) in dossier.actors.enumerated() {
      for mention in actor.mentions { mentions[mention.document.index].append((mention.span, number)) }
    }
    let events = dossier.documents.map { $0.event?.index ?? -1 }
    var groupOf: [Int: Int] = [:]
    for (index, document) in dossier.documents.enumerated() {
      mentions[index].sort { $0.span != $1.span ? $0.span < $1.span : $0.actor < $1.actor }
      let claims = Self.withoutRepeats(
        extractor.claims(
          of: document, text: texts[index], statements: statements[index], mentions: mentions[index]))
      if let group = groupOf[events[index]] {
        groups[group] += claims
      } else {
        groupOf[events[index]] = groups.count
        groups.append(claims)
      }
    }
    for index in groups.indices { Self.weigh(&groups[index], commonness: extractor.commonness) }
  }

  /// A sentence that stands twice in one file counts once.
  private static func withoutRepeats(_ claims: [Claim]) -> [Claim] {
    var seen = Set<[String]>()
    return claims.filter { seen.insert($0.words.map(\.norm)).inserted || $0.words.count < 5 }
  }

  /// So many sentences open a text.
  private static let opening = 4

  /// What a term of each rank weighs at large, 1 for that of the 500th to 1,000th most frequent word.
  ///
  /// Among some sixty sentences *people* stands as seldom as *arson*, and only the latter tells that two speak of one
  /// matter: with it the ten surest marks of the benchmark's events are right in 38 of 100 cases, without it in 31.
  private static let telling = (0...WordRank.rarest).map { (Double($0) / 10).squareRoot() }

  /// Of a few sentences each term seems common: they are taken for so many.
  private static let fewest = 50.0

  /// Weighs terms by how few of the group's claims have them, and by how rare they are in English at large.
  private static func weigh(_ claims: inout [Claim], commonness: [Int]) {
    var frequency: [Int: Int] = [:]
    // A headline repeats what the text says, a lead what the headline does; that makes nothing common.
    var openings: [Int: [Set<Int>]] = [:]
    let text = claims.filter { claim in
      guard !claim.isHeading else { return false }
      let document = claim.passage.document.index
      let repeats = openings[document, default: []].contains { opening in
        2 * opening.intersection(claim.terms).count > min(opening.count, claim.terms.count)
      }
      if openings[document, default: []].count < opening { openings[document, default: []].append(Set(claim.terms)) }
      return !repeats
    }
    for claim in text { for term in claim.terms { frequency[term, default: 0] += 1 } }
    let all = max(Double(text.count + 1), Self.fewest)
    for index in claims.indices {
      claims[index].weights = claims[index].terms.map {
        Logarithm.natural(1 + all / Double(frequency[$0] ?? 1)) * telling[commonness[$0]]
      }
      claims[index].norm = claims[index].weights.reduce(0) { $0 + $1 * $1 }.squareRoot()
      claims[index].mass = claims[index].weights.reduce(0, +)
    }
  }
}
