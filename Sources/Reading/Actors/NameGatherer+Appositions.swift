import Dossier
import Language

/// What stands behind a name and tells what its bearer is.
extension NameGatherer {
  /// "…, the president of Belarus," after a name.
  func apposition(after end: Int, before limit: Int) -> (claim: RoleClaim, gender: Gender?)? {
    guard end + 1 < limit, text.norm(end) == "," else { return nil }
    var index = end + 1
    let first = index
    var state: StateTable.State?
    var isFormer = false
    if Self.determiners.contains(text.norm(index)) { index += 1 }
    while index < min(limit, first + 7) {
      if let entry = roles.match(text, from: index, before: limit) {
        guard !entry.isPlural, let roleClass = entry.roleClass else { return nil }
        let phrase = phraseEnd(after: index + entry.words.count, before: limit, state: &state)
        // Without a closing comma it may be the next clause: "X, the president said".
        guard phrase >= limit || Self.closesApposition(text.norm(phrase)) || isFollowedByOwn(phrase, before: limit)
        else { return nil }
        let claim = RoleClaim(
          roleClass: roleClass, state: state, region: region(in: first..<phrase), isFormer: isFormer,
          span: text.span(first..<phrase))
        return (claim, entry.gender)
      }
      if let adjective = states.adjective(in: text, from: index, before: limit) {
        state = adjective.state
        index += adjective.length
      } else if text.key(index).isEmpty && text.norm(index) != "-" || text.tokens[index].tag == .verb {
        return nil
      } else {
        if text.nameOf[index] >= 0, text.analysed.names[Int(text.nameOf[index])].kind == .person { return nil }
        if case .state(let named)? = states.standing(of: text.key(index)) { state = named }
        isFormer = isFormer || Self.former.contains(text.norm(index))
        index += 1
      }
    }
    return nil
  }

  /// *In his first campaign*
  private func isFollowedByOwn(_ index: Int, before limit: Int) -> Bool {
    index + 1 < limit && ["for", "at", "in"].contains(text.norm(index)) && Self.owners.contains(text.norm(index + 1))
  }

  /// The end of "of Belarus", "for the Interior Ministry" after a role.
  func phraseEnd(after index: Int, before limit: Int, state: inout StateTable.State?) -> Int {
    guard index + 1 < limit, ["of", "for", "at", "in"].contains(text.norm(index)) else { return index }
    var end = index + 1
    if text.norm(end) == "the", end + 1 < limit { end += 1 }
    guard text.nameOf[end] >= 0 else {
      // *A lawyer in his first campaign*: that is no part of what he is.
      if Self.owners.contains(text.norm(end)) { return index }
      while end < limit, end < index + 6, !text.key(end).isEmpty || text.norm(end) == "-" { end += 1 }
      return end
    }
    let name = text.analysed.names[Int(text.nameOf[end])]
    let key = trimmed(name.tokens.clamped(to: 0..<text.tokens.count)).map { text.key($0) }.joined()
    if case .state(let named)? = states.standing(of: key) { state = state ?? named }
    return min(limit, max(end + 1, name.tokens.upperBound))
  }

  static func closesApposition(_ norm: String) -> Bool {
    [",", ".", ")", ";", "—", "–", "-", "who", "and", ":", "?", "!", "”", "\""].contains(norm)
  }

  /// The key of the part of a state that some words name.
  func region(in tokens: Range<Int>) -> String? {
    for start in tokens where text.isCapitalised(start) {
      for end in (start + 1...start + 2).reversed() where end <= tokens.upperBound {
        if let key = RegionTable.shared.key(of: text.words(start..<end)) { return key }
      }
    }
    return nil
  }
}
