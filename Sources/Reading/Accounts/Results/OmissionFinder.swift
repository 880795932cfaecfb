internal import Dossier
internal import Language

/// Finds what one document tells and another on the same event does not, weightiest first.
struct OmissionFinder {
  /// Likeness from which a claim counts as told.
  private let told = 0.35
  /// At most so many for each pair of documents; the rest is trivia.
  private let most = 10
  /// A document is held against so many others at most, those that come after it in turn: an event that a hundred
  /// documents tell of must not cost ten thousand comparisons.
  private let neighbours = 12

  /// - Parameters:
  ///   - claims: of one event.
  ///   - pairs: the candidates among them, with likeness.
  ///   - agreements: what was found to be told alike, which nobody leaves out.
  ///   - parted: what was found to be told otherwise, which nobody leaves out either.
  func omissions(
    among claims: [Claim], pairs: [LikePair], agreements: [Agreement] = [],
    parted: PartedPassages = PartedPassages(Dossier())
  ) -> [Omission] {
    let documents = Set(claims.map(\.passage.document)).sorted()
    guard documents.count > 1 else { return [] }
    // The best counterpart of every claim in every other document.
    var best: [[Document.ID: Double]] = Array(repeating: [:], count: claims.count)
    for pair in pairs {
      for (here, there) in [(pair.left, pair.right), (pair.right, pair.left)] {
        let document = claims[there].passage.document
        best[here][document] = max(best[here][document] ?? 0, pair.likeness)
      }
    }
    var toldIn: [Passage: Set<Document.ID>] = [:]
    for agreement in agreements {
      for passage in agreement.passages {
        toldIn[passage, default: []].formUnion(agreement.passages.map(\.document))
      }
    }
    for index in claims.indices {
      for document in toldIn[claims[index].passage] ?? [] {
        best[index][document] = max(best[index][document] ?? 0, told)
      }
    }
    let byDocument = Dictionary(grouping: claims.indices) { claims[$0].passage.document }
    var found: [Omission] = []
    // Two copies of one text leave out the same once.
    let first = Self.firstTellings(claims, pairs)
    var listed = Set<[Int]>()
    for (turn, present) in documents.enumerated() {
      let indices = byDocument[present] ?? []
      let length = indices.map { claims[$0].order }.max() ?? 0
      let readable = indices.filter { !claims[$0].isHeading && !claims[$0].isQuestion && claims[$0].saysSomethingAlone }
      for step in 1...min(neighbours, documents.count - 1) {
        let missing = documents[(turn + step) % documents.count]
        let candidates = readable.filter {
          (best[$0][missing] ?? 0) < told && !listed.contains([first[$0], missing.index])
            && !parted.isAnswered(claims[$0].passage, in: missing)
        }.map { index -> (Int, Double) in
          let others = best[index].count { $0.key != missing && $0.value >= told }
          let place = Double(claims[index].order) / Double(max(1, length))
          let counterpart = best[index][missing] ?? 0
          return (index, weight(of: claims[index], others: others, place: place, counterpart: counterpart))
        }.sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 < $1.0 }
        found += candidates.prefix(most).filter { $0.1 > 0.3 }.map { index, weight in
          listed.insert([first[index], missing.index])
          return Omission(present: claims[index].passage, missingFrom: missing, confidence: min(0.95, weight))
        }
      }
    }
    return found.sorted { $0.confidence != $1.confidence ? $0.confidence > $1.confidence : $0.present < $1.present }
  }

  /// Likeness from which two sentences are one, told twice.
  private static let copied = 0.95

  /// For each claim the first that tells the same in nearly the same words, be it itself.
  private static func firstTellings(_ claims: [Claim], _ pairs: [LikePair]) -> [Int] {
    var first = Array(claims.indices)
    for pair in pairs.sorted(by: { ($0.left, $0.right) < ($1.left, $1.right) }) where pair.likeness >= copied {
      let (one, other) = (min(pair.left, pair.right), max(pair.left, pair.right))
      first[other] = min(first[other], first[one])
    }
    return first
  }

  /// What a reader would miss: what others tell too, what takes a side, what names actors and figures, what answers the
  /// sentence before. On marked articles what is missed stands anywhere in a text and is seldom a quotation, whose words
  /// are always other ones.
  private func weight(of claim: Claim, others: Int, place: Double, counterpart: Double) -> Double {
    let sides = claim.projections.reduce(0) { $0 + $1.strength }
    var weight = 0.25
    weight += min(2, Double(others)) * 0.06
    weight += (1 - place) * 0.02
    weight += min(0.2, sides * 0.04)
    weight += min(0.1, Double(claim.actors.count) * 0.03)
    weight += claim.quantities.isEmpty ? 0 : 0.08
    weight += claim.held.isEmpty ? 0 : 0.05
    weight -= claim.held.contains { $0.kind == .direct } ? 0.08 : 0
    weight += claim.isSetAgainst ? 0.05 : 0
    weight += min(0.1, Double(claim.terms.count) * 0.006)
    return weight - counterpart * 0.5
  }
}

extension Claim {
  /// Whether it tells something without the sentences around it: more than names, figures and that somebody spoke, and no
  /// line of a table or address of a page.
  fileprivate var saysSomethingAlone: Bool {
    let telling = words.filter { word in
      !word.isName && word.tag != .num && word.tag != .propn && !word.marks.contains(.assertion)
        && !word.norm.contains(where: \.isNumber)
    }
    return Set(telling.compactMap(\.term)).count >= 2 && words.contains { $0.tag == .verb || $0.tag == .aux }
      && !words.contains { Self.addressing.contains($0.norm) }
  }

  private static let addressing: Set<String> = ["http", "https", "www"]
}
