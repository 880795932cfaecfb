internal import Dossier

/// An utterance that several documents quote in the same words.
struct SharedQuotation {
  /// The sentences that quote it, one of each document, in order.
  var claims: [Int]

  /// How surely they quote one utterance.
  static let confidence = 0.95
  /// So many words in a row that two quote alike are of one utterance.
  private static let run = 5

  /// - Parameter claims: of one event, by document and order.
  /// - Returns: in order of their first sentence; of several sentences of one utterance the first. Cost: linear in the words.
  static func all(among claims: [Claim]) -> [SharedQuotation] {
    var found: [SharedQuotation] = []
    var numbers: [Statement.ID: Int] = [:]
    var firstQuoted: [[String]: (claim: Int, statement: Statement.ID)] = [:]
    for index in claims.indices where !claims[index].isHeading {
      for (words, statement) in runs(of: claims[index]) {
        guard let first = firstQuoted[words] else {
          firstQuoted[words] = (index, statement)
          continue
        }
        guard numbers[statement] == nil, !areOfTwo(claims[first.claim], claims[index]) else { continue }
        let number = numbers[first.statement] ?? found.count
        if number == found.count { found.append(SharedQuotation(claims: [first.claim])) }
        let document = claims[index].passage.document
        guard !found[number].claims.contains(where: { claims[$0].passage.document == document }) else { continue }
        found[number].claims.append(index)
        (numbers[first.statement], numbers[statement]) = (number, number)
      }
    }
    return found.filter { $0.claims.count > 1 }
  }

  /// Every so many quoted words in a row that say something, with the statement they belong to.
  private static func runs(of claim: Claim) -> [(words: [String], statement: Statement.ID)] {
    var runs: [(words: [String], statement: Statement.ID)] = []
    for held in claim.held {
      let quoted = claim.words[held.words].filter { $0.isQuoted && $0.norm.contains { $0.isLetter || $0.isNumber } }
      for start in quoted.indices.dropLast(Self.run - 1) {
        let run = quoted[start..<start + Self.run]
        if run.count(where: { $0.term != nil }) > 1 { runs.append((run.map(\.norm), held.statement)) }
      }
    }
    return runs
  }

  /// Whether two who are known say it, each in his own article.
  private static func areOfTwo(_ left: Claim, _ right: Claim) -> Bool {
    let speakers = [left, right].map { claim in Set(claim.held.compactMap(\.actor)) }
    return left.passage.document == right.passage.document
      || !speakers[0].isEmpty && !speakers[1].isEmpty && speakers[0].isDisjoint(with: speakers[1])
  }
}
