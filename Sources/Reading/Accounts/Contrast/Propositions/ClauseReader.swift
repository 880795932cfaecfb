internal import Language

/// Reads the clauses of a statement, with voice, relative clauses, control and shared subjects made plain.
struct ClauseReader {
  let text: ContrastText

  private var words: [ContrastText.Word] { text.words }

  /// Every clause of the statement, in the order of the predicates.
  func clauses() -> [Clause] { words.indices.filter(isPredicate).map(clause) }

  /// The clause that the statement as a whole is; `nil` for one without a predicate.
  func main() -> Clause? {
    guard let root = words.indices.first(where: { words[$0].head == nil && !words[$0].isPunctuation }) else {
      return nil
    }
    guard isPredicate(root) else { return nil }
    // `was able to sign` tells of signing.
    if Self.abilities.contains(words[root].lemma),
      let deed = text.children[root].first(where: { words[$0].tag == .verb && words[$0].relation == .xcomp })
    {
      return clause(deed)
    }
    return clause(root)
  }

  private static let abilities: Set<String> = ["able", "unable", "manage", "fail"]

  private func isPredicate(_ index: Int) -> Bool {
    if words[index].tag == .verb { return words[index].relation != .compound }
    return text.children[index].contains { words[$0].relation == .cop || words[$0].relation.universal == .nsubj }
  }

  private func clause(_ index: Int) -> Clause {
    let children = text.children[index]
    var clause = Clause(predicate: index, others: [], actuality: ClauseActuality(text: text).actuality(of: index))
    let isPassive = self.isPassive(index)
    if let subject = subject(of: index, depth: 0) {
      if isPassive { clause.patient = subject } else { clause.agent = subject }
    }
    for child in children {
      switch words[child].relation {
      case .oblAgent: clause.agent = child
      case .obj: if clause.patient == nil { clause.patient = child } else { clause.others.append(child) }
      case .obl, .oblUnmarked, .iobj, .nmod, .nmodPoss, .nmodUnmarked, .advmod, .xcomp, .nummod:
        clause.others.append(child)
      default: continue
      }
    }
    return clause
  }

  /// Whether the subject suffers the deed.
  private func isPassive(_ index: Int) -> Bool {
    let children = text.children[index]
    if children.contains(where: { words[$0].relation == .nsubjPass || words[$0].relation == .auxPass }) { return true }
    if children.contains(where: { words[$0].relation == .nsubj || words[$0].relation == .cop }) { return false }
    guard words[index].tag == .verb else { return false }
    let isParticiple = !words[index].norm.hasSuffix("ing")
    switch words[index].relation {
    case .acl: return isParticiple && !children.contains { words[$0].relation == .obj || words[$0].norm == "to" }
    case .amod: return isParticiple
    case .conj:
      // `was found and taken`: one auxiliary serves both.
      guard let head = words[index].head, !children.contains(where: { words[$0].relation.universal == .aux }) else {
        return false
      }
      return isPassive(head)
    default: return children.contains { words[$0].relation == .oblAgent }
    }
  }

  /// The subject, its own or one that it shares.
  private func subject(of index: Int, depth: Int) -> Int? {
    if let own = text.subject(of: index) {
      guard Self.relatives.contains(words[own].norm), let noun = relativeHead(of: index) else { return own }
      return noun
    }
    guard depth < 6, let head = words[index].head else { return nil }
    switch words[index].relation {
    case .conj, .advcl, .parataxis:
      return words[head].tag == .verb || text.subject(of: head) != nil ? subject(of: head, depth: depth + 1) : nil
    case .xcomp, .ccomp:
      if words[index].relation == .ccomp, text.children[index].contains(where: { words[$0].relation == .mark }) {
        return nil
      }
      // `told him to go`: he goes; `wants to go`: who wants goes.
      let object = text.children[head].first { words[$0].relation == .obj || words[$0].relation == .iobj }
      // `has enough to live on`: who has it lives on it.
      return words[head].lemma == "have"
        ? subject(of: head, depth: depth + 1) : object ?? subject(of: head, depth: depth + 1)
    case .acl, .amod, .aclRelcl: return head
    default: return nil
    }
  }

  private static let relatives: Set<String> = ["who", "which", "that", "whom"]

  /// What a relative clause speaks of; one joined to another speaks of the same.
  private func relativeHead(of index: Int) -> Int? {
    var current = index
    for _ in 0..<4 {
      guard let head = words[current].head else { return nil }
      if words[current].relation == .aclRelcl { return head }
      guard words[current].relation == .conj else { return nil }
      current = head
    }
    return nil
  }
}
