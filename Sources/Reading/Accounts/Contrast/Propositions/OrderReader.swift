internal import Language

/// Two of whom one stands before the other: predecessor and successor, owner and owned, victor and beaten.
struct OrderedTwo {
  var kind: String
  var first: Int
  var second: Int
  /// The word that says so.
  var word: Int
}

/// Reads orders of two from verbs and from nouns: *Lind succeeded Dorn*, *Lind's predecessor, Dorn*.
struct OrderReader {
  let text: ContrastText

  private var words: [ContrastText.Word] { text.words }

  func orders() -> [OrderedTwo] {
    let clauses = ClauseReader(text: text).clauses()
    return words.indices.flatMap { index -> [OrderedTwo] in
      guard let (kind, isAhead) = DeedTable.shared.order(words[index].lemma), !words[index].isNegated else { return [] }
      return pairs(index, clauses).map { one, other in
        OrderedTwo(kind: kind, first: isAhead ? one : other, second: isAhead ? other : one, word: index)
      }
    }
  }

  /// Who does it or is called so, with whom it is done to or whose he is.
  private func pairs(_ index: Int, _ clauses: [Clause]) -> [(Int, Int)] {
    if words[index].tag == .verb {
      return clauses.filter { $0.predicate == index && $0.actuality == .real }.compactMap { clause in
        let goal = text.children[index].first { words[$0].role == "prep:to" }
        guard let agent = clause.agent, let other = clause.patient ?? goal else { return nil }
        return (agent, words[index].lemma == "lose" ? goal ?? agent : other)
      }
    }
    guard words[index].tag == .noun, let owner = owner(of: index) else { return [] }
    return called(index).map { ($0, owner) }
  }

  private func owner(of noun: Int) -> Int? {
    text.children[noun].first { words[$0].relation == .nmodPoss || words[$0].role == "prep:of" }
  }

  /// Who is called by the noun: its subject, the name beside it, the name that it is a title of.
  private func called(_ noun: Int) -> [Int] {
    var found = text.children[noun].filter { [.nsubj, .appos].contains(words[$0].relation) }
    if let head = words[noun].head, [.appos, .nmodDesc, .compound].contains(words[noun].relation) {
      found.append(head)
    }
    return found
  }
}
