internal import Language

/// Tells whether a statement says of a deed that it is so, is not so, or leaves it open.
struct ClauseActuality {
  let text: ContrastText

  private let table = DeedTable.shared

  init(text: ContrastText) { self.text = text }

  func actuality(of predicate: Int) -> Clause.Actuality {
    var isDenied = text.words[predicate].isNegated
    var isOpen = isConditional(predicate)
    var current = predicate
    for _ in 0..<6 {
      guard let head = text.words[current].head else { break }
      let word = text.words[head]
      let hangs = Self.complements.contains(text.words[current].relation)
      if hangs, !word.isDenial {
        if table.isOf(.undone, word) { isDenied.toggle() }
        if table.isOf(.open, word) { isOpen = true }
      }
      // What is true of the first of two joined deeds need not be true of the second.
      guard hangs || text.words[current].relation == .conj else { break }
      if isConditional(head) { isOpen = true }
      current = head
    }
    return isDenied ? .denied : isOpen ? .open : .real
  }

  private static let complements: Set<DependencyRelation> = [.xcomp, .ccomp, .obj, .obl, .acl, .nmod, .nsubjPass]

  private func isConditional(_ predicate: Int) -> Bool {
    text.children[predicate].contains { child in
      let word = text.words[child]
      return word.relation == .aux && Self.modals.contains(word.norm)
        || word.relation == .mark && Self.conditions.contains(word.norm)
    }
  }

  private static let modals: Set<String> = ["may", "might", "could", "should", "must", "can"]
  private static let conditions: Set<String> = ["if", "whether", "unless"]
}
