internal import Dossier

/// An utterance that several documents quote in the same words.
struct SharedQuotation {
  /// The sentences that quote it, one of each document, in order.
  var claims: [Int]
  /// Of the first, words that the others quote too.
  var words: Range<Int>
  /// All that each quotes as another of them does, by the claim.
  var phrases: [Int: Range<Int>]

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
          found.append(
            SharedQuotation(
              claims: [first.claim], words: first.run.range, phrases: [:]))
        }
        guard !found[number].claims.contains(where: { claims[$0].passage.document == document }) else { continue }
        found[number].claims.append(index)
        let alike = run.extended(in: claims[index], as: first.run, of: claims[first.claim])
        found[number].phrases[index] = alike.own
        let known = found[number].phrases[first.claim] ?? alike.other
        found[number].phrases[first.claim] = known.count > alike.other.count ? known : alike.other
        (numbers[first.run.statement], numbers[run.statement]) = (number, number)
      }
    }
    return found.filter { $0.claims.count > 1 }
  }

  /// Quoted words in a row, by their places in the sentence, and the statement that they belong to.
  private struct Run {
    var words: ArraySlice<Int>
    var statement: Statement.ID

    /// From the first of its words to the last.
    var range: Range<Int> { words[words.startIndex]..<words[words.endIndex - 1] + 1 }

    /// The run with all that is quoted around it in the same words as around a run of another claim.
    func extended(in claim: Claim, as run: Run, of other: Claim) -> (own: Range<Int>, other: Range<Int>) {
      var (own, others) = (range, run.range)
      while let one = claim.quotedWord(before: own.lowerBound), let two = other.quotedWord(before: others.lowerBound),
        claim.words[one].norm == other.words[two].norm
      {
        (own, others) = (one..<own.upperBound, two..<others.upperBound)
      }
      while let one = claim.quotedWord(from: own.upperBound), let two = other.quotedWord(from: others.upperBound),
        claim.words[one].norm == other.words[two].norm
      {
        (own, others) = (own.lowerBound..<one + 1, others.lowerBound..<two + 1)
      }
      return (own, others)
    }
  }

  /// Every so many quoted words in a row that say something.
  private static func runs(of claim: Claim) -> [Run] {
    var runs: [Run] = []
    for held in claim.held {
      let quoted = held.words.filter(claim.isQuotedWord)
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

extension Claim {
  /// Whether a word, and no mark, stands there in quotation marks.
  fileprivate func isQuotedWord(_ index: Int) -> Bool {
    words[index].isQuoted && words[index].norm.contains { $0.isLetter || $0.isNumber }
  }

  /// The next quoted word, marks passed over, up to where the quotation ends.
  fileprivate func quotedWord(from start: Int) -> Int? {
    words.indices[start...].prefix { words[$0].isQuoted }.first(where: isQuotedWord)
  }

  fileprivate func quotedWord(before end: Int) -> Int? {
    words.indices[..<end].reversed().prefix { words[$0].isQuoted }.first(where: isQuotedWord)
  }
}
