internal import Dossier

/// Which passages a contradiction or a tension above the bar sets against each other: they agree on nothing.
struct PartedPassages {
  private var byDocuments: [[Document.ID]: [(Span, Span)]] = [:]

  init(_ dossier: Dossier) {
    for disagreement in dossier.disagreements
    where disagreement.confidence >= dossier.bar && [.contradiction, .tension].contains(disagreement.relation) {
      let (left, right) = (disagreement.left.passage, disagreement.right.passage)
      byDocuments[[left.document, right.document], default: []].append((left.span, right.span))
      byDocuments[[right.document, left.document], default: []].append((right.span, left.span))
    }
  }

  /// Cost: the disagreements of the two documents.
  func contains(_ left: Passage, _ right: Passage) -> Bool {
    (byDocuments[[left.document, right.document]] ?? []).contains {
      $0.0.overlaps(left.span) && $0.1.overlaps(right.span)
    }
  }
}
