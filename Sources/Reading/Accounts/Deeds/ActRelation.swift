internal import Language

/// Whether two verbs name one act: one stem, one pole of an axis (*left* and *quit*), or one meaning of WordNet's.
struct ActRelation {
  let pair: ClaimPair

  /// - Parameters: words of the left and of the right claim.
  /// - Complexity: the meanings of two words; asked last, when all else fits.
  func areOne(_ left: Int, _ right: Int) -> Bool {
    areOneInMeaning(left, right) || areOnOnePole(left, right)
  }

  /// The stricter question: losing votes and trailing by votes stand on one pole, and are two acts.
  func areOneInMeaning(_ left: Int, _ right: Int) -> Bool {
    let (one, other) = (pair.left.words[left], pair.right.words[right])
    if let term = one.term, term == other.term { return true }
    return Self.shareMeaning(one.lemma, other.lemma, part: "v")
  }

  /// Whether two nouns name one kind of thing, or one a kind of the other: *negotiations*, *discussions*.
  static func areOneThing(_ left: String, _ right: String) -> Bool { shareMeaning(left, right, part: "n") }

  private func areOnOnePole(_ left: Int, _ right: Int) -> Bool {
    pair.left.projections.contains { one in
      one.words.contains(left)
        && pair.right.projections.contains {
          $0.words.contains(right) && $0.axis == one.axis && $0.pole == one.pole
        }
    }
  }

  /// Whether one of the usual meanings is shared, or one lies right above the other, as *leave* above *quit*.
  private static func shareMeaning(_ left: String, _ right: String, part: Unicode.Scalar) -> Bool {
    let (ones, others) = (usual(left, part), usual(right, part))
    return ones.contains { one in
      others.contains {
        one.first == $0.first || one.first == $0.dropFirst().first || $0.first == one.dropFirst().first
      }
    }
  }

  private static func usual(_ lemma: String, _ part: Unicode.Scalar) -> ArraySlice<[Int32]> {
    WordMeanings.shared.chains(of: lemma, part: part).prefix(3)
  }
}
