/// How common words are in English at large, whatever the texts at hand say of them.
package enum WordRank {
  /// The binary logarithm of a word's frequency rank, from 1; that of the rarest for a word that is in no list.
  ///
  /// Ranks are those of GloVe 6B (Pennington et al. 2014), as the name lexicon carries them: 1 for the two or three most
  /// frequent words, 16 for those beyond the 32,000th.
  /// - Parameter norm: the word in lower case.
  /// - Complexity: linear in its length.
  package static func logarithm(of norm: String) -> Int {
    let rank = Int(NameLexicon.embedded.use(NameHash.hash(norm.utf8)).rank)
    return rank == 0 ? rarest : rank
  }

  /// One more than the rarest known word has.
  package static let rarest = 17
}
