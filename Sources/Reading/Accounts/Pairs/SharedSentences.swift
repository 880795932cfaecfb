internal import Dossier

/// Which sentences of an event stand word for word in several documents, as where two papers print one agency's text.
///
/// Two sentences that both documents have part nobody: whoever prints the one prints the other too.
struct SharedSentences {
  private var documents: [[String]: Set<Int>] = [:]

  /// Cost: linear in the words.
  init(_ claims: [Claim]) {
    for claim in claims { documents[Self.key(claim), default: []].insert(claim.passage.document.index) }
    documents = documents.filter { $0.value.count > 1 }
  }

  /// Whether each of the two documents has both sentences.
  func areInBoth(_ left: Claim, _ right: Claim) -> Bool {
    let (one, other) = (left.passage.document.index, right.passage.document.index)
    guard one != other, !documents.isEmpty else { return false }
    return documents[Self.key(left)]?.contains(other) ?? false && documents[Self.key(right)]?.contains(one) ?? false
  }

  private static func key(_ claim: Claim) -> [String] { claim.words.map(\.norm) }
}
