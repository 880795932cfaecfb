internal import Dossier

/// An utterance that several documents quote in the same words.
struct SharedQuotation {
  /// The sentences that quote it, one of each document, in order.
  var claims: [Int]
  /// Of the first, words that the others quote too.
  var words: Range<Int>

  /// How surely they quote one utterance.
  static let confidence = 0.95
  /// So many words in a row that two quote alike are of one utterance.
  private static let run = 5

  /// - Parameter claims: of one event, by document and order.
  /// - Returns: in order of their first sentence; of several sentences of one utterance the first. Cost: linear in the words.
  static func all(among claims: [Claim]) -> [SharedQuotation] {
    var found: [SharedQuotation] = []
    var numbers: [Statement.ID: Int] = [:]
    var firstQuoted: [[String]: (claim: Int, run: Run)] = [:]
    for index in claims.indices where !claims[index].isHeading {
      let document = claims[index].passage.document
      for run in runs(of: claims[index]) {
        let norms = run.words.map { claims[index].words[$0].norm }
        guard let first = firstQuoted[norms] else {
          firstQuoted[norms] = (index, run)
          continue
        }
        guard numbers[run.statement] == nil, claims[first.claim].passage.document != document,
          !claims[first.claim].isOfOtherSpeakers(than: claims[index])
        else { continue }
        let number = numbers[first.run.statement] ?? found.count
        if number == found.count {
          let words = first.run.words
          found.append(
            SharedQuotation(claims: [first.claim], words: words[words.startIndex]..<words[words.endIndex - 1] + 1))
        }
        guard !found[number].claims.contains(where: { claims[$0].passage.document == document }) else { continue }
        found[number].claims.append(index)
        (numbers[first.run.statement], numbers[run.statement]) = (number, number)
      }
    }
    return found.filter { $0.claims.count > 1 }
  }

  /// Quoted words in a row, by their places in the sentence, and the statement that they belong to.
  private struct Run {
    var words: ArraySlice<Int>
    var statement: Statement.ID
  }

  /// Every so many quoted words in a row that say something.
  private static func runs(of claim: Claim) -> [Run] {
    var runs: [Run] = []
    for held in claim.held {
      let quoted = held.words.filter { index in
        claim.words[index].isQuoted && claim.words[index].norm.contains { $0.isLetter || $0.isNumber }
      }
      for start in quoted.indices.dropLast(run - 1) {
        let words = quoted[start..<start + run]
        if words.count(where: { claim.words[$0].term != nil }) > 1 {
          runs.append(Run(words: words, statement: held.statement))
        }
      }
    }
    return runs
  }
}
