internal import Dossier

/// Which sentences of an event stand word for word in several documents, as where two papers print one agency's text.
///
/// Two sentences that both documents have part nobody: whoever prints the one prints the other too.
struct SharedSentences {
  /// By claim: its document, and all that have its sentence.
  private let claims: [(own: Int, all: Set<Int>)]

  /// - Parameter claims: of one event.
  /// - Complexity: linear in the words.
  init(_ claims: [Claim]) {
    let keys = claims.map { $0.words.map(\.norm) }
    var holders: [[String]: Set<Int>] = [:]
    for (key, claim) in zip(keys, claims) { holders[key, default: []].insert(claim.passage.document.index) }
    self.claims = zip(keys, claims).map { ($1.passage.document.index, holders[$0] ?? []) }
  }

  /// Whether the documents of two claims, by their numbers, each have both sentences.
  func areInBoth(_ left: Int, _ right: Int) -> Bool {
    let (one, other) = (claims[left], claims[right])
    return one.own != other.own && one.all.contains(other.own) && other.all.contains(one.own)
  }
}
